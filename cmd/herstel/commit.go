package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// build puts the new files in the staging folder, and the old ones beside
// them: a second name where the file system gives those, else a copy.
func (s *staging) build(ctx context.Context, changes []change) error {
	for i, c := range changes {
		if err := ctx.Err(); err != nil {
			return err
		}
		if c.data == nil {
			continue
		}
		if err := s.write(s.path("nieuw", i), c.data, c.old); err != nil {
			return writeError(c.target, err)
		}
	}
	for i, c := range changes {
		if err := ctx.Err(); err != nil {
			return err
		}
		if c.old == nil || s.disk.Link(c.target, s.path("oud", i)) == nil {
			continue
		}
		data, err := s.disk.Read(c.target)
		if err == nil {
			err = s.write(s.path("oud", i), data, c.old)
		}
		if err != nil {
			return writeError(c.target, err)
		}
	}
	return ctx.Err()
}

// path names a file of the staging folder.
func (s *staging) path(kind string, i int) string {
	return filepath.Join(s.dir, fmt.Sprintf("%s-%d", kind, i+1))
}

// write makes a file with the mode of the old one.
func (s *staging) write(path string, data []byte, old fs.FileInfo) error {
	file, err := s.disk.Create(path)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil || old == nil {
		return err
	}
	err = s.disk.Match(path, old)
	if info, statErr := s.disk.Lstat(path); err != nil && statErr == nil && info.Mode() == old.Mode() {
		return nil // a file system without modes gives every file the same
	}
	return err
}

// commit changes the names. From the moment that the journal is there a killed
// run can be undone; from the moment that it is gone the new set stands.
func (s *staging) commit(changes []change) error {
	j, err := s.newJournal(changes)
	if err != nil {
		return err
	}
	s.listed = true
	if err := s.writeJournal(j); err != nil {
		return writeError(s.root, err)
	}
	for _, dir := range j.Dirs {
		path := filepath.Join(s.root, filepath.FromSlash(dir))
		if err := s.disk.Mkdir(path, 0o777); err != nil {
			return writeError(path, err)
		}
	}
	for i, c := range changes {
		err := s.retry(func() error {
			if c.data == nil {
				return s.disk.Remove(c.target)
			}
			return s.disk.Rename(s.path("nieuw", i), c.target)
		})
		if err != nil {
			return replaceError(c.target, c.old != nil, err)
		}
	}
	s.syncDirs(j)
	if err := s.disk.Remove(filepath.Join(s.dir, journalName)); err != nil {
		return writeError(s.root, err)
	}
	s.listed = false
	s.disk.SyncDir(s.dir)
	return nil
}

// syncDirs makes the new names last. The files are whole by now: a directory
// that cannot be synced is no reason to fail.
func (s *staging) syncDirs(j *journal) {
	seen := map[string]bool{}
	for _, e := range j.Files {
		if dir := filepath.Dir(s.target(e)); !seen[dir] {
			seen[dir] = true
			s.disk.SyncDir(dir)
		}
	}
}
