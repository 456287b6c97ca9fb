package casefile

import (
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// judgeBy looks for the header of an export that the rules know.
func judgeBy(ruleset *rules.Rules) grid.Judge {
	return grid.Judge{
		Score: func(header []grid.Cell) int {
			l := layoutOf(header, ruleset)
			score := l.known * grid.KnownScore
			if l.complete() {
				score += grid.WholeScore
			}
			return score
		},
		Knows: func(name string) bool { return knowsHeader(ruleset, name) },
	}
}

// knowsHeader reports whether the rules, or the user's own, say what a header is.
func knowsHeader(ruleset *rules.Rules, name string) bool {
	_, column := ruleset.Column(name)
	_, breakdown := ruleset.BreakdownColumn(name)
	return column || breakdown || ruleset.Derives(name)
}
