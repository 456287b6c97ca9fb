package main

import (
	"fmt"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// widest is the longest line of code, in columns; a tab takes four.
const widest = 120

// TestLinesFitTheScreen holds the source to lines of at most 120 columns. A raw string, a tag of a struct, a
// command for the generator and the output of an example cannot be broken, and may be longer.
func TestLinesFitTheScreen(t *testing.T) {
	files := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2) {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		if d.Name() == "example_test.go" {
			return nil
		}
		for _, line := range longLines(source) {
			t.Errorf("%s: %s", path, line)
		}
		return nil
	})
	if err != nil || files < 100 {
		t.Fatalf("%d files read: %v", files, err)
	}
}

func TestLongLinesAreFound(t *testing.T) {
	long := strings.Repeat("x", widest)
	source := "package p\n\n// " + long + "\nconst a = \"" + long + "\"\n\n//go:generate " + long + "\nconst b = `\n" +
		long + " y\n" + long + "`\n\n\tvar " + long[:widest-8] + " int\n"
	want := "[line 3 has 123 columns line 4 has 132 columns line 11 has 124 columns]"
	if got := fmt.Sprint(longLines([]byte(source))); got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

// longLines tells which lines of a source are too long.
func longLines(source []byte) []string {
	raw := rawLines(source)
	var long []string
	for i, line := range strings.Split(string(source), "\n") {
		if raw[i+1] || strings.HasPrefix(line, "//go:") {
			continue
		}
		if n := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    ")); n > widest {
			long = append(long, fmt.Sprintf("line %d has %d columns", i+1, n))
		}
	}
	return long
}

// rawLines are the lines that hold a part of a raw string.
func rawLines(source []byte) map[int]bool {
	set := token.NewFileSet()
	file := set.AddFile("", -1, len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, 0)
	lines := map[int]bool{}
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			return lines
		}
		if tok != token.STRING || text[0] != '`' {
			continue
		}
		first := file.Line(pos)
		for n := first; n <= first+strings.Count(text, "\n"); n++ {
			lines[n] = true
		}
	}
}
