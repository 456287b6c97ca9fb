package main

import (
	"errors"
	"syscall"
)

// In the browser the files are in memory: none is locked or denied, and
// nobody's pipe breaks.

func isLocked(error) bool      { return false }
func isPassing(error) bool     { return false }
func isDenied(error) bool      { return false }
func isPipe(error) bool        { return false }
func isFull(err error) bool    { return errors.Is(err, syscall.ENOSPC) }
func isReadOnly(error) bool    { return false }
func isNotDir(err error) bool  { return errors.Is(err, syscall.ENOTDIR) }
func isLoop(err error) bool    { return errors.Is(err, syscall.ELOOP) }
func isTooLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
func isBadName(error) bool     { return false }
