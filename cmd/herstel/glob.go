package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// glob returns the paths that fit a pattern, as filepath.Glob does, but a
// folder or file that is there as it is written is never taken for a pattern:
// people name folders "exports [2021]".
func glob(pattern string) ([]string, error) {
	volume := filepath.VolumeName(pattern)
	rest := pattern[len(volume):]
	start := volume
	if rest != "" && os.IsPathSeparator(rest[0]) {
		start += string(filepath.Separator)
	}
	found := []string{start}
	for _, part := range strings.FieldsFunc(rest,
		func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) }) {
		var next []string
		for _, dir := range found {
			paths, err := globIn(dir, part)
			if err != nil {
				return nil, err
			}
			next = append(next, paths...)
		}
		found = next
	}
	return found, nil
}

// globIn returns what fits one part of a pattern in a folder.
func globIn(dir, part string) ([]string, error) {
	if _, err := os.Lstat(under(dir, part)); err == nil {
		return []string{under(dir, part)}, nil
	}
	if _, err := filepath.Match(part, ""); err != nil {
		return nil, err
	}
	if !strings.ContainsAny(part, "*?[") {
		return nil, nil
	}
	entries, err := os.ReadDir(under(dir, "."))
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !isNotDir(err) {
		return nil, readError(dir, err)
	}
	var found []string
	for _, e := range entries {
		if fits, _ := filepath.Match(part, e.Name()); fits {
			found = append(found, under(dir, e.Name()))
		}
	}
	return found, nil
}

// under joins a folder and a name without changing the folder as it is
// written; the empty folder is the one that herstel runs in.
func under(dir, name string) string {
	if dir == "" || os.IsPathSeparator(dir[len(dir)-1]) {
		return dir + name
	}
	return dir + string(filepath.Separator) + name
}
