package main

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// lockFile holds a file until it is closed; the system lets go of it when the
// process dies. It locks a byte far beyond the text, so that the text can be
// read. A file system without locks gives none, and that is no error.
func lockFile(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return nil
}

// probe opens a file to write in it and to take its name away, and closes it
// again: a program that holds the file may allow the one and not the other.
func probe(path string) error {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return &fs.PathError{Op: "open", Path: path, Err: err}
	}
	const access, share = windows.GENERIC_WRITE | windows.DELETE,
		windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	file, err := windows.CreateFile(name, access, share, nil, windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return &fs.PathError{Op: "open", Path: path, Err: err}
	}
	return windows.CloseHandle(file)
}

// matchOwner leaves the owner as it is: on Windows a file takes it from its
// folder.
func matchOwner(string, fs.FileInfo) {}
