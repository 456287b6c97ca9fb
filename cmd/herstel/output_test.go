package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
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

func (d *faultyDisk) Mkdir(path string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.Mkdir(path)
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

func (d *faultyDisk) SyncDir(path string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.osDisk.SyncDir(path)
}

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

func (f *faultyFile) Sync() error {
	if err := f.disk.fault(); err != nil {
		return err
	}
	return f.diskFile.Sync()
}

func (f *faultyFile) Close() error {
	if err := f.disk.fault(); err != nil {
		f.diskFile.Close()
		return err
	}
	return f.diskFile.Close()
}

func noWait(time.Duration) {}

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

// outputCases are the states that a run can find its target in.
var outputCases = []struct {
	name  string
	old   []string
	files []string
}{
	{"nothing there", nil, []string{"out/a.html", "out/b.xlsx", "out/grafieken/c.svg"}},
	{"deep and missing", nil, []string{"x/y/out/a.html", "x/y/out/grafieken/c.svg"}},
	{"directory there", []string{"out/keep.txt"}, []string{"out/a.html", "out/grafieken/c.svg", "out/grafieken/d.svg"}},
	{"all there", []string{"out/a.html", "out/b.xlsx", "out/grafieken/c.svg"}, []string{"out/a.html", "out/b.xlsx", "out/grafieken/c.svg"}},
	{"some there", []string{"out/b.xlsx"}, []string{"out/a.html", "out/b.xlsx", "out/json/c.json"}},
}

func lay(t *testing.T, old, files []string) (dir string, outs []output) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range old {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("old "+name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range files {
		outs = append(outs, output{filepath.Join(dir, filepath.FromSlash(name)), []byte("new " + name)})
	}
	return dir, outs
}

// TestPublishFault fails at every call to the file system in turn: the files
// are then all old, without a trace of the run, or all new.
func TestPublishFault(t *testing.T) {
	for _, c := range outputCases {
		t.Run(c.name, func(t *testing.T) {
			for at := 1; ; at++ {
				dir, outs := lay(t, c.old, c.files)
				before := tree(t, dir)
				d := &faultyDisk{at: at, err: syscall.EIO}
				err := outputs{d, noWait}.publish(context.Background(), outs)
				after := tree(t, dir)
				if err != nil {
					if !sameTree(before, after) {
						t.Fatalf("call %d failed (%v) and left %v", at, err, after)
					}
					continue
				}
				for _, o := range outs {
					rel, _ := filepath.Rel(dir, o.path)
					if after[filepath.ToSlash(rel)] != string(o.data) {
						t.Fatalf("call %d: no error, but %s is %q", at, rel, after[filepath.ToSlash(rel)])
					}
				}
				if d.calls < at { // no call failed: every one has had its turn
					return
				}
			}
		})
	}
}

// TestPublishBreakdown lets every call fail from some moment on, as when the
// disk is pulled out: each file is then the whole old or the whole new one.
func TestPublishBreakdown(t *testing.T) {
	for _, c := range outputCases {
		for _, noLinks := range []bool{false, true} {
			for at := 1; ; at++ {
				dir, outs := lay(t, c.old, c.files)
				d := &faultyDisk{at: at, onwards: true, err: syscall.EIO, noLinks: noLinks}
				err := outputs{d, noWait}.publish(context.Background(), outs)
				after := tree(t, dir)
				for _, name := range append(c.old, c.files...) {
					if got, ok := after[name]; ok && got != "old "+name && got != "new "+name {
						t.Fatalf("%s: call %d left %s as %q", c.name, at, name, got)
					}
				}
				for _, name := range c.old {
					if _, ok := after[name]; !ok {
						t.Fatalf("%s: call %d lost %s", c.name, at, name)
					}
				}
				if err == nil && d.calls < at {
					break
				}
			}
		}
	}
}

// TestPublishInterrupt breaks the run off at every call.
func TestPublishInterrupt(t *testing.T) {
	for _, c := range outputCases {
		for at := 1; ; at++ {
			dir, outs := lay(t, c.old, c.files)
			before := tree(t, dir)
			ctx, cancel := context.WithCancel(context.Background())
			d := &faultyDisk{before: func(call int) {
				if call == at {
					cancel()
				}
			}}
			err := outputs{d, noWait}.publish(ctx, outs)
			cancel()
			if err != nil && (!errors.Is(err, context.Canceled) || !sameTree(before, tree(t, dir))) {
				t.Fatalf("%s: call %d: %v, left %v", c.name, at, err, tree(t, dir))
			}
			if d.calls < at {
				break
			}
		}
	}
}

// TestPublishLocked holds a file for a while, and for ever.
func TestPublishLocked(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("uses an error number of Unix")
	}
	dir, outs := lay(t, []string{"out/b.xlsx"}, []string{"out/b.xlsx"})
	waits := 0
	d := &faultyDisk{at: 1, onwards: true, err: syscall.EBUSY}
	free := func(time.Duration) {
		if waits++; waits == 3 {
			d.at = 0
		}
	}
	d.at = 3 // after the two looks at what is there
	if err := (outputs{d, free}).publish(context.Background(), outs); err != nil {
		t.Fatalf("released after three tries, yet: %v", err)
	}
	d = &faultyDisk{at: 3, onwards: true, err: syscall.EBUSY}
	err := outputs{d, noWait}.publish(context.Background(), outs)
	var f *failure
	if !errors.As(err, &f) || f.hint != "sluit b.xlsx in Excel en probeer het opnieuw" {
		t.Fatalf("got %v (%+v) in %s", err, f, dir)
	}
}

// TestWriteErrorNames checks that a message names the target, never the name
// under which it is built.
func TestWriteErrorNames(t *testing.T) {
	for _, cause := range []error{syscall.EIO, syscall.ENOSPC, fs.ErrPermission, fs.ErrNotExist, syscall.ENOTDIR} {
		err := writeError(filepath.Join("out", ".b.xlsx.herstel-12"), &fs.PathError{Op: "open", Path: "/secret/.b.xlsx.herstel-12", Err: cause})
		if text := err.Error(); strings.Contains(text, ".herstel-") || strings.Contains(text, "secret") || !strings.Contains(text, "out") && !strings.Contains(text, "b.xlsx") {
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
	if err := (outputs{osDisk{}, noWait}).publish(context.Background(), []output{{path, nil}}); err != nil {
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
