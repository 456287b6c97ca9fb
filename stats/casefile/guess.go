package casefile

import (
	"slices"
	"strings"

	"herstel/stats/rules"
)

// candidate is a possible meaning of a header, with how much speaks for it.
type candidate struct {
	profile int
	column  rules.Column
	score   int
	sure    Certainty
	why     string
}

// guessColumns gives each header the column it most likely stands for, and
// each column at most one header.
func guessColumns(columns *columnSet, ruleset *rules.Rules) []Guess {
	profiles := columns.inOrder
	var candidates []candidate
	fullest := 0
	for _, p := range profiles {
		if p.fit(rules.ColReceived) > 0 {
			fullest = max(fullest, p.filled)
		}
	}
	for i, p := range profiles {
		for c := range rules.ColumnCount {
			if c == rules.ColReceived && !p.fullDates(fullest) {
				continue
			}
			if found, ok := p.candidate(c, ruleset); ok {
				found.profile = i
				candidates = append(candidates, found)
			}
		}
	}
	candidates = columns.earliest(candidates, rules.ColReceived)
	slices.SortStableFunc(candidates, func(a, b candidate) int { return b.score - a.score })
	guesses := make([]Guess, len(profiles))
	for i, p := range profiles {
		guesses[i].Header = p.header
	}
	taken := rules.ColumnSet(0)
	for _, c := range candidates {
		g := &guesses[c.profile]
		if g.Certainty != NoIdea || taken.Has(c.column) {
			continue
		}
		taken = taken.With(c.column)
		g.Column, g.Certainty, g.Why = c.column, c.sure, c.why
	}
	columns.mendDates(guesses, fullest)
	for i := range guesses {
		finish(&guesses[i], profiles[i])
	}
	suggestLoose(guesses, profiles)
	columns.suggestAssigned(guesses)
	return guesses
}

// finish lists the values of a category column, unless they may be names.
func finish(g *Guess, p *profile) {
	switch {
	case g.Certainty == NoIdea:
		const most = 40
		if isStatus(p.header) && p.repeats() && !p.persons() {
			g.Status = p.listStatus()
		}
		g.Splits = p.repeats() && !p.persons() && len(p.values) > 1 && len(p.values) <= most &&
			p.share(p.dates) < 0.5 &&
			p.share(p.numbers) < 0.5
	case g.Column.Info().Content != rules.Category:
	case p.withheld(g.Column):
		g.Withheld = &Withheld{Distinct: len(p.values), Filled: p.filled}
	case g.Certainty >= Probable || p.repeats():
		g.Values = p.sorted(g.Column)
	}
}

// candidate weighs what speaks for a column: its name, then its content.
func (p *profile) candidate(c rules.Column, ruleset *rules.Rules) (candidate, bool) {
	if known, ok := ruleset.Column(p.header); ok {
		if date, dated := known.DateOf(); dated && p.fit(date) > 0 {
			known = date
		}
		return candidate{column: c, score: 1000, sure: Sure, why: "herstel kent deze kop"}, known == c
	}
	fits := p.fit(c)
	if fits < 0 || isPersonal(p.header) {
		return candidate{}, false
	}
	if near, ok := rules.Nearest(p.header, ruleset.Headers(c)); ok && near != "" {
		if fits > 0 {
			return candidate{column: c, score: 600 + fits, sure: Probable,
				why: "de kop lijkt op " + quoted(near) + " en de inhoud past"}, true
		}
		return candidate{column: c, score: 300, sure: Unsure, why: "de kop lijkt op " + quoted(near)}, true
	}
	if word, ok := p.hint(c); ok && (fits > 0 || c.Info().Content == rules.Text) {
		return candidate{column: c, score: 400 + fits, sure: Unsure,
			why: "de kop bevat " + quoted(word) + " en de inhoud past"}, true
	}
	const convincing = 60
	if c.Info().Content == rules.Category && fits >= convincing {
		return candidate{column: c, score: 200 + fits, sure: Unsure, why: "de waarden zijn die van " + c.String()}, true
	}
	return candidate{}, false
}

// fit says how well the content is that of a column: negative when it cannot
// be, 0 when it does not tell, else a percentage.
func (p *profile) fit(c rules.Column) int {
	if p.filled == 0 {
		return 0
	}
	const mostly = 0.8
	switch c.Info().Content {
	case rules.Date:
		return agreement(p.share(p.dates), mostly)
	case rules.YesNo:
		if p.share(p.answers) < mostly || p.share(p.dates) > 0 {
			return -1
		}
		return int(100 * p.share(p.answers))
	case rules.Category:
		if p.share(p.dates) > mostly || p.share(p.answers) > mostly || p.unique() {
			return -1
		}
		return int(100 * p.share(p.known[c]))
	}
	if p.share(p.dates) > mostly || p.share(p.answers) > mostly && p.filled > p.numbers {
		return -1
	}
	if c == rules.ColCaseNumber {
		if p.unique() && p.share(p.digits) > mostly {
			return 100
		}
		return -1
	}
	return 0
}

func agreement(share, atLeast float64) int {
	if share < atLeast {
		return -1
	}
	return int(100 * share)
}

// hint returns the hint that the header holds.
func (p *profile) hint(c rules.Column) (string, bool) {
	folded := rules.Fold(p.header)
	hints := c.Info().Hints
	i := slices.IndexFunc(hints, func(word string) bool { return strings.Contains(folded, word) })
	if i < 0 {
		return "", false
	}
	return hints[i], true
}

// fullDates reports whether a column may be the aanmelddatum: every case has
// one, so a column with far fewer dates than another is not it, unless the
// rules know its header.
func (p *profile) fullDates(fullest int) bool {
	c, known := p.rules.Column(p.header)
	return known && c == rules.ColReceived || p.filled*10 >= fullest*9
}
