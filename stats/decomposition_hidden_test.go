package stats

import (
	"math"
	"testing"
)

// What the decomposition does not show follows from one cell that does not.
func TestDecompositionShowsOnlyWhatAllItsCellsShow(t *testing.T) {
	make2 := func() *Figures {
		figs := &Figures{Year: 2021, Years: []int{2020, 2021}, Threshold: 5}
		cell := func(count, base int) Cell {
			return Cell{Count: Num(count), Base: Num(base), Share: shareOf(count, base)}
		}
		groups := []Row{{Labels: []string{"Zeden"}, Cells: []Cell{cell(40, 100), cell(50, 100)}},
			{Labels: []string{"Geweld"}, Cells: []Cell{cell(20, 100), cell(20, 100)}}}
		parts := []Row{{Labels: []string{"Zeden"}, Cells: []Cell{cell(100, 200), cell(100, 200)}},
			{Labels: []string{"Geweld"}, Cells: []Cell{cell(100, 200), cell(100, 200)}}}
		figs.Tables = []Table{{Figure: Figure{ID: "aanleiding"}, Rows: parts},
			{Figure: Figure{ID: "contact_per_aanleiding"}, Rows: groups},
			{Figure: Figure{ID: "contact_ontleding"}, Rows: countRows(partLabels, 2)}}
		return figs
	}
	figs := make2()
	addDecomposition(figs)
	if got := figs.Tables[2].Rows[2].Cells[1]; got.Status != OK || math.Abs(got.Points.Value-0.05) > 1e-15 {
		t.Fatalf("kans: %+v", got)
	}
	for table := range 2 {
		for row := range 2 {
			for year := range 2 {
				figs := make2()
				figs.Tables[table].Rows[row].Cells[year] = Cell{Status: Suppressed, Base: Num(100)}
				addDecomposition(figs)
				for _, r := range figs.Tables[2].Rows {
					if got := r.Cells[1]; got.Status != Suppressed || got.Points != (Estimate{}) ||
						got.Estimate != (Estimate{}) {
						t.Errorf("%v with a hidden cell: %+v", r.Labels, got)
					}
				}
			}
		}
	}
	figs = make2()
	figs.Tables[1].Rows[0].Cells[0].Base = Int{}
	addDecomposition(figs)
	if got := figs.Tables[2].Rows[0].Cells[1]; got.Status != Suppressed {
		t.Errorf("with a hidden noemer: %+v", got)
	}
}
