package workbook

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"herstel/report/content"
	"herstel/report/internal/reporttest"
	"herstel/stats"
	"herstel/stats/rules"
)

// labelsOf reads the labels of the only table back, with excelize.
func labelsOf(t testing.TB, figs *stats.Figures) []string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, content.Of(figs)); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := file.GetRows("Vorm")
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, row := range rows[firstTableRow:] {
		labels = append(labels, row[0])
	}
	return labels
}

func TestLabelsComeBackAsTheyAre(t *testing.T) {
	labels := []string{"=1+1", "+31 6", "-", "@SUM(A1)", `=HYPERLINK("http://x","y")`, "'apostrof", "<b>&amp;\"</b>",
		"  rand  ", "Ünïcode é",
		"sport", "Sport", "SPORT", "_x0041_", "_x005F_x0041_", "1", "TRUE", "twee\nregels", "👩‍⚖️",
		strings.Repeat("a", 32767)}
	got := labelsOf(t, reporttest.Labelled(labels))
	for i, want := range labels {
		if got[i] != want {
			t.Errorf("label %.40q came back as %.40q", want, got[i])
		}
	}
}

func TestTextThatLooksLikeAFormulaIsMarkedAsText(t *testing.T) {
	labels := []string{"=1+1", "+1", "-1", "@x", "gewoon"}
	book := makeBook(t, reporttest.Labelled(labels))
	s := book.sheet(t, "Vorm")
	for i, label := range labels {
		cell := s.cells[fmt.Sprintf("A%d", firstTableRow+1+i)]
		quoted := book.styles.Xfs[cell.style].QuotePrefix
		if cell.number || (quoted == "1" || quoted == "true") != (label != "gewoon") {
			t.Errorf("%s: number %v, quotePrefix %q", label, cell.number, quoted)
		}
	}
	if bytes.Contains(book.parts[s.path], []byte("<f")) {
		t.Error("the sheet has a formula")
	}
}

func TestTextThatXMLCannotHoldIsReplaced(t *testing.T) {
	got := labelsOf(t, reporttest.Labelled([]string{"a\x00b\x1b[31mc", "a\xffb", "a\ufffeb\uffff", "tab\tcr\rx",
		"del\x7f", "a\u202eb\u2066c"}))
	want := []string{"a�b�[31mc", "a�b", "a�b�", "tab cr x", "del�", "abc"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}

func TestTextThatIsTooLongSaysThatItIsCut(t *testing.T) {
	for _, label := range []string{strings.Repeat("b", 32768), strings.Repeat("é", 40000), strings.Repeat("👍", 16384)} {
		got := labelsOf(t, reporttest.Labelled([]string{label}))[0]
		notice := fmt.Sprintf("… [ingekort: de tekst telt %d tekens]", units(label))
		if units(got) > maxCellText || units(got) < maxCellText-1 || !strings.HasSuffix(got, notice) ||
			!utf8.ValidString(got) {
			t.Errorf("%.10q…: %d units, ends in %q", label, units(got), got[len(got)-60:])
		}
	}
}

func TestBreakdownsWithHostileNames(t *testing.T) {
	figs := reporttest.Full()
	figs.Tables = nil
	for _, name := range []string{"sport", "Sport", "a/b:c*d?[e]", strings.Repeat("lang", 20),
		strings.Repeat("lang", 20) + "!", "'quote'", "History", "", "Voorblad",
		"verantwoording", "gepubliceerd", "👍", "=1", "A1", "één twee", "één_twee", "x\x00y"} {
		table := reporttest.PartsTable()
		table.Figure.ID = "uitsplitsing:" + name
		if name == "Voorblad" || name == "verantwoording" || name == "gepubliceerd" || name == "History" ||
			name == "A1" || name == "" || name == "=1" {
			table.Figure.ID = name
		}
		table.Figure.Title = "=Per " + name
		table.Figure.Breakdown = []rules.Dimension{{ID: name, Title: name}}
		figs.Tables = append(figs.Tables, table)
	}
	for _, head := range []string{"Teller 2021", "TELLER 2021", "_x0041_", strings.Repeat("kop", 200), "twee\nregels"} {
		table := reporttest.PartsTable()
		table.Figure.ID = "kop"
		table.Figure.Breakdown = []rules.Dimension{{ID: head, Title: head}}
		figs.Tables = append(figs.Tables, table)
	}
	book := makeBook(t, figs)
	seen := map[string]bool{}
	for i := range book.sheets {
		s := &book.sheets[i]
		folded := strings.ToLower(s.name)
		if seen[folded] || s.name == "" || units(s.name) > 31 || strings.ContainsAny(s.name, `:\/?*[]`) ||
			strings.Trim(s.name, "'") != s.name || folded == "history" {
			t.Errorf("sheet name %q", s.name)
		}
		seen[folded] = true
		if s.table != nil {
			checkCells(t, "hostile", s)
			for _, c := range s.table.Columns {
				if units(c.Name) > 255 || strings.Contains(c.Name, "\n") || escaped.MatchString(c.Name) {
					t.Errorf("%s: head %q", s.name, c.Name)
				}
			}
		}
	}
	if last := book.sheets[len(book.sheets)-1].name; last != "Gepubliceerd" {
		t.Errorf("a breakdown took the name of the last sheet: %q", last)
	}
}

func TestFortyThousandCategories(t *testing.T) {
	labels := make([]string, 40_000)
	for i := range labels {
		labels[i] = fmt.Sprintf("waarde %d", i)
	}
	book := makeBook(t, reporttest.Labelled(labels))
	s := book.sheet(t, "Vorm")
	if s.height != firstTableRow+len(labels) || s.at(t, "Vorm", 39_999) != "waarde 39999" {
		t.Errorf("%d rows", s.height)
	}
}

func BenchmarkFortyThousandCategories(b *testing.B) {
	labels := make([]string, 40_000)
	for i := range labels {
		labels[i] = fmt.Sprintf("waarde %d", i)
	}
	figs := reporttest.Labelled(labels)
	for b.Loop() {
		var w bytes.Buffer
		if err := Write(&w, content.Of(figs)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAnyLabelMakesAReadableBook(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		label := rapid.OneOf(rapid.String(),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(rt, "label")
		got := labelsOf(t, reporttest.Labelled([]string{label, "tweede"}))
		if len(got) != 2 || got[1] != "tweede" || got[0] != cmp.Or(sheetText(label), symbolNotApplicable) {
			rt.Fatalf("%q came back as %q", label, got)
		}
	})
}
