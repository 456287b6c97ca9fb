package report

import (
	"strings"
	"testing"
)

func TestOrderOfRows(t *testing.T) {
	groups := table(offenceGroup, row("Geweld", of(10, 100), of(10, 100)), row("Onbekend", of(60, 100), of(50, 100)),
		row("Overig", of(20, 100), of(30, 100)), row("Verkeer", of(5, 100), hidden2(100)), row("Zeden", of(5, 100), of(40, 100)))
	figs := report2021(2, groups)
	for _, test := range []struct{ name, want string }{
		{"table", "Zeden Geweld Verkeer Overig Onbekend"}, {"chart", "Zeden Geweld Verkeer Overig Onbekend"},
	} {
		var got []string
		if test.name == "table" {
			for _, r := range viewOf(figs, &figs.Tables[0]).Bodies[0].Rows {
				got = append(got, r.Label)
			}
		} else {
			c, _ := chartOf(figs, &figs.Tables[0])
			for _, category := range c.Categories {
				got = append(got, category.Label)
			}
		}
		if text := strings.Join(got, " "); text != test.want {
			t.Errorf("%s: %s, want %s", test.name, text, test.want)
		}
	}
	if first := figs.Tables[0].Rows[0].Labels[0]; first != "Geweld" {
		t.Errorf("the rows of the figure itself begin with %s", first)
	}
}

// A title tells a change only where it is clear, and never one of Onbekend.
func TestFindingTitles(t *testing.T) {
	for _, test := range []struct {
		name  string
		rows  []line
		clear string // labels
		want  string
	}{
		{"none clear", []line{row("Geweld", of(50, 100), of(20, 100)), row("Zeden", of(50, 100), of(80, 100))}, "", ""},
		{"one", []line{row("Geweld", of(50, 100), of(40, 100)), row("Zeden", of(40, 100), of(50, 100)), row("Verkeer", of(10, 100), of(10, 100))},
			"Zeden", "Zeden van 40% naar 50%"},
		{"two", []line{row("Geweld", of(50, 100), of(38, 100)), row("Zeden", of(40, 100), of(50, 100)), row("Verkeer", of(10, 100), of(12, 100))},
			"Geweld Zeden", "Geweld van 50% naar 38%, Zeden van 40% naar 50%"},
		{"more than twice as many", []line{row("Geweld", of(80, 100), of(50, 100)), row("Zeden", of(20, 100), of(50, 100))},
			"Zeden", "Zeden meer dan verdubbeld: van 20 naar 50 zaken"},
		{"unknown", []line{row("Geweld", of(80, 100), of(50, 100)), row("Onbekend", of(20, 100), of(50, 100))}, "Onbekend", ""},
		{"hidden", []line{row("Geweld", of(80, 100), hidden2(100)), row("Zeden", hidden2(100), of(50, 100))}, "Geweld Zeden", ""},
	} {
		figs := report2021(2, table(offenceGroup, test.rows...))
		for i := range figs.Tables[0].Rows {
			r := &figs.Tables[0].Rows[i]
			r.Cells[1].Change.Clear = strings.Contains(test.clear, r.Labels[0])
		}
		c, _ := chartOf(figs, &figs.Tables[0])
		if c.Finding != test.want {
			t.Errorf("%s: %q, want %q", test.name, c.Finding, test.want)
		}
	}
}
