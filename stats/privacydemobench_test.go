package stats_test

import (
	"context"
	"testing"

	"herstel/stats"
	"herstel/stats/rules"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// BenchmarkDemo measures the figures of the demo with and without privacy.
func BenchmarkDemo(b *testing.B) {
	data, ruleset := statstest.ReadDemo(b, demo.Config())
	off := *ruleset
	off.Privacy.Threshold, off.Privacy.Exceptions = 0, nil
	for name, r := range map[string]*rules.Rules{"hidden": ruleset, "open": &off} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := stats.Compute(data, r,
					stats.Options{Year: 2021, ReferenceDate: r.ReferenceDate}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestDemoPrivacy holds that the demo hides a few cells of detail, each with
// its gap, and no headline.
func TestDemoPrivacy(t *testing.T) {
	data, ruleset := statstest.ReadDemo(t, demo.Config())
	figs, audit, err := stats.ComputeAudited(context.Background(), data, ruleset,
		stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate, Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	n, details := 0, 0
	for _, year := range figs.Years {
		hidden, err := audit.Hidden(year)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hidden {
			n++
			if h.Figure == "contactvorm_per_aanleiding" || h.Figure == "contact_per_aanmelder" {
				details++
			}
			if h.Cause != "" || h.Gap.N < 5 || h.Shows == "" || h.AtLeast {
				t.Errorf("%+v", h)
			}
			if h.Figure == "contact" || h.Figure == "aanleiding" || h.Figure == "initiatief" {
				t.Errorf("headline %s %d is hidden", h.Figure, h.Year)
			}
		}
	}
	if n -= details; n == 0 || n > 20 || details > 40 {
		t.Errorf("%d cells hidden, and %d of details", n, details)
	}
	if len(figs.Exceptions) != 1 || !figs.Exceptions[0].Used {
		t.Errorf("exceptions are %+v", figs.Exceptions)
	}
	for _, p := range figs.Published {
		if p.Outcome == stats.NotCompared {
			t.Errorf("%s %v of %d, which was printed, is hidden", p.Figure, p.Category, p.Year)
		}
	}
}
