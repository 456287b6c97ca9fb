package stats

import (
	"slices"

	"herstel/stats/rules"
)

// FoldedValue is a value of the user's that no output names.
type FoldedValue struct {
	Label  string
	Hidden bool // it has a hidden number in the year of the report
}

// Folded lists the values of a figure that no output names, as nothing of them
// shows. They are for judging alone whether they are people.
func (a *Audit) Folded(figure string) []FoldedValue { return a.unnamed[figure] }

// ownValue is a value of the user's: of an uitsplitsing, or of a category that
// herstel.yaml adds to those of the rules.
type ownValue struct{ dimension, label string }

// foldUntold takes the values of the user's own out of the tables of which no
// figure shows a number in any year: they come from the export or from
// herstel.yaml as they are, and a rare one can point at a person. The values that
// the rules have of themselves tell nothing of that kind. It returns what it took,
// by figure.
func (f *Figures) foldUntold(ruleset *rules.Rules) map[string][]FoldedValue {
	told := map[ownValue]bool{}
	for i := range f.Tables {
		t := &f.Tables[i]
		if t.Figure.Source == fromReferralReasons {
			continue // takes its numbers from afkeurreden later
		}
		for _, r := range t.Rows {
			if slices.ContainsFunc(r.Cells, Cell.tells) {
				for _, v := range t.own(r, ruleset) {
					told[v] = true
				}
			}
		}
	}
	unnamed := map[string][]FoldedValue{}
	for i := range f.Tables {
		t := &f.Tables[i]
		t.fold(func(r Row) []string {
			if r.Folds() {
				return slices.Clone(r.Labels)
			}
			own := t.own(r, ruleset)
			at := slices.IndexFunc(own, func(v ownValue) bool { return !told[v] })
			if at < 0 || !slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Status == Suppressed }) {
				return nil
			}
			value := FoldedValue{own[at].label, r.Cells[len(r.Cells)-1].Status == Suppressed}
			unnamed[t.Figure.ID] = append(unnamed[t.Figure.ID], value)
			return veiled(r.Labels, own, told)
		})
	}
	return unnamed
}

// veiled are the labels of a row without the values of which nothing is told.
func veiled(labels []string, own []ownValue, told map[ownValue]bool) []string {
	labels = slices.Clone(labels)
	for _, v := range own {
		if i := slices.Index(labels, v.label); i >= 0 && !told[v] {
			labels[i] = HiddenLabel
		}
	}
	return labels
}

// own lists the values of the user's in the labels of a row.
func (t *Table) own(r Row, ruleset *rules.Rules) []ownValue {
	var list []ownValue
	for i, label := range r.Labels {
		d := t.Figure.Breakdown[i]
		if label == rules.UnknownLabel {
			continue
		}
		column, category := valueColumns[d.ID]
		breakdown := t.Figure.Breaks > 0 && i == 0
		if breakdown || t.Figure.Breaks == 0 && category && ruleset.Vocabulary(column).Own(label) {
			list = append(list, ownValue{attrName(&t.Figure, d), label})
		}
	}
	return list
}

// tells says whether a cell shows a number of cases.
func (c Cell) tells() bool { return c.Status == OK && c.Count.Known && c.Count.N > 0 }
