package casefile

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

func TestShapesTellNothing(t *testing.T) {
	for text, want := range map[string]string{
		"31-13-2021": "99-99-9999", "Kanarie belde op 3 mei": "xxx xxx xx 9 xxx", "  mei ’21 ": "xxx ?99",
		"0612345678":               "9999999999",
		"jan.kanarie@voorbeeld.nl": "xxx.xxx@xxx.xx", "é\u00a0è": "x x", "": "",
	} {
		if got := shapeOf(grid.Cell{Text: []byte(text)}); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := shapeOf(grid.Cell{Text: []byte(strings.Repeat("1 ", 40))}); len([]rune(got)) != 21 {
		t.Errorf("a long text has shape %q", got)
	}
}

func TestUnreadDatesShowTheirShape(t *testing.T) {
	rows := rowsOf(1, 6)
	rows[1][1], rows[2][1], rows[3][11] = "volgt", "2021/3", "in mei"
	for name, file := range map[string][]byte{"csv": csvOf(rows), "xlsx": bookOf(t, page{rows: rows})} {
		data := read(t, defaultRules(t), Options{ReferenceDate: day.NoDay}, file)
		got := map[string]string{}
		for _, f := range data.Findings {
			if len(f.Shapes) > 0 {
				got[stats.RowRules[f.Rule].ID] = fmt.Sprint(f.Shapes)
			}
		}
		if got["aanmelddatum"] != "[{9999/9 1} {xxx 1}]" || got["datum"] != "[{xx xxx 1}]" {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestMonthsInFrontAreRefused writes the dates of one column, or of all, as in
// the United States.
func TestMonthsInFrontAreRefused(t *testing.T) {
	file := sample.CSV{DateFormat: "01/02/2006"}.Write(sample.Cases(60))
	_, err := Read(context.Background(), []Input{input("a", file)}, rulesFor(t), Options{ReferenceDate: day.NoDay})
	var refused *Error
	if !errors.As(err, &refused) || !strings.Contains(refused.What, "de maand voor de dag") {
		t.Errorf("got %v", err)
	}
	sheet := sample.Cases(60)
	for _, row := range sheet.Rows {
		if on, ok := row[11].(interface{ Format(string) string }); ok {
			row[11] = on.Format("1/02/2006")
		}
	}
	_, err = Read(context.Background(), []Input{input("a", sample.CSV{}.Write(sheet))}, rulesFor(t),
		Options{ReferenceDate: day.NoDay})
	if !errors.As(err, &refused) || !strings.Contains(refused.What, "kolom afsluitdatum") {
		t.Errorf("one column: got %v", err)
	}
}
