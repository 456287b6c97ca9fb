package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// layStale puts what an earlier run and the user may have left beside charts.
func layStale(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(folder, "map-2021.svg"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"oud-2021.svg", "sport-2020.svg", "foto-2021.png", "2021.svg", "contact-2021.svg"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRemoveStale removes the one old chart of the year, and nothing else.
func TestRemoveStale(t *testing.T) {
	folder := t.TempDir()
	layStale(t, folder)
	before := tree(t, folder)
	var errs bytes.Buffer
	written := []output{{path: filepath.Join(folder, "contact-2021.svg")}}
	got := removeStale(system{stderr: &errs, disk: osDisk{}}, folder, 2021, written)
	if want := []string{filepath.Join(folder, "oud-2021.svg")}; !slices.Equal(got, want) || errs.Len() > 0 {
		t.Errorf("removed %v, want %v; said %q", got, want, errs.String())
	}
	delete(before, "oud-2021.svg")
	if after := tree(t, folder); !sameTree(before, after) {
		t.Errorf("left %v", after)
	}
}

// keepingDisk refuses to remove, or to list, what stands in a folder.
type keepingDisk struct {
	osDisk
	unlisted bool
}

func (d keepingDisk) Remove(string) error { return syscall.EIO }
func (d keepingDisk) ReadDir(path string) ([]fs.DirEntry, error) {
	if d.unlisted {
		return nil, syscall.EIO
	}
	return d.osDisk.ReadDir(path)
}

// TestRemoveStaleFails wants the user told of a chart that stays.
func TestRemoveStaleFails(t *testing.T) {
	for _, unlisted := range []bool{false, true} {
		folder := t.TempDir()
		layStale(t, folder)
		var errs bytes.Buffer
		removed := removeStale(system{stderr: &errs, disk: keepingDisk{unlisted: unlisted}}, folder, 2021, nil)
		if len(removed) > 0 || !strings.HasPrefix(errs.String(), "let op: ") || !strings.Contains(errs.String(), "haal ") {
			t.Errorf("removed %v, said %q", removed, errs.String())
		}
	}
}

// TestFailingReportRemovesNothing runs a report that cannot be written.
func TestFailingReportRemovesNothing(t *testing.T) {
	dir := t.TempDir()
	layStale(t, filepath.Join(dir, chartFolder))
	before := tree(t, dir)
	var out bytes.Buffer
	args := []string{"report", "--demo", "--year", "2021", "--out", dir}
	if code := run(context.Background(), args, system{stdout: &out, stderr: &out, disk: &fullDisk{}, wait: noWait}); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if after := tree(t, dir); !sameTree(before, after) {
		t.Errorf("left %v", after)
	}
}
