package nl

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printable makes text fit for a terminal and for a file that one may show:
// characters that a terminal would obey become a question mark. Line ends and
// tabs stay.
func Printable(text string) string {
	if strings.IndexFunc(text, obeyed) < 0 && utf8.ValidString(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if obeyed(r) || r == utf8.RuneError {
			return '?'
		}
		return r
	}, text)
}

// obeyed reports whether a terminal, or what shows the text, does something at
// a character instead of drawing it: control characters such as ESC and the
// eight-bit ones, and the marks that turn the direction of text.
func obeyed(r rune) bool {
	return r != '\n' && r != '\t' && unicode.IsControl(r) || TurnsText(r)
}

// TurnsText reports whether a character changes the direction of the text
// around it, so that a reader sees other words than a program.
// The pair that keeps the direction of a label to itself (U+2068, U+2069) does
// not: herstel puts it around labels that are written from right to left.
func TurnsText(r rune) bool { return r >= 0x202A && r <= 0x202E || r == 0x2066 || r == 0x2067 }

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
