package scene

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"herstel/internal/printable"
)

// clean makes text fit to be drawn, the same for measuring and for all writers: composed letters, white space
// collapsed as an SVG reader does, and without what has no shape of its own.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case printable.NoBreakSpace(r) || r >= 0x2000 && r <= 0x200A:
			return r
		case unicode.IsSpace(r):
			return ' '
		case printable.Shapeless(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// plain tells of most texts that they are clean.
func plain(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// combining tells of a mark that stands on the character before it.
func combining(r rune) bool { return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) }
