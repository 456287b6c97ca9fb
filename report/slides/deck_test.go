package slides

import (
	"slices"
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/internal/pptx"
	"herstel/stats/rules"
	"herstel/stats/statstest"
)

// nativeOf gives the chart of PowerPoint of a figure of the demo.
func nativeOf(t *testing.T, id string) (pptx.Chart, *chart.Chart) {
	t.Helper()
	for _, f := range content.Of(statstest.Demo(t)).Figures {
		if f.ID == id {
			drawn, ok := nativeChart(f.Chart, f.Numbers.Figure.Kind)
			if !ok {
				t.Fatalf("%s is no chart of PowerPoint", id)
			}
			return drawn, f.Chart
		}
	}
	t.Fatalf("no figure %s", id)
	return pptx.Chart{}, nil
}

// A number that may still change says so in the chart and below it.
func TestProvisionalYearIsTold(t *testing.T) {
	trend, c := nativeOf(t, "contact")
	if got := trend.Categories; !slices.Equal(got, []string{"2019", "2020", "2021 (voorlopig)"}) {
		t.Errorf("the years are %q", got)
	}
	notes := strings.Join(slideNotes(c, trend), " ")
	if want := "Voorlopig: 177 zaken lopen nog."; notes != want {
		t.Errorf("notes %q, want %q", notes, want)
	}
	if notes := slideNotes(c, pptx.Picture{}); !slices.Equal(notes, []string{"Voorlopig: 177 zaken lopen nog."}) {
		t.Errorf("notes of a drawing %q", notes)
	}
	settled, c := nativeOf(t, "contact_afgesloten")
	if got := settled.Categories[len(settled.Categories)-1]; got != "2021" || len(slideNotes(c, settled)) > 0 {
		t.Errorf("a settled year is %q, with notes %q", got, slideNotes(c, settled))
	}
}

// Many groups leave room for the numbers of the report year alone; few have every year.
func TestYearsOfDots(t *testing.T) {
	for id, want := range map[string]int{"contact_per_aanmelder": 1, "contact_per_aanleiding": 3} {
		drawn, _ := nativeOf(t, id)
		if len(drawn.Series) != want || !drawn.Labels || drawn.Series[0].Name != "2021 (voorlopig)" {
			t.Errorf("%s: %d years, labels %v, the first is %q", id, len(drawn.Series), drawn.Labels,
				drawn.Series[0].Name)
		}
	}
}

func TestMarksOfASlide(t *testing.T) {
	hidden, known := chart.Value{Label: chart.MarkHidden}, chart.Value{Known: true, V: 12, Label: "12%"}
	row := func(values ...chart.Value) chart.Category {
		c := chart.Category{Label: "Rechtspraak"}
		for i, v := range values {
			c.Bars = append(c.Bars, chart.Bar{Name: []string{"2021", "2020"}[i], Values: []chart.Value{v}})
		}
		return c
	}
	for want, category := range map[string]chart.Category{
		"Rechtspraak [v]": row(hidden, hidden), "Rechtspraak": row(known, known),
		"Rechtspraak (2020: [v])": row(known, hidden),
	} {
		var drawn pptx.Chart
		barSeries(&drawn, &chart.Chart{Categories: []chart.Category{category}}, 2)
		if drawn.Categories[0] != want {
			t.Errorf("%q, want %q", drawn.Categories[0], want)
		}
	}
}

// The lines of three years can be told apart on white.
func TestLineColorsDiffer(t *testing.T) {
	drawn, _ := nativeOf(t, "maand")
	seen := map[string]bool{}
	for _, s := range drawn.Series {
		if seen[s.Color] {
			t.Errorf("two years have the colour %s", s.Color)
		}
		seen[s.Color] = true
	}
	if n := len(lineColors(rules.HouseStyle{})); n < len(drawn.Series) {
		t.Errorf("%d colours for %d years", n, len(drawn.Series))
	}
}

// A topic that tells what is measured is not told twice.
func TestSlideTitle(t *testing.T) {
	for _, test := range []struct{ topic, finding, measure, title, subtitle string }{
		{"Aanmeldingen per maand", "Meer in april", "Aantal aanmeldingen per maand", "Meer in april",
			"Aantal aanmeldingen per maand"},
		{"Wie meldt aan", "Zelf van 15% naar 23%", "In %", "Zelf van 15% naar 23%", "Wie meldt aan. In %"},
		{"Wie meldt aan", "", "In %", "Wie meldt aan", "In %"},
	} {
		title, subtitle := slideTitle(&chart.Chart{Title: test.topic, Finding: test.finding, Subtitle: test.measure})
		if title != test.title || subtitle != test.subtitle {
			t.Errorf("%q, %q; want %q, %q", title, subtitle, test.title, test.subtitle)
		}
	}
}
