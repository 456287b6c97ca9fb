package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"herstel/stats/nl"
)

// The voice on stderr. A message starts in lower case and has no full stop; it
// says what is wrong and where, on one line. What to do next follows on its
// own line, after "tip: ". No value of a personal column is ever in it.

// The exit codes.
const (
	exitDone    = 0 // gedaan
	exitFailed  = 1 // mislukt: a file cannot be read or written, or the run was broken off
	exitUse     = 2 // verkeerd gebruik: a command, flag or herstel.yaml that is not right
	exitRefused = 3 // geweigerd om de gegevens
)

// failure is an error with the exit code and the hint that belong to it.
type failure struct {
	code int
	text string
	hint string    // what to do next; empty when the text says so itself
	err  error     // the cause, for errors.Is
	also []failure // what else is wrong
}

func (f *failure) Error() string { return f.text }
func (f *failure) Unwrap() error { return f.err }

// failed is a run that could not be finished: exit code 1.
func failed(err error, hint, format string, args ...any) error {
	return &failure{code: exitFailed, text: fmt.Sprintf(format, args...), hint: hint, err: err}
}

// wrongUse is a command line or herstel.yaml that is not right: exit code 2.
func wrongUse(hint, format string, args ...any) error {
	return &failure{code: exitUse, text: fmt.Sprintf(format, args...), hint: hint}
}

// refused is a run that the data do not allow: exit code 3.
func refused(hint, format string, args ...any) error {
	return &failure{code: exitRefused, text: fmt.Sprintf(format, args...), hint: hint}
}

// errDifferent ends a run with exit code 3 without a message: what there was
// to say has been said on stdout.
var errDifferent = &failure{code: exitRefused}

// exitCode returns the exit code that belongs to an error.
func exitCode(err error) int {
	var f *failure
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &f):
		return f.code
	default:
		return exitFailed
	}
}

// complain writes the message of an error.
func complain(w io.Writer, err error) {
	if errors.Is(err, context.Canceled) {
		err = failed(err, "", "afgebroken; er is niets geschreven")
	}
	if err.Error() == "" {
		return
	}
	fmt.Fprintf(w, "herstel: %s\n", strings.TrimRight(nl.OneLine(err.Error()), ". "))
	var f *failure
	if errors.As(err, &f) && f.hint != "" {
		fmt.Fprintf(w, "tip: %s\n", nl.OneLine(f.hint))
	}
	if f != nil {
		for i := range f.also {
			complain(w, &f.also[i])
		}
	}
}

// quote writes a word that the user typed so that a stray control character
// cannot reach the terminal.
func quote(word string) string {
	return "‘" + nl.OneLine(word) + "’"
}

// listedOr joins words as a choice: a, b of c.
func listedOr(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " of " + words[last]
}

// shellWord writes a path so that it can be pasted behind a command.
func shellWord(path string) string {
	if strings.ContainsAny(path, " \t'&()") {
		return `"` + path + `"`
	}
	return path
}
