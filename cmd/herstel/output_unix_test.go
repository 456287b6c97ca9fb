//go:build !windows

package main

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPublishKeepsMode replaces files that not everyone may read.
func TestPublishKeepsMode(t *testing.T) {
	for _, noLinks := range []bool{false, true} {
		for _, mode := range []os.FileMode{0o600, 0o640, 0o666, 0o755} {
			s := lay(t, outputCase{old: []string{"out/a.md"}, files: []string{"out/a.md"}})
			if err := os.Chmod(s.files[0].path, mode); err != nil {
				t.Fatal(err)
			}
			d := &faultyDisk{noLinks: noLinks}
			if err := on(d).publish(context.Background(), s.root, s.files); err != nil {
				t.Fatal(err)
			}
			info, err := os.Stat(s.files[0].path)
			if err != nil || info.Mode() != mode {
				t.Errorf("%v became %v (%v)", mode, info.Mode(), err)
			}
			// The old file that is put back has its mode too.
			killAfter(t, s, 1)
			if err := on(d).publish(context.Background(), s.root, nil); err != nil {
				t.Fatal(err)
			}
			if info, err = os.Stat(s.files[0].path); err != nil || info.Mode() != mode {
				t.Errorf("%v was put back as %v (%v)", mode, info.Mode(), err)
			}
		}
	}
}

// TestPublishRefusesWhatIsNoFile finds links, pipes, sockets and devices in
// its way. None of them is opened: a pipe would wait for ever.
func TestPublishRefusesWhatIsNoFile(t *testing.T) {
	link := func(to string) func(string) error {
		return func(path string) error { return os.Symlink(to, path) }
	}
	socket := func(path string) error {
		l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path})
		if err == nil {
			l.SetUnlinkOnClose(false)
			err = l.Close()
		}
		return err
	}
	pipe := func(path string) error { return syscall.Mkfifo(path, 0o666) }
	for _, c := range []struct {
		name, at string
		put      func(path string) error
		want     string
	}{
		{"link to a file", "a.md", link("keep.md"),
			"a.md is een snelkoppeling naar een andere plek; daar schrijft herstel niet"},
		{"dangling link", "a.md", link("nergens"),
			"a.md is een snelkoppeling naar een andere plek; daar schrijft herstel niet"},
		{"link to a device", "a.md", link("/dev/null"), "a.md is een snelkoppeling"},
		{"pipe", "a.md", pipe, "a.md is een apparaat of een wachtrij, geen gewoon bestand"},
		{"socket", "a.md", socket, "a.md is een apparaat of een wachtrij, geen gewoon bestand"},
		{"link to a folder", "grafieken", link("."),
			"grafieken is een snelkoppeling naar een andere plek; daar schrijft herstel niet"},
		{"dangling folder", "grafieken", link("nergens"), "grafieken is een snelkoppeling"},
		{"pipe for a folder", "grafieken", pipe, "grafieken is een bestand, geen map"},
		{"link for the work", stagingName, link("."), stagingName + " is niet van herstel"},
	} {
		s := lay(t, outputCase{old: []string{"keep.md"}, files: []string{"a.md", "grafieken/b.svg"}})
		if err := c.put(filepath.Join(s.root, c.at)); err != nil {
			t.Fatal(err)
		}
		err := on(osDisk{}).publish(context.Background(), s.root, s.files)
		if err == nil || !strings.Contains(err.Error(), filepath.Join(s.root, "")+"/"+c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
		names, _ := os.ReadDir(s.root)
		if len(names) != 2 {
			t.Errorf("%s: left %v", c.name, names)
		}
	}
}

// TestPublishRoot follows a link that the user names himself, and says what is
// the matter when it leads nowhere.
func TestPublishRoot(t *testing.T) {
	s := lay(t, outputCase{old: []string{"echt/x.md"}, files: []string{"verslag/a.md"}})
	if err := os.Symlink("echt", s.root); err != nil {
		t.Fatal(err)
	}
	if err := on(osDisk{}).publish(context.Background(), s.root, s.files); err != nil {
		t.Fatal(err)
	}
	if now := tree(t, filepath.Join(s.dir, "echt")); now["a.md"] != "new verslag/a.md" {
		t.Errorf("left %v", now)
	}
	if err := os.Rename(filepath.Join(s.dir, "echt"), filepath.Join(s.dir, "weg")); err != nil {
		t.Fatal(err)
	}
	err := on(osDisk{}).publish(context.Background(), s.root, s.files)
	if want := s.root + " is een snelkoppeling naar een map die er niet is"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
