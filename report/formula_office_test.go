package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"herstel/stats"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// redone are the figures of which every cell is redone.
var redone = map[string]bool{"instroom": true, "afkeurreden": true, "aanmeldgroep": true, "aanmelder": true, "aanleiding": true, "delict": true,
	"initiatief": true, "initiatief_per_aanleiding": true, "initiatief_per_aanmeldgroep": true, "contact": true, "contact_per_aanleiding": true,
	"contact_per_initiatief": true, "bereidheid": true, "contact_na_bereidheid": true, "contact_afgesloten": true, "contactvorm": true, "maand": true}

// TestFormulasRedoTheFigures has LibreOffice recalculate the formula of every cell
// of these figures, of all years, on the demo export as a user opens it.
func TestFormulasRedoTheFigures(t *testing.T) {
	o := newOffice(t)
	config := bytes.Replace(demo.Config(), []byte("drempel: 5"), []byte("drempel: 0"), 1)
	data, ruleset := statstest.ReadDemo(t, config)
	opt := stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate}
	figs, err := stats.Compute(data, ruleset, opt)
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := stats.NewTracer(t.Context(), data, ruleset, opt)
	if err != nil {
		t.Fatal(err)
	}
	book := exportBook(t)
	var want []int
	var names []string
	without := 0
	for i := range figs.Tables {
		table := &figs.Tables[i]
		if !redone[table.Figure.ID] {
			continue
		}
		for _, row := range table.Rows {
			for y, year := range figs.Years {
				q := stats.Question{Figure: table.Figure.ID, Year: year, Category: map[string]string{}}
				for d, label := range row.Labels {
					q.Category[table.Figure.Breakdown[d].ID] = label
				}
				formula, err := tracer.Formula(q)
				if err != nil {
					t.Fatal(err)
				}
				if formula.English == "" {
					without++
					continue
				}
				want = append(want, row.Cells[y].Count.N)
				names = append(names, fmt.Sprint(table.Figure.ID, row.Labels, year))
				if err := book.SetCellFormula("Narekenen", "A"+strconv.Itoa(len(want)), formula.English[1:]); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var content bytes.Buffer
	if err := book.Write(&content); err != nil {
		t.Fatal(err)
	}
	dir := o.convert(t, content.Bytes(), `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2`)
	text, err := os.ReadFile(filepath.Join(dir, "bijlage-Narekenen.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(rows) != len(want) {
		t.Fatalf("%d results of %d formulas: %v", len(rows), len(want), err)
	}
	for i, row := range rows {
		if row[0] != strconv.Itoa(want[i]) {
			t.Errorf("%s: the formula gives %s, the figure says %d", names[i], row[0], want[i])
		}
	}
	if len(want) < 300 {
		t.Errorf("only %d cells have a formula, and %d have none", len(want), without)
	}
	t.Logf("%d cells redone, %d without a formula", len(want), without)
}

// exportBook is the demo export as a workbook with named columns and true dates.
func exportBook(t *testing.T) *excelize.File {
	t.Helper()
	in := csv.NewReader(bytes.NewReader(demo.Export()))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	book := excelize.NewFile()
	t.Cleanup(func() { book.Close() })
	if _, err := book.NewSheet("Narekenen"); err != nil {
		t.Fatal(err)
	}
	w, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		cells := make([]any, len(row))
		for c, text := range row {
			cells[c] = text
			if date, err := time.Parse("02-01-2006", text); err == nil {
				cells[c] = date
			} else if text == "" {
				cells[c] = nil
			}
		}
		if err := w.SetRow("A"+strconv.Itoa(r+1), cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	for c, name := range rows[0] {
		column, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: fmt.Sprintf("Sheet1!$%s$2:$%s$%d", column, column, len(rows))}); err != nil {
			t.Fatal(err)
		}
	}
	return book
}
