package content

import (
	"slices"
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/statstest"
)

// The waterfall of the demo: 357 of 1191, the two steps that the figure gives, and 356 of 1047.
func TestWaterfallOfContact(t *testing.T) {
	c := chartFor(t, statstest.Demo(t), "contact_ontleding")
	want := []struct{ label, short, tip string }{
		{"Contact in 2020", "30,0%", "30,0%, 357 van 1.191"},
		{"Samenstelling: andere verdeling over de aanleidingen", "+1,9", "+1,9 procentpunt"},
		{"Kans: ander deel met contact binnen de aanleidingen", "+2,1",
			"+2,1 procentpunt (toevalsmarge −1,7 tot +6,0)"},
		{"Contact in 2021", "34,0%", "34,0%, 356 van 1.047"},
	}
	if c.Form != chart.FormWaterfall || len(c.Categories) != len(want) {
		t.Fatalf("form %d with %d rows", c.Form, len(c.Categories))
	}
	for i, row := range c.Categories {
		v := row.Bars[0].Values[0]
		if row.Label != want[i].label || v.Short != want[i].short || v.Tip != want[i].tip {
			t.Errorf("row %d is %q, %q, %q; want %q", i, row.Label, v.Short, v.Tip, want[i])
		}
	}
	note := "De stap door een andere kans kan toeval zijn: de toevalsmarge is −1,7 tot +6,0 procentpunt."
	if !slices.Equal(c.Notes, []string{note}) || c.Finding != "" {
		t.Errorf("notes %q, finding %q", c.Notes, c.Finding)
	}
}

// Without one of its numbers there is no waterfall, and the chart says why.
func TestWaterfallThatCannotBeDrawn(t *testing.T) {
	for _, test := range []struct {
		name, figure string
		spoil        func(*stats.Cell)
		want         string
	}{
		{"a hidden step", "contact_ontleding", func(c *stats.Cell) { *c = stats.Cell{Status: stats.Suppressed} },
			"[v] verborgen"},
		{"a hidden share", "contact", func(c *stats.Cell) { c.Status = stats.Suppressed }, "[v] verborgen"},
		{"another share", "contact", func(c *stats.Cell) { c.Share.Num++ },
			"Het deel van de twee jaren is niet bekend."},
		{"a break", "contact_ontleding",
			func(c *stats.Cell) { *c = stats.Cell{Status: stats.NotAvailable, Reason: "er is een trendbreuk"} },
			"Er is een trendbreuk."},
	} {
		figs := statstest.Demo(t)
		table, _ := figs.Table(test.figure)
		for i := range table.Rows {
			test.spoil(&table.Rows[i].Cells[len(figs.Years)-1])
		}
		c := chartFor(t, figs, "contact_ontleding")
		if c.Form != chart.FormNotice || len(c.Categories) > 0 || !strings.HasPrefix(c.Notes[0], test.want) {
			t.Errorf("%s: form %d, %d rows, notes %q", test.name, c.Form, len(c.Categories), c.Notes)
		}
	}
}

// The title tells a clear change, and one within the groups only where the margin of that step says so.
func TestFindingOfWaterfall(t *testing.T) {
	for _, test := range []struct {
		name      string
		clear     bool
		low, high float64
		rate      float64
		want      string
	}{
		{"not clear", false, 0.01, 0.05, 0.03, ""},
		{"may be chance", true, -0.01, 0.05, 0.02, "Vaker contact: van 30% naar 34%"},
		{"within the groups", true, 0.01, 0.05, 0.03, "Vaker contact: van 30% naar 34%, ook binnen de aanleidingen"},
		{"less within the groups", true, -0.05, -0.01, -0.03, "Vaker contact: van 30% naar 34%"},
	} {
		figs := statstest.Demo(t)
		now := len(figs.Years) - 1
		all, _ := figs.Table("contact")
		all.Rows[0].Cells[now].Change.Clear = test.clear
		table, _ := figs.Table("contact_ontleding")
		for i := range table.Rows {
			cell := &table.Rows[i].Cells[now]
			switch table.Rows[i].Labels[0] {
			case "samenstelling":
				cell.Points.Value += 0.0212761546989426 - test.rate
			case "kans":
				cell.Points.Value = test.rate
				cell.Points.Interval = stats.Interval{Low: test.low, High: test.high}
			}
		}
		c := chartFor(t, figs, "contact_ontleding")
		if c.Form != chart.FormWaterfall || c.Finding != test.want {
			t.Errorf("%s: form %d, %q, want %q", test.name, c.Form, c.Finding, test.want)
		}
	}
}
