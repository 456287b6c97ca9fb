package casefile

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"herstel/stats"
	"herstel/stats/rules"
)

// Suggestion is an unknown category value with the nearest known one.
type Suggestion struct {
	Column rules.Column
	Value  string // as met
	Count  int    // rows
	Label  string // nearest known label; empty when nothing is near
	Group  string // group of Label
	Note   string // Dutch: what the user has to know of Label
}

// SuggestValues gives each unknown value of the data its nearest known value.
//
// Values that resemble nothing and occur once or twice, or that look like names
// of persons, are only counted, unless showAll asks for them.
func SuggestValues(data *stats.Dataset, ruleset *rules.Rules, showAll bool) ([]Suggestion, map[rules.Column]Rare) {
	const compared = 1000 // of each column, the most frequent
	var suggestions []Suggestion
	var seen [rules.ColumnCount]int
	for _, u := range data.Unknown {
		s := Suggestion{Column: u.Column, Value: u.Value, Count: u.Count}
		if seen[u.Column]++; seen[u.Column] <= compared {
			if near, note, ok := likeness(u.Column, ruleset.Vocabulary(u.Column), u.Value); ok {
				s.Label, s.Group, s.Note = near.Label, near.Group, note
			}
		}
		suggestions = append(suggestions, s)
	}
	if showAll {
		return suggestions, nil
	}
	return keepCommon(suggestions)
}

// Nearest returns the known value whose label or synonym is nearest to value
// by edit distance; false when nothing is near enough.
func Nearest(v *rules.Vocabulary, value string) (rules.Value, bool) {
	names := v.Names()
	near, ok := rules.Nearest(value, slices.Sorted(maps.Keys(names)))
	if !ok {
		near, ok = wordsIn(value, names)
	}
	if !ok || names[near] == rules.Unknown {
		return rules.Value{}, false
	}
	return v.Value(names[near]), true
}

// wordsIn returns the longest known name that stands in value as whole words:
// Politie in "Politie eenheid Oost".
func wordsIn(value string, names map[string]rules.Code) (string, bool) {
	const shortest = 4
	padded := " " + spaced(value) + " "
	best := ""
	for name := range names {
		if len(name) < shortest || len(name) < len(best) || len(name) == len(best) && name > best {
			continue
		}
		if strings.Contains(padded, " "+spaced(name)+" ") {
			best = name
		}
	}
	return best, best != ""
}

// spaced folds a text and puts single spaces between its words.
func spaced(text string) string {
	return strings.Join(strings.FieldsFunc(rules.Fold(text),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
