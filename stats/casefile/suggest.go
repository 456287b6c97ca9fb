package casefile

import (
	"maps"
	"slices"

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
}

// SuggestValues gives each unknown value of the data its nearest known value.
func SuggestValues(data *stats.Dataset, ruleset *rules.Rules) []Suggestion {
	var suggestions []Suggestion
	for _, u := range data.Unknown {
		s := Suggestion{Column: u.Column, Value: u.Value, Count: u.Count}
		if near, ok := Nearest(ruleset.Vocabulary(u.Column), u.Value); ok {
			s.Label, s.Group = near.Label, near.Group
		}
		suggestions = append(suggestions, s)
	}
	return suggestions
}

// Nearest returns the known value whose label or synonym is nearest to value
// by edit distance; false when nothing is near enough.
func Nearest(v *rules.Vocabulary, value string) (rules.Value, bool) {
	names := v.Names()
	near, ok := rules.Nearest(value, slices.Sorted(maps.Keys(names)))
	if !ok || names[near] == rules.Unknown {
		return rules.Value{}, false
	}
	return v.Value(names[near]), true
}
