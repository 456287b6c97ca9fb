package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// disk is what writing outputs asks of a file system. Tests put one in its
// place that fails where they want it to.
type disk interface {
	Stat(path string) (fs.FileInfo, error)
	Lstat(path string) (fs.FileInfo, error) // of a symbolic link itself
	ReadDir(path string) ([]fs.DirEntry, error)
	Read(path string) ([]byte, error)
	Mkdir(path string, mode fs.FileMode) error
	Create(path string) (diskFile, error)     // a new file; an error when there is one
	Probe(path string) error                  // can the existing file be written to, and its name be taken?
	Match(path string, old fs.FileInfo) error // give a file the mode of an old one, and its owner where that may be
	Link(from, to string) error               // a second name for a file
	Rename(from, to string) error
	Remove(path string) error // a file or an empty directory
	SyncDir(path string) error
	// Lock makes the file when it is not there, and holds it until unlock is
	// called or the process ends. It fails with errHeld when another process
	// holds it. The file has the given text when it is locked.
	Lock(path, text string) (unlock func() error, err error)
}

// diskFile is a file under construction.
type diskFile interface {
	io.WriteCloser
	Sync() error
}

// osDisk is the disk of the operating system.
type osDisk struct{}

func (osDisk) Stat(path string) (fs.FileInfo, error)      { return os.Stat(path) }
func (osDisk) Lstat(path string) (fs.FileInfo, error)     { return os.Lstat(path) }
func (osDisk) ReadDir(path string) ([]fs.DirEntry, error) { return os.ReadDir(path) }
func (osDisk) Read(path string) ([]byte, error)           { return os.ReadFile(path) }
func (osDisk) Mkdir(path string, mode fs.FileMode) error  { return os.Mkdir(path, mode) }
func (osDisk) Link(from, to string) error                 { return os.Link(from, to) }
func (osDisk) Rename(from, to string) error               { return os.Rename(from, to) }
func (osDisk) Remove(path string) error                   { return os.Remove(path) }
func (osDisk) Probe(path string) error                    { return probe(path) }

// Create makes the file with mode 0666, of which the umask takes its part.
func (osDisk) Create(path string) (diskFile, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// Match changes the owner first, as that may take bits of the mode away.
func (osDisk) Match(path string, old fs.FileInfo) error {
	matchOwner(path, old)
	return os.Chmod(path, old.Mode().Perm())
}

// SyncDir makes a rename in the directory last through a power cut. Windows
// does this by itself.
func (osDisk) SyncDir(path string) error {
	if filepath.Separator == '\\' {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

func (osDisk) Lock(path, text string) (func() error, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		f.Close()
		return nil, err
	}
	if _, err := f.WriteAt([]byte(text), 0); err != nil {
		f.Close()
		return nil, err
	}
	return f.Close, nil
}
