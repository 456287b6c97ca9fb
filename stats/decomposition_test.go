package stats_test

import (
	"math"
	"slices"
	"testing"

	"herstel/stats"
	"herstel/stats/statstest"
)

// By hand, in exact fractions, from the counts of the demo (contact of noemer):
//
//	2019  Geweld 142/668  Zeden  49/139  Verkeer 85/189  Overig 52/264
//	2020  Geweld 168/655  Zeden  45/115  Verkeer 82/167  Overig 62/254
//	2021  Geweld 128/471  Zeden 101/235  Verkeer 75/147  Overig 52/194
//
// samenstelling = sum (q-p)(r+s)/2, kans = sum (s-r)(p+q)/2, and at the same mix
// sum p s, with p = noemer/all and r = contact/noemer of the year before, q and s
// of the year.
func TestDecompositionOfTheDemoByHand(t *testing.T) {
	want := map[string][2]float64{ // 2020, 2021
		"verandering":               {0.03943065051377394, 0.04027099136551837},
		"samenstelling":             {-0.004249689643964636, 0.01899483666657578},
		"kans":                      {0.04368034015773858, 0.021276154698942593},
		"bij gelijke samenstelling": {0.30394364728915463, 0.3196610697387505},
	}
	margins := [2]stats.Interval{{Low: 0.008836324557530376, High: 0.07852435575794678},
		{Low: -0.017427947052114732, High: 0.05998025644999992}}
	table, _ := statstest.Demo(t).Table("contact_ontleding")
	if len(table.Rows) != len(want) {
		t.Fatalf("%d rows", len(table.Rows))
	}
	for _, row := range table.Rows {
		if row.Cells[0].Status != stats.NotAvailable || row.Cells[0].Reason == "" {
			t.Errorf("%v 2019: %+v", row.Labels, row.Cells[0])
		}
		for i, cell := range row.Cells[1:] {
			got := cell.Points
			if row.Labels[0] == "bij gelijke samenstelling" {
				got = cell.Estimate
			}
			if !got.Known || math.Abs(got.Value-want[row.Labels[0]][i]) > 1e-15 {
				t.Errorf("%v: %+v, want %v", row.Labels, got, want[row.Labels[0]][i])
			}
			if near := math.Abs(got.Interval.Low-margins[i].Low) +
				math.Abs(got.Interval.High-margins[i].High); (row.Labels[0] == "kans") != (near < 1e-14) {
				t.Errorf("%v: interval %+v", row.Labels, got.Interval)
			}
		}
	}
}

// The rejections as a part of all aanmeldingen are those of afkeurreden, hidden
// where they are hidden.
func TestReasonsOfAllReferralsHideWithTheReasons(t *testing.T) {
	figs := statstest.Demo(t)
	reasons, _ := figs.Table("afkeurreden")
	of, _ := figs.Table("afkeurreden_van_aanmeldingen")
	stream, _ := figs.Table("instroom")
	if len(of.Rows) != len(reasons.Rows) || len(of.Rows) == 0 {
		t.Fatalf("%d rows, %d reasons", len(of.Rows), len(reasons.Rows))
	}
	for i, row := range of.Rows {
		if !slices.Equal(row.Labels, reasons.Rows[i].Labels) {
			t.Errorf("%v is %v", row.Labels, reasons.Rows[i].Labels)
		}
		for y, cell := range row.Cells {
			if cell.Status != reasons.Rows[i].Cells[y].Status || cell.Count != reasons.Rows[i].Cells[y].Count ||
				cell.Base != stream.Rows[0].Cells[y].Count {
				t.Errorf("%v %d: %+v", row.Labels, figs.Years[y], cell)
			}
		}
	}
}
