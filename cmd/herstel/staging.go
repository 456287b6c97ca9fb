package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
)

// stagingName is the folder below the root of a set in which a run builds its
// files. A run that ends takes it away; what a killed run leaves in it, the
// next run into the same root puts right and takes away.
const stagingName = ".herstel-bezig"

// The mark says that a staging folder is herstel's. The file that holds it is
// locked while the run lives, which tells a run that works from one that was
// killed; process numbers do not, as every container has its own.
const (
	markName = "slot"
	markText = "Deze map is van herstel. Zolang herstel bestanden schrijft, staan ze hier.\n" +
		"Is herstel afgebroken, dan ruimt herstel de map op als je het opnieuw gebruikt.\n"
)

// stagedName matches the files that a run may put in the folder beside the mark.
var stagedName = regexp.MustCompile(`^((nieuw|oud)-\d+|lijst|lijst-nieuw)$`)

// errHeld is the error of a lock that another run holds.
var errHeld = errors.New("held by another run")

// staging is the folder in which a run builds the files of a set.
type staging struct {
	outputs
	root, dir string
	unlock    func() error
	listed    bool // the journal is on disk: names may have changed
}

// enter makes the staging folder below root and locks it. What a killed run
// left there is put right first.
func (o outputs) enter(root string) (*staging, error) {
	s := &staging{outputs: o, root: root, dir: filepath.Join(root, stagingName)}
	left, err := o.isStaging(s.dir)
	if err != nil {
		return nil, err
	}
	if !left {
		if err := o.disk.Mkdir(s.dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, writeError(s.dir, err)
		}
	}
	mark := filepath.Join(s.dir, markName)
	err = o.retry(func() (err error) {
		s.unlock, err = o.disk.Lock(mark, markText)
		return err
	})
	if errors.Is(err, errHeld) {
		return nil, failed(err, "wacht tot die klaar is en probeer het opnieuw", "een andere herstel schrijft nu in %s",
			root)
	}
	if err != nil {
		if !left {
			o.disk.Remove(mark)
			o.disk.Remove(s.dir)
		}
		return nil, writeError(s.dir, err)
	}
	if left {
		if err := s.recover(); err != nil {
			s.unlock()
			return nil, err
		}
	}
	return s, nil
}

// isStaging reports whether a run left a staging folder, and refuses a folder
// or file of that name that is not herstel's.
func (o outputs) isStaging(dir string) (bool, error) {
	info, err := o.disk.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, writeError(dir, err)
	}
	foreign := failed(nil, "geef hem een andere naam, of kies met --out een andere map",
		"%s is niet van herstel, en herstel heeft die naam nodig", dir)
	if !info.IsDir() {
		return false, foreign
	}
	entries, err := o.disk.ReadDir(dir)
	if err != nil {
		return false, writeError(dir, err)
	}
	if len(entries) > 0 && !o.isMarked(filepath.Join(dir, markName)) {
		return false, foreign
	}
	return true, nil
}

// isMarked reports whether a file holds the mark, or as much of it as a run
// wrote before it was killed.
func (o outputs) isMarked(path string) bool {
	info, err := o.disk.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > int64(len(markText)) {
		return false
	}
	text, err := o.disk.Read(path)
	return err == nil && strings.HasPrefix(markText, string(text))
}

// recover puts right what a killed run left, and says so.
func (s *staging) recover() error {
	notice := "herstel is eerder afgebroken bij het schrijven in %s; wat half klaar was, is opgeruimd"
	j, err := s.readJournal()
	if err != nil {
		return err
	}
	if j != nil {
		if err := s.undo(j); err != nil {
			return err
		}
		notice = "herstel is eerder afgebroken bij het schrijven in %s; de bestanden van daarvoor zijn teruggezet"
	}
	if !s.clear() {
		notice += ", maar niet alles is weg: haal " + s.dir + " zelf weg"
	}
	s.tell(fmt.Sprintf(notice, s.root))
	return nil
}

// leave ends the work in the staging folder after err, and takes it away.
func (s *staging) leave(err error) error {
	if s.listed {
		if undone := s.undoListed(); undone != nil {
			s.unlock()
			return failed(err, "maak de bestanden opnieuw; herstel zet dan eerst de oude terug",
				"%s; terugzetten lukte ook niet, dus in %s staan oude en nieuwe bestanden door elkaar", err, s.root)
		}
	}
	whole := s.clear()
	s.unlock()
	gone := s.disk.Remove(filepath.Join(s.dir, markName))
	if errors.Join(gone, s.disk.Remove(s.dir)) != nil || !whole {
		if err == nil {
			s.tell(fmt.Sprintf("de bestanden staan er, maar %s is niet op te ruimen; haal die map zelf weg", s.dir))
		} else {
			s.tell(fmt.Sprintf("%s is niet op te ruimen; de volgende keer doet herstel dat", s.dir))
		}
	}
	return err
}

// clear removes what runs put in the folder, the mark excepted. It reports
// whether all of it is gone; what is not herstel's stays.
func (s *staging) clear() bool {
	entries, err := s.disk.ReadDir(s.dir)
	whole := err == nil
	for _, e := range entries {
		if stagedName.MatchString(e.Name()) && e.Type().IsRegular() {
			whole = s.disk.Remove(filepath.Join(s.dir, e.Name())) == nil && whole
		} else if e.Name() != markName {
			whole = false
		}
	}
	return whole
}
