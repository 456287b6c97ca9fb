package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"herstel/report/content"
	"herstel/report/internal/reporttest"
	"herstel/report/sentences"
	"herstel/report/tidy"
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
		if !strings.Contains(all, "\n"+table.Figure.Definition) {
			t.Errorf("%s has no definition", table.Figure.ID)
		}
	}
}

// Of the demo 199 of 1,260 cases of 2019, 196 of 1,191 and 177 of 1,047 were open.
func TestTheWorkbookMarksProvisionalYears(t *testing.T) {
	figs := statstest.Demo(t)
	chapter := content.Of(figs)
	note := "Voorlopig in 2019, 2020 en 2021: op de peildatum van dat jaar liep meer dan 5% van de uitgezette zaken " +
		"nog."
	for id, want := range map[string]bool{"contact": true, "contactvorm": true, "bereidheid": true, "instroom": false,
		"delict": false} {
		b := &book{chapter: chapter, figs: figs}
		b.figureNotes(chapter.Chosen([]string{id})[0])
		if got := strings.Contains(strings.Join(b.notes.list, "\n"), note); got != want {
			t.Errorf("%s: the note on provisional years is %v", id, got)
		}
	}
}

func TestAbsentNumbersHaveTheirSymbol(t *testing.T) {
	book := makeBook(t, reporttest.Full())
	tests := []struct {
		sheet, head string
		row         int
		want        string
	}{
		{"Vorm", "Aantal 2020", 1, "[v]"},
		{"Vorm", "Aandeel 2020 (noemer 100)", 1, "[v]"},
		{"Vorm", "Rang 2020", 1, "[v]"},
		{"Vorm", "Rang 2021", 1, "[nvt]"},
		{"Vorm", "Verschil met 2020: procentpunt", 1, "[v]"},
		{"Vorm", "Duidelijk", 1, "[v]"},
		{"Vorm", "Duidelijk", 0, "ja"},
		{"Wel of niet", "Aantal 2021", 0, "0"},
		{"Wel of niet", "Aandeel 2021 (noemer 0)", 0, "[nvt]"},
		{"Per maand", "Verschil met 2020: in %", 0, "[nvt]"},
		{"Tijd", "Mediaan in dagen", 1, "[v]"},
		{"Tijd", "Mediaan: verschil met het jaar ervoor", 0, "-2.5"},
		{"Tijd", "Mediaan: verschil met het jaar ervoor", 1, "[nvt]"},
		{"Ontbreekt", "Aantal 2021", 0, "[nb]"},
		{"Ontbreekt", "Verschil met 2020: procentpunt", 0, "[nb]"},
		{"Leeg", "Aantal 2021", 0, "[nvt]"},
		{"Onzekerheid", "Aandeel", 3, "[v]"},
		{"Onzekerheid", "Aandeel: ondergrens", 3, "[v]"},
		{"Onzekerheid", "Noemer", 3, "100"},
		{"Onzekerheid", "Verschil: ondergrens", 0, "-26"},
		{"Onzekerheid", "Verschil: ondergrens", 1, "[nvt]"},
		{"Onzekerheid", "Noemer", 5, "[v]"},
		{"Gepubliceerd", "Aantal nu", 2, "[v]"},
		{"Gepubliceerd", "Verschil in aantal", 2, "[v]"},
		{"Gepubliceerd", "Aandeel gedrukt", 2, "[nvt]"},
	}
	for _, tt := range tests {
		if got := book.sheet(t, tt.sheet).at(t, tt.head, tt.row); got != tt.want {
			t.Errorf("%s, %s, row %d: %q, want %q", tt.sheet, tt.head, tt.row, got, tt.want)
		}
	}
	if notes := book.sheet(t, "Toelichting").all(); !strings.Contains(notes,
		`de kolom "contactvorm" ontbreekt in de export`) {
		t.Error("no note says why a figure is not available")
	}
	if got := book.sheet(t, "Vorm").at(t, "Vorm", 1); !noteReference.MatchString(got) {
		t.Errorf("the exception has no note but %q", got)
	}
}

