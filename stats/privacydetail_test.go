package stats

import (
	"slices"
	"testing"
)

// TestDetailMakesWay has four aanleidingen, of two of which one case each had a
// letter: 8 letters in all show only while they are not split by aanleiding.
func TestDetailMakesWay(t *testing.T) {
	letter := func(k kind) kind { k.form = brief; return k }
	cases := map[kind]int{selfTalked: 40, helpTalked: 40, selfUnwilling: 40, helpUnwilling: 40}
	split := []kind{letter(selfTalked), letter(helpTalked)}
	figs := withForms(t, cases, split, []int{3, 3})
	if c := numbers(figs)["contactvorm|Briefwisseling"]; c.Status != OK || c.Count != Num(6) {
		t.Errorf("contactvorm is %+v", c)
	}
	way := []WithheldFigure{{"contactvorm_per_aanleiding", "Hoe het contact verliep, per aanleiding", 2021, MakesWay,
		true}}
	if got := figs.Withheld(); !slices.Equal(got, way) {
		t.Errorf("withheld: %+v", got)
	}
	table, _ := figs.Table("contactvorm_per_aanleiding")
	if len(table.Rows) != 1 || !table.Rows[0].Folds() || table.Rows[0].Cells[0].Base.Known {
		t.Errorf("rows: %+v", table.Rows)
	}
	figs = withForms(t, cases, split, []int{8, 9})
	if c := numbers(figs)["contactvorm_per_aanleiding|Zeden|Briefwisseling"]; c.Status != OK || c.Count != Num(8) {
		t.Errorf("contactvorm_per_aanleiding is %+v", c)
	}
}

// withForms computes the figures of cases, and of cases of other kinds beside them.
func withForms(t *testing.T, cases map[kind]int, more []kind, times []int) *Figures {
	t.Helper()
	list, counts := []kind{}, []int{}
	for _, k := range kinds() {
		list, counts = append(list, k), append(counts, cases[k])
	}
	return figuresFor(t, append(list, more...), append(counts, times...), privacyRules(t, 5, ""))
}

// TestNothingShowsWithoutATotal withholds every figure that tells the total of
// the cases: the figures that are left are still hidden as they must be.
func TestNothingShowsWithoutATotal(t *testing.T) {
	figs, _ := world(t, privacyRules(t, 5, ""), 2021, map[kind]int{selfTalked: 1, helpUnwilling: 2})
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			if c := row.Cells[0]; table.Figure.ofCohort() && !table.Figure.Work && c.Status == OK {
				t.Errorf("%s %v shows %+v", table.Figure.ID, row.Labels, c.Count)
			}
		}
	}
}
