package stats

import (
	"fmt"
	"slices"

	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// failing lists the figures of a solved year with a hidden count that a reader
// can place too closely, unless the user accepts that for the figure.
func (l *linker) failing() []string {
	var ids []string
	for _, c := range l.cells {
		if id := c.table.Figure.ID; l.tooNarrow(c) && !l.accepted(id) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// tooNarrow says whether a cell is hidden and its count, or a small other side
// of its share, has no gap of the drempel.
func (l *linker) tooNarrow(c *linkedCell) bool {
	if c.set == nil || !l.hidden(c) {
		return false
	}
	result := c.set.result
	return result.Limited(c.count) && l.closer(c.set, c.count) ||
		c.hasSide && result.Guarded(c.side) && result.Limited(c.side) && l.closer(c.set, c.side)
}

// closer says whether a reader can place a number that has not its whole gap
// closer than an earlier publication with a lower drempel let them: what that
// one gave away cannot be taken back.
func (l *linker) closer(set *caseSet, number disclosure.Cell) bool {
	if l.recall.gap == 0 {
		return true
	}
	low, high, _, err := set.result.Range(number)
	return err != nil || high-low < l.recall.gap
}

// narrow says whether a figure has such a cell.
func (l *linker) narrow(id string) bool {
	return slices.ContainsFunc(l.cells, func(c *linkedCell) bool { return c.table.Figure.ID == id && l.tooNarrow(c) })
}

// accepted says whether herstel.yaml names a figure of the year under
// uitzonderingen or toelaten: the user has then thought about it.
func (l *linker) accepted(id string) bool {
	p, year := &l.rules.Privacy, l.figs.Years[l.year]
	return slices.ContainsFunc(p.Exceptions, func(e rules.PrivacyException) bool {
		return e.Figure == id &&
			e.Year == year
	}) ||
		slices.ContainsFunc(p.Accepted, func(a rules.PrivacyAccepted) bool { return a.Figure == id && a.Year == year })
}

// HiddenLabel stands for every value of a dimension whose row would tell that
// it was counted.
const HiddenLabel = "verborgen waarden"

// Folds says that a row stands for the values of which nothing shows.
func (r Row) Folds() bool { return slices.Contains(r.Labels, HiddenLabel) }

// withhold removes the figures of each year that are withheld. Of what was in
// their tables only those rows stay that stand there whatever was counted, or
// that show a number in another year.
func (f *Figures) withhold(withheld, before map[string]bool, year int) {
	for i := range f.Tables {
		t := &f.Tables[i]
		if !withheld[t.Figure.ID] {
			continue
		}
		why := f.withholding(&t.Figure, year, before[t.Figure.ID])
		for _, r := range t.Rows {
			r.Cells[year] = Cell{Status: Suppressed, Reason: why.String()}
		}
		t.foldEmptied()
	}
}

// foldEmptied folds the rows of which only withheld years say that something was
// counted.
func (t *Table) foldEmptied() {
	told := func(c Cell) bool { return c.tells() || c.Status == Suppressed && !withholds(c.Reason) }
	t.fold(func(r Row) []string {
		if !r.Folds() && slices.ContainsFunc(r.Cells, told) || t.standing(r) {
			return nil
		}
		return slices.Repeat([]string{HiddenLabel}, len(r.Labels))
	})
}

// fold puts one row in the place of those that go into the same labels; into is
// nil for a row that stays. The row comes last, or last of its group.
func (t *Table) fold(into func(Row) []string) {
	var folds [][]Row
	var labels [][]string
	t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r Row) bool {
		to := into(r)
		if to == nil {
			return false
		}
		at := slices.IndexFunc(labels, func(known []string) bool { return slices.Equal(known, to) })
		if at < 0 {
			at = len(labels)
			labels, folds = append(labels, to), append(folds, nil)
		}
		folds[at] = append(folds[at], r)
		return true
	})
	for i, gone := range folds {
		row := Row{Labels: labels[i], Cells: foldCells(gone)}
		at := len(t.Rows)
		for k := range t.Rows {
			if row.Labels[0] != HiddenLabel && t.Rows[k].Labels[0] == row.Labels[0] {
				at = k + 1
			}
		}
		t.Rows = slices.Insert(t.Rows, at, row)
	}
}

// foldCells are the cells of the row in the place of others.
func foldCells(gone []Row) []Cell {
	var cells []Cell
	for year, c := range gone[0].Cells {
		if !slices.ContainsFunc(gone, func(r Row) bool { return r.Cells[year] != c }) && c.Status != OK &&
			!c.Base.Known {
			cells = append(cells, c)
			continue
		}
		// nor the base: rows of another may join for another year
		cells = append(cells, Cell{Status: Suppressed})
	}
	return cells
}

// standing says whether a row stands in the table whatever was counted: groups
// and trajectories do, single values do not.
func (t *Table) standing(r Row) bool {
	for i, label := range r.Labels {
		switch t.Figure.Breakdown[i] {
		case rules.DimReferrerGroup, rules.DimOffenceGroup, rules.DimInitiative:
			if label == rules.UnknownLabel {
				return false
			}
		case rules.DimTrajectory, rules.DimStep, rules.DimMoment:
		default:
			return false
		}
	}
	return true
}

// checkAccepted refuses an entry of toelaten that names no figure.
func checkAccepted(figs *Figures, entries []rules.PrivacyAccepted) error {
	for _, a := range entries {
		if _, ok := figs.Table(a.Figure); !ok {
			return &rules.Error{Line: a.Line,
				What: fmt.Sprintf("privacy.toelaten: de figuur %q bestaat niet", a.Figure),
				Hint: nearestHint(a.Figure, figureIDs(figs))}
		}
	}
	return nil
}

// accepted lists the entries of toelaten of the years shown, as the
// accountability section prints them.
func (a *Audit) accepted(ruleset *rules.Rules) []Exception {
	var list []Exception
	for _, entry := range ruleset.Privacy.Accepted {
		for _, y := range a.years {
			if y.year == entry.Year {
				list = append(list, Exception{Figure: entry.Figure, Year: entry.Year, Reason: entry.Reason,
					Used: y.links.narrow(entry.Figure)})
			}
		}
	}
	return list
}
