package plain

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"herstel/report/internal/reporttest"
	"herstel/report/tidy"
	"herstel/stats"
	"herstel/stats/statstest"
)

func TestComparisonList(t *testing.T) {
	var b bytes.Buffer
	if err := Comparison(&b, reporttest.Full(), "herstel.yaml", false); err != nil {
		t.Fatal(err)
	}
	want := `bron              jaar  cijfer       categorie  gedrukt  nu   verschil  uitkomst
Jaarverslag 2020  2020  Vorm         Gesprek    41       40   −1        anders
Jaarverslag 2020  2020  Wel of niet  –          30%      30%  –         gelijk na afronding
Jaarverslag 2020  2020  Vorm         Brief      3        [v]  –         niet vergeleken

Vorm Gesprek (Jaarverslag 2020, 2020, regel 12 van herstel.yaml): gedrukt 41, nu 40.
  2 rijen zijn niet meegeteld.

Vorm Brief (Jaarverslag 2020, 2020, regel 14 van herstel.yaml): gedrukt 3, nu [v].
  Het cijfer van nu is verborgen voor privacy.

[v]: verborgen voor privacy, omdat het getal klein is of een klein getal zou verraden.

0 gelijk, 1 gelijk na afronding, 1 anders en 1 niet vergeleken.
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestComparisonOfNothingSaysSo(t *testing.T) {
	figs := reporttest.Full()
	figs.Published = nil
	var b bytes.Buffer
	if err := Comparison(&b, figs, "herstel.yaml", false); err != nil ||
		!strings.Contains(b.String(), "niets om te vergelijken") {
		t.Errorf("%v, %q", err, b.String())
	}
}

// What is saved reads as a herstel.yaml, names every shown count and median of the
// year once with its day, and compares as equal with the figures it came from.
func TestSavedFiguresCompareAsEqual(t *testing.T) {
	figs := statstest.Demo(t)
	var saved bytes.Buffer
	if err := tidy.WritePublished(&saved, figs); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile("../../testdata/demo/herstel.yaml")
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := strings.Cut(string(config), "\ngepubliceerd:")
	data, rules := statstest.ReadDemo(t, []byte(before+"\n"+saved.String()))
	again, err := stats.Compute(data, rules, stats.Options{Year: 2021, ReferenceDate: rules.ReferenceDate})
	if err != nil {
		t.Fatal(err)
	}
	want, medians := 0, 0
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			if cell := row.Cells[len(row.Cells)-1]; cell.Status == stats.OK && cell.Count.Known {
				want++
			}
			if row.Cells[len(row.Cells)-1].Quantiles.Known {
				medians++
			}
		}
	}
	if len(again.Published) != want+medians || want < 100 || medians != 3 {
		t.Errorf("saved %d numbers, want %d and %d medians", len(again.Published), want, medians)
	}
	for _, c := range again.Published {
		if dated := c.ReferenceDate == figs.ReferenceDate; dated == (c.Figure == "kerncijfers") {
			t.Errorf("line %d: %s is of %v", c.Line, c.Figure, c.ReferenceDate)
		}
		if c.Outcome != stats.Equal || c.Report != "Jaarverslag 2021" || c.Year != 2021 {
			t.Errorf("line %d: %s %v: outcome %d, %d and %d", c.Line, c.Figure, c.Category, c.Outcome, c.Count,
				c.Today.Count.N)
		}
	}
}

func TestSavedFiguresLeaveHiddenOnesOut(t *testing.T) {
	figs := reporttest.Full()
	figs.Tables = []stats.Table{reporttest.PartsTable()}
	figs.Tables[0].Rows[0].Cells[1] = reporttest.HiddenCell(200)
	figs.Tables[0].Rows[1].Labels[0] = "a: {b}, \"c\" # d"
	var b bytes.Buffer
	if err := tidy.WritePublished(&b, figs); err != nil {
		t.Fatal(err)
	}
	want := `# Cijfers van het jaarverslag 2021, om volgend jaar mee te vergelijken. Zet de naam van dit bestand in herstel.yaml, onder gepubliceerd.
gepubliceerd:
  - {bron: Jaarverslag 2021, jaar: 2021, peildatum: 2022-03-01, figuur: vorm, categorie: {vorm: 'a: {b}, "c" # d'}, aantal: 3}
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
