package nl

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plural picks the word that goes with n: Plural(1, "zaak", "zaken") is "zaak".
func Plural(n int, one, many string) string {
	if n == 1 || n == -1 {
		return one
	}
	return many
}

// Count writes n for running text with its word: "1 zaak", "1047 zaken", "17.500 bezoekers".
func Count(n int, one, many string) string {
	return IntText(n) + " " + Plural(n, one, many)
}

// List joins words as a sentence does: "a", "a en b", "a, b en c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " en " + words[last]
}

// Sentence gives s with its first letter as a capital and a full stop at the end, unless it has an end mark.
func Sentence(s string) string {
	s = Capital(strings.TrimSpace(s))
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// LowerFirst gives s with its first letter in lower case, as inside a sentence.
func LowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
