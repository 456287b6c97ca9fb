package workbook

import (
	"strings"
	"testing"

	"herstel/report/internal/reporttest"
	"herstel/stats"
)

// The sheet of a figure explains an exception where it shows a number that would
// have been hidden without it.
func TestExceptionNotes(t *testing.T) {
	exception := func(figure string, used bool) []stats.Exception {
		return []stats.Exception{{Figure: figure, Year: 2021, Used: used, Reason: "stond al in het verslag",
			Category: []stats.Label{{Dimension: "aanleiding", Value: "Zeden"}, {Dimension: "delict", Value: "Incest"}}}}
	}
	tests := []struct {
		name       string
		exceptions []stats.Exception
		want       bool
	}{
		{"none", nil, false},
		{"not needed", exception("delict", false), false},
		{"needed", exception("delict", true), true},
		{"of another figure", exception("aanleiding", true), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := reporttest.Report2021(2, reporttest.Table(reporttest.Offence,
				reporttest.Row2("Zeden", "Ontucht", reporttest.Of(20, 60), reporttest.Of(20, 60)),
				reporttest.Row2("Zeden", "Incest", reporttest.Of(3, 60), reporttest.Of(3, 60))))
			figs.Exceptions = tt.exceptions
			if len(tt.exceptions) > 0 {
				figs.Tables[0].Rows[1].Cells[1].Exception = "stond al in het verslag"
			}
			book := &book{figs: figs}
			book.exceptionNotes(&figs.Tables[0], 1)
			if got := strings.Contains(strings.Join(book.notes.list, " "), "uitzondering"); got != tt.want {
				t.Errorf("the workbook explains an exception: %v, want %v", got, tt.want)
			}
		})
	}
}
