package casefile

import (
	"fmt"
	"slices"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// unvalued says that a cell has a formula of which the file does not hold the
// outcome: a program that is no spreadsheet wrote it. Such a cell is not empty.
func unvalued(column string) error {
	return &grid.Fault{What: "de cel heeft een formule zonder opgeslagen uitkomst",
		Hint: "open het bestand in Excel, sla het op en probeer het opnieuw", Column: column}
}

// reads returns the first of some positions that is a column that is read.
func (l *layout) reads(positions []int) (column string, ok bool) {
	for _, pos := range positions {
		if i := slices.Index(l.at[:], pos); i >= 0 {
			return rules.Column(i).String(), true
		}
		if slices.Contains(l.breakdowns, pos) || slices.ContainsFunc(l.derived,
			func(d derivation) bool { return d.from == pos }) {
			return letters(pos), true
		}
	}
	return "", false
}

// hiddenRows tells that rows count that the user does not see.
func hiddenRows(file, sheet string, n int) stats.Notice {
	return stats.Notice{ID: stats.NoticeHiddenRows, Severity: stats.Info, File: file, Sheet: sheet,
		Text: fmt.Sprintf("%d verborgen of weggefilterde %s gewoon mee", n, plural(n, "rij telt", "rijen tellen"))}
}
