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

// drawn is the start of a chart that herstel drew.
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1mm" aria-labelledby="oud-2021-titel oud-2021-uitleg">` +
	"\n</svg>\n"

// layStale puts what an earlier run and the user may have left beside charts.
func layStale(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(folder, "map-2021.svg"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"oud-2021.svg": drawn, "sport-2020.svg": drawn, "foto-2021.png": drawn, "2021.svg": drawn,
		"contact-2021.svg":  drawn,
		"notitie-2021.svg":  `<svg xmlns="http://www.w3.org/2000/svg"><text>van mij</text></svg>`,
		"inkscape-2021.svg": `<?xml version="1.0"?>` + drawn,
		"half-2021.svg":     `<svg xmlns="http://www.w3.org/2000/svg" aria-labelledby="a-titel b-uitleg">`,
		"leeg-2021.svg":     "",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestStale finds the one old chart of the year, and nothing of the user.
func TestStale(t *testing.T) {
	folder := t.TempDir()
	layStale(t, folder)
	var errs bytes.Buffer
	written := []output{{path: filepath.Join(folder, "contact-2021.svg")}}
	got := stale(system{stderr: &errs, disk: osDisk{}}, folder, 2021, written)
	if want := []string{filepath.Join(folder, "oud-2021.svg")}; !slices.Equal(got, want) || errs.Len() > 0 {
		t.Errorf("found %v, want %v; said %q", got, want, errs.String())
	}
}

// unlistedDisk refuses to list what stands in a folder.
type unlistedDisk struct{ osDisk }

func (unlistedDisk) ReadDir(string) ([]fs.DirEntry, error) { return nil, syscall.EIO }

// TestStaleUnlisted wants the user told of charts that herstel cannot see.
func TestStaleUnlisted(t *testing.T) {
	var errs bytes.Buffer
	found := stale(system{stderr: &errs, disk: unlistedDisk{}}, t.TempDir(), 2021, nil)
	if len(found) > 0 || !strings.HasPrefix(errs.String(), "let op: ") ||
		!strings.Contains(errs.String(), "haal ze zelf weg") {
		t.Errorf("found %v, said %q", found, errs.String())
	}
}

// TestFailingReportRemovesNothing runs a report that cannot be written.
func TestFailingReportRemovesNothing(t *testing.T) {
	dir := t.TempDir()
	layStale(t, filepath.Join(dir, chartFolder))
	before := tree(t, dir)
	var out bytes.Buffer
	args := []string{"report", "--demo", "--year", "2021", "--out", dir}
	if code := run(context.Background(), args,
		system{stdout: &out, stderr: &out, disk: &fullDisk{}, wait: noWait}); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if after := tree(t, dir); !sameTree(before, after) {
		t.Errorf("left %v", after)
	}
}
