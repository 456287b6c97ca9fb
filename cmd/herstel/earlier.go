package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"herstel/stats"
)

// What was published before counts as known: the files and folders that
// herstel.yaml names under privacy, eerder, and the reports of earlier years
// in the folder of this report and in the folders beside it.

const (
	earlierFiles  = "cijfers-*.json"
	reportFolders = "jaarverslag-*"
)

// earlier reads the earlier publications, the oldest first.
func (j *job) earlier(d disk, year int, demo bool) ([]*stats.Earlier, error) {
	var list []*stats.Earlier
	add := func(e *stats.Earlier) {
		if !slices.ContainsFunc(list, func(o *stats.Earlier) bool { return o.SHA256 == e.SHA256 }) {
			list = append(list, e)
		}
	}
	for _, named := range j.rules.Privacy.Earlier {
		found, err := namedEarlier(d, j.besideConfig(named))
		if err != nil {
			return nil, err
		}
		for _, e := range found {
			add(e)
		}
	}
	for _, e := range nearbyEarlier(d, j.folder(year), year) {
		if e.Demo == demo {
			add(e)
		}
	}
	slices.SortStableFunc(list,
		func(a, b *stats.Earlier) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Name, b.Name)) })
	return list, nil
}

// folder is where the report of a year goes.
func (j *job) folder(year int) string {
	if j.out != "" {
		return j.out
	}
	return fmt.Sprintf("jaarverslag-%d", year)
}

// namedEarlier reads what an entry of eerder names: a file, or all files of
// figures in a folder.
func namedEarlier(d disk, path string) ([]*stats.Earlier, error) {
	info, err := d.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, wrongUse("verbeter de naam onder privacy, eerder in herstel.yaml", "%s is er niet", path)
	case err != nil:
		return nil, readError(path, err)
	case info.IsDir():
		found := inFolder(d, path, 0)
		if len(found) == 0 {
			return nil, wrongUse("noem de map van een verslag onder privacy, eerder in herstel.yaml",
				"in de map %s staat geen cijferbestand van herstel", path)
		}
		return found, nil
	}
	if err := plainFile(path); err != nil {
		return nil, err
	}
	e, err := readEarlier(d, path)
	switch {
	case errors.Is(err, stats.ErrNotEarlier):
		return nil, wrongUse("noem een cijfers-jaar.json onder privacy, eerder in herstel.yaml",
			"%s is geen cijferbestand van herstel", path)
	case err != nil:
		return nil, readError(path, err)
	}
	return []*stats.Earlier{e}, nil
}

// nearbyEarlier reads the reports of earlier years in a folder and in the
// folders beside it. What is no report of herstel is none of its business.
func nearbyEarlier(d disk, folder string, year int) []*stats.Earlier {
	list := inFolder(d, folder, year)
	parent := filepath.Dir(folder)
	entries, err := d.ReadDir(parent)
	if err != nil {
		return list
	}
	for _, entry := range entries {
		match, err := filepath.Match(reportFolders, entry.Name())
		if beside := filepath.Join(parent, entry.Name()); err == nil && match && entry.IsDir() &&
			beside != filepath.Clean(folder) {
			list = append(list, inFolder(d, beside, year)...)
		}
	}
	return list
}

// inFolder reads the files of figures in a folder that are of before a year;
// all of them for year 0.
func inFolder(d disk, folder string, year int) []*stats.Earlier {
	entries, err := d.ReadDir(folder)
	if err != nil {
		return nil
	}
	var list []*stats.Earlier
	for _, entry := range entries {
		if match, err := filepath.Match(earlierFiles, entry.Name()); err != nil || !match || !entry.Type().IsRegular() {
			continue
		}
		if e, err := readEarlier(d, filepath.Join(folder, entry.Name())); err == nil && (year == 0 || e.Year < year) {
			list = append(list, e)
		}
	}
	return list
}

func readEarlier(d disk, path string) (*stats.Earlier, error) {
	data, err := d.Read(path)
	if err != nil {
		return nil, err
	}
	return stats.ReadEarlier(filepath.Base(path), bytes.NewReader(data))
}

// earlierText names the earlier publications that were taken into account.
func earlierText(figs *stats.Figures) string {
	var names []string
	for _, e := range figs.Earlier {
		names = append(names, e.Name)
	}
	return strings.Join(names, ", ")
}
