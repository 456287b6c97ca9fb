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
	ReadDir(path string) ([]fs.DirEntry, error)
	Mkdir(path string) error
	Create(path string) (diskFile, error) // a new file; an error when there is one
	Probe(path string) error              // can the existing file be written to?
	Link(from, to string) error           // a second name for a file
	Rename(from, to string) error
	Remove(path string) error // a file or an empty directory
	SyncDir(path string) error
}

// diskFile is a file under construction.
type diskFile interface {
	io.WriteCloser
	Sync() error
}

// osDisk is the disk of the operating system.
type osDisk struct{}

func (osDisk) Stat(path string) (fs.FileInfo, error)      { return os.Stat(path) }
func (osDisk) ReadDir(path string) ([]fs.DirEntry, error) { return os.ReadDir(path) }
func (osDisk) Mkdir(path string) error                    { return os.Mkdir(path, 0o777) }
func (osDisk) Link(from, to string) error                 { return os.Link(from, to) }
func (osDisk) Rename(from, to string) error               { return os.Rename(from, to) }
func (osDisk) Remove(path string) error                   { return os.Remove(path) }

// Create makes the file with mode 0666, of which the umask takes its part.
func (osDisk) Create(path string) (diskFile, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

func (osDisk) Probe(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
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
