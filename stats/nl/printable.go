package nl

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"herstel/internal/printable"
)

// Printable makes text fit for a terminal and for a file that one may show:
// characters that a terminal would obey become a question mark. Line ends and
// tabs stay.
func Printable(text string) string {
	if strings.IndexFunc(text, obeyed) < 0 && utf8.ValidString(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if obeyed(r) {
			return '?'
		}
		return r
	}, text)
}

// obeyed reports whether a terminal, or what shows the text, may do something at a character instead of drawing it.
// The pair that herstel puts around labels written from right to left stays.
func obeyed(r rune) bool {
	switch r {
	case '\n', '\t', printable.FirstStrongIsolate, printable.PopIsolate:
		return false
	}
	return printable.Forbidden(r)
}

// OneLine makes text fit to be a part of one printed line: Printable, with
// white space that would break the line or the columns as a space.
func OneLine(text string) string {
	return Printable(strings.Map(func(r rune) rune {
		if r != ' ' && unicode.IsSpace(r) && r != 0xA0 {
			return ' '
		}
		return r
	}, text))
}
