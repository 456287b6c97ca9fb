package sentences

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// sindsdien tells of earlier years only, and of nothing that is hidden.
func TestSentencesOfSince(t *testing.T) {
	cell := func(n int) []stats.Cell { return []stats.Cell{{Count: stats.Num(n)}, {Status: stats.NotAvailable}} }
	hidden := []stats.Cell{{Status: stats.Suppressed}, {Status: stats.NotAvailable}}
	at, _ := day.Of(2021, 3, 1)
	now, _ := day.Of(2022, 3, 1)
	since, ok := statsFigure("sindsdien")
	if !ok {
		t.Fatal("no figure sindsdien")
	}
	for _, test := range []struct {
		name string
		nu   []stats.Cell
		want string
	}{
		{"later contact", cell(402),
			"Na 1 maart 2021 kwamen er voor 2020 nog zaken bij: met contact (van 357 naar 402)."},
		{"nothing since", cell(357), "Over eerdere jaren is hier niets te melden."},
		{"hidden", hidden, "Over eerdere jaren is hier niets te melden."},
	} {
		t.Run(test.name, func(t *testing.T) {
			figs := &stats.Figures{Year: 2021, Years: []int{2020, 2021}, ReferenceDate: now,
				ReferenceDates: []day.Day{at, now},
				Tables: []stats.Table{{Figure: since, Rows: []stats.Row{
					{Labels: []string{"contact", "toen"}, Cells: cell(357)},
					{Labels: []string{"contact", "nu"}, Cells: test.nu}}}}}
			if diff := cmp.Diff([]string{test.want}, Of(figs, &figs.Tables[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func statsFigure(id string) (stats.Figure, bool) {
	for _, f := range stats.Catalog(&rules.Rules{}) {
		if f.ID == id {
			return f, true
		}
	}
	return stats.Figure{}, false
}
