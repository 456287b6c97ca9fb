package stats

import (
	"cmp"
	"slices"

	"herstel/stats/rules"
)

// UniformGroup is a group of which all cases, or none, have a trait: who knows
// that someone is in the group knows the trait too.
type UniformGroup struct {
	Figure   string
	Year     int
	Category []Label
	All      bool // all of them; else none
	Cases    int
}

// Uniform lists the groups of at least the drempel that show a trait in all of
// their cases or in none, in the order of the chapter.
func (f *Figures) Uniform() []UniformGroup {
	var list []UniformGroup
	for i := range f.Tables {
		t := &f.Tables[i]
		if !t.Figure.tellsTrait() {
			continue
		}
		for y, year := range f.Years {
			for r, row := range t.Rows {
				cell := &row.Cells[y]
				n, shown := cell.Base.N, cell.Status == OK && cell.Base.Known
				if shown && n >= max(1, f.Threshold) &&
					(cell.Count.N == n || cell.Count.N == 0 && !residual(row.Labels)) {
					list = append(list, UniformGroup{t.Figure.ID, year, labelsOf(t, r), cell.Count.N > 0, n})
				}
			}
		}
	}
	return list
}

// tellsTrait says whether the cells of a figure tell a trait of a group:
// contact, bereid or initiatief.
func (f *Figure) tellsTrait() bool {
	return !f.Work && (f.Source == fromCases || f.Source == fromBreakdown) && (f.Kind == KindYesNo || f.Within > 0)
}

// residual says whether a row is about what is left over: that no one is in it
// tells nothing.
func residual(labels []string) bool {
	return len(labels) > 0 && slices.Contains([]string{"overig", rules.UnknownLabel}, labels[len(labels)-1]) &&
		len(labels) > 1
}

// hideUniform hides, when the user asks for it, the groups of which all or none
// have a trait. A count that is all of its group is hidden as any other. A zero
// is taken out of what shows, with the lightest other count of its table, so
// that it is not what is left of a total.
func (l *linker) hideUniform() {
	l.zeros = map[*linkedCell]bool{}
	if !l.rules.Privacy.HideZeros || l.rules.Privacy.Threshold < 2 {
		return
	}
	for _, c := range l.cells {
		base := c.table.Rows[c.row].Cells[l.year].Base
		if c.set == nil || c.exception != nil || !c.table.Figure.tellsTrait() || base.N < l.rules.Privacy.Threshold {
			continue
		}
		switch {
		case c.value == 0 && residual(c.table.Rows[c.row].Labels):
		case c.value == 0:
			l.zeros[c] = true
			if other := l.lightest(c); other != nil {
				other.set.model.Hide(other.count)
			}
		case c.value == base.N:
			c.set.model.Hide(c.count)
		}
	}
}

// lightest returns the smallest other count of the table of a zero that can be
// hidden: of the same value where the table crosses two dimensions.
func (l *linker) lightest(zero *linkedCell) *linkedCell {
	f := &zero.table.Figure
	trait := func(c *linkedCell) string {
		if f.Kind == KindYesNo {
			return ""
		}
		return c.category[len(c.category)-1].Value
	}
	var list []*linkedCell
	for _, c := range l.cells {
		if c.table == zero.table && c.value > 0 && c.exception == nil && trait(c) == trait(zero) {
			list = append(list, c)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return slices.MinFunc(list, func(a, b *linkedCell) int { return cmp.Compare(a.value, b.value) })
}
