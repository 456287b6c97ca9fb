package content

import (
	"strings"
	"unicode/utf8"

	"herstel/internal/printable"
)

// OneLine keeps a text of the user's on its line and in its column.
func OneLine(s string) string { return strings.Join(strings.Fields(Printable(s)), " ") }

// Printable replaces bytes that are no UTF-8 and characters that XML 1.0
// forbids, and drops the marks that would turn the text beside it around.
func Printable(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= ' ' && s[i] < 0x7f
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\t':
			return ' '
		case r == '\n':
			return r
		case printable.Turns(r):
			return -1
		case printable.Forbidden(r):
			return utf8.RuneError
		}
		return r
	}, s)
}
