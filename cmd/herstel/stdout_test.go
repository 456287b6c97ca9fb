package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

// failingWriter takes some bytes and then fails.
type failingWriter struct {
	room int
	err  error
}

func (w *failingWriter) Write(p []byte) (int, error) {
	if n := min(len(p), w.room); n < len(p) {
		w.room = 0
		return n, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: w.err}
	}
	w.room -= len(p)
	return len(p), nil
}

// printing are command lines that print, one for each command.
var printing = [][]string{
	{}, {"help"}, {"help", "report"}, {"report", "--help"}, {"--version"}, {"version"}, {"version", "--licenses"},
	{"completion", "bash"},
	{"completion", "zsh"}, {"completion", "fish"}, {"completion", "powershell"}, {"handleiding"},
	{"handleiding", "--html"}, {"init", "--schema"},
	{"figures", "--demo", "--year", "2021"}, {"figures", "--demo", "--year", "2021", "--format", "json"},
	{"check", "--demo"},
	{"check", "--demo", "--format", "json"}, {"compare", "--demo", "--year", "2021"},
	{"chart", "contact", "--demo", "--year", "2021", "--out", "-"},
}

// TestStdoutFails lets the output of every command fail, at its first byte and
// later on: the exit code is 1 and the message Dutch.
func TestStdoutFails(t *testing.T) {
	for _, args := range printing {
		if testing.Short() && len(args) > 3 {
			continue
		}
		for _, room := range []int{0, 20} {
			var errs bytes.Buffer
			sys := system{stdout: &failingWriter{room, errFull}, stderr: &errs, disk: osDisk{}, wait: noWait}
			code := run(context.Background(), args, sys)
			want := "herstel: de schijf is vol: de uitvoer is niet af\ntip: maak ruimte vrij, en geef de opdracht " +
				"opnieuw\n"
			if code != exitFailed || !bytes.HasSuffix(errs.Bytes(), []byte(want)) {
				t.Errorf("%v with room for %d: exit code %d, stderr %q", args, room, code, errs.String())
			}
		}
	}
}

// TestReportStdoutFails writes the report all the same, and says that the
// summary did not arrive.
func TestReportStdoutFails(t *testing.T) {
	dir := t.TempDir()
	var errs bytes.Buffer
	sys := system{stdout: &failingWriter{9, syscall.EIO}, stderr: &errs, disk: osDisk{}, wait: noWait}
	code := run(context.Background(), []string{"demo", dir}, sys)
	want := "herstel: de uitvoer is niet te schrijven (input/output error)\ntip: kijk waar de uitvoer heen gaat, en " +
		"geef de opdracht opnieuw\n"
	if names, _ := os.ReadDir(dir); code != exitFailed || errs.String() != want || len(names) != 2 {
		t.Errorf("exit code %d, stderr %q, wrote %v", code, errs.String(), names)
	}
}

// TestClosedPipe ends without a word when nobody reads on.
func TestClosedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	r.Close()
	var errs bytes.Buffer
	if code := run(context.Background(), []string{"help"}, system{stdout: w, stderr: &errs}); code != exitFailed ||
		errs.Len() > 0 {
		t.Errorf("exit code %d, stderr %q", code, errs.String())
	}
}

// TestStreamIsClean cuts text at every byte: what arrives is the same, without
// what a terminal obeys.
func TestStreamIsClean(t *testing.T) {
	const text, want = "é€😀\x1b[31m\u009b2J\u202e\tx\n", "é€😀?[31m?2J?\tx\n"
	for at := range len(text) {
		var to bytes.Buffer
		s := &stream{to: &to}
		s.Write([]byte(text[:at]))
		s.Write([]byte(text[at:]))
		if to.String() != want {
			t.Errorf("cut at %d: %q", at, to.String())
		}
	}
}

func TestStreamRemembersItsError(t *testing.T) {
	s := &stream{to: &failingWriter{0, syscall.EIO}}
	s.Write([]byte("a"))
	if _, err := s.Write([]byte("b")); !errors.Is(err, syscall.EIO) {
		t.Errorf("got %v", err)
	}
}
