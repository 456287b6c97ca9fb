package opctest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// PDF has LibreOffice make pages of a file; ending is that of its name. Without
// LibreOffice the test is skipped, unless HERSTEL_REQUIRE_OFFICE is 1.
func PDF(t *testing.T, content []byte, ending string) []byte {
	t.Helper()
	program, err := exec.LookPath("soffice")
	switch {
	case err != nil && os.Getenv("HERSTEL_REQUIRE_OFFICE") == "1":
		t.Fatal("LibreOffice (soffice) is not installed, and HERSTEL_REQUIRE_OFFICE is 1")
	case err != nil:
		t.Skip("LibreOffice (soffice) is not installed: no real program opens the file")
	case testing.Short():
		t.Skip("starting LibreOffice takes seconds")
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "stuk."+ending)
	if err := os.WriteFile(source, content, 0o600); err != nil {
		t.Fatal(err)
	}
	profile := "file://" + filepath.ToSlash(t.TempDir())
	output, err := exec.CommandContext(t.Context(), program, "-env:UserInstallation="+profile, "--headless",
		"--convert-to", "pdf", "--outdir", dir, source).CombinedOutput()
	if err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, output)
	}
	for line := range strings.Lines(string(output)) {
		if !strings.HasPrefix(line, "convert ") && !strings.Contains(line, "javaldx") {
			t.Errorf("LibreOffice complains: %s", line)
		}
	}
	pdf, err := os.ReadFile(filepath.Join(dir, "stuk.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Error("LibreOffice made no PDF")
	}
	return pdf
}

// Python runs a program of Python on a file, whose name it gets as its first
// argument, and gives what it prints. Without the module the test is skipped.
func Python(t *testing.T, module, program string, content []byte) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starting Python takes a second")
	}
	python := ""
	for _, candidate := range []string{"python3", "/usr/bin/python3"} {
		if exec.CommandContext(t.Context(), candidate, "-c", "import "+module).Run() == nil {
			python = candidate
			break
		}
	}
	if python == "" {
		t.Skipf("Python with %s is not installed", module)
	}
	source := filepath.Join(t.TempDir(), "stuk")
	if err := os.WriteFile(source, content, 0o600); err != nil {
		t.Fatal(err)
	}
	output, err := exec.CommandContext(t.Context(), python, "-c", program, source).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", module, err, output)
	}
	return string(output)
}

// Pages gives the text of the pages of a PDF, or skips the test where pdftotext
// is not installed.
func Pages(t *testing.T, pdf []byte) []string {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed: the pages are not read")
	}
	command := exec.CommandContext(t.Context(), program, "-layout", "-", "-")
	command.Stdin = bytes.NewReader(pdf)
	text, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}
