package content

import (
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/internal/reporttest"
	"herstel/stats"
	"herstel/stats/rules"
	"herstel/stats/statstest"
)

func overviewOf(t *testing.T, figs *stats.Figures) chart.Chart {
	t.Helper()
	c, ok := Overview(figs)
	if !ok {
		t.Fatal("there is no overview")
	}
	return c
}

// tile finds a number of the overview by its title.
func tile(t *testing.T, c chart.Chart, title string) chart.Category {
	t.Helper()
	for _, category := range c.Categories {
		if category.Label == title {
			return category
		}
	}
	t.Fatalf("no number %q", title)
	return chart.Category{}
}

// The six numbers of the demo, as the report of 2021 printed them, each with
// its change only where that is clear.
func TestOverviewOfDemo(t *testing.T) {
	c := overviewOf(t, statstest.Demo(t))
	if len(c.Categories) != 6 {
		t.Fatalf("%d numbers, want 6", len(c.Categories))
	}
	for _, want := range []struct{ title, now, change string }{
		{"Aanmeldingen", "1.358", "geen duidelijk verschil met 2020"},
		{"Zelf aangemeld", "23%", "8 procentpunt meer dan in 2020"},
		{"Zaken met contact", "34%", "geen duidelijk verschil met 2020"},
		{"Contact bij Verkeer", "51%", "geen duidelijk verschil met 2020"},
	} {
		got := tile(t, c, want.title)
		if got.Bars[0].Values[0].Label != want.now || got.Change != want.change {
			t.Errorf("%s: %s, %s; want %s, %s", want.title, got.Bars[0].Values[0].Label, got.Change, want.now,
				want.change)
		}
		if len(got.Bars) != 3 {
			t.Errorf("%s has %d years", want.title, len(got.Bars))
		}
	}
}

func TestOverviewOfOnesOwn(t *testing.T) {
	figs := statstest.Demo(t)
	figs.Presentation.Organisation = "Perspectief"
	figs.Presentation.Overview = []rules.OverviewTile{{Figure: "delict",
		Category: []rules.TileValue{{Dimension: "aanleiding", Value: "zeden"},
			{Dimension: "delict", Value: "Verkrachting"}}},
		{Figure: "bemiddelaars", Title: "Mensen"}}
	c := overviewOf(t, figs)
	if len(c.Categories) != 2 || c.Categories[0].Label != "Delict: Verkrachting" || c.Categories[1].Label != "Mensen" {
		t.Errorf("numbers %+v", c.Categories)
	}
	if c.Title != "Perspectief" || !strings.Contains(strings.Join(c.Footer, " "), "Bron: Perspectief") {
		t.Errorf("title %q, footer %q", c.Title, c.Footer)
	}
}

// A hidden number stands in the overview as its mark, with its meaning.
func TestOverviewHides(t *testing.T) {
	figs := reporttest.Report2021(2,
		reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(30, 100), reporttest.Hidden2(100))))
	c := overviewOf(t, figs)
	if got := c.Categories[0]; got.Bars[0].Values[0].Label != chart.MarkHidden || got.Change != "" ||
		len(c.Notes) != 1 {
		t.Errorf("the number is %+v, notes %q", got, c.Notes)
	}
	if _, ok := Overview(reporttest.Report2021(2, reporttest.Table(reporttest.Offence))); ok {
		t.Error("there is an overview without any of its figures")
	}
}

// On every paper that it is for, the overview has its size and no text over another.
func TestOverviewFits(t *testing.T) {
	c := overviewOf(t, statstest.Demo(t))
	for _, o := range []chart.Options{{}, {Width: 254, Height: 143}, {Width: 91.44, Height: 91.44}, {Width: 85},
		{Width: 180}, {Width: 60}} {
		if o.Height > 0 && chart.Height(c, o) > o.Height+0.01 {
			t.Errorf("%v by %v mm: it is %.1f mm high", o.Width, o.Height, chart.Height(c, o))
		}
		texts := chart.Layout(c, o).Texts()
		for i, a := range texts {
			for _, b := range texts[:i] {
				if a.Box.Grow(-1).Overlaps(b.Box.Grow(-1)) {
					t.Errorf("%v by %v mm: %q is printed over %q", o.Width, o.Height, a.Text.Content, b.Text.Content)
				}
			}
		}
	}
}
