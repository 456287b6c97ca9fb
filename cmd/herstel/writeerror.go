package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// writeError words why a file could not be written.
func writeError(path string, err error) error {
	var known *failure
	if errors.As(err, &known) {
		return err // it has been worded
	}
	base := filepath.Base(path)
	switch {
	case isLocked(err):
		return inUse(path, err)
	case isFull(err):
		return failed(err, "maak ruimte vrij, of kies met --out een andere schijf",
			"de schijf is vol: %s past er niet meer op", base)
	case errors.Is(err, fs.ErrPermission) || isReadOnly(err):
		return failed(err, "kies met --out een map waar je in mag schrijven", "je mag niet schrijven in %s",
			filepath.Dir(path))
	case isBadName(err):
		return unfitName(path, err)
	case isNotDir(err):
		return failed(err, "kies met --out een andere map", "%s is een bestand, geen map", filepath.Dir(path))
	case isLoop(err):
		return failed(err, "kies met --out een andere map", "%s is een snelkoppeling die naar zichzelf wijst", path)
	case isTooLong(err):
		return failed(err, "kies met --out een map met een kortere naam", "de naam van %s is te lang", short(path))
	case errors.Is(err, fs.ErrNotExist):
		return failed(err, "kijk of de schijf er is, of kies met --out een andere map", "%s is niet te maken", path)
	}
	return failed(err, "kijk of de schijf nog verbonden is, en probeer het opnieuw", "%s schrijven lukt niet (%s)",
		path, reason(err))
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
