package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"herstel/report/tidy"
)

// A report is a set of files that belong together. Its cijfers-jaar.json names
// the others with their SHA-256, so that a file of another run is noticed. All
// of it follows from the content: the same figures give the same set.

// setName is the file of a report that lists the set; %d is the year.
const setName = "cijfers-%d.json"

// namesOf names files as the JSON of a report does.
func namesOf(files []output) []tidy.File {
	var list []tidy.File
	for _, f := range files {
		list = append(list, tidy.File{Name: filepath.ToSlash(f.path), SHA256: sha256Hex(f.data)})
	}
	return list
}

// fileSet is a report as it stands in a folder.
type fileSet struct {
	name  string      // of the file that lists the others
	Year  int         `json:"jaar"`
	Run   string      `json:"kenmerk"`
	Files []tidy.File `json:"bestanden"`
}

// readSet reads the list of a report; nil when the file is not there or is no
// list of herstel.
func readSet(d disk, folder, name string) *fileSet {
	path := filepath.Join(folder, name)
	info, err := d.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	s := &fileSet{name: name}
	data, err := d.Read(path)
	if err == nil {
		err = json.Unmarshal(data, s)
	}
	outside := func(f tidy.File) bool { return !filepath.IsLocal(filepath.FromSlash(f.Name)) }
	if err != nil || s.Year == 0 || slices.ContainsFunc(s.Files, outside) {
		return nil
	}
	return s
}

// state tells how a file of a set stands in the folder.
type state uint8

const (
	same    state = iota // as the run wrote it
	missing              // not there
	changed              // of another run, or changed since
)

// state tells how a file stands, and of one that changed the kenmerk that it names.
func (s *fileSet) state(d disk, folder string, f tidy.File) (at state, run string, err error) {
	path := filepath.Join(folder, filepath.FromSlash(f.Name))
	info, err := d.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missing, "", nil
	case err != nil:
		return 0, "", readError(path, err)
	case !info.Mode().IsRegular():
		return changed, "", nil
	}
	data, err := d.Read(path)
	if err != nil {
		return 0, "", readError(path, err)
	}
	if sha256Hex(data) != f.SHA256 {
		return changed, runOf(data), nil
	}
	return same, "", nil
}

// other says what a changed file is, by the kenmerk that it names.
func (s *fileSet) other(run string) string {
	switch {
	case run == "" || s.Run == "":
		return "het is van een ander verslag, of later veranderd"
	case run == s.Run:
		return "het is later veranderd"
	}
	return "het is van een ander verslag, met kenmerk " + run
}

// faults says which files do not belong to the set.
func (s *fileSet) faults(d disk, folder string) ([]string, error) {
	if len(s.Files) == 0 {
		return []string{fmt.Sprintf("%s is van een oudere herstel en noemt geen andere bestanden", s.name)}, nil
	}
	var list []string
	for _, f := range s.Files {
		switch at, run, err := s.state(d, folder, f); {
		case err != nil:
			return nil, err
		case at == missing:
			list = append(list, fmt.Sprintf("%s ontbreekt", f.Name))
		case at == changed:
			list = append(list, fmt.Sprintf("%s hoort niet bij %s: %s", f.Name, s.name, s.other(run)))
		}
	}
	return list, nil
}

// superseded lists the files of the earlier report of a year that are no part
// of this one and are still as herstel wrote them.
func (s *fileSet) superseded(d disk, folder string, written []output) []string {
	if s == nil {
		return nil
	}
	var gone []string
	for _, f := range s.Files {
		path := filepath.Join(folder, filepath.FromSlash(f.Name))
		now := slices.ContainsFunc(written, func(w output) bool { return w.path == path })
		if at, _, err := s.state(d, folder, f); !now && err == nil && at == same {
			gone = append(gone, path)
		}
	}
	return gone
}

// mixture notices that the files of an earlier report did not belong together
// before this run replaced them; a file that is gone is not worth a word.
func (s *fileSet) mixture(d disk, folder string) []string {
	if s == nil {
		return nil
	}
	var names []string
	for _, f := range s.Files {
		if at, run, err := s.state(d, folder, f); err == nil && at == changed {
			name := f.Name
			if run != "" && run != s.Run {
				name += " (kenmerk " + run + ")"
			}
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	more := ""
	if len(names) > 3 {
		more = fmt.Sprintf(" en %d andere", len(names)-3)
		names = names[:3]
	}
	return []string{fmt.Sprintf("in %s hoorde niet alles bij elkaar: veranderd sinds het vorige verslag, en nu "+
		"vervangen: %s%s",
		folder, strings.Join(names, ", "), more)}
}

// strangers notices that files which a run made without the others do not
// belong to the report that stands beside them.
func (s *fileSet) strangers(folder string, written []output) []string {
	if s == nil {
		return nil
	}
	for _, f := range s.Files {
		path := filepath.Join(folder, filepath.FromSlash(f.Name))
		if slices.ContainsFunc(written,
			func(w output) bool { return w.path == path && sha256Hex(w.data) != f.SHA256 }) {
			return []string{fmt.Sprintf("in %s hoort nu niet alles bij elkaar: de andere bestanden zijn van een "+
				"ander verslag; "+
				"zonder --only maakt herstel ze alle opnieuw", folder)}
		}
	}
	return nil
}
