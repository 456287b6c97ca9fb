package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"herstel/testdata/demo"
)

// wineRuns are the commands that Windows and Linux must answer alike, in the
// order in which they are run in one folder.
var wineRuns = [][]string{
	{"version"},
	{"demo", "demo map"},
	{"init", "demo map/demo-export.csv", "--out", "begin.yaml"},
	{"check", "--config", "demo map/herstel.yaml"},
	{"check", "--config", "bom.yaml", "--format", "json"},
	{"report", "--config", "demo map/herstel.yaml", "--year", "2021"},
	{"report", "--config", "bom.yaml", "--year", "2020", "--out", "bom"},
	{"report", "--config", "demo map/herstel.yaml", "--year", "2021"}, // replaces
	{"check", "--out", "jaarverslag-2021"},
	{"chart", "contact", "--demo", "--year", "2021", "--format", "svg,png,pdf", "--out", "los"},
	{"compare", "--config", "demo map/herstel.yaml", "--year", "2021"},
	{"figures", "--demo", "--year", "2021"},
	{"figures", "--demo", "--year", "2021", "--format", "json"},
	{"report", "--demo", "--year", "2031"}, // refused
	{"check", "--input", "weg.csv"},
}

// TestWindowsMakesTheSameBytes runs the program of Windows under Wine beside
// that of this system: what they print and every file they make is the same to
// the byte, save for the slash in a path. make test-windows runs it.
func TestWindowsMakesTheSameBytes(t *testing.T) {
	if os.Getenv("HERSTEL_WINE") == "" || runtime.GOOS == "windows" {
		t.Skip("make test-windows runs this")
	}
	dir := t.TempDir()
	ours, theirs := filepath.Join(dir, "herstel"), filepath.Join(dir, "herstel.exe")
	buildFor(t, ours, runtime.GOOS)
	buildFor(t, theirs, "windows")
	wine, err := filepath.Abs(filepath.Join("..", "..", ".ci", "wine"))
	if err != nil {
		t.Fatal(err)
	}
	here, there := filepath.Join(dir, "hier"), filepath.Join(dir, "daar")
	for _, folder := range []string{here, there} {
		layBOM(t, folder)
	}
	for _, args := range wineRuns {
		line := strings.Join(args, " ")
		want, got := runIn(here, ours, args...), runIn(there, wine, append([]string{theirs}, args...)...)
		got = strings.ReplaceAll(strings.ReplaceAll(got, `\`, "/"), "windows/"+runtime.GOARCH,
			runtime.GOOS+"/"+runtime.GOARCH)
		if got != want {
			t.Errorf("herstel %s\non Windows says\n%s\nand here\n%s", line, got, want)
		}
	}
	made, want := tree(t, there), tree(t, here)
	if len(want) < 60 {
		t.Errorf("%d files were compared", len(want))
	}
	for name, content := range want {
		if made[name] != content {
			t.Errorf("%s is not the same on Windows", name)
		}
	}
	for name := range made {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is made on Windows alone", name)
		}
	}
}

func buildFor(t *testing.T, path, system string) {
	t.Helper()
	cmd := exec.Command("go", "build", "-trimpath", "-o", path, ".")
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

// layBOM puts the demo in a folder with settings as Notepad saves them: a byte
// order mark, and the line ends of Windows.
func layBOM(t *testing.T, folder string) {
	t.Helper()
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	settings := "\ufeff" + strings.ReplaceAll(string(demo.Config()), "\n", "\r\n")
	for name, content := range map[string]string{"bom.yaml": settings, demo.FileName: string(demo.Export())} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// runIn gives all that a command prints, and how it ended.
func runIn(folder, program string, args ...string) string {
	cmd := exec.Command(program, args...)
	cmd.Dir = folder
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	end := "exit status 0"
	if err := cmd.Run(); err != nil {
		end = err.Error()
	}
	return out.String() + "\n-- stderr --\n" + errs.String() + "\n" + end
}
