package casefile

import (
	"herstel/stats"
	"herstel/stats/rules"
)

// Suggestion is an unknown category value with the nearest known one.
type Suggestion struct {
	Column rules.Column
	Value  string // as met
	Count  int    // rows
	Label  string // nearest known label; empty when nothing is near
	Group  string // group of Label, or all that the value tells; empty when that is nothing
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
			near, note := likeness(u.Column, ruleset.Vocabulary(u.Column), u.Value)
			s.Label, s.Group, s.Note = near.Label, near.Group, note
		}
		suggestions = append(suggestions, s)
	}
	if showAll {
		return suggestions, nil
	}
	return keepCommon(suggestions)
}
