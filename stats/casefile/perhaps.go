package casefile

import (
	"slices"
	"strings"

	"herstel/stats/rules"
)

// loose are words that a header of a date or a yes/no column may hold. They
// say too little to go by: the column is only suggested. The first column
// that fits has the header, so the most telling words come first.
var loose = []struct {
	column rules.Column
	words  []string
}{
	{rules.ColContacted, []string{"gesprok", "gesprek", "ontmoet", "contact"}},
	{rules.ColClosed, []string{"klaar", "dicht", "gesloten", "gestopt", "beëindig", "afgehandeld", "eind"}},
	{rules.ColReceived, []string{"binnen", "ontvang", "geregistreerd", "melding", "gemeld", "start"}},
	{rules.ColAssigned, []string{"bemiddel", "mediator", "overgedragen", "doorgezet", "naar", "begonnen"}},
	{rules.ColContact, []string{"gesprok", "gesprek", "ontmoet", "contact"}},
	{rules.ColRejectedOn, []string{"afkeur", "afgekeurd", "afwijz", "afgewezen"}},
	{rules.ColWillingOn, []string{"bereid", "instem", "akkoord"}},
	{rules.ColWilling, []string{"wil", "bereid", "instem", "akkoord"}},
}

// suggestLoose suggests a header for the date and yes/no columns that are still
// without one, and says of other headers that the column holds such content.
func suggestLoose(guesses []Guess, profiles []*profile) {
	var taken rules.ColumnSet
	for _, g := range guesses {
		if g.Certainty != NoIdea {
			taken = taken.With(g.Column)
		}
	}
	for _, l := range loose {
		for i, p := range profiles {
			g := &guesses[i]
			if taken.Has(l.column) || g.Certainty != NoIdea || g.Perhaps || p.fit(l.column) <= 0 {
				continue
			}
			folded := rules.Fold(p.header)
			w := slices.IndexFunc(l.words, func(word string) bool { return strings.Contains(folded, word) })
			if w < 0 {
				continue
			}
			taken = taken.With(l.column)
			g.Column, g.Perhaps, g.Splits = l.column, true, false
			g.Why = "de kop bevat " + quoted(l.words[w])
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
