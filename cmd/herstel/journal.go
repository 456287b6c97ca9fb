package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
)

// journalName is the file in the staging folder that lists what a run changes.
const journalName = "lijst"

// journal lists what a run changes, so that it can be undone. File number n
// (from 1) stands in the staging folder as nieuw-n, and its old one as oud-n.
type journal struct {
	Files []journalEntry `json:"bestanden"`
	Dirs  []string       `json:"mappen"` // folders that the run makes below the root, parents first
}

// journalEntry is one file: its name from the root of the set, with forward
// slashes, what it will hold, and whether there was one.
type journalEntry struct {
	Name string `json:"naam"`
	New  string `json:"sha256,omitempty"` // empty: the file goes away
	Old  bool   `json:"was_er"`
}

func (s *staging) target(e journalEntry) string {
	return filepath.Join(s.root, filepath.FromSlash(e.Name))
}

// newJournal lists changes.
func (s *staging) newJournal(changes []change) (*journal, error) {
	j := &journal{}
	for _, c := range changes {
		rel, err := filepath.Rel(s.root, c.target)
		if err != nil {
			return nil, err
		}
		e := journalEntry{Name: filepath.ToSlash(rel), Old: c.old != nil}
		if c.data != nil {
			e.New = sha256Hex(c.data)
		}
		j.Files = append(j.Files, e)
		missing, err := s.missingDirs(filepath.Dir(c.target))
		if err != nil {
			return nil, err
		}
		for _, dir := range missing {
			if rel, err = filepath.Rel(s.root, dir); err != nil {
				return nil, err
			}
			if name := filepath.ToSlash(rel); !slices.Contains(j.Dirs, name) {
				j.Dirs = append(j.Dirs, name)
			}
		}
	}
	return j, nil
}

func sha256Hex(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// writeJournal puts the journal on disk, whole or not at all.
func (s *staging) writeJournal(j *journal) error {
	text, err := json.Marshal(j)
	if err != nil {
		return err
	}
	draft := filepath.Join(s.dir, journalName+"-nieuw")
	if err := s.write(draft, text, nil); err != nil {
		return err
	}
	if err := s.disk.Rename(draft, filepath.Join(s.dir, journalName)); err != nil {
		return err
	}
	s.disk.SyncDir(s.dir)
	return nil
}

// readJournal returns the journal of a killed run; nil when it had none, so
// that no name was changed or all were.
func (s *staging) readJournal() (*journal, error) {
	text, err := s.disk.Read(filepath.Join(s.dir, journalName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, writeError(s.dir, err)
	}
	j := &journal{}
	err = json.Unmarshal(text, j)
	names := j.Dirs
	for _, e := range j.Files {
		names = append(names, e.Name)
	}
	outside := func(name string) bool { return !filepath.IsLocal(filepath.FromSlash(name)) }
	if err != nil || slices.ContainsFunc(names, outside) {
		return nil, failed(err, "haal de map "+s.dir+" weg, en maak de bestanden opnieuw",
			"herstel is eerder afgebroken in %s, en wat daarvan over is klopt niet", s.root)
	}
	return j, nil
}

// undoListed undoes the changes of this run.
func (s *staging) undoListed() error {
	j, err := s.readJournal()
	if err != nil || j == nil {
		return err
	}
	return s.undo(j)
}

// undo gives every file that a journal changed its old content, and removes
// the journal. A file that was changed by someone else since then stays as it
// is. It may be broken off and done again.
func (s *staging) undo(j *journal) error {
	for i, e := range slices.Backward(j.Files) {
		if err := s.undoFile(e, s.path("oud", i)); err != nil {
			return replaceError(s.target(e), true, err)
		}
	}
	for _, dir := range slices.Backward(j.Dirs) {
		s.disk.Remove(filepath.Join(s.root, filepath.FromSlash(dir))) // stays when something else is in it
	}
	s.syncDirs(j)
	if err := s.disk.Remove(filepath.Join(s.dir, journalName)); err != nil {
		return writeError(s.dir, err)
	}
	s.disk.SyncDir(s.dir)
	return nil
}

func (s *staging) undoFile(e journalEntry, backup string) error {
	target := s.target(e)
	if err := s.within(s.root, filepath.Dir(target)); err != nil {
		return err
	}
	info, err := s.disk.Lstat(target)
	missing := errors.Is(err, fs.ErrNotExist) || isNotDir(err)
	if err != nil && !missing || err == nil && !info.Mode().IsRegular() {
		return err
	}
	ours := missing
	if !missing {
		now, err := s.disk.Read(target)
		if err != nil {
			return err
		}
		ours = sha256Hex(now) == e.New
	}
	switch {
	case !ours, !e.Old && missing:
		return nil
	case !e.Old:
		return s.retry(func() error { return s.disk.Remove(target) })
	}
	err = s.retry(func() error { return s.disk.Rename(backup, target) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil // put back already
	}
	return err
}
