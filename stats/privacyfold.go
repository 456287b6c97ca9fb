package stats

import (
	"slices"

	"herstel/stats/rules"
)

// FoldedValue is a value of an uitsplitsing that no output names.
type FoldedValue struct {
	Label  string
	Hidden bool // it has a hidden number in the year of the report
}

// Folded lists the values of a figure of an uitsplitsing that no output names,
// as nothing of them shows. They are for judging alone whether they are people.
func (a *Audit) Folded(figure string) []FoldedValue { return a.unnamed[figure] }

// foldUntold takes the values of the user's own columns out of the tables of
// which no figure shows a number in any year: those of an uitsplitsing come
// from the export as they are, and a rare one can point at a person. It returns
// what it took, by figure.
func (f *Figures) foldUntold() map[string][]FoldedValue {
	unnamed := map[string][]FoldedValue{}
	told := map[int]map[string]bool{} // values of which something shows, by uitsplitsing
	for i := range f.Tables {
		t := &f.Tables[i]
		if t.Figure.Breaks == 0 {
			continue
		}
		if told[t.Figure.Breaks] == nil {
			told[t.Figure.Breaks] = map[string]bool{}
		}
		for _, r := range t.Rows {
			if slices.ContainsFunc(r.Cells, Cell.tells) {
				told[t.Figure.Breaks][r.own()] = true
			}
		}
	}
	for i := range f.Tables {
		t := &f.Tables[i]
		t.fold(func(r Row) bool {
			goes := t.Figure.Breaks > 0 && !told[t.Figure.Breaks][r.own()] && r.own() != rules.UnknownLabel &&
				slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Status == Suppressed })
			if goes && r.own() != HiddenLabel {
				id := t.Figure.ID
				unnamed[id] = append(unnamed[id], FoldedValue{r.own(), r.Cells[len(r.Cells)-1].Status == Suppressed})
			}
			return goes
		})
	}
	return unnamed
}

// own is the value of the uitsplitsing of a row.
func (r Row) own() string {
	if len(r.Labels) == 0 {
		return ""
	}
	return r.Labels[0]
}

// tells says whether a cell shows a number of cases.
func (c Cell) tells() bool { return c.Status == OK && c.Count.Known && c.Count.N > 0 }
