package main

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// faultyDisk counts what is asked of it and fails at one of those moments, or
// from that moment on.
type faultyDisk struct {
	osDisk
	at      int // the number of the call that fails, from 1
	onwards bool
	noLinks bool // a file system without second names
	err     error
	calls   int
	before  func(call int)
}

func (d *faultyDisk) fault() error {
	d.calls++
	if d.before != nil {
		d.before(d.calls)
	}
	if d.calls == d.at || d.onwards && d.at > 0 && d.calls > d.at {
		return d.err
	}
	return nil
}

func (d *faultyDisk) Stat(path string) (fs.FileInfo, error) {
	if err := d.fault(); err != nil {
		return nil, err
	}
	return d.osDisk.Stat(path)
}

func (d *faultyDisk) Lstat(path string) (fs.FileInfo, error) {
	if err := d.fault(); err != nil {
		return nil, err
	}
	return d.osDisk.Lstat(path)
}

func (d *faultyDisk) ReadDir(path string) ([]fs.DirEntry, error) {
	if err := d.fault(); err != nil {
		return nil, err
	}
	return d.osDisk.ReadDir(path)
}

func (d *faultyDisk) Read(path string) ([]byte, error) {
	if err := d.fault(); err != nil {
		return nil, err
	}
	return d.osDisk.Read(path)
}

func (d *faultyDisk) Match(path string, old fs.FileInfo) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.Match(path, old)
}

func (d *faultyDisk) Lock(path, text string) (func() error, error) {
	if err := d.fault(); err != nil {
		return nil, err
	}
	return d.osDisk.Lock(path, text)
}

func (d *faultyDisk) Mkdir(path string, mode fs.FileMode) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.Mkdir(path, mode)
}

func (d *faultyDisk) Create(path string) (diskFile, error) {
	if err := d.fault(); err != nil {
		return nil, err
	}
	f, err := d.osDisk.Create(path)
	return &faultyFile{f, d}, err
}

func (d *faultyDisk) Probe(path string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.Probe(path)
}

func (d *faultyDisk) Link(from, to string) error {
	if d.noLinks {
		return errors.ErrUnsupported
	}
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.Link(from, to)
}

func (d *faultyDisk) Rename(from, to string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.Rename(from, to)
}

func (d *faultyDisk) Remove(path string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.Remove(path)
}

// SyncDir and Sync do no more than be called: a test outlives no power cut.
func (d *faultyDisk) SyncDir(string) error { return d.fault() }

type faultyFile struct {
	diskFile
	disk *faultyDisk
}

// Write leaves half of the bytes when it fails, as a full disk does.
func (f *faultyFile) Write(p []byte) (int, error) {
	if err := f.disk.fault(); err != nil {
		n, _ := f.diskFile.Write(p[:len(p)/2])
		return n, err
	}
	return f.diskFile.Write(p)
}

func (f *faultyFile) Sync() error { return f.disk.fault() }

func (f *faultyFile) Close() error {
	if err := f.disk.fault(); err != nil {
		f.diskFile.Close()
		return err
	}
	return f.diskFile.Close()
}

func noWait(time.Duration) {}

// on is the outputs of a disk, told of by nobody.
func on(d disk) outputs { return outputs{d, noWait, func(string) {}} }

