package printable

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// what lists characters by what they are in the Unicode Character Database (general category, Bidi_Class,
// Noncharacter_Code_Point, White_Space).
var what = []struct {
	name                         string
	characters                   []rune
	forbidden, shapeless, turned bool
	inLine                       rune // 0: itself
}{
	{"letters and signs", []rune{'a', 'é', '€', '–', '~', 'ш', '😀', '\u0301'}, false, false, false, 0},
	{"white space that is a control character", []rune{'\t', '\n', '\r', '\u0085'}, true, true, false, ' '},
	{"white space", []rune{' ', '\u00A0', '\u202F', '\u2003', '\u2028', '\u3000'}, false, false, false, ' '},
	{"control characters", []rune{0, '\a', '\x1B', '\x7F', '\u009B'}, true, true, false, -1},
	{"no characters", []rune{'\uFDD0', '\uFDEF', '\uFFFE', '\uFFFF', 0x1FFFE, 0x10FFFF}, true, true, false, -1},
	{"no UTF-8", []rune{utf8.RuneError}, true, true, false, -1},
	{"embeddings, overrides and isolates", []rune{'\u202A', '\u202E', '\u2066', FirstStrongIsolate, PopIsolate}, true,
		true, true, -1},
	{"stray marks", []rune{'\uFEFF', '\u200B', '\u00AD'}, false, true, false, 0},
	{"joiners, marks and selectors", []rune{'\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFE0F'}, false, true,
		false, 0},
}

func TestWhatMayBePrinted(t *testing.T) {
	for _, w := range what {
		for _, r := range w.characters {
			if Forbidden(r) != w.forbidden || Shapeless(r) != w.shapeless || Turns(r) != w.turned {
				t.Errorf("%s: %U: forbidden %v, shapeless %v, turns %v", w.name, r, Forbidden(r), Shapeless(r),
					Turns(r))
			}
			want := w.inLine
			if want == 0 {
				want = r
			}
			if got := InLine(r); got != want {
				t.Errorf("%s: %U stands in a line as %U", w.name, r, got)
			}
		}
	}
}

// TestWhatIsForbiddenIsNeverALetter goes through all of Unicode: nothing that people write is lost.
func TestWhatIsForbiddenIsNeverALetter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if (Forbidden(r) || Shapeless(r)) && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r)) {
			t.Errorf("%U is a letter, a number or a punctuation mark", r)
		}
		if Forbidden(r) && !Shapeless(r) {
			t.Errorf("%U is forbidden and would be drawn", r)
		}
	}
}

func TestInLineMapsText(t *testing.T) {
	if got := strings.Map(InLine, "a\u202Eb\u00A0c\x00\xff\nd"); got != "ab c d" {
		t.Errorf("%q", got)
	}
}
