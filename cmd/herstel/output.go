package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// output is one file of a run, rendered whole before anything is written.
type output struct {
	path string
	data []byte
}

// outputs writes files so that a run leaves all of them or none. Each file is
// first written and synced under another name beside its target; a directory
// that is not there yet is built under another name too. Only when all of this
// is on disk are the names changed, and when that fails halfway the old files
// get their names back.
type outputs struct {
	disk disk
	wait func(time.Duration) // between two tries of a rename
}

// staged is one change of name: from what was built to where it must come.
type staged struct {
	built, target string
	dir           bool
	backup        string // second name of the old file while names change; empty when there is none
	existed       bool   // there is an old file
	done          bool
}

// plan is everything that publish has put, or will put, beside its targets.
type plan struct {
	files []output // path: where the file is written first
	dirs  []string // directories to make, parents first
	moves []*staged
}

// publish writes the files. The directories they need are made; none is left
// behind when it fails.
func (o outputs) publish(ctx context.Context, files []output) error {
	p, err := o.plan(files)
	if err != nil {
		return err
	}
	err = o.stage(ctx, p)
	if err == nil {
		err = o.swap(p)
	}
	if err != nil {
		o.discard(p)
	}
	return err
}

// plan decides where each file is written first, and refuses targets that
// cannot be written.
func (o outputs) plan(files []output) (*plan, error) {
	p := &plan{}
	mark := fmt.Sprintf(".herstel-%d", os.Getpid())
	built := map[string]string{} // missing directory -> where it is built
	for _, f := range files {
		missing, err := o.missingDirs(filepath.Dir(f.path))
		if err != nil {
			return nil, err
		}
		for _, dir := range missing {
			if _, ok := built[dir]; ok {
				continue
			}
			where, ok := built[filepath.Dir(dir)]
			if ok {
				where = filepath.Join(where, filepath.Base(dir))
			} else {
				where = beside(dir, mark)
				p.moves = append(p.moves, &staged{built: where, target: dir, dir: true})
			}
			built[dir] = where
			p.dirs = append(p.dirs, where)
		}
		if where, ok := built[filepath.Dir(f.path)]; ok {
			p.files = append(p.files, output{filepath.Join(where, filepath.Base(f.path)), f.data})
			continue
		}
		move := &staged{built: beside(f.path, mark), target: f.path}
		if move.existed, err = o.replaceable(f.path); err != nil {
			return nil, err
		}
		p.moves = append(p.moves, move)
		p.files = append(p.files, output{move.built, f.data})
	}
	return p, nil
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
	above := filepath.Dir(dir)
	if above == dir {
		return nil, writeError(dir, err)
	}
	missing, err := o.missingDirs(above)
	return append(missing, dir), err
}

// replaceable reports whether there is an old file, and refuses what cannot be
// replaced.
func (o outputs) replaceable(path string) (bool, error) {
	info, err := o.disk.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, writeError(path, err)
	}
	if info.IsDir() {
		return false, failed(nil, "haal de map weg, of kies met --out een andere plek", "%s is een map, geen bestand", path)
	}
	err = o.retry(func() error { return o.disk.Probe(path) })
	if errors.Is(err, fs.ErrPermission) {
		return false, failed(err, "maak het bestand schrijfbaar of haal het weg, of kies met --out een andere map", "%s is alleen-lezen", path)
	}
	if err != nil {
		return false, writeError(path, err)
	}
	return true, nil
}

// stage puts everything on disk under other names.
func (o outputs) stage(ctx context.Context, p *plan) error {
	for _, dir := range p.dirs {
		if err := o.disk.Mkdir(dir); err != nil {
			return writeError(dir, err)
		}
	}
	for _, f := range p.files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := o.write(f); err != nil {
			return writeError(f.path, err)
		}
	}
	return ctx.Err()
}

func (o outputs) write(f output) error {
	file, err := o.disk.Create(f.path)
	if err != nil {
		return err
	}
	_, err = file.Write(f.data)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// swap changes the names, and changes them back when one of them fails.
func (o outputs) swap(p *plan) error {
	for _, m := range p.moves {
		if m.existed {
			m.backup = m.built + ".oud"
			if o.disk.Link(m.target, m.backup) != nil {
				m.backup = "" // this file system gives no second names
			}
		}
	}
	for _, m := range p.moves {
		if err := o.retry(func() error { return o.disk.Rename(m.built, m.target) }); err != nil {
			o.restore(p)
			return writeError(m.target, err)
		}
		m.done = true
	}
	for _, m := range p.moves {
		if m.backup != "" {
			o.disk.Remove(m.backup)
		}
		// The files are whole by now: a directory that cannot be synced is no reason to fail.
		o.disk.SyncDir(filepath.Dir(m.target))
	}
	return nil
}

// restore gives the old files their names back.
func (o outputs) restore(p *plan) {
	for _, m := range p.moves {
		switch {
		case m.done && m.backup != "":
			o.disk.Rename(m.backup, m.target)
		case m.done && !m.existed:
			o.retry(func() error { return o.disk.Rename(m.target, m.built) })
		case m.backup != "":
			o.disk.Remove(m.backup)
		}
	}
}

// discard removes what was built and did not come into place.
func (o outputs) discard(p *plan) {
	for _, f := range p.files {
		o.disk.Remove(f.path)
	}
	for i := len(p.dirs) - 1; i >= 0; i-- {
		o.disk.Remove(p.dirs[i])
	}
}

// retry tries again for about two seconds while another program, such as a
// virus scanner, holds the file.
func (o outputs) retry(try func() error) error {
	pause := 20 * time.Millisecond
	for {
		err := try()
		if err == nil || !isPassing(err) || pause > time.Second {
			return err
		}
		o.wait(pause)
		pause *= 2
	}
}

// beside returns the name under which a target is built.
func beside(path, mark string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+mark)
}
