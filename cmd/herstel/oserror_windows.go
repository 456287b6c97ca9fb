package main

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isLocked reports whether another program holds the file.
func isLocked(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// isPassing reports whether it is worth trying again: a virus scanner that
// looks at a new file makes a rename fail with "access denied".
func isPassing(err error) bool { return isLocked(err) || errors.Is(err, windows.ERROR_ACCESS_DENIED) }

// isDenied reports whether a refusal means that another program holds the
// file: replacing a file that was opened without delete sharing is "access
// denied", although the folder can be written to.
func isDenied(err error) bool { return errors.Is(err, windows.ERROR_ACCESS_DENIED) }

// isPipe reports whether nobody reads what is written any more.
func isPipe(err error) bool {
	return errors.Is(err, windows.ERROR_BROKEN_PIPE) || errors.Is(err, windows.ERROR_NO_DATA)
}

// isFull reports whether the disk, or the user's share of it, is full.
func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) ||
		errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// isReadOnly reports whether the disk cannot be written at all.
func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// isBadName reports whether the file system does not take a name.
func isBadName(err error) bool { return errors.Is(err, windows.ERROR_INVALID_NAME) }

// isNotDir reports whether a file stands where a directory should be.
func isNotDir(err error) bool { return errors.Is(err, windows.ERROR_DIRECTORY) }

// isLoop reports whether a link leads to itself.
func isLoop(err error) bool { return errors.Is(err, windows.ERROR_CANT_RESOLVE_FILENAME) }

// isTooLong reports whether no file can have a name of that length.
func isTooLong(err error) bool {
	return errors.Is(err, windows.ERROR_FILENAME_EXCED_RANGE) || errors.Is(err, windows.ERROR_BUFFER_OVERFLOW)
}
