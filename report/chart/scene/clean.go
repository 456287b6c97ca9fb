package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean makes text fit to be drawn, the same for measuring and for all writers: composed letters, white space
// collapsed as an SVG reader does, and without what has no shape of its own: control characters, direction marks,
// joiners, soft hyphens and code points that XML forbids.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00A0' || r == '\u202F' || r >= 0x2000 && r <= 0x200A:
			return r
		case unicode.IsSpace(r):
			return ' '
		case shapeless(r):
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

// shapeless tells of a character that nothing is drawn for.
func shapeless(r rune) bool {
	switch {
	case r == utf8.RuneError, r == '\u00AD', r == '\uFEFF', unicode.IsControl(r):
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r >= 0xFE00 &&
		r <= 0xFE0F:
		return true
	}
	return r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}

// combining tells of a mark that stands on the character before it.
func combining(r rune) bool { return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) }
