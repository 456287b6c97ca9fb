package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"herstel": main, "explorer": explorer, "killed-run": killedRun})
}

// explorer starts a program, as the Explorer of Windows does. The program sees
// it by the name of who started it.
func explorer() {
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		panic(err)
	}
}

// TestScripts runs the command line: one scenario a file.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		UpdateScripts:       os.Getenv("HERSTEL_UPDATE") != "",
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Setup:               setup,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"remember":  remember,
			"unchanged": unchanged,
			"differs":   differs,
			"contains":  contains,
			"edit":      edit,
		},
	})
}

// setup gives the scripts of Windows a name that makes paths longer than 260
// characters, and a folder in which nobody may write: under Wine not even root
// may write in /sys.
func setup(env *testscript.Env) error {
	env.Setenv("LONG", strings.Repeat("lange-naam-", 12))
	env.Setenv("READONLY", `Z:\sys\verslag`)
	return nil
}

// exits runs a command that must end with the given exit code: exits 2 herstel report.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// edit adds a line to a file, as who works on it does.
func edit(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	ts.Check(os.WriteFile(path, append(data, "Een regel erbij.\n"...), 0o644))
}

// memory is what remember keeps for unchanged.
var memory = "herstel-tree"

// remember keeps what is in the folder, so that unchanged can tell that a run
// left no file and no directory.
func remember(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Setenv(memory, listing(ts))
}

func unchanged(ts *testscript.TestScript, _ bool, _ []string) {
	if now := listing(ts); now != ts.Getenv(memory) {
		ts.Fatalf("the folder held\n%s\nand holds\n%s", ts.Getenv(memory), now)
	}
}

func listing(ts *testscript.TestScript) string {
	list := ""
	root := ts.MkAbs(".")
	ts.Check(filepath.Walk(root, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		list += path + " " + info.Mode().String()
		if info.Mode().IsRegular() {
			list += " " + strconv.FormatInt(info.Size(), 10) + " " + info.ModTime().String()
		}
		list += "\n"
		return nil
	}))
	return list
}

// differs compares two folders file by file: ! differs a b.
func differs(ts *testscript.TestScript, neg bool, args []string) {
	same := true
	a, b := ts.MkAbs(args[0]), ts.MkAbs(args[1])
	n := 0
	ts.Check(filepath.Walk(a, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		n++
		rel, _ := filepath.Rel(a, path)
		x, errA := os.ReadFile(path)
		y, errB := os.ReadFile(filepath.Join(b, rel))
		if errA != nil || errB != nil || string(x) != string(y) {
			same = false
			ts.Logf("%s differs", rel)
		}
		return nil
	}))
	if n == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
	if same != neg {
		ts.Fatalf("the folders are the same: %v", same)
	}
}

// contains looks for a word, whatever its case, in every file below a folder
// and in the parts of every workbook: ! contains folder word.
func contains(ts *testscript.TestScript, neg bool, args []string) {
	word := bytes.ToLower([]byte(args[1]))
	found := false
	n := 0
	ts.Check(filepath.Walk(ts.MkAbs(args[0]), func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		n++
		data, err := os.ReadFile(path)
		if archive, zipErr := zip.NewReader(bytes.NewReader(data), int64(len(data))); zipErr == nil {
			for _, part := range archive.File {
				data = append(data, partOf(ts, part)...)
			}
		}
		if bytes.Contains(bytes.ToLower(data), word) || strings.Contains(strings.ToLower(path), args[1]) {
			found = true
			ts.Logf("%s holds %s", path, args[1])
		}
		return err
	}))
	if n == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
	if found == neg {
		ts.Fatalf("found: %v", found)
	}
}

func partOf(ts *testscript.TestScript, part *zip.File) []byte {
	r, err := part.Open()
	ts.Check(err)
	defer r.Close()
	data, err := io.ReadAll(r)
	ts.Check(err)
	return data
}
