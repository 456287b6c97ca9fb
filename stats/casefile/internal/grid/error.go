package grid

import (
	"fmt"
	"strings"
)

// Kind tells the two sorts of failure apart.
type Kind uint8

// The kinds of Error.
const (
	Refused Kind = iota // the file can be opened, but what is in it cannot be counted for certain
	Failed              // the file or the disk gave an error while reading
)

// Error is a reading that stopped. Its text is Dutch, one line, and holds no
// value from the file.
type Error struct {
	Kind   Kind
	File   string
	Sheet  string // empty for CSV; the place of the sheet (2), or the name that the user asked for
	Row    int    // 0 when the trouble is not in one row
	Column string // canonical name; empty when the trouble is not in one column
	What   string // what is wrong
	Hint   string // what to do about it
	Err    error  // cause of a Failed error, for errors.Is; its text is not shown
}

// Error returns place, trouble and remedy in one line.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Sheet != "" {
		b.WriteString(", blad " + e.Sheet)
	}
	if e.Row > 0 {
		fmt.Fprintf(&b, ", rij %d", e.Row)
	}
	if e.Column != "" {
		b.WriteString(", kolom " + e.Column)
	}
	b.WriteString(": " + e.What)
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	return b.String()
}

// Unwrap returns the cause of a Failed error.
func (e *Error) Unwrap() error { return e.Err }
