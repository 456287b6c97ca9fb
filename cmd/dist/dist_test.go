package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var when = time.Date(2022, 3, 1, 12, 0, 0, 0, time.UTC)

// built makes a folder as "make dist" leaves it, with a stand-in program.
func built(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range commonFiles {
		put(name, "text of "+name)
	}
	for _, system := range systems {
		end := ""
		if strings.HasPrefix(system, "windows") {
			end = ".exe"
		}
		put(system+"/herstel"+end, "program for "+system)
	}
	return dir
}

func TestPackTwiceGivesTheSameBytes(t *testing.T) {
	from := built(t)
	one, two := t.TempDir(), t.TempDir()
	for _, out := range []string{one, two} {
		if err := pack("v1.2.0", when, from, out); err != nil {
			t.Fatal(err)
		}
	}
	a, err := os.ReadFile(filepath.Join(one, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(two, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Errorf("two runs differ:\n%s\n%s", a, b)
	}
	for line := range strings.Lines(string(a)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		data, err := os.ReadFile(filepath.Join(one, name))
		if err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != sum {
			t.Errorf("%s: sum does not hold (%v)", name, err)
		}
	}
}

func TestZipHoldsProgramAndTexts(t *testing.T) {
	out := t.TempDir()
	if err := pack("v1.2.0", when, built(t), out); err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(filepath.Join(out, "herstel-windows-amd64.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
		if !f.Modified.UTC().Equal(when) {
			t.Errorf("%s: time %v", f.Name, f.Modified)
		}
	}
	const want = "herstel.exe LEESMIJ.txt LICENTIES.txt handleiding.html herstel.html herstel.cdx.json SHA256SUMS"
	if strings.Join(names, " ") != want {
		t.Errorf("zip holds %v, want %s", names, want)
	}
}

func TestTarHasOneFolderAndAProgramThatRuns(t *testing.T) {
	out := t.TempDir()
	if err := pack("v1.2.0", when, built(t), out); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(out, "herstel-linux-amd64.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	packed, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	modes := map[string]int64{}
	for r := tar.NewReader(packed); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(h.Name, "herstel-linux-amd64/") || h.Uid != 0 {
			t.Errorf("%s of user %d", h.Name, h.Uid)
		}
		modes[h.Name] = h.Mode
	}
	if modes["herstel-linux-amd64/herstel"] != 0o755 || modes["herstel-linux-amd64/LEESMIJ.txt"] != 0o644 {
		t.Errorf("modes %v", modes)
	}
}

// TestDebIsReadByDebian holds the package against Debian's own reader.
func TestDebIsReadByDebian(t *testing.T) {
	dpkg, err := exec.LookPath("dpkg-deb")
	if err != nil {
		t.Skip("dpkg-deb is not installed")
	}
	out := t.TempDir()
	if err := pack("v1.2.0-3-gabc", when, built(t), out); err != nil {
		t.Fatal(err)
	}
	deb := filepath.Join(out, "herstel_1.2.0+3+gabc_amd64.deb")
	text, err := exec.Command(dpkg, "--info", deb).CombinedOutput()
	if err != nil || !strings.Contains(string(text), "Version: 1.2.0+3+gabc") {
		t.Errorf("dpkg-deb --info: %v\n%s", err, text)
	}
	list, err := exec.Command(dpkg, "--contents", deb).CombinedOutput()
	if err != nil || !strings.Contains(string(list), "-rwxr-xr-x root/root") ||
		!strings.Contains(string(list), "./usr/bin/herstel") {
		t.Errorf("dpkg-deb --contents: %v\n%s", err, list)
	}
}

func TestPackRefusesABuildWithoutVersion(t *testing.T) {
	for _, version := range []string{"", "dev"} {
		if err := pack(version, when, built(t), t.TempDir()); err == nil {
			t.Errorf("version %q was packed", version)
		}
	}
}
