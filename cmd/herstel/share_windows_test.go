package main

import (
	"context"
	"errors"
	"os"
	"testing"

	"golang.org/x/sys/windows"
)

// errFull is what the system says when a disk is full.
const errFull = windows.ERROR_DISK_FULL

// TestShareModes holds a file of the set as programs on Windows do. What does
// not let others write or delete keeps the old set whole, leaves nothing and
// is told.
func TestShareModes(t *testing.T) {
	for name, share := range map[string]uint32{
		"Excel: others may read":                windows.FILE_SHARE_READ,
		"nobody else":                           0,
		"others may read and write, not delete": windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE,
		"others may read and delete, not write": windows.FILE_SHARE_READ | windows.FILE_SHARE_DELETE,
	} {
		s := lay(t, outputCase{old: []string{"out/a.md", "out/b.xlsx"}, files: []string{"out/a.md", "out/b.xlsx"}})
		held := holdFile(t, s.files[1].path, share)
		err := on(osDisk{}).publish(context.Background(), s.root, s.files)
		if err := windows.CloseHandle(held); err != nil {
			t.Fatal(err)
		}
		var f *failure
		if !errors.As(err, &f) || f.hint != "sluit b.xlsx in Excel of een ander programma en probeer het opnieuw" {
			t.Errorf("%s: %v (%+v)", name, err, f)
		}
		if now := tree(t, s.dir); !sameTree(s.before, now) {
			t.Errorf("%s: left %v", name, now)
		}
	}
}

// TestShareEverything holds a file as a virus scanner does. Whether its name
// can be taken differs between versions of Windows: the set is all old or all
// new, and the next run leaves nothing.
func TestShareEverything(t *testing.T) {
	s := lay(t, outputCase{old: []string{"out/a.md", "out/b.xlsx"}, files: []string{"out/a.md", "out/b.xlsx"}})
	held := holdFile(t, s.files[1].path, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE)
	err := on(osDisk{}).publish(context.Background(), s.root, s.files)
	want := s.after
	if err != nil {
		want = s.before
	}
	if now := withoutStaging(tree(t, s.dir)); !sameTree(want, now) {
		t.Errorf("%v, left %v", err, now)
	}
	if err := windows.CloseHandle(held); err != nil {
		t.Fatal(err)
	}
	if err := on(osDisk{}).publish(context.Background(), s.root, s.files); err != nil ||
		!sameTree(s.after, tree(t, s.dir)) {
		t.Errorf("the next run: %v, left %v", err, tree(t, s.dir))
	}
}

func holdFile(t *testing.T, path string, share uint32) windows.Handle {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	held, err := windows.CreateFile(name, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return held
}

// TestReadOnlyFile leaves a file alone that has the attribute read-only.
func TestReadOnlyFile(t *testing.T) {
	s := lay(t, outputCase{old: []string{"out/a.md", "out/b.md"}, files: []string{"out/a.md", "out/b.md"}})
	if err := os.Chmod(s.files[1].path, 0o444); err != nil {
		t.Fatal(err)
	}
	err := on(osDisk{}).publish(context.Background(), s.root, s.files)
	if want := s.files[1].path + " is alleen-lezen"; err == nil || err.Error() != want ||
		!sameTree(s.before, tree(t, s.dir)) {
		t.Errorf("got %v, want %s; left %v", err, want, tree(t, s.dir))
	}
	if err := os.Chmod(s.files[1].path, 0o666); err != nil {
		t.Fatal(err)
	}
}
