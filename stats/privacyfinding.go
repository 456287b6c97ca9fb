package stats

import (
	"slices"

	"herstel/stats/rules"
)

// toldByFindings says whether the public counts of findings may tell the count
// of a cell: it is the Onbekend of a figure that goes by one column, and that
// column has empty or unknown values. The findings add all years and streams
// up, which an attacker is taken to see through.
func (l *linker) toldByFindings(c *linkedCell) bool {
	f, labels := &c.table.Figure, c.table.Rows[c.row].Labels
	if f.Kind != KindParts || f.Within > 0 || len(labels) == 0 ||
		slices.ContainsFunc(labels, func(label string) bool { return label != rules.UnknownLabel }) {
		return false
	}
	return slices.ContainsFunc(l.figs.Findings, func(found FindingCount) bool {
		return (found.Rule == RuleEmpty || found.Rule == RuleUnknownValue) &&
			(found.Count.N > 0 || !found.Count.Known) && f.goesBy(found.Column)
	})
}

// goesBy says whether a dimension of the figure comes from a column, or from
// the uitsplitsing of that name.
func (f *Figure) goesBy(column string) bool {
	return slices.ContainsFunc(f.Breakdown, func(d rules.Dimension) bool {
		if f.Breaks > 0 {
			return d.ID == column
		}
		return slices.ContainsFunc(dimensionColumns[d.ID], func(c rules.Column) bool { return c.String() == column })
	})
}
