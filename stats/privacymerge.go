package stats

import (
	"fmt"
	"slices"

	"herstel/stats/rules"
)

// Values that are merged since an earlier publication give its numbers away: the
// sum less the part that was shown is the part that was hidden. And where a sum was
// shown before, its parts now tell of each other.

// rememberMerged ties a cell of merged values to what an earlier publication says
// of each of them. Where that hid one, the sum is hidden; where it showed all, the
// reader knows the sum. It reports whether the cell is one of those.
func (l *linker) rememberMerged(c *linkedCell, e *Earlier, year int) bool {
	parts, merged := l.partsOf(c.category)
	if !merged || e.has(&c.table.Figure, year, c.category) {
		return false
	}
	sum, base, told, all := 0, 0, false, true
	for _, part := range parts {
		then, ok := e.of(&c.table.Figure, year, part)
		told = told || ok
		if all = all && ok && then.count.Known &&
			(!c.hasBase || e.partial || then.base.Known || then.count.N == 0); all {
			sum, base = sum+then.count.N, base+then.base.N
		}
	}
	switch {
	case !told:
	case !all:
		l.recall.bound = true
		c.set.model.Hide(c.count)
		if c.hasBase && c.table.Figure.Within > 0 {
			c.set.model.Hide(c.base)
		}
	case !l.far(sum - c.value):
		l.recall.bound = true
		l.lock(c.set, c.count, c.value)
	}
	return true
}

// partsOf gives the categories that a category of merged values was made of.
func (l *linker) partsOf(category []Label) (parts [][]Label, merged bool) {
	parts = [][]Label{{}}
	for _, label := range category {
		values := []string{label.Value}
		if m, ok := mergeOf(l.rules, rules.Dimension{ID: label.Dimension}, label.Value); ok {
			values, merged = m.Values, true
		}
		var longer [][]Label
		for _, part := range parts {
			for _, value := range values {
				longer = append(longer, append(slices.Clone(part), Label{label.Dimension, value}))
			}
		}
		parts = longer
	}
	return parts, merged
}

// has says whether the publication has a row of a cell.
func (e *Earlier) has(f *Figure, year int, category []Label) bool {
	_, ok := e.cells[categoryKey(f, year, category)]
	return ok
}

// keepsMerges refuses to take values apart that an earlier publication counted as
// one in a year that this one shows too.
func (c *computation) keepsMerges(figs *Figures) error {
	if c.rules.Privacy.Threshold < 2 {
		return nil
	}
	for _, e := range c.opt.Earlier {
		shared := slices.ContainsFunc(figs.Years, func(y int) bool { _, ok := e.dates[y]; return ok })
		for _, then := range e.merges {
			kept := slices.ContainsFunc(figs.Merges, func(m Merged) bool {
				return m.Dimension.ID == then.Dimension && m.As == then.As && m.Count() == then.Values
			})
			if shared && !kept && c.shows(figs, then.Dimension) {
				return &rules.Error{What: fmt.Sprintf("%s telt waarden van %s samen als %q, en herstel.yaml doet "+
					"dat nu anders: een lezer kan dan kleine aantallen uitrekenen", e.Name, then.Dimension, then.As),
					Hint: "zet samenvoegen in herstel.yaml terug zoals het toen was"}
			}
		}
	}
	return nil
}

// shows says whether a figure is broken down by a dimension.
func (c *computation) shows(figs *Figures, dimension string) bool {
	return slices.ContainsFunc(figs.Tables, func(t Table) bool {
		return slices.ContainsFunc(t.Figure.Breakdown, func(d rules.Dimension) bool { return d.ID == dimension })
	})
}
