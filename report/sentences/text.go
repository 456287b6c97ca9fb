package sentences

import (
	"strings"

	"herstel/stats"
)

// smallBase is the base below which a percentage says more than the cases
// bear: such a figure is told in counts.
const smallBase = 10

// rule makes a sentence of a figure, or several with a line break between
// them, or nothing where it has nothing true to say.
type rule func(v *View) string

// shapeRules tells the figures whose entry of the register has no rules, by the
// shape of their table.
var shapeRules = map[shape][]rule{
	shapeParts: {largestPart, unknownFrom(notable), largestMove(stats.Up), largestMove(stats.Down),
		allWithinMargin},
	shapePartsWithin: {extremes, groupMove},
	shapeYesNo:       {yesShare, yesChange, openCases},
	shapeYesNoWithin: {extremes, groupMove, openCases},
	shapeCounts:      {keyFigures},
}

// Of tells a figure in Dutch: a few sentences, each of them true of the
// numbers that may be shown. Hidden numbers and their direction are never
// told. figs is the report that table belongs to.
func Of(figs *stats.Figures, table *stats.Table) []string {
	v := NewView(figs, table)
	if table.Figure.EarlierYears() {
		return v.since()
	}
	if s := v.Silence(); s != "" {
		return []string{s}
	}
	rules := v.Entry.rules
	if rules == nil {
		rules = shapeRules[v.shape()]
	}
	var told []string
	for _, r := range rules {
		if s := r(v); s != "" {
			told = append(told, strings.Split(s, "\n")...)
		}
	}
	named := v.mentioned()
	if len(told)+len(named) == 0 {
		return []string{v.allHidden()}
	}
	for _, s := range []string{v.KnownOnly(told), v.NoComparison()} {
		if s != "" {
			told = append(told, s)
		}
	}
	told = append(told, named...)
	for i, s := range told {
		told[i] = withPeriod(figs, s)
	}
	return told
}
