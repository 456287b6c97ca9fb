package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGlob takes what is there as it is written, whatever is in its name.
func TestGlob(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"exports [2021]/x.csv", "exports [2021]/y.csv", "exports 2/x.csv", "a[/z.csv",
		"b/n[1].csv"} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, nil, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for pattern, want := range map[string]string{
		"exports [2021]/x.csv":         "exports [2021]/x.csv",
		"exports [2021]/*.csv":         "exports [2021]/x.csv exports [2021]/y.csv",
		"exports [0-9]/*.csv":          "exports 2/x.csv",
		"exports*/x.csv":               "exports 2/x.csv exports [2021]/x.csv",
		"a[/*.csv":                     "a[/z.csv",
		"b/../b/n?1?.csv":              "b/../b/n[1].csv",
		"geen/*.csv":                   "",
		"b/n[1].csv/*":                 "",
		here + "/exports [2021]/?.csv": here + "/exports [2021]/x.csv " + here + "/exports [2021]/y.csv",
		"exports [2021]//y.csv":        "exports [2021]/y.csv",
	} {
		got, err := glob(pattern)
		if text := filepath.ToSlash(strings.Join(got, " ")); err != nil || text != filepath.ToSlash(want) {
			t.Errorf("%s: %q, %v; want %q", pattern, text, err, want)
		}
	}
	if _, err := glob("c[/x.csv"); !errors.Is(err, filepath.ErrBadPattern) {
		t.Errorf("a broken pattern: %v", err)
	}
}
