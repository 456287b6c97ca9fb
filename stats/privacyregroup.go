package stats

import (
	"slices"

	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// A value that counts in another group than in an earlier publication takes its
// cases along: the difference of a group between the two is the number of that
// value, hidden or not.

// groupDimensions are the dimensions whose values are groups of other values.
var groupDimensions = []rules.Dimension{rules.DimOffenceGroup, rules.DimReferrerGroup, rules.DimInitiative}

// grouped says whether a figure counts by groups alone.
func (f *Figure) grouped() bool {
	return f.by(groupDimensions) && !slices.Contains(f.Breakdown, rules.DimOffence)
}

// by says whether one of some dimensions is among those of a figure.
func (f *Figure) by(dimensions []rules.Dimension) bool {
	return slices.ContainsFunc(f.Breakdown, func(d rules.Dimension) bool { return slices.Contains(dimensions, d) })
}

// regrouped names the dimensions whose groups an earlier publication of the same
// cases, by other rules, made of other values: there are as many cases, and what
// some groups lost others won.
func (l *linker) regrouped(e *Earlier, sameDay bool) []rules.Dimension {
	if e.partial || e.rules == "" || e.rules == l.figs.RulesSHA256 || !sameDay {
		return nil
	}
	year := l.figs.Years[l.year]
	var list []rules.Dimension
	for i := range l.figs.Tables {
		t := &l.figs.Tables[i]
		if !l.links(t) || len(t.Figure.Breakdown) != 1 || !t.Figure.grouped() {
			continue
		}
		change, changed, all := 0, false, true
		for row, r := range t.Rows {
			then, ok := e.of(&t.Figure, year, labelsOf(t, row))
			if now := r.Cells[l.year].Count; ok && then.count.Known {
				change, changed = change+now.N-then.count.N, changed || now != then.count
			} else {
				all = false
			}
		}
		if changed && (!all || change == 0) {
			list = append(list, t.Figure.Breakdown[0])
		}
	}
	return list
}

// veilRegrouped hides the numbers of a cell by groups that were regrouped since,
// where they changed. It reports whether the cell is one of those.
func (l *linker) veilRegrouped(c *linkedCell, then earlierCell, by []rules.Dimension) bool {
	f, base := &c.table.Figure, c.table.Rows[c.row].Cells[l.year].Base
	if !f.grouped() || !f.by(by) {
		return false
	}
	hidden := false
	veil := func(number disclosure.Cell, before Int, now int) {
		if before != Num(now) {
			c.set.model.Hide(number)
			hidden = true
		}
	}
	veil(c.count, then.count, c.value)
	if c.hasBase {
		veil(c.base, then.base, base.N)
	}
	return hidden
}
