package content

import (
	"strings"
	"testing"

	"herstel/report/internal/reporttest"
	"herstel/stats"
)

// The note counts the numbers that an exception shows, and no number that would
// have been shown without it.
func TestNotesOfExceptions(t *testing.T) {
	const none = ""
	tests := []struct {
		name       string
		exceptions []stats.Exception
		want       string
	}{
		{"none", nil, none},
		{"not needed", []stats.Exception{incest(2021, false)}, none},
		{"needed", []stats.Exception{incest(2021, true)},
			"1 getal staat er op grond van een uitzondering; zie de verantwoording."},
		{"needed in one year of two", []stats.Exception{incest(2020, false), incest(2021, true)},
			"1 getal staat er op grond van een uitzondering; zie de verantwoording."},
		{"needed in both years", []stats.Exception{incest(2020, true), incest(2021, true)},
			"2 getallen staan er op grond van een uitzondering; zie de verantwoording."},
		{"of another figure", []stats.Exception{{Figure: "aanleiding", Year: 2021,
			Category: incest(2021, true).Category, Used: true}}, none},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := reporttest.Report2021(2,
				reporttest.Table(reporttest.Offence,
					reporttest.Row2("Zeden", "Ontucht", reporttest.Of(20, 60), reporttest.Of(20, 60)),
					reporttest.Row2("Zeden", "Incest", reporttest.Of(3, 60), reporttest.Of(3, 60))))
			figs.Exceptions = tt.exceptions
			for _, e := range tt.exceptions {
				figs.Tables[0].Rows[1].Cells[e.Year-2020].Exception = "stond al in het verslag"
			}
			if got := strings.Join(TableOf(figs, &figs.Tables[0]).Notes, "\n"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A hidden count leaves its noemer to be seen, unless that is hidden as well.
func TestHiddenCountOfKnownBase(t *testing.T) {
	figs := reporttest.Report2021(2,
		reporttest.Table(reporttest.Contact,
			reporttest.Bare(reporttest.Num{Base: 1060, Status: stats.Suppressed}, reporttest.Hidden)))
	var got []string
	for _, c := range TableOf(figs, &figs.Tables[0]).Bodies[0].Rows[0].Cells {
		if !c.Mark {
			t.Errorf("%q is not set as a mark", c.Text)
		}
		got = append(got, c.Text)
	}
	if want := "[v] van 1.060|[v]|[v]|[v]|[v]|[v]"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	figs = reporttest.Report2021(1,
		reporttest.Table(reporttest.OffenceGroup,
			reporttest.Row("Zeden", reporttest.Num{Base: 60, Status: stats.Suppressed})))
	if c := TableOf(figs, &figs.Tables[0]).Bodies[0].Rows[0].Cells[0]; c.Text != "[v]" {
		t.Errorf("%q in a column without the noemer", c.Text)
	}
}

func incest(year int, used bool) stats.Exception {
	return stats.Exception{Figure: reporttest.Offence.ID, Year: year,
		Category: []stats.Label{{Dimension: "aanleiding", Value: "Zeden"}, {Dimension: "delict", Value: "Incest"}},
		Reason:   "stond al in het verslag", Used: used}
}
