package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// writeError words why a file could not be written.
func writeError(path string, err error) error {
	name := unmarked(path)
	base := filepath.Base(name)
	switch {
	case isLocked(err):
		return failed(err, fmt.Sprintf("sluit %s in Excel en probeer het opnieuw", base), "%s is in gebruik door een ander programma", name)
	case isFull(err):
		return failed(err, "maak ruimte vrij, of kies met --out een andere schijf", "de schijf is vol: %s past er niet meer op", base)
	case errors.Is(err, fs.ErrPermission) || isReadOnly(err):
		return failed(err, "kies met --out een map waar je in mag schrijven", "je mag niet schrijven in %s", filepath.Dir(name))
	case isNotDir(err):
		return failed(err, "kies met --out een andere map", "%s is een bestand, geen map", filepath.Dir(name))
	case errors.Is(err, fs.ErrNotExist):
		return failed(err, "kijk of de schijf er is, of kies met --out een andere map", "%s is niet te maken", name)
	}
	return failed(err, "kijk of de schijf nog verbonden is, en probeer het opnieuw", "%s schrijven lukt niet (%s)", name, reason(err))
}

// unmarked returns the target of a path that beside made.
func unmarked(path string) string {
	parts := strings.Split(path, string(filepath.Separator))
	for i, part := range parts {
		if at := strings.LastIndex(part, ".herstel-"); at > 0 && strings.HasPrefix(part, ".") {
			parts[i] = part[1:at]
		}
	}
	return strings.Join(parts, string(filepath.Separator))
}

// reason returns what the system says, without the path.
func reason(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err.Error()
	case errors.As(err, &link):
		return link.Err.Error()
	}
	return err.Error()
}
