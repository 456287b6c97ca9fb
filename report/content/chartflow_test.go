package content

import (
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/chart/charttest"
	"herstel/report/internal/reporttest"
	"herstel/stats/nl"
)

// The labels of the ends never touch one another, however thin an end is.
func TestFlowLabelsStandApart(t *testing.T) {
	tests := []struct{ out, rejected, open int }{
		{80, 19, 1}, {77, 23, 0}, {0, 0, 100}, {1, 1, 98}, {98, 1, 1}, {1, 98, 1}, {0, 99, 1}, {1, 0, 99}, {34, 33, 33},
		{9998, 1, 1},
	}
	for _, tt := range tests {
		all := tt.out + tt.rejected + tt.open
		line := func(label string, n int) reporttest.Line {
			return reporttest.Row(label, reporttest.Of(all-n, all), reporttest.Of(n, all), reporttest.Of(n, all))
		}
		figs := reporttest.Report2021(3,
			reporttest.Table(reporttest.Inflow, line("aanmeldingen", all), line("uitgezet", tt.out),
				line("afgekeurd", tt.rejected), line("nog te beoordelen", tt.open)))
		c := chartFor(t, figs, "instroom")
		for _, mm := range []float64{60, 85, 180} {
			texts := chart.Layout(c, chart.Options{Width: mm}).Texts()
			for i, a := range texts {
				for _, b := range texts[:i] {
					if a.Box.Grow(-1).Overlaps(b.Box.Grow(-1)) {
						t.Errorf("%v at %v mm: %q is printed over %q", tt, mm, a.Text.Content, b.Text.Content)
					}
				}
			}
			svg := charttest.SVG(t, c, mm)
			for label, n := range map[string]int{"Uitgezet": tt.out, "Afgekeurd": tt.rejected,
				"Nog te beoordelen": tt.open} {
				if text := charttest.Text(t, svg); n > 0 &&
					(!strings.Contains(text, label) || !strings.Contains(c.Summary, nl.Int(n)+" (")) {
					t.Errorf("%v at %v mm: %s lacks its label", tt, mm, label)
				}
			}
		}
	}
}
