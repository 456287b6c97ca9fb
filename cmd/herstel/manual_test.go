package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"herstel/testdata/demo"
)

// TestManualCommands runs every command of the manual, in order, in a folder
// with an export.xlsx.
func TestManualCommands(t *testing.T) {
	text, err := manual()
	if err != nil {
		t.Fatal(err)
	}
	runCommands(t, shellBlocks(text))
}

// TestReadmeCommands runs every herstel command of README.md.
func TestReadmeCommands(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	runCommands(t, shellBlocks(string(text)))
}

// TestHelpCommands runs the examples of every command.
func TestHelpCommands(t *testing.T) {
	for _, cmd := range newRoot(silent()).Commands() {
		t.Run(cmd.Name(), func(t *testing.T) {
			var lines []string
			if cmd.Name() != "init" {
				lines = append(lines, "herstel init export.xlsx")
			}
			for line := range strings.Lines(cmd.Example) {
				lines = append(lines, strings.TrimSpace(line))
			}
			runCommands(t, lines)
		})
	}
}

// shellBlocks returns the lines of the fenced sh code of a Markdown text.
func shellBlocks(text string) []string {
	var lines []string
	for _, b := range parseManual(text) {
		if b.kind == code && b.lang == "sh" {
			lines = append(lines, strings.Split(b.text, "\n")...)
		}
	}
	return lines
}

func runCommands(t *testing.T, lines []string) {
	t.Helper()
	program, err := exec.LookPath("herstel") // script_test.go puts it there
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range []string{"export.xlsx", "export-januari.xlsx", "export-februari.xlsx"} {
		writeExport(t, filepath.Join(dir, name))
	}
	writeExport(t, filepath.Join(dir, "exports", "2021.xlsx"))
	if err := os.WriteFile(filepath.Join(dir, "exports", "2021.csv"), demo.Export(), 0o666); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, line := range lines {
		if !strings.HasPrefix(line, "herstel ") {
			continue
		}
		n++
		line, _, _ = strings.Cut(line, "  ") // what follows is explanation
		args := shellWords(line)
		if len(args) > 2 && args[len(args)-2] == ">" {
			args = args[:len(args)-2]
		}
		if len(args) > 3 && args[3] == "|" {
			args = args[:3]
		}
		cmd := exec.Command(program, args[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", line, err, tailLines(string(out), 5))
		}
	}
	if n == 0 {
		t.Error("no commands found")
	}
}

func tailLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

// shellWords splits a command line at spaces outside double quotes.
func shellWords(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

// writeExport writes the demo export as a workbook.
func writeExport(t *testing.T, path string) {
	t.Helper()
	book, err := exportBook()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, book, 0o666); err != nil {
		t.Fatal(err)
	}
}

// exportBook is the demo export as a workbook, made once.
var exportBook = sync.OnceValues(func() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return nil, err
	}
	row := 0
	for line := range strings.Lines(string(demo.Export())) {
		row++
		var cells []any
		for _, cell := range strings.Split(strings.TrimSpace(line), ";") {
			cells = append(cells, cell)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = f.Write(&b)
	return b.Bytes(), err
})
