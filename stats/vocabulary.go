package stats

import (
	"strings"
	"unicode"
)

// UnknownLabel is how a value that is empty or not in the rules shows.
const UnknownLabel = "Onbekend"

// Value is one value of a category column.
type Value struct {
	Label string // as it shows in outputs
	Group string // groep: aanleiding of a delict, aanmeldgroep of an aanmelder, initiatief of an initiatiefnemer; else empty
}

// Vocabulary is the list of values a category column may hold.
type Vocabulary struct {
	values []Value // by Code
	groups []string
	index  map[string]Code // folded label or synonym
}

// Lookup returns the code of a value that went through Fold. The empty string
// gives Empty; a value that is not in the rules gives Unknown and false.
func (v *Vocabulary) Lookup(folded string) (Code, bool) {
	if folded == "" {
		return Empty, true
	}
	code, ok := v.index[folded]
	if !ok {
		return Unknown, false
	}
	return code, true
}

// Len returns the number of codes, Empty and Unknown included.
func (v *Vocabulary) Len() int { return len(v.values) }

// Value returns the value of a code; Empty and Unknown give Onbekend.
func (v *Vocabulary) Value(c Code) Value { return v.values[c] }

// Groups returns the groups in their fixed order, without Onbekend.
func (v *Vocabulary) Groups() []string { return v.groups }

// Names returns each folded label and synonym with its code.
func (v *Vocabulary) Names() map[string]Code { return v.index }

// Fold brings a header or category value into the form in which they are
// compared: trimmed, white space (no-break space too) collapsed to one space,
// invisible marks removed, case folded.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case r == '\uFEFF' || r == '\u200B' || r == '\u00AD':
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(foldRune(r))
		}
	}
	return b.String()
}

// foldRune maps every rune of a simple case-folding orbit to one of them.
func foldRune(r rune) rune {
	if r < unicode.MaxASCII {
		return unicode.ToLower(r)
	}
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return unicode.ToLower(least)
}
