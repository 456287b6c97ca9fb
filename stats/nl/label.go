package nl

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CleanLabel makes text from the export fit to be drawn: white space collapsed, without control characters and without
// the direction marks that could turn the text beside it around. Nothing in it is code to whatever comes after.
func CleanLabel(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 &&
			r <= 0x2069, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Isolated makes a label safe inside a sentence: direction marks go, and a
// label in right-to-left writing cannot turn the rest of its sentence around.
func Isolated(label string) string {
	label = CleanLabel(label)
	if strings.ContainsFunc(label, writtenRightToLeft) {
		return firstStrongIsolate + label + popIsolate
	}
	return label
}

// The characters that keep the direction of a label to itself.
const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

func writtenRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
