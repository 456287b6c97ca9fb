// Package printable says which characters of a text may be printed. All that shows or compares text asks it, so that
// a terminal, a page, a document and a drawing leave out the same.
package printable

import (
	"unicode"
	"unicode/utf8"
)

// Forbidden reports whether a character may be printed nowhere: control characters, which a terminal obeys, code
// points that are no character and that XML forbids, bytes that are no UTF-8, and the marks that turn the text around
// them, so that a reader sees other words than a program (explicit formatting of Unicode Annex 9).
func Forbidden(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == '\x7f'
	}
	return r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) || Turns(r)
}

// Turns reports whether a character changes the direction of the text around it.
func Turns(r rune) bool { return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' }

// The pair that keeps the direction of what stands between them to itself. It is forbidden in a text that comes in,
// and herstel puts it around labels that are written from right to left.
const (
	FirstStrongIsolate = '\u2068'
	PopIsolate         = '\u2069'
)

// NoBreakSpace reports whether a character is a space at which no line ends.
func NoBreakSpace(r rune) bool { return r == '\u00A0' || r == '\u202F' }

// InLine is a character as it stands in a line of text, for strings.Map: white space as a space, and -1 for what is
// forbidden.
func InLine(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case Forbidden(r):
		return -1
	}
	return r
}

// Stray reports whether a character is a mark without a shape that programs leave behind in a cell, and that is no
// part of its text: a byte order mark, a zero width space, a soft hyphen.
func Stray(r rune) bool { return r == '\uFEFF' || r == '\u200B' || r == '\u00AD' }

// Shapeless reports whether nothing is drawn for a character, though it may stand in a text: stray marks, joiners,
// marks of direction, and selectors of another shape.
func Shapeless(r rune) bool {
	return Forbidden(r) || Stray(r) || r >= '\u200C' && r <= '\u200F' || r >= '\u2060' && r <= '\u206F' ||
		r >= '\uFE00' && r <= '\uFE0F'
}