// tree reads a directory into path -> content; a directory is its path and "/".
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		rel = filepath.ToSlash(rel)
		if e.IsDir() {
			found[rel+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(path)
		found[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func sameTree(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name, content := range a {
		if other, ok := b[name]; !ok || other != content {
			return false
		}
	}
	return true
}

// outputCase is a state that a run can find its target in. The root of the
// set is the folder of the first file.
type outputCase struct {
	name  string
	old   []string
	files []string
	gone  []string
}

var outputCases = []outputCase{
	{"nothing there", nil, []string{"out/a.html", "out/b.xlsx", "out/grafieken/c.svg"}, nil},
	{"deep and missing", nil, []string{"x/y/out/a.html", "x/y/out/grafieken/c.svg"}, nil},
	{"directory there", []string{"out/keep.txt"}, []string{"out/a.html", "out/grafieken/c.svg", "out/grafieken/d.svg"},
		nil},
	{"all there", []string{"out/a.html", "out/b.xlsx", "out/grafieken/c.svg"},
		[]string{"out/a.html", "out/b.xlsx", "out/grafieken/c.svg"}, nil},
	{"some there", []string{"out/b.xlsx"}, []string{"out/a.html", "out/b.xlsx", "out/json/c.json"}, nil},
	{"some go", []string{"out/a.html", "out/grafieken/oud.svg"}, []string{"out/a.html", "out/grafieken/c.svg"},
		[]string{"out/grafieken/oud.svg"}},
}

// eachCase runs a test for each case, on a file system that gives second names
// and on one that does not, as FAT.
func eachCase(t *testing.T, test func(t *testing.T, c outputCase, noLinks bool)) {
	cases := outputCases
	if testing.Short() {
		cases = cases[len(cases)-1:]
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { test(t, c, false) })
		t.Run(c.name+" on FAT", func(t *testing.T) { test(t, c, true) })
	}
}

// set is a case on disk, with the tree before the run and after it.
type set struct {
	dir, root     string
	files         []output
	gone          []string
	before, after map[string]string
}

func lay(t *testing.T, c outputCase) set {
	t.Helper()
	return layAt(t, t.TempDir(), c)
}

func layAt(t *testing.T, dir string, c outputCase) set {
	t.Helper()
	s := set{dir: dir}
	for _, name := range c.old {
		path := filepath.Join(s.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("old "+name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s.before = tree(t, s.dir)
	s.after = maps.Clone(s.before)
	s.files, s.gone = pathsOf(dir, c)
	for _, name := range c.files {
		s.after[name] = "new " + name
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			s.after[dir+"/"] = ""
		}
	}
	for _, name := range c.gone {
		delete(s.after, name)
	}
	s.root = filepath.Dir(s.files[0].path)
	return s
}

// pathsOf gives what a case writes and removes below a folder.
func pathsOf(dir string, c outputCase) (files []output, gone []string) {
	for _, name := range c.files {
		files = append(files, output{filepath.Join(dir, filepath.FromSlash(name)), []byte("new " + name)})
	}
	for _, name := range c.gone {
		gone = append(gone, filepath.Join(dir, filepath.FromSlash(name)))
	}
	return files, gone
}

// TestPublishFault fails at every call to the file system in turn: the files
// are then all old, without a trace of the run, or all new.
func TestPublishFault(t *testing.T) {
	eachCase(t, func(t *testing.T, c outputCase, noLinks bool) {
		for at := 1; ; at++ {
			s := lay(t, c)
			d := &faultyDisk{at: at, err: syscall.EIO, noLinks: noLinks}
			err := on(d).publish(context.Background(), s.root, s.files, s.gone...)
			after := tree(t, s.dir)
			if err != nil && !sameTree(s.before, after) {
				t.Fatalf("call %d failed (%v) and left %v", at, err, after)
			}
			if err == nil && !sameTree(s.after, withoutStaging(after)) {
				t.Fatalf("call %d: no error, but %v", at, after)
			}
			if d.calls < at { // no call failed: every one has had its turn
				if !sameTree(s.after, after) {
					t.Fatalf("left %v", after)
				}
				return
			}
		}
	})
}

// TestPublishKilled lets every call fail from some moment on, as when the run
// is killed or the disk is pulled out: each file is then the whole old or the
// whole new one, and none is lost. The next run finds one set, the old one or
// the new one, says so, and leaves nothing of the other; also when it fails.
func TestPublishKilled(t *testing.T) {
	eachCase(t, func(t *testing.T, c outputCase, noLinks bool) {
		mixed := 0
		for at := 1; ; at++ {
			s := lay(t, c)
			d := &faultyDisk{at: at, onwards: true, err: syscall.EIO, noLinks: noLinks}
			err := on(d).publish(context.Background(), s.root, s.files, s.gone...)
			if err == nil && d.calls < at {
				break
			}
			left := tree(t, s.dir)
			now := withoutStaging(left)
			for name, content := range now {
				if content != s.before[name] && content != s.after[name] {
					t.Fatalf("call %d left %s as %q", at, name, content)
				}
			}
			for name := range s.before {
				if _, stays := s.after[name]; stays && now[name] == "" && s.before[name] != "" {
					t.Fatalf("call %d lost %s", at, name)
				}
			}
			whole := sameTree(withDirs(s.before, now), now) || sameTree(withDirs(s.after, now), now)
			if !whole {
				mixed++
			}
			putRight(t, s, at, whole && len(now) == len(left))
		}
		if len(c.files) > 1 && mixed == 0 {
			t.Error("no moment left a mixed set, so nothing was tried")
		}
	})
}

// putRight lets a run that has something else to do work in what was left.
func putRight(t *testing.T, s set, at int, clean bool) {
	t.Helper()
	told := ""
	next := outputs{&faultyDisk{}, noWait, func(notice string) { told += notice + "\n" }}
	extra := filepath.Join(s.root, "extra.txt")
	if err := next.publish(context.Background(), s.root, []output{{extra, []byte("extra")}}); err != nil {
		t.Fatalf("call %d: the next run: %v", at, err)
	}
	after := tree(t, s.dir)
	rel, _ := filepath.Rel(s.dir, extra)
	delete(after, filepath.ToSlash(rel))
	if !sameTree(withDirs(s.before, after), after) && !sameTree(withDirs(s.after, after), after) {
		t.Fatalf("call %d: the next run leaves %v", at, after)
	}
	if clean != (told == "") {
		t.Fatalf("call %d: told %q", at, told)
	}
}

// withDirs adds the directories that a killed run made and that hold nothing:
// they are no part of a set.
func withDirs(want, got map[string]string) map[string]string {
	all := maps.Clone(want)
	for name := range got {
		if strings.HasSuffix(name, "/") {
			all[name] = ""
		}
	}
	return all
}

// withoutStaging leaves out what stands in the staging folder.
func withoutStaging(found map[string]string) map[string]string {
	kept := map[string]string{}
	for name, content := range found {
		if !strings.Contains(name, stagingName) {
			kept[name] = content
		}
	}
	return kept
}

// TestUndoKilled kills the run that puts a killed run right, at every call:
// the one after it still finds one set.
func TestUndoKilled(t *testing.T) {
	eachCase(t, func(t *testing.T, c outputCase, noLinks bool) {
		if len(c.old) == 0 {
			return
		}
		for at := 1; ; at++ {
			s := lay(t, c)
			killed := &faultyDisk{onwards: true, err: syscall.EIO, noLinks: noLinks}
			killed.before = func(int) {
				if _, err := os.Stat(filepath.Join(s.root, stagingName, journalName)); err == nil && killed.at == 0 {
					killed.at = killed.calls + 3 // after two changes of name
				}
			}
			if on(killed).publish(context.Background(), s.root, s.files, s.gone...) == nil {
				t.Fatal("the first run was not killed")
			}
			d := &faultyDisk{at: at, onwards: true, err: syscall.EIO, noLinks: noLinks}
			on(d).publish(context.Background(), s.root, nil)
			putRight(t, s, at, d.calls < at)
			if d.calls < at {
				return
			}
		}
	})
}

// TestPublishInterrupt breaks the run off at every call.
func TestPublishInterrupt(t *testing.T) {
	eachCase(t, func(t *testing.T, c outputCase, noLinks bool) {
		for at := 1; ; at++ {
			s := lay(t, c)
			ctx, cancel := context.WithCancel(context.Background())
			d := &faultyDisk{noLinks: noLinks, before: func(call int) {
				if call == at {
					cancel()
				}
			}}
			err := on(d).publish(ctx, s.root, s.files, s.gone...)
			cancel()
			want := s.after
			if err != nil {
				want = s.before
			}
			if err != nil && !errors.Is(err, context.Canceled) || !sameTree(want, tree(t, s.dir)) {
				t.Fatalf("call %d: %v, left %v", at, err, tree(t, s.dir))
			}
			if d.calls < at {
				return
			}
		}
	})
}

// TestPublishLocked holds a file for a while, and for ever.
func TestPublishLocked(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("uses an error number of Unix")
	}
	s := lay(t, outputCase{old: []string{"out/b.xlsx"}, files: []string{"out/b.xlsx"}})
	waits := 0
	d := &heldDisk{held: true}
	free := func(time.Duration) {
		if waits++; waits == 3 {
			d.held = false
		}
	}
	if err := (outputs{d, free, nil}).publish(context.Background(), s.root, s.files); err != nil || waits != 3 {
		t.Fatalf("released after three tries, yet after %d: %v", waits, err)
	}
	err := on(&heldDisk{held: true}).publish(context.Background(), s.root, s.files)
	var f *failure
	if !errors.As(err, &f) || f.hint != "sluit b.xlsx in Excel of een ander programma en probeer het opnieuw" {
		t.Fatalf("got %v (%+v)", err, f)
	}
}

// heldDisk has a file that another program holds.
type heldDisk struct {
	osDisk
	held bool
}

func (d *heldDisk) Probe(path string) error {
	if d.held {
		return &fs.PathError{Op: "open", Path: path, Err: syscall.EBUSY}
	}
	return d.osDisk.Probe(path)
}

// TestWriteErrorNames checks that a message names the target, never the name
// under which it is built.
func TestWriteErrorNames(t *testing.T) {
	for _, cause := range []error{syscall.EIO, syscall.ENOSPC, fs.ErrPermission, fs.ErrNotExist, syscall.ENOTDIR} {
		err := writeError(filepath.Join("out", "b.xlsx"),
			&fs.PathError{Op: "open", Path: "/secret/nieuw-1", Err: cause})
		if text := err.Error(); strings.Contains(text, "nieuw") || strings.Contains(text, "secret") ||
			!strings.Contains(text, "out") && !strings.Contains(text, "b.xlsx") {
			t.Errorf("%v: %q", cause, text)
		}
	}
}

func TestPublishMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no umask")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "out", "a.html")
	if err := on(osDisk{}).publish(context.Background(), filepath.Dir(path), []output{{path, nil}}); err != nil {
		t.Fatal(err)
	}
	want, err := os.Create(filepath.Join(dir, "plain"))
	if err != nil {
		t.Fatal(err)
	}
	defer want.Close()
	wantInfo, _ := want.Stat()
	info, err := os.Stat(path)
	if err != nil || info.Mode() != wantInfo.Mode() {
		t.Errorf("mode %v, want %v (%v)", info.Mode(), wantInfo.Mode(), err)
	}
}