// Onzekerheid holds every share of the demo in every year unrounded, with its
// teller and noemer: the numbers of the tidy form, read back by another reader.
func TestUncertaintyHoldsEveryShareUnrounded(t *testing.T) {
	figs := statstest.Demo(t)
	s := makeBook(t, figs).sheet(t, "Onzekerheid")
	heads := map[string]string{"aantal": "Aantal", "noemer": "Noemer", "aandeel": "Aandeel",
		"ondergrens": "Aandeel: ondergrens", "bovengrens": "Aandeel: bovengrens"}
	at, compared := 0, 0
	for i := range figs.Tables {
		table := sentences.InOrder(figs, &figs.Tables[i])
		if k := table.Figure.Kind; k != stats.KindParts && k != stats.KindYesNo && k != stats.KindIncidence {
			continue
		}
		for r := range table.Rows {
			if slices.Equal(table.Rows[r].Labels, []string{"aanmeldingen"}) {
				continue // the noemer itself
			}
			for y := len(figs.Years) - 1; y >= 0; y-- {
				if got := s.at(t, "Jaar", at); got != fmt.Sprint(figs.Years[y]) {
					t.Fatalf("%s, row %d: year %s", table.Figure.ID, at, got)
				}
				for _, f := range columnsOf(&table.Figure, &table.Rows[r].Cells[y]) {
					head, ok := heads[f.Name]
					if !ok {
						continue
					}
					got := s.at(t, head, at)
					if f.Text == "" && strings.HasPrefix(got, "[") {
						continue
					}
					if compared++; got != f.Text {
						t.Errorf("%s, %s, row %d: %s, want %s", table.Figure.ID, head, at, got, f.Text)
					}
				}
				at++
			}
		}
	}
	if compared < 500 || at != s.height-firstTableRow {
		t.Errorf("compared %d numbers in %d rows, and there are %d", compared, at, s.height-firstTableRow)
	}
}

// columnsOf gives the fields of a cell as one number each.
func columnsOf(f *stats.Figure, c *stats.Cell) []tidy.Field {
	var list []tidy.Field
	for _, of := range tidy.FieldsOf(f, c) {
		list = append(list, of.InColumns()...)
	}
	return list
}

// A figure's own sheet holds the counts of the newest years, in at most nine
// columns.
func TestFigureSheetsAreCompact(t *testing.T) {
	figs := statstest.Demo(t)
	book := makeBook(t, figs)
	compared := 0
	for i := range figs.Tables {
		table := sentences.InOrder(figs, &figs.Tables[i])
		s := &book.sheets[3+i]
		if s.width > 9 {
			t.Errorf("%s has %d columns", s.name, s.width)
		}
		if content.YearsBelow(&table.Figure) || table.Figure.EarlierYears() {
			continue
		}
		for r := range table.Rows {
			if c := &table.Rows[r].Cells[len(figs.Years)-1]; c.Status == stats.OK && c.Count.Known {
				compared++
				if got := s.at(t, "Aantal 2021", r); got != fmt.Sprint(c.Count.N) {
					t.Errorf("%s, row %d: %s, want %d", s.name, r, got, c.Count.N)
				}
			}
		}
	}
	if compared < 100 {
		t.Errorf("compared %d numbers only", compared)
	}
}

func TestAccountLetsAnAuditorRedoTheNumbers(t *testing.T) {
	s := makeBook(t, reporttest.Full()).sheet(t, "Verantwoording")
	var got []string
	for r := range s.height - firstTableRow {
		got = append(got, strings.Join([]string{s.at(t, "Onderdeel", r), s.at(t, "Onderwerp", r), s.at(t, "Gegeven", r),
			s.at(t, "Waarde", r)}, "|"))
	}
	for _, want := range []string{
		"Run|herstel|versie|v1.2.3", "Run|herstel|peildatum|2022-03-01",
		"Run|Regels|rules_sha256|" + strings.Repeat("ab", 32), "Run|Privacy|drempel|5",
		"Bron|2020.csv|SHA-256|" + strings.Repeat("01", 32), "Bron|2020.csv|rijen gelezen|105",
		"Bron|2020.csv|rijen meegeteld|100",
		"Bron|2020.csv|rijen weggelaten|3", "Bron|2020.csv|geen zaakrij|2",
		"Bron|2021.xlsx, blad Zaken|rijen gelezen|200", "Bron|Alle bestanden samen|rijen gelezen|305",
		"Bevinding|onbekende-waarde (waarschuwing)|kolom delict|3", "Bevinding|rijvorm (fout)|hele rij|2",
		"Uitzondering|Vorm Brief|jaar|2021",
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
	book := makeBook(t, reporttest.Full())
	for part, written := range book.parts {
		if bytes.Contains(written, []byte("VOORBEELDDATA")) {
			t.Errorf("%s of real figures says VOORBEELDDATA", part)
		}
	}
}

func TestHidingThatIsOffIsSaid(t *testing.T) {
	for _, threshold := range []int{0, 1} {
		figs := reporttest.Full()
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
