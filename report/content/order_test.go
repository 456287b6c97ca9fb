package content

import (
	"strings"
	"testing"

	"herstel/report/internal/reporttest"
)

func TestOrderOfRows(t *testing.T) {
	groups := reporttest.Table(reporttest.OffenceGroup,
		reporttest.Row("Geweld", reporttest.Of(10, 100), reporttest.Of(10, 100)),
		reporttest.Row("Onbekend", reporttest.Of(60, 100), reporttest.Of(50, 100)),
		reporttest.Row("Overig", reporttest.Of(20, 100), reporttest.Of(30, 100)),
		reporttest.Row("Verkeer", reporttest.Of(5, 100), reporttest.Hidden2(100)),
		reporttest.Row("Zeden", reporttest.Of(5, 100), reporttest.Of(40, 100)))
	figs := reporttest.Report2021(2, groups)
	for _, test := range []struct{ name, want string }{
		{"table", "Zeden Geweld Verkeer Overig Onbekend"}, {"chart", "Zeden Geweld Verkeer Overig Onbekend"},
	} {
		var got []string
		if test.name == "table" {
			for _, r := range TableOf(figs, &figs.Tables[0]).Bodies[0].Rows {
				got = append(got, r.Label)
			}
		} else {
			c, _ := ChartOf(figs, &figs.Tables[0])
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
		rows  []reporttest.Line
		clear string // labels
		want  string
	}{
		{"none clear", []reporttest.Line{reporttest.Row("Geweld", reporttest.Of(50, 100), reporttest.Of(20, 100)),
			reporttest.Row("Zeden", reporttest.Of(50, 100), reporttest.Of(80, 100))}, "", ""},
		{"one", []reporttest.Line{reporttest.Row("Geweld", reporttest.Of(50, 100), reporttest.Of(40, 100)),
			reporttest.Row("Zeden", reporttest.Of(40, 100), reporttest.Of(50, 100)),
			reporttest.Row("Verkeer", reporttest.Of(10, 100), reporttest.Of(10, 100))},
			"Zeden", "Zeden van 40% naar 50%"},
		{"two", []reporttest.Line{reporttest.Row("Geweld", reporttest.Of(50, 100), reporttest.Of(38, 100)),
			reporttest.Row("Zeden", reporttest.Of(40, 100), reporttest.Of(50, 100)),
			reporttest.Row("Verkeer", reporttest.Of(10, 100), reporttest.Of(12, 100))},
			"Geweld Zeden", "Geweld van 50% naar 38%, Zeden van 40% naar 50%"},
		{"more than twice as many",
			[]reporttest.Line{reporttest.Row("Geweld", reporttest.Of(80, 100), reporttest.Of(50, 100)),
				reporttest.Row("Zeden", reporttest.Of(20, 100), reporttest.Of(50, 100))},
			"Zeden", "Zeden meer dan verdubbeld: van 20 naar 50 zaken"},
		{"unknown", []reporttest.Line{reporttest.Row("Geweld", reporttest.Of(80, 100), reporttest.Of(50, 100)),
			reporttest.Row("Onbekend", reporttest.Of(20, 100), reporttest.Of(50, 100))}, "Onbekend", ""},
		{"hidden", []reporttest.Line{reporttest.Row("Geweld", reporttest.Of(80, 100), reporttest.Hidden2(100)),
			reporttest.Row("Zeden", reporttest.Hidden2(100), reporttest.Of(50, 100))}, "Geweld Zeden", ""},
	} {
		figs := reporttest.Report2021(2, reporttest.Table(reporttest.OffenceGroup, test.rows...))
		for i := range figs.Tables[0].Rows {
			r := &figs.Tables[0].Rows[i]
			r.Cells[1].Change.Clear = strings.Contains(test.clear, r.Labels[0])
		}
		c, _ := ChartOf(figs, &figs.Tables[0])
		if c.Finding != test.want {
			t.Errorf("%s: %q, want %q", test.name, c.Finding, test.want)
		}
	}
}
