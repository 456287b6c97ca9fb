//go:build !windows && !js

package main

import (
	"errors"
	"syscall"
)

// isLocked reports whether another program holds the file.
func isLocked(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// isPassing reports whether it is worth trying again.
func isPassing(err error) bool { return isLocked(err) }

// isDenied reports whether a refusal means that another program holds the
// file. That is so on Windows alone.
func isDenied(error) bool { return false }

// isPipe reports whether nobody reads what is written any more.
func isPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }

// isFull reports whether the disk, or the user's share of it, is full.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// isReadOnly reports whether the disk cannot be written at all.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// isBadName reports whether the file system does not take a name.
func isBadName(err error) bool { return errors.Is(err, syscall.EILSEQ) }

// isNotDir reports whether a file stands where a directory should be.
func isNotDir(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// isLoop reports whether a link leads to itself.
func isLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }

// isTooLong reports whether no file can have a name of that length.
func isTooLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
