package report

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/statstest"
)

var noteReference = regexp.MustCompile(`\[noot \d+\]`)

func TestNotesAreDefinedAndUsed(t *testing.T) {
	for name, book := range both(t) {
		used, defined := map[string]bool{}, map[string]bool{}
		for _, s := range book.sheets {
			if s.name != "Toelichting" {
				for _, mark := range noteReference.FindAllString(s.all(), -1) {
					used[mark] = true
				}
				continue
			}
			for r := range s.height - firstTableRow {
				if s.at(t, "Soort", r) == "Noot" {
					defined[s.at(t, "Naam", r)] = true
				}
			}
		}
		if len(used) == 0 || len(used) != len(defined) {
			t.Errorf("%s: used %v, defined %v", name, used, defined)
		}
		for mark := range used {
			if !defined[mark] {
				t.Errorf("%s: %s is not defined", name, mark)
			}
		}
	}
}

func TestSymbolsAndDefinitionsAreExplained(t *testing.T) {
	figs := statstest.Demo(t)
	explanation := makeBook(t, figs).sheet(t, "Toelichting")
	all := explanation.all()
	for _, want := range []string{"[v]", "[nb]", "[nvt]", "Teller", "Noemer", "Procentpunt", "Newcombe", "Wilson"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not explained", want)
		}
	}
	for _, table := range figs.Tables {
		if !strings.Contains(all, "\n"+table.Figure.Definition+"\n") {
			t.Errorf("%s has no definition", table.Figure.ID)
		}
	}
}

func TestAbsentNumbersHaveTheirSymbol(t *testing.T) {
	book := makeBook(t, fixture())
	tests := []struct {
		sheet, head string
		row         int
		want        string
	}{
		{"vorm", "Teller 2020", 1, "[v]"},
		{"vorm", "Noemer 2020", 1, "100"},
		{"vorm", "Aandeel 2020", 1, "[v]"},
		{"vorm", "Ondergrens toevalsmarge 2020", 1, "[v]"},
		{"vorm", "Rang 2020", 1, "[v]"},
		{"vorm", "Rang 2021", 1, "[nvt]"},
		{"vorm", "Verschil 2021 met 2020: aantal", 1, "[v]"},
		{"vorm", "Verschil 2021 met 2020: procentpunt", 1, "[v]"},
		{"wel", "Noemer 2020", 0, "[v]"},
		{"wel", "Teller 2021", 0, "0"},
		{"wel", "Aandeel 2021", 0, "[nvt]"},
		{"maand", "Verschil 2021 met 2020: in %", 0, "[nvt]"},
		{"tijd", "Mediaan in dagen 2020", 0, "[v]"},
		{"tijd", "Verschil 2021 met 2020: mediaan in dagen", 0, "-2.5"},
		{"ontbreekt", "Vorm", 0, "[nb]"},
		{"ontbreekt", "Teller 2021", 0, "[nb]"},
		{"ontbreekt", "Verschil 2021 met 2020: procentpunt", 0, "[nb]"},
		{"leeg", "Teller 2021", 0, "[nvt]"},
		{"Gepubliceerd", "Aantal nu", 2, "[v]"},
		{"Gepubliceerd", "Verschil in aantal", 2, "[v]"},
		{"Gepubliceerd", "Aandeel gedrukt", 2, "[nvt]"},
	}
	for _, tt := range tests {
		if got := book.sheet(t, tt.sheet).at(t, tt.head, tt.row); got != tt.want {
			t.Errorf("%s, %s, row %d: %q, want %q", tt.sheet, tt.head, tt.row, got, tt.want)
		}
	}
	if notes := book.sheet(t, "Toelichting").all(); !strings.Contains(notes, `de kolom "contactvorm" ontbreekt in de export`) {
		t.Error("no note says why a figure is not available")
	}
	if got := book.sheet(t, "vorm").at(t, "Noten", 1); !noteReference.MatchString(got) {
		t.Errorf("the exception has no note but %q", got)
	}
}

