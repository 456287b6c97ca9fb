package main

import (
	"bytes"
	"context"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// english finds words of the libraries' own texts that must not reach a user.
var english = regexp.MustCompile(`(?i)\b(usage|flags?|available commands|examples?:|use "|help for|default|unknown|invalid|required|error|the|this|with|must|cannot|did you mean)\b`)

func eachCommand(t *testing.T, visit func(t *testing.T, cmd *cobra.Command)) {
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		t.Run(cmd.Name(), func(t *testing.T) { visit(t, cmd) })
		for _, c := range cmd.Commands() {
			walk(c)
		}
	}
	walk(newRoot(silent()))
}

func TestHelpIsDutch(t *testing.T) {
	eachCommand(t, func(t *testing.T, cmd *cobra.Command) {
		for _, args := range [][]string{{"help", cmd.Name()}, {cmd.Name(), "--help"}} {
			if !cmd.HasParent() {
				args = args[1:]
			}
			var out, errs bytes.Buffer
			if code := run(context.Background(), args, system{stdout: &out, stderr: &errs}); code != 0 &&
				cmd.HasParent() {
				t.Errorf("%v: exit code %d: %s", args, code, errs.String())
			}
			text := out.String() + errs.String()
			if word := english.FindString(text); word != "" {
				t.Errorf("%v: English %q in\n%s", args, word, text)
			}
		}
	})
}

// TestHelpHasExamples wants two examples for each command.
func TestHelpHasExamples(t *testing.T) {
	eachCommand(t, func(t *testing.T, cmd *cobra.Command) {
		n := 0
		for line := range strings.Lines(cmd.Example) {
			if strings.HasPrefix(line, "  herstel ") {
				n++
			}
		}
		if n < 2 {
			t.Errorf("%d examples", n)
		}
	})
}

// TestMessages checks the voice: lower case first, no full stop, one line.
func TestMessages(t *testing.T) {
	for _, args := range [][]string{
		{"x"}, {"report"}, {"report", "--x"}, {"report", "--year", "x"}, {"figures", "--year", "2021"},
		{"figures", "x"},
		{"demo"}, {"init"}, {"completion"}, {"check", "--demo", "--format", "x"}, {"init", "--schema", "x"},
	} {
		var errs bytes.Buffer
		if code := run(context.Background(), args,
			system{stdout: io.Discard, stderr: &errs, disk: osDisk{}}); code != exitUse {
			t.Errorf("%v: exit code %d, want 2", args, code)
		}
		lines := strings.Split(strings.TrimSpace(errs.String()), "\n")
		if len(lines) != 2 || !strings.HasPrefix(lines[0], "herstel: ") || !strings.HasPrefix(lines[1], "tip: ") {
			t.Errorf("%v: %q", args, errs.String())
			continue
		}
		for _, line := range lines {
			_, text, _ := strings.Cut(line, ": ")
			if strings.HasSuffix(text, ".") || text[0] >= 'A' && text[0] <= 'Z' {
				t.Errorf("%v: %q", args, line)
			}
		}
	}
}
