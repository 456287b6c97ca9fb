package main

import (
	"slices"
	"strings"

	"herstel/stats/rules"
)

// nearest returns the candidate that a mistyped or half-typed word most likely
// stands for; the empty string when none is near.
func nearest(word string, candidates []string) string {
	if near, ok := rules.Nearest(word, candidates); ok {
		return near
	}
	folded := rules.Fold(word)
	for _, candidate := range candidates {
		known := rules.Fold(candidate)
		if len(folded) > 2 && strings.Contains(known, folded) || letters(known) == letters(folded) {
			return candidate
		}
	}
	return ""
}

// letters returns the letters of a word in alphabetical order: two words that
// share them are one another with letters swapped.
func letters(word string) string {
	runes := []rune(word)
	slices.Sort(runes)
	return string(runes)
}
