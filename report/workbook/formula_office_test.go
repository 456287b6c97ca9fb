package workbook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"herstel/stats"
	"herstel/stats/rules"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// notRedone are estimates over all cases, and numbers that do not come from the export.
var notRedone = map[string]bool{"contact_binnen": true, "contact_kromme": true, "contact_ontleding": true,
	"doorlooptijd_cohort": true, "kerncijfers": true}

// TestFormulasRedoTheFigures has LibreOffice recalculate the formula of every cell
// of these figures, of all years, on the demo export as a user opens it.
func TestFormulasRedoTheFigures(t *testing.T) {
	config := bytes.Replace(demo.Config(), []byte("drempel: 5"), []byte("drempel: 0"), 1)
	data, ruleset := statstest.ReadDemo(t, config)
	if n := redo(t, data, ruleset, exportBook(t, exportRows(t)), notRedone); n < 400 {
		t.Errorf("%d cells have a formula", n)
	}
}

// redo has LibreOffice recalculate the formula of every cell of all figures but
// some, and gives how many it recalculated.
func redo(t *testing.T, data *stats.Dataset, ruleset *rules.Rules, book *excelize.File, but map[string]bool) int {
	t.Helper()
	o := newOffice(t)
	opt := stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate}
	figs, err := stats.Compute(data, ruleset, opt)
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := stats.NewTracer(t.Context(), data, ruleset, opt)
	if err != nil {
		t.Fatal(err)
	}
	var want []float64
	var names []string
	without := 0
	for i := range figs.Tables {
		table := &figs.Tables[i]
		if but[table.Figure.ID] {
			continue
		}
		for _, row := range table.Rows {
			for y, year := range figs.Years {
				if slow := table.Figure.ID == "bemiddelaars" && year != 2021; slow || row.Cells[y].Status != stats.OK {
					continue
				}
				q := stats.Question{Figure: table.Figure.ID, Year: year, Category: map[string]string{}}
				for d, label := range row.Labels {
					q.Category[table.Figure.Breakdown[d].ID] = label
				}
				formula, err := tracer.Formula(q)
				if err != nil {
					t.Fatal(err)
				}
				if formula.English == "" {
					if !slices.Contains(row.Labels, rules.UnknownLabel) {
						t.Errorf("%s %v %d has no formula", table.Figure.ID, row.Labels, year)
					}
					without++
					continue
				}
				number := float64(row.Cells[y].Count.N)
				if table.Figure.Kind == stats.KindLeadTime {
					number = row.Cells[y].Quantiles.Median
				}
				want = append(want, number)
				names = append(names, fmt.Sprint(table.Figure.ID, row.Labels, year))
				at, array := "A"+strconv.Itoa(len(want)), excelize.STCellFormulaTypeArray
				var form []excelize.FormulaOpts
				if formula.Array {
					form = append(form, excelize.FormulaOpts{Type: &array, Ref: &at})
				}
				if err := book.SetCellFormula("Narekenen", at, formula.English[1:], form...); err != nil {
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
		if got, err := strconv.ParseFloat(row[0], 64); err != nil || math.Abs(got-want[i]) > 1e-9 {
			t.Errorf("%s: the formula gives %s, the figure says %v", names[i], row[0], want[i])
		}
	}
	if 2*without > len(want) {
		t.Errorf("%d cells have a formula, and %d have none", len(want), without)
	}
	t.Logf("%d cells redone, %d without a formula", len(want), without)
	return len(want)
}

// exportRows are the rows of the demo export, its header first.
func exportRows(t *testing.T) [][]string {
	t.Helper()
	in := csv.NewReader(bytes.NewReader(demo.Export()))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// exportBook is an export as a workbook with true dates, and with columns named as
// Excel names them after their headers.
func exportBook(t *testing.T, rows [][]string) *excelize.File {
	t.Helper()
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
		if err := book.SetDefinedName(&excelize.DefinedName{Name: inNames.Replace(name),
			RefersTo: fmt.Sprintf("Sheet1!$%s$2:$%s$%d", column, column, len(rows))}); err != nil {
			t.Fatal(err)
		}
	}
	return book
}

// inNames are the signs of these headers that Excel writes as another in a name.
var inNames = strings.NewReplacer(" ", "_", "-", "_", "?", "_", "/", "_")
