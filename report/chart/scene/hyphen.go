package scene

import (
	"slices"
	"strings"
	"unicode"
)

// breakPoint is a place where a word may be broken.
type breakPoint struct {
	// at is the number of letters before the break.
	at int
	// hyphen tells that a hyphen is written at the break; after a hyphen or slash none is.
	hyphen bool
	// part tells that two parts of a compound meet here, which reads better than a break between syllables.
	part bool
}

// hyphenate gives the places where a Dutch word may be broken, in order. It is careful: where the rules of spelling
// (Leidraad, chapter 14) leave it open, or need to know what the word means, it gives no place.
func hyphenate(word []rune) []breakPoint {
	var points []breakPoint
	start := 0
	for i := 0; i <= len(word); i++ {
		if i < len(word) && unicode.IsLetter(word[i]) {
			continue
		}
		for _, p := range hyphenateLetters(word[start:i]) {
			p.at += start
			points = append(points, p)
		}
		if i > 0 && i < len(word)-1 && strings.ContainsRune("-/–—|", word[i]) {
			points = append(points, breakPoint{at: i + 1, part: true})
		}
		start = i + 1
	}
	return points
}

// shortest is the smallest number of letters that may stand on either side of a break between syllables.
const shortest = 3

// hyphenateLetters breaks a piece of a word that has only letters.
func hyphenateLetters(piece []rune) []breakPoint {
	letters := make([]rune, len(piece))
	capitals := 0
	for i, r := range piece {
		letters[i] = unicode.ToLower(r)
		if letters[i] != r {
			capitals++
		}
	}
	if len(letters) < 2*shortest || capitals > 1 {
		return nil
	}
	parts := partBreaks(letters)
	var points []breakPoint
	for _, at := range parts {
		points = append(points, breakPoint{at: at, hyphen: true, part: true})
	}
	from := 0
	for _, to := range append(parts, len(letters)) {
		for _, at := range syllableBreaks(letters[from:to]) {
			if from+at >= shortest-1 && len(letters)-from-at >= shortest {
				points = append(points, breakPoint{at: from + at, hyphen: true})
			}
		}
		from = to
	}
	slices.SortFunc(points, func(a, b breakPoint) int { return a.at - b.at })
	return points
}
