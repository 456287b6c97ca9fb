package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNoCodeOfOursGoesOut holds that no package of herstel can open a socket
// or start a program by itself, and that nothing linked can start one.
func TestNoCodeOfOursGoesOut(t *testing.T) {
	for _, p := range goList(t, nil, "-deps", "./cmd/herstel") {
		ours := p.Module != nil && p.Module.Main
		for _, dep := range p.Imports {
			if ours && slices.Contains([]string{"net", "net/http", "os/exec", "plugin"}, dep) {
				t.Errorf("%s imports %s", p.ImportPath, dep)
			}
		}
		if p.ImportPath == "os/exec" || p.ImportPath == "plugin" {
			t.Errorf("%s is linked", p.ImportPath)
		}
	}
}

// TestOpensNoSocketAndStartsNoProgram watches every command at the system: the
// chapter for the administrator says so. It needs strace.
func TestOpensNoSocketAndStartsNoProgram(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil || testing.Short() {
		t.Skip("needs strace, and some seconds")
	}
	dir := t.TempDir()
	program, trace := filepath.Join(dir, "herstel"), filepath.Join(dir, "trace")
	buildFor(t, program, "linux")
	layBOM(t, filepath.Join(dir, "hier"))
	forbidden := regexp.MustCompile(`(?m)^\d+ +(socket|connect|bind|sendto|execveat)\(|^\d+ +(execve)\(`)
	more := [][]string{{"handleiding", "--html"}, {"cases", "--demo", "--year", "2021", "--figure", "contact"},
		{"completion", "bash"}}
	for _, args := range slices.Concat(wineRuns, more) {
		cmd := exec.Command(strace,
			append([]string{"-f", "-qq", "-e", "trace=network,execve,execveat", "-o", trace, program}, args...)...)
		cmd.Dir = filepath.Join(dir, "hier")
		cmd.Run() // some are refused
		text, err := os.ReadFile(trace)
		if err != nil || !strings.Contains(string(text), "execve(") {
			t.Skipf("strace sees nothing here (%v)", err)
		}
		if calls := forbidden.FindAllString(string(text), -1); len(calls) != 1 { // its own start
			t.Errorf("herstel %s: %q", strings.Join(args, " "), calls)
		}
	}
}
