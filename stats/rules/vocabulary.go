package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"herstel/internal/printable"
)

// UnknownLabel is how a value that is empty or not in the rules shows.
const UnknownLabel = "Onbekend"

// Value is one value of a category column.
type Value struct {
	Label string // as it shows in outputs
	// groep: aanleiding of a delict, aanmeldgroep of an aanmelder, initiatief of an initiatiefnemer; else empty
	Group string
}

// Vocabulary is the list of values a category column may hold.
type Vocabulary struct {
	values []Value // by Code
	groups []string
	index  map[string]Code // folded label or synonym
	labels map[string]Code // folded label
	names  []string        // labels and synonyms of the default rules, as they stand there
	own    bool            // what comes from now on is the user's

	standard []string // the groups of the default rules
	unknown  Code     // the value that Onbekend was merged with; 0 for none
}

// Spellings returns the names under which the default rules know a value, and how
// many more the user's own file gives it. Those of the user's may hold what stood in
// a cell of an export, so they are counted and not told.
func (v *Vocabulary) Spellings(c Code) (names []string, own int) {
	for _, name := range v.names {
		if v.index[Fold(name)] == c {
			names = append(names, name)
		}
	}
	all := 0
	for _, code := range v.index {
		if code == c {
			all++
		}
	}
	return names, all - len(names)
}

// Own says whether a label is the user's: the default rules do not have it.
func (v *Vocabulary) Own(label string) bool {
	folded := Fold(label)
	return !slices.ContainsFunc(v.names, func(name string) bool { return Fold(name) == folded })
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

// Knows reports whether a label or synonym is in the rules.
func (v *Vocabulary) Knows(label string) bool {
	_, ok := v.index[Fold(label)]
	return ok
}

// Len returns the number of codes, Empty and Unknown included.
func (v *Vocabulary) Len() int { return len(v.values) }

// Standard reports whether the default rules know a name or a group, or it is Onbekend.
func (v *Vocabulary) Standard(name string) bool {
	return Fold(name) == Fold(UnknownLabel) || !v.Own(name) || slices.Contains(v.standard, name)
}

// MergedUnknown returns the value that Onbekend was merged with.
func (v *Vocabulary) MergedUnknown() (Code, bool) { return v.unknown, v.unknown > Unknown }

// Value returns the value of a code; Empty and Unknown give Onbekend, or what that was merged into. The label is
// empty for a code whose value was merged into that of another code.
func (v *Vocabulary) Value(c Code) Value { return v.values[c] }

// Groups returns the groups in their fixed order, without Onbekend.
func (v *Vocabulary) Groups() []string { return v.groups }

// Names returns each folded label and synonym with its code.
func (v *Vocabulary) Names() map[string]Code { return v.index }

// Fold brings a header or category value into the form in which they are
// compared: trimmed, white space (no-break space too) collapsed to one space,
// invisible marks removed, case folded.
func Fold(s string) string { return collapsed(s, foldRune) }

// collapsed trims a text, makes white space one space and drops invisible marks.
func collapsed(s string, change func(rune) rune) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case printable.Stray(r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(change(r))
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

// groupsOf lists the groups of the values of a column, in the order in which
// they show. Columns that are not here have no groups.
var groupsOf = map[Column][]string{
	ColReferrer:  {"zelf", "professioneel"},
	ColOffence:   {"Geweld", "Zeden", "Verkeer", "Overig"},
	ColInitiator: {"slachtoffer of nabestaande", "verdachte, dader of veroorzaker", "overig"},
}

// Groups lists the groups of the values of a column, in the order in which they
// show; nil where a column has none.
func Groups(c Column) []string { return groupsOf[c] }

func newVocabulary(groups []string) *Vocabulary {
	return &Vocabulary{
		values: []Value{{Label: UnknownLabel, Group: groupOfUnknown(groups)},
			{Label: UnknownLabel, Group: groupOfUnknown(groups)}},
		groups: groups, standard: groups,
		index:  map[string]Code{Fold(UnknownLabel): Unknown},
		labels: map[string]Code{Fold(UnknownLabel): Unknown},
	}
}

func groupOfUnknown(groups []string) string {
	if groups == nil {
		return ""
	}
	return UnknownLabel
}

// extend adds the values of one file. A label that is there already gets the
// file's group and spellings; a spelling moves to the value the file names.
func (v *Vocabulary) extend(c Column, values []configValue) error {
	mine := map[string]string{}
	for _, value := range values {
		code, err := v.add(c, value)
		if err != nil {
			return err
		}
		for _, name := range append([]string{value.Label}, value.Also...) {
			folded := Fold(name)
			if other, taken := mine[folded]; taken && other != value.Label {
				return &Error{value.Line, fmt.Sprintf("%s: %q hoort bij %q en bij %q", c, name, other, value.Label),
					"laat er één staan"}
			}
			if folded == "" {
				return &Error{value.Line, fmt.Sprintf("%s: een waarde zonder naam", c),
					"een lege cel telt al als Onbekend"}
			}
			mine[folded] = value.Label
			if _, known := v.index[folded]; !known && !v.own {
				v.names = append(v.names, name)
			}
			v.index[folded] = code
		}
	}
	return nil
}

// add returns the code of a label, which it makes when the label is new.
func (v *Vocabulary) add(c Column, value configValue) (Code, error) {
	if value.Group != "" && !slices.Contains(v.groups, value.Group) {
		i := slices.IndexFunc(v.groups, func(g string) bool { return Fold(g) == Fold(value.Group) })
		if v.groups == nil {
			return 0, &Error{value.Line, fmt.Sprintf("%s heeft geen groepen", c), "haal groep weg"}
		}
		if i < 0 {
			return 0, UnknownName(value.Line, "de groep", value.Group, v.groups)
		}
		value.Group = v.groups[i]
	}
	folded := Fold(value.Label)
	code, known := v.labels[folded]
	switch {
	case code == Unknown:
		return Unknown, nil
	case known:
		v.values[code].Label = value.Label
		if value.Group != "" {
			v.values[code].Group = value.Group
		}
		return code, nil
	}
	if v.groups != nil && value.Group == "" {
		return 0, &Error{value.Line, fmt.Sprintf("%s: %q heeft geen groep", c, value.Label),
			"kies uit " + strings.Join(v.groups, "; ")}
	}
	if len(v.values) > maxValues {
		return 0, &Error{value.Line, fmt.Sprintf("%s heeft te veel waarden", c),
			fmt.Sprintf("herstel kan er %d aan", maxValues)}
	}
	v.values = append(v.values, Value{Label: value.Label, Group: value.Group})
	v.labels[folded] = Code(len(v.values) - 1)
	return v.labels[folded], nil
}
