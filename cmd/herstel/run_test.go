package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRunInterrupted breaks off a run as Ctrl-C does: it says so, and leaves
// nothing.
func TestRunInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, args := range [][]string{
		{"report", "--demo", "--year", "2021", "--out", filepath.Join(dir, "verslag")},
		{"chart", "contact", "--demo", "--year", "2021", "--out", filepath.Join(dir, "grafiek")},
		{"demo", filepath.Join(dir, "demo")},
	} {
		var out, errs bytes.Buffer
		code := run(ctx, args, system{stdout: &out, stderr: &errs, disk: osDisk{}, wait: noWait})
		if code != exitFailed || errs.String() != "herstel: afgebroken; er is niets geschreven\n" || out.Len() > 0 {
			t.Errorf("%v: exit code %d, stdout %q, stderr %q", args, code, out.String(), errs.String())
		}
		if left := tree(t, dir); len(left) > 0 {
			t.Errorf("%v: left %v", args, left)
		}
	}
}

// TestRunFullDisk lets every write fail: the message says what to do, and the
// old report stays as it was.
func TestRunFullDisk(t *testing.T) {
	dir := t.TempDir()
	args := []string{"report", "--demo", "--year", "2021", "--out", filepath.Join(dir, "verslag")}
	var errs bytes.Buffer
	if code := run(context.Background(), args,
		system{stdout: &errs, stderr: &errs, disk: osDisk{}, wait: noWait}); code != 0 {
		t.Fatal(errs.String())
	}
	old := tree(t, dir)
	errs.Reset()
	code := run(context.Background(), args, system{stdout: &errs, stderr: &errs, disk: &fullDisk{}, wait: noWait})
	want := "herstel: de schijf is vol: cijfers-2021.html past er niet meer op\ntip: maak ruimte vrij, of kies met " +
		"--out een andere schijf\n"
	if code != exitFailed || errs.String() != want {
		t.Errorf("exit code %d, said %q", code, errs.String())
	}
	if !sameTree(old, tree(t, dir)) {
		t.Error("the old report is no more what it was")
	}
}

// fullDisk has room for names, not for bytes.
type fullDisk struct{ osDisk }

func (d *fullDisk) Create(path string) (diskFile, error) {
	f, err := d.osDisk.Create(path)
	return fullFile{f}, err
}

type fullFile struct{ diskFile }

func (f fullFile) Write(p []byte) (int, error) {
	n, _ := f.diskFile.Write(p[:len(p)/2])
	return n, &fs.PathError{Op: "write", Path: "x", Err: errFull}
}

func TestExpandNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"2020/export.csv", "2021/export.csv", "2021/extra.csv", "2021/~$extra.csv",
		"2021/.verborgen.csv", "los [1].csv"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777),
			os.WriteFile(path, []byte(name), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		patterns []string
		want     string
	}{
		{[]string{"2021/*.csv"}, "export.csv extra.csv"},
		{[]string{"2021/extra.csv", "2021/*.csv"}, "extra.csv export.csv"},
		{[]string{"20*/*.csv"}, "2020/export.csv 2021/export.csv extra.csv"},
		{[]string{"2020/export.csv", "2020/../2020/export.csv"}, "export.csv"},
		{[]string{"los [1].csv"}, "los [1].csv"},
	} {
		var patterns, names []string
		for _, p := range c.patterns {
			patterns = append(patterns, dir+string(filepath.Separator)+filepath.FromSlash(p))
		}
		files, err := expand(patterns)
		if err != nil {
			t.Errorf("%v: %v", c.patterns, err)
		}
		for _, f := range files {
			names = append(names, f.name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%v: %q, want %q", c.patterns, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"instroom", "aanleiding", "contact_per_aanleiding", "contact", "year", "input"}
	for word, want := range map[string]string{
		"aanleidng": "aanleiding", "Instroom": "instroom", "yaer": "year", "leeftijd": "", "aanl": "aanleiding",
		"x": "",
	} {
		if got := nearest(word, known); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestParseWidth(t *testing.T) {
	for text, want := range map[string]float64{"180mm": 180, "8,5cm": 85, "85": 85, " 60 mm": 60, "400mm": 400} {
		if got, err := parseWidth(text); err != nil || got != want {
			t.Errorf("parseWidth(%q) = %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "breed", "59mm", "401mm", "NaN", "-85mm", "Inf", "1e9mm"} {
		if got, err := parseWidth(text); err == nil {
			t.Errorf("parseWidth(%q) = %v, want an error", text, got)
		}
	}
}
