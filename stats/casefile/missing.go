package casefile

import (
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// isMissing reports whether a cell holds a word that a program writes for a
// cell without a value. Such a cell is empty in every column.
func isMissing(c grid.Cell) bool {
	const longest = 8
	if c.Form != grid.FormText || len(c.Text) == 0 || len(c.Text) > 4*longest {
		return false
	}
	switch c.Text[0] | 0x20 {
	case 'n', '-', '(', '<', '\\' | 0x20, ' ', '\t' | 0x20, 0xE2, 0x96 | 0x20:
	default:
		return false
	}
	switch rules.Fold(string(grid.Utf8Of(c.Text))) {
	case "null", "na", "n/a", "nan", "none", "nil", "nvt", "n.v.t.", "n.v.t", "-", "--", "\u2013", "\u2014", "(leeg)",
		"(null)", "(blank)", "<null>", "\\n":
		return true
	}
	return false
}

// isUnknownWord reports whether a cell says that nobody knows: empty in a
// column of dates or answers. A category may have it as a value.
func isUnknownWord(c grid.Cell) bool {
	if c.Form != grid.FormText || len(c.Text) == 0 || (c.Text[0]|0x20) != 'o' {
		return false
	}
	switch rules.Fold(string(grid.Utf8Of(c.Text))) {
	case "onbekend", "onb", "onb.":
		return true
	}
	return false
}

// mayBeUnknown are the columns in which a word that says so is no value. Without
// the day on which it came in, a case cannot be counted.
var mayBeUnknown = func() (list []rules.Column) {
	for c := range rules.ColumnCount {
		if content := c.Info().Content; (content == rules.Date || content == rules.YesNo) && c != rules.ColReceived {
			list = append(list, c)
		}
	}
	return list
}()

// missing is isMissing with the words of herstel.yaml besides.
func (r *rowReader) missing(c grid.Cell) bool {
	return isMissing(c) || r.ruleset.HasMissing() && len(c.Text) > 0 && c.Form == grid.FormText &&
		r.ruleset.Missing(rules.Fold(string(grid.Utf8Of(c.Text))))
}

// dropMissing empties the cells that are read and hold no value. The one of
// mediators is only counted, and follows suit.
func (r *rowReader) dropMissing(cells []grid.Cell) {
	for c, pos := range r.layout.at {
		if pos != absent && r.missing(cells[pos]) {
			r.wording.sayNothing(rules.Column(c), cells[pos])
			cells[pos] = grid.Cell{}
		}
	}
	for _, pos := range r.layout.breakdowns {
		if pos != absent && r.missing(cells[pos]) {
			cells[pos] = grid.Cell{}
		}
	}
	for _, c := range mayBeUnknown {
		if pos := r.layout.at[c]; pos != absent && isUnknownWord(cells[pos]) {
			r.wording.sayNothing(c, cells[pos])
			cells[pos] = grid.Cell{}
		}
	}
}
