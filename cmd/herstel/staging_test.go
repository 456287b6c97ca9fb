package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// killAfter runs a set until its names have begun to change, and no further.
func killAfter(t *testing.T, s set, changes int) {
	t.Helper()
	d := &faultyDisk{onwards: true, err: syscall.EIO}
	d.before = func(int) {
		if _, err := os.Stat(filepath.Join(s.root, stagingName, journalName)); err == nil && d.at == 0 {
			d.at = d.calls + 1 + changes // the first call after the journal syncs its folder
		}
	}
	if on(d).publish(context.Background(), s.root, s.files) == nil {
		t.Fatal("the run was not killed")
	}
}

// TestUndoKeepsLaterWork edits a file of a set that was left half done: it is
// not put back over that work.
func TestUndoKeepsLaterWork(t *testing.T) {
	s := lay(t, outputCase{old: []string{"out/a.md", "out/b.md"}, files: []string{"out/a.md", "out/b.md", "out/c.md"}})
	killAfter(t, s, 1)
	if now := withoutStaging(tree(t, s.dir)); now["out/a.md"] != "new out/a.md" || now["out/b.md"] != "old out/b.md" {
		t.Fatalf("the run left %v", now)
	}
	if err := os.WriteFile(s.files[0].path, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := on(osDisk{}).publish(context.Background(), s.root, nil); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"out/": "", "out/a.md": "mine", "out/b.md": "old out/b.md"}
	if after := tree(t, s.dir); !sameTree(after, want) {
		t.Errorf("left %v", after)
	}
}

// TestStagingRefuses wants a folder or file with the name of the staging
// folder left alone when it is not herstel's.
func TestStagingRefuses(t *testing.T) {
	for name, content := range map[string]string{
		".herstel-bezig":          "a file",
		".herstel-bezig/brief":    "a letter",
		".herstel-bezig/slot":     "another lock",
		".herstel-bezig/nieuw-1":  "no mark beside it",
		".herstel-bezig/slot/tje": "a folder for a lock",
	} {
		s := lay(t, outputCase{files: []string{"out/a.md"}})
		path := filepath.Join(s.root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		before := tree(t, s.dir)
		err := on(osDisk{}).publish(context.Background(), s.root, s.files)
		if err == nil || !strings.Contains(err.Error(), "is niet van herstel") || !sameTree(before, tree(t, s.dir)) {
			t.Errorf("%s: %v, left %v", name, err, tree(t, s.dir))
		}
	}
}

// TestStagingKeepsWhatIsNotIts leaves a file that someone put in a staging
// folder, and says that it is there.
func TestStagingKeepsWhatIsNotIts(t *testing.T) {
	s := lay(t, outputCase{old: []string{"out/.herstel-bezig/brief"}, files: []string{"out/a.md"}})
	for name, content := range map[string]string{markName: markText[:9], "oud-1": "a count of 3"} {
		if err := os.WriteFile(filepath.Join(s.root, stagingName, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	told := ""
	o := outputs{osDisk{}, noWait, func(notice string) { told += notice }}
	if err := o.publish(context.Background(), s.root, s.files); err != nil {
		t.Fatal(err)
	}
	if after := tree(t, s.dir); !sameTree(after, s.after) || !strings.Contains(told, "zelf weg") {
		t.Errorf("told %q, left %v", told, after)
	}
}

// TestStagingHeld lets a second run come while the first one writes.
func TestStagingHeld(t *testing.T) {
	s := lay(t, outputCase{files: []string{"out/a.md"}})
	if err := os.Mkdir(s.root, 0o777); err != nil {
		t.Fatal(err)
	}
	first, err := on(osDisk{}).enter(s.root)
	if err != nil {
		t.Fatal(err)
	}
	err = on(osDisk{}).publish(context.Background(), s.root, s.files)
	if err == nil || !strings.HasPrefix(err.Error(), "een andere herstel schrijft nu in ") {
		t.Errorf("the second run: %v", err)
	}
	if err := first.leave(nil); err != nil {
		t.Error(err)
	}
	if err := on(osDisk{}).publish(context.Background(), s.root, s.files); err != nil ||
		!sameTree(s.after, tree(t, s.dir)) {
		t.Errorf("after it: %v, left %v", err, tree(t, s.dir))
	}
}

// TestJournalStaysInItsFolder refuses a journal that points elsewhere.
func TestJournalStaysInItsFolder(t *testing.T) {
	s := lay(t, outputCase{old: []string{"a.md", "out/b.md"}, files: []string{"out/b.md"}})
	dir := filepath.Join(s.root, stagingName)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	list := `{"bestanden":[{"naam":"../a.md","sha256":"` + sha256Hex([]byte("old a.md")) + `"}]}`
	for name, content := range map[string]string{markName: markText, journalName: list} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	err := on(osDisk{}).publish(context.Background(), s.root, s.files)
	if now := withoutStaging(tree(t, s.dir)); err == nil || !sameTree(now, s.before) {
		t.Errorf("%v, left %v", err, now)
	}
}
