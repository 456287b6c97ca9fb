package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// output is one file of a run, rendered whole before anything is written.
type output struct {
	path string
	data []byte
}

// outputs writes the files of a run as one set: all of them or none, on every
// file system. They are written and synced in a folder of their own below the
// root of the set (staging.go), with what the old files were; then a list says
// what will change (journal.go), and only then the names change. When that
// fails halfway, in this run or because the run is killed, the list tells how
// to put back what was there.
type outputs struct {
	disk disk
	wait func(time.Duration) // between two tries
	tell func(notice string) // what the user must know though the run goes on
}

func (sys system) outputs() outputs {
	tell := func(notice string) { advise(sys, []string{notice}) }
	return outputs{sys.disk, sys.wait, tell}
}

// publish writes files below root and removes those that are gone. The
// directories they need are made; none is left behind when it fails.
func (o outputs) publish(ctx context.Context, root string, files []output, gone ...string) error {
	root = filepath.Clean(root)
	if err := fitName(root); err != nil {
		return err
	}
	made, err := o.makeDirs(root)
	if err == nil {
		err = o.publishIn(ctx, root, files, gone)
	}
	if err != nil {
		for i := len(made) - 1; i >= 0; i-- {
			o.disk.Remove(made[i])
		}
	}
	return err
}

func (o outputs) publishIn(ctx context.Context, root string, files []output, gone []string) error {
	s, err := o.enter(root)
	if err != nil {
		return err
	}
	changes, err := o.plan(root, files, gone)
	if err == nil {
		err = s.build(ctx, changes)
	}
	if err == nil {
		err = s.commit(changes)
	}
	return s.leave(err)
}

// makeDirs makes root and what is missing above it, and returns what it made.
func (o outputs) makeDirs(root string) ([]string, error) {
	missing, err := o.missingDirs(root)
	if err != nil {
		return nil, err
	}
	for i, dir := range missing {
		if err := o.disk.Mkdir(dir, 0o777); err != nil {
			return missing[:i], writeError(dir, err)
		}
	}
	return missing, nil
}

// missingDirs returns dir and those above it that do not exist, from the top.
func (o outputs) missingDirs(dir string) ([]string, error) {
	info, err := o.disk.Stat(dir)
	switch {
	case err == nil && info.IsDir():
		return nil, nil
	case err == nil:
		return nil, failed(nil, "kies met --out een andere map", "%s is een bestand, geen map", dir)
	case !errors.Is(err, fs.ErrNotExist) && !isNotDir(err):
		return nil, writeError(dir, err)
	}
	if _, err := o.disk.Lstat(dir); err == nil {
		return nil, failed(nil, "haal hem weg, of kies met --out een andere map",
			"%s is een snelkoppeling naar een map die er niet is", dir)
	}
	above := filepath.Dir(dir)
	if above == dir {
		return nil, writeError(dir, err)
	}
	missing, err := o.missingDirs(above)
	return append(missing, dir), err
}

// change is what a run does to one file of its set.
type change struct {
	target string
	data   []byte      // nil: the file goes away
	old    fs.FileInfo // nil: there is no old file
}

// plan looks at every target, and refuses those that cannot be written.
func (o outputs) plan(root string, files []output, gone []string) ([]change, error) {
	var changes []change
	for _, f := range files {
		if err := fitName(f.path); err != nil {
			return nil, err
		}
		if err := o.within(root, filepath.Dir(f.path)); err != nil {
			return nil, err
		}
		old, err := o.replaceable(f.path)
		if err != nil {
			return nil, err
		}
		data := f.data
		if data == nil {
			data = []byte{}
		}
		changes = append(changes, change{f.path, data, old})
	}
	for _, path := range gone {
		old, err := o.replaceable(path)
		if err != nil {
			return nil, err
		}
		if old != nil {
			changes = append(changes, change{target: path, old: old})
		}
	}
	return changes, nil
}

// within refuses a folder below root that is a link to elsewhere, or no folder.
func (o outputs) within(root, dir string) error {
	rel, err := filepath.Rel(root, dir)
	if err != nil || rel == "." {
		return err
	}
	for at, part := range splitPath(rel) {
		path := filepath.Join(root, filepath.Join(splitPath(rel)[:at]...), part)
		info, err := o.disk.Lstat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return writeError(path, err)
		case info.Mode()&(fs.ModeSymlink|fs.ModeIrregular) != 0:
			return failed(nil, "haal de snelkoppeling weg, of kies met --out een andere map",
				"%s is een snelkoppeling naar een andere plek; daar schrijft herstel niet", path)
		case !info.IsDir():
			return failed(nil, "kies met --out een andere map", "%s is een bestand, geen map", path)
		}
	}
	return nil
}

func splitPath(rel string) []string { return strings.Split(rel, string(filepath.Separator)) }

// replaceable returns the old file, if there is one, and refuses what cannot
// be replaced. It opens nothing but a plain file.
func (o outputs) replaceable(path string) (fs.FileInfo, error) {
	const elsewhere = ", of kies met --out een andere plek"
	info, err := o.disk.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, writeError(path, err)
	case info.IsDir():
		return nil, failed(nil, "haal de map weg"+elsewhere, "%s is een map, geen bestand", path)
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, failed(nil, "haal de snelkoppeling weg"+elsewhere,
			"%s is een snelkoppeling naar een andere plek; daar schrijft herstel niet", path)
	case info.Mode()&^fs.ModeIrregular&fs.ModeType != 0:
		return nil, failed(nil, "haal het weg"+elsewhere, "%s is een apparaat of een wachtrij, geen gewoon bestand",
			path)
	}
	err = o.retry(func() error { return o.disk.Probe(path) })
	if errors.Is(err, fs.ErrPermission) || info.Mode().Perm()&0o222 == 0 {
		return nil, failed(err, "maak het bestand schrijfbaar of haal het weg, of kies met --out een andere map",
			"%s is alleen-lezen", path)
	}
	if err != nil {
		return nil, writeError(path, err)
	}
	return info, nil
}

// retry tries again for about two seconds while another program, such as a
// virus scanner, holds the file.
func (o outputs) retry(try func() error) error {
	pause := 20 * time.Millisecond
	for {
		err := try()
		if err == nil || !isPassing(err) && !errors.Is(err, errHeld) || pause > time.Second {
			return err
		}
		o.wait(pause)
		pause *= 2
	}
}

// replaceError words why a file did not get its new content: where the folder
// can be written to, a file that may not be replaced is held by a program.
func replaceError(path string, old bool, err error) error {
	if old && isDenied(err) {
		return inUse(path, err)
	}
	return writeError(path, err)
}

// inUse is a file that another program holds.
func inUse(path string, err error) error {
	return failed(err, fmt.Sprintf("sluit %s in Excel of een ander programma en probeer het opnieuw",
		filepath.Base(path)),
		"%s is in gebruik door een ander programma", path)
}
