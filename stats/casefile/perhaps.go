package casefile

import (
	"slices"
	"strings"

	"herstel/stats/rules"
)

// byRank are the columns that a header may suggest, the most telling words first:
// the first column that fits has the header.
var byRank = func() (list []rules.Column) {
	for c := range rules.ColumnCount {
		if len(c.Info().Loose) > 0 {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b rules.Column) int { return a.Info().Rank - b.Info().Rank })
	return list
}()

// suggestLoose suggests a header for the date and yes/no columns that are still
// without one, and says of other headers that the column holds such content.
func suggestLoose(guesses []Guess, profiles []*profile) {
	var taken rules.ColumnSet
	for _, g := range guesses {
		if g.Certainty != NoIdea {
			taken = taken.With(g.Column)
		}
	}
	for _, c := range byRank {
		for i, p := range profiles {
			g := &guesses[i]
			if taken.Has(c) || g.Certainty != NoIdea || g.Perhaps || p.fit(c) <= 0 {
				continue
			}
			folded := rules.Fold(p.header)
			words := c.Info().Loose
			w := slices.IndexFunc(words, func(word string) bool { return strings.Contains(folded, word) })
			if w < 0 {
				continue
			}
			taken = taken.With(c)
			g.Column, g.Perhaps, g.Splits = c, true, false
			g.Why = "de kop bevat " + quoted(words[w])
		}
	}
	for i, p := range profiles {
		guesses[i].Holds = p.holds()
	}
}

// holds says in Dutch what a column of dates or answers holds; empty for any
// other.
func (p *profile) holds() string {
	switch {
	case p.fit(rules.ColReceived) > 0:
		return "datums"
	case p.fit(rules.ColContact) > 0:
		return "ja en nee"
	}
	return ""
}
