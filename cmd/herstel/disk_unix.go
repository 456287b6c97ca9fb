//go:build !windows && !js

package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// lockFile holds a file until it is closed; the system lets go of it when the
// process dies. A file system without locks gives none, and that is no error.
func lockFile(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errHeld
	}
	return nil
}

// probe opens a file to write in it, and closes it again.
func probe(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// matchOwner gives a file the owner of an old one, as far as this user may.
func matchOwner(path string, old fs.FileInfo) {
	if stat, ok := old.Sys().(*syscall.Stat_t); ok {
		if os.Chown(path, int(stat.Uid), int(stat.Gid)) != nil {
			os.Chown(path, -1, int(stat.Gid))
		}
	}
}