// The cells hold the numbers of the figures unrounded: every one of the demo's,
// read back by excelize.
func TestCellsHoldTheFiguresUnrounded(t *testing.T) {
	figs := statstest.Demo(t)
	book := makeBook(t, figs)
	compared := 0
	for i := range figs.Tables {
		table := &figs.Tables[i]
		s := &book.sheets[3+i]
		for r := range table.Rows {
			for y, year := range figs.Years {
				for _, f := range fieldsOf(&table.Figure, &table.Rows[r].Cells[y]) {
					head, ok := headOf(table.Figure.Kind, f.name, year)
					if !ok {
						continue
					}
					got := s.at(t, head, r)
					if f.text == "" && strings.HasPrefix(got, "[") {
						continue
					}
					if compared++; got != f.text {
						t.Errorf("%s, %s, row %d: %s, want %s", s.name, head, r, got, f.text)
					}
				}
			}
		}
	}
	if compared < 1000 {
		t.Errorf("compared %d numbers only", compared)
	}
}

// headOf gives the column that holds a number of the tidy form.
func headOf(kind stats.Kind, field string, year int) (string, bool) {
	heads := map[string]string{"aantal": "Teller", "noemer": "Noemer", "aandeel": "Aandeel", "rang": "Rang",
		"p25": "P25 in dagen", "mediaan": "Mediaan in dagen", "p75": "P75 in dagen", "p90": "P90 in dagen"}
	switch kind {
	case stats.KindCount:
		heads["aantal"] = "Aantal"
	case stats.KindLeadTime:
		heads["aantal"] = "Zaken"
	}
	head, ok := heads[field]
	return fmt.Sprintf("%s %d", head, year), ok
}

func TestAccountLetsAnAuditorRedoTheNumbers(t *testing.T) {
	s := makeBook(t, fixture()).sheet(t, "Verantwoording")
	var got []string
	for r := range s.height - firstTableRow {
		got = append(got, strings.Join([]string{s.at(t, "Onderdeel", r), s.at(t, "Onderwerp", r), s.at(t, "Gegeven", r), s.at(t, "Waarde", r)}, "|"))
	}
	for _, want := range []string{
		"Run|herstel|versie|v1.2.3", "Run|herstel|peildatum|2022-03-01", "Run|Regels|rules_sha256|" + strings.Repeat("ab", 32), "Run|Privacy|drempel|5",
		"Bron|2020.csv|SHA-256|" + strings.Repeat("01", 32), "Bron|2020.csv|rijen gelezen|105", "Bron|2020.csv|rijen meegeteld|100",
		"Bron|2020.csv|rijen weggelaten|3", "Bron|2020.csv|geen zaakrij|2", "Bron|2021.xlsx, blad Zaken|rijen gelezen|200", "Bron|Alle bestanden samen|rijen gelezen|305",
		"Bevinding|onbekende-waarde (waarschuwing)|kolom delict|3", "Bevinding|rijvorm (fout)|hele rij|2", "Uitzondering|Vorm Brief|jaar|2021",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("missing %s", want)
		}
	}
	if !strings.Contains(s.all(), "Reden: stond al in het verslag.") {
		t.Error("the exception has no reason")
	}
}

func TestExampleDataIsMarkedOnEverySheet(t *testing.T) {
	for _, s := range makeBook(t, statstest.Demo(t)).sheets {
		if !strings.HasPrefix(s.cells["A1"].text, "VOORBEELDDATA") {
			t.Errorf("%s: %s", s.name, s.cells["A1"].text)
		}
	}
	book := makeBook(t, fixture())
	for part, content := range book.parts {
		if bytes.Contains(content, []byte("VOORBEELDDATA")) {
			t.Errorf("%s of real figures says VOORBEELDDATA", part)
		}
	}
}

func TestHidingThatIsOffIsSaid(t *testing.T) {
	for _, threshold := range []int{0, 1} {
		figs := fixture()
		figs.Threshold = threshold
		book := makeBook(t, figs)
		want := fmt.Sprintf("leine aantallen niet verborgen (drempel %d)", threshold)
		for _, name := range []string{"Voorblad", "Verantwoording"} {
			if !strings.Contains(book.sheet(t, name).all(), want) {
				t.Errorf("%s does not say that hiding is off at drempel %d", name, threshold)
			}
		}
	}
}
