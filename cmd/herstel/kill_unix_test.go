//go:build !windows

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// killCase is the set that killedRun writes: files that are replaced, that are
// new and that go.
var killCase = outputCase{
	old:   []string{"out/a.html", "out/b.xlsx", "out/grafieken/oud.svg"},
	files: []string{"out/a.html", "out/b.xlsx", "out/grafieken/c.svg"},
	gone:  []string{"out/grafieken/oud.svg"},
}

// killingDisk kills its own process just before or after a change of name.
type killingDisk struct {
	osDisk
	at, calls int
	noLinks   bool
}

func (d *killingDisk) step() {
	if d.calls++; d.calls == d.at {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
}

func (d *killingDisk) Link(from, to string) error {
	if d.noLinks {
		return syscall.ENOTSUP
	}
	return d.osDisk.Link(from, to)
}

func (d *killingDisk) Rename(from, to string) error {
	d.step()
	err := d.osDisk.Rename(from, to)
	d.step()
	return err
}

func (d *killingDisk) Remove(path string) error {
	d.step()
	err := d.osDisk.Remove(path)
	d.step()
	return err
}

// killedRun is a process that writes killCase in a folder: folder, the call at
// which it is killed, and whether the file system gives second names.
func killedRun() {
	at, _ := strconv.Atoi(os.Args[2])
	d := &killingDisk{at: at, noLinks: os.Args[3] == "true"}
	files, gone := pathsOf(os.Args[1], killCase)
	if err := on(d).publish(context.Background(), filepath.Join(os.Args[1], "out"), files, gone...); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// TestKilledAtEachRename kills a process at each change of name, on the file
// system of the temporary files, in memory, and on both without second names,
// as FAT is. The next run finds one set and leaves nothing of the other.
// TMPDIR on another disk runs it there.
func TestKilledAtEachRename(t *testing.T) {
	if testing.Short() {
		t.Skip("starts some hundred processes")
	}
	for _, parent := range []string{os.TempDir(), "/dev/shm"} {
		if _, err := os.Stat(parent); err != nil {
			continue
		}
		for _, noLinks := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s without links %v", parent, noLinks), func(t *testing.T) {
				killAtEach(t, parent, noLinks)
			})
		}
	}
}

func killAtEach(t *testing.T, parent string, noLinks bool) {
	mixed := 0
	for at := 1; ; at++ {
		s := layIn(t, parent, killCase)
		cmd := exec.Command(os.Args[0], s.dir, strconv.Itoa(at), strconv.FormatBool(noLinks))
		cmd.Args[0] = "killed-run"
		text, err := cmd.CombinedOutput()
		if err == nil {
			if now := tree(t, s.dir); !sameTree(s.after, now) {
				t.Fatalf("left %v", now)
			}
			break
		}
		if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() {
			t.Fatalf("call %d: %v\n%s", at, err, text)
		}
		left := tree(t, s.dir)
		now := withoutStaging(left)
		whole := sameTree(withDirs(s.before, now), now) || sameTree(withDirs(s.after, now), now)
		if !whole {
			mixed++
		}
		putRight(t, s, at, len(now) == len(left))
	}
	if mixed == 0 {
		t.Error("no moment left a mixed set, so nothing was tried")
	}
}

// layIn puts a case in a folder below parent.
func layIn(t *testing.T, parent string, c outputCase) set {
	t.Helper()
	dir, err := os.MkdirTemp(parent, "herstel-kill")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return layAt(t, dir, c)
}
