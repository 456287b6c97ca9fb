package nl

import (
	"strings"
	"unicode"

	"herstel/internal/printable"
)

// CleanLabel makes text from the export fit to be drawn: white space collapsed, without control characters and without
// the direction marks that could turn the text beside it around. Nothing in it is code to whatever comes after.
func CleanLabel(s string) string {
	return strings.Join(strings.Fields(strings.Map(printable.InLine, s)), " ")
}

// Isolated makes a label safe inside a sentence: direction marks go, and a
// label in right-to-left writing cannot turn the rest of its sentence around.
func Isolated(label string) string {
	label = CleanLabel(label)
	if strings.ContainsFunc(label, writtenRightToLeft) {
		return string(printable.FirstStrongIsolate) + label + string(printable.PopIsolate)
	}
	return label
}

func writtenRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
