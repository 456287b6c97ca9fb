package casefile

import (
	"slices"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// twoDates are two columns of dates.
type twoDates struct{ first, second *profile }

// datedCell is a date in a row.
type datedCell struct {
	column *profile
	on     day.Day
}

// compare notes which dates of a row lie before which.
func (s *columnSet) compare(row []datedCell) {
	const most = 20 // columns of dates
	for i, a := range row[:min(len(row), most)] {
		for _, b := range row[:i] {
			switch {
			case a.on < b.on:
				s.order[twoDates{a.column, b.column}]++
			case a.on > b.on:
				s.order[twoDates{b.column, a.column}]++
			}
		}
	}
}

// before reports whether the dates of one column nearly always lie before those
// of another.
func (s *columnSet) before(a, b *profile) bool {
	const telling, times = 3, 9
	earlier, later := s.order[twoDates{a, b}], s.order[twoDates{b, a}]
	return earlier >= telling && earlier >= later*times
}

// earliest drops the candidates for a column of dates that lie behind another
// candidate for it, unless the rules know the header.
func (s *columnSet) earliest(all []candidate, c rules.Column) []candidate {
	return slices.DeleteFunc(slices.Clone(all), func(late candidate) bool {
		return late.column == c && late.sure != Sure && slices.ContainsFunc(all, func(early candidate) bool {
			return early.column == c && s.before(s.inOrder[early.profile], s.inOrder[late.profile])
		})
	})
}

// sequence lists what comes before what in nearly every case.
var sequence = [...]struct{ first, second rules.Column }{
	{rules.ColReceived, rules.ColAssigned}, {rules.ColReceived, rules.ColClosed},
	{rules.ColReceived, rules.ColContacted},
	{rules.ColReceived, rules.ColRejectedOn},
	{rules.ColAssigned, rules.ColClosed}, {rules.ColAssigned, rules.ColContacted},
}

// mendDates takes back a guess that the order of the dates speaks against. Where
// no column is the aanmelddatum then, it is the one that every case has and that
// lies before all other dates. fullest is how many cells a full column of dates has.
func (s *columnSet) mendDates(guesses []Guess, fullest int) {
	at := map[rules.Column]int{}
	for i, g := range guesses {
		if g.Certainty != NoIdea {
			at[g.Column] = i
		}
	}
	for _, o := range sequence {
		first, ok := at[o.first]
		second, both := at[o.second]
		if !ok || !both || !s.before(s.inOrder[second], s.inOrder[first]) {
			continue
		}
		wrong := o.second
		if guesses[second].Certainty == Sure {
			wrong = o.first
		}
		if i := at[wrong]; guesses[i].Certainty != Sure {
			guesses[i] = Guess{Header: guesses[i].Header}
			delete(at, wrong)
		}
	}
	if _, ok := at[rules.ColReceived]; !ok {
		s.guessReceived(guesses, fullest)
	}
}

// guessReceived takes the full column of dates that lies before every other.
func (s *columnSet) guessReceived(guesses []Guess, fullest int) {
	for i, p := range s.inOrder {
		if guesses[i].Certainty != NoIdea || p.fit(rules.ColReceived) <= 0 || !p.fullDates(fullest) ||
			isPersonal(p.header) {
			continue
		}
		others := 0
		first := true
		for _, q := range s.inOrder {
			if q != p && q.fit(rules.ColReceived) > 0 && !isPersonal(q.header) {
				others++
				first = first && s.before(p, q)
			}
		}
		if first && others > 0 {
			guesses[i].Column, guesses[i].Certainty = rules.ColReceived, Unsure
			guesses[i].Why = "elke rij heeft hier een datum, en die ligt voor de andere datums"
			return
		}
	}
}

// suggestAssigned suggests the only column of dates that lies between the
// aanmelddatum and what happens in a case afterwards, when nothing else tells
// which one is the uitzetdatum.
func (s *columnSet) suggestAssigned(guesses []Guess) {
	at := map[rules.Column]int{}
	var free []int
	for i, g := range guesses {
		switch {
		case g.Certainty != NoIdea || g.Perhaps:
			at[g.Column] = i
		case s.inOrder[i].fit(rules.ColAssigned) > 0 && !isPersonal(g.Header):
			free = append(free, i)
		}
	}
	received, ok := at[rules.ColReceived]
	_, assigned := at[rules.ColAssigned]
	if !ok || assigned {
		return
	}
	var between []int
	for _, i := range free {
		for _, after := range []rules.Column{rules.ColContacted, rules.ColClosed} {
			if j, ok := at[after]; ok && s.before(s.inOrder[received], s.inOrder[i]) &&
				s.before(s.inOrder[i], s.inOrder[j]) {
				between = append(between, i)
				break
			}
		}
	}
	if len(between) == 1 {
		g := &guesses[between[0]]
		g.Column, g.Perhaps, g.Splits = rules.ColAssigned, true, false
		g.Why = "de datums liggen na de aanmelddatum en voor wat er later in de zaak gebeurt"
	}
}
