package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"herstel/report/content"
	"herstel/report/internal/reporttest"
	"herstel/stats/statstest"
)

// both gives the books that every general point of the standard is held
// against: the fixture with every kind of absence, and the demo.
func both(t *testing.T) map[string]*readBook {
	return map[string]*readBook{"fixture": makeBook(t, reporttest.Full()), "demo": makeBook(t, statstest.Demo(t))}
}

func TestWorkbookHasItsSheetsInOrder(t *testing.T) {
	book := makeBook(t, reporttest.Full())
	var got []string
	for _, s := range book.sheets {
		got = append(got, s.name)
	}
	want := []string{"Voorblad", "Inhoud", "Toelichting", "Vorm", "Wel of niet", "Per maand", "Tijd", "Ontbreekt",
		"Leeg", "Onzekerheid", "Verantwoording", "Gepubliceerd"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	figs := reporttest.Full()
	figs.Published = nil
	book = makeBook(t, figs)
	if last := book.sheets[len(book.sheets)-1].name; last != "Verantwoording" {
		t.Errorf("without printed numbers the last sheet is %q", last)
	}
}

func TestContentsLinksToEverySheet(t *testing.T) {
	for name, book := range both(t) {
		contents := book.sheet(t, "Inhoud")
		linked := map[string]bool{}
		for _, l := range contents.xml.Links {
			linked[l.Location] = true
			if text := contents.cells[l.Ref].text; l.Location != "'"+text+"'!A1" {
				t.Errorf("%s: %q links to %s", name, text, l.Location)
			}
		}
		for _, s := range book.sheets {
			if s.name != "Inhoud" && !linked["'"+s.name+"'!A1"] {
				t.Errorf("%s: no link to %s", name, s.name)
			}
		}
	}
}

func TestEverySheetOpensWithItsTitleAndOneLine(t *testing.T) {
	for name, book := range both(t) {
		for _, s := range book.sheets {
			title := s.cells["A1"]
			xf := book.styles.Xfs[title.style]
			font := book.styles.Fonts[xf.Font]
			if title.text == "" || font.Bold == nil || font.Size.Val != 16 {
				t.Errorf("%s, %s: title %q in size %g", name, s.name, title.text, font.Size.Val)
			}
			heading := false
			for _, named := range book.styles.Named {
				heading = heading || named.Name == "Heading 1" && named.Builtin == 16 && named.Parent == xf.Parent &&
					xf.Parent > 0
			}
			if !heading {
				t.Errorf("%s, %s: the title is not marked as a heading", name, s.name)
			}
			tables := "Dit blad heeft 1 tabel. "
			if s.name == "Voorblad" {
				tables = "Dit blad heeft geen tabel."
			}
			for _, want := range []string{tables, "[v] is verborgen", "[nb] is niet beschikbaar",
				"[nvt] is niet van toepassing"} {
				if !strings.Contains(s.cells["A2"].text, want) {
					t.Errorf("%s, %s: line 2 is %q", name, s.name, s.cells["A2"].text)
				}
			}
		}
	}
}

func TestEveryTableIsATableAndNothingElse(t *testing.T) {
	for name, book := range both(t) {
		names, ids := map[string]bool{}, map[int]bool{}
		for _, s := range book.sheets {
			if s.name == "Voorblad" {
				if s.table != nil {
					t.Errorf("%s: the cover has a table", name)
				}
				continue
			}
			if s.table == nil {
				t.Errorf("%s, %s: no table", name, s.name)
				continue
			}
			if want := fmt.Sprintf("A3:%s%d", columnName(s.width), s.height); s.table.Ref != want {
				t.Errorf("%s, %s: table %s, cells %s", name, s.name, s.table.Ref, want)
			}
			if want := fmt.Sprintf("A1:%s%d", columnName(s.width), s.height); s.xml.Dimension.Ref != want {
				t.Errorf("%s, %s: dimension %s, want %s", name, s.name, s.xml.Dimension.Ref, want)
			}
			if s.table.AutoFilter != nil || s.table.Style.Stripes != "0" {
				t.Errorf("%s, %s: filter buttons or stripes", name, s.name)
			}
			folded := strings.ToLower(s.table.Name)
			if names[folded] || ids[s.table.ID] ||
				!regexp.MustCompile(`^tabel_[A-Za-z0-9_.]+$`).MatchString(s.table.Name) {
				t.Errorf("%s, %s: table name %q, id %d", name, s.name, s.table.Name, s.table.ID)
			}
			names[folded], ids[s.table.ID] = true, true
			checkCells(t, name, &s)
		}
	}
}

// checkCells asserts that the table is full: heads that are unique and equal
// to the columns of the table, no empty cell, no blank row.
func checkCells(t *testing.T, name string, s *readSheet) {
	heads := map[string]bool{}
	for c := range s.width {
		head := s.cells[columnName(c+1)+"3"].text
		if folded := strings.ToLower(head); head == "" || heads[folded] {
			t.Errorf("%s, %s: head %q is empty or there twice", name, s.name, head)
		} else {
			heads[folded] = true
		}
		if s.table.Columns[c].Name != head {
			t.Errorf("%s, %s: column %q under head %q", name, s.name, s.table.Columns[c].Name, head)
		}
		for r := firstTableRow; r <= s.height; r++ {
			if s.cells[columnName(c+1)+strconv.Itoa(r)].text == "" {
				t.Errorf("%s, %s: cell %s%d is empty", name, s.name, columnName(c+1), r)
			}
		}
	}
	if s.height <= firstTableRow {
		t.Errorf("%s, %s: no rows", name, s.name)
	}
}

func TestNothingThatHidesOrRuns(t *testing.T) {
	for name, book := range both(t) {
		for part, content := range book.parts {
			if strings.HasPrefix(part, "xl/worksheets/sheet") {
				for _, bad := range []string{"<mergeCell", "hidden=", "<pane", "<f>", "<f ", "<drawing", "<autoFilter",
					"state="} {
					if bytes.Contains(content, []byte(bad)) {
						t.Errorf("%s, %s: has %s", name, part, bad)
					}
				}
			}
			if regexp.MustCompile(`media|drawing|vba|macro|calcChain|externalLink`).MatchString(part) {
				t.Errorf("%s: part %s", name, part)
			}
		}
		if bytes.Contains(book.parts["xl/workbook.xml"], []byte("hidden")) {
			t.Errorf("%s: a hidden sheet or name", name)
		}
	}
}

func TestLooksOfTheCells(t *testing.T) {
	for name, book := range both(t) {
		formats := map[int]string{}
		for _, f := range book.styles.NumFmts {
			formats[f.ID] = f.Code
		}
		for _, s := range book.sheets {
			for ref, c := range s.cells {
				xf := book.styles.Xfs[c.style]
				font := book.styles.Fonts[xf.Font]
				size := 12.0
				if ref == "A1" {
					size = 16
				}
				if font.Name.Val != "Arial" || font.Size.Val != size {
					t.Errorf("%s, %s!%s: %s %g", name, s.name, ref, font.Name.Val, font.Size.Val)
				}
				line := ref == "A1" || ref == "A2" && s.table != nil
				if !c.number && !line && xf.Alignment.Wrap != "1" && xf.Alignment.Wrap != "true" {
					t.Errorf("%s, %s!%s: text does not wrap", name, s.name, ref)
				}
				if c.number && (xf.Alignment.Horizontal != "right" || formats[xf.NumFmt] == "") {
					t.Errorf("%s, %s!%s: number %s, format %q", name, s.name, ref, xf.Alignment.Horizontal,
						formats[xf.NumFmt])
				}
			}
			for i, c := range s.xml.Cols {
				allowed := c.Width == 16 || c.Width == 32 || c.Width == 72 &&
					(s.name == "Voorblad" || s.name == "Inhoud") ||
					s.name == "Onzekerheid" && c.Width >= 7 || s.name == "Toelichting" && c.Width >= 13
				if !allowed || c.Min != i+1 || c.Max != i+1 {
					t.Errorf("%s, %s: column %d-%d is %g wide", name, s.name, c.Min, c.Max, c.Width)
				}
			}
		}
	}
}

func TestNumberFormats(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, content.Of(reporttest.Full())); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	tests := []struct{ sheet, cell, want string }{
		{"Per maand", "B4", "1,234,567"},
		{"Vorm", "E4", "25.0%"},
		{"Vorm", "G4", "40.0%"},
		{"Vorm", "H4", "-15.0"},
		{"Per maand", "D4", "+1,234,567"},
		{"Tijd", "F4", "140.3"},
		{"Per maand", "A4", "Augustus"},
		{"Tijd", "A4", "Uitzetting tot contact"},
	}
	for _, tt := range tests {
		if got, _ := file.GetCellValue(tt.sheet, tt.cell); got != tt.want {
			t.Errorf("%s!%s shows %q, want %q", tt.sheet, tt.cell, got, tt.want)
		}
	}
}

func TestDocumentProperties(t *testing.T) {
	var b bytes.Buffer
	options := Options{Created: time.Date(2022, 5, 6, 7, 8, 9, 0, time.FixedZone("", 7200)), Author: "Stichting X"}
	for _, tt := range []struct {
		options                  Options
		author, created, company string
	}{
		{Options{}, DefaultAuthor, "2022-03-01T00:00:00Z", DefaultAuthor},
		{options, "Stichting X", "2022-05-06T05:08:09Z", "Stichting X"},
	} {
		b.Reset()
		if err := tt.options.Write(&b, content.Of(reporttest.Full())); err != nil {
			t.Fatal(err)
		}
		file, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		got, err := file.GetDocProps()
		if err != nil {
			t.Fatal(err)
		}
		if got.Title != "Cijfers bij het jaarverslag 2021" || got.Subject == "" || got.Creator != tt.author ||
			got.Language != "nl-NL" ||
			got.Created != tt.created || got.Modified != tt.created {
			t.Errorf("properties %+v", got)
		}
		app, err := file.GetAppProps()
		if err != nil {
			t.Fatal(err)
		}
		if app.Application != "herstel" || app.Company != tt.company {
			t.Errorf("properties %+v", app)
		}
	}
}

func TestCursorIsInTheFirstCellOfTheFirstSheet(t *testing.T) {
	for i, s := range makeBook(t, reporttest.Full()).sheets {
		if (s.xml.View.Active == "1") != (i == 0) || s.xml.View.Cell.Active != "A1" || s.xml.View.Pane != nil {
			t.Errorf("%s: view %+v", s.name, s.xml.View)
		}
	}
}

func TestSameFiguresGiveTheSameBytes(t *testing.T) {
	figs := statstest.Demo(t)
	var first bytes.Buffer
	if err := Write(&first, content.Of(figs)); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		var again bytes.Buffer
		if err := Write(&again, content.Of(figs)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatal("two runs differ")
		}
	}
}

func BenchmarkWorkbook(b *testing.B) {
	figs := statstest.Demo(b)
	for b.Loop() {
		var w bytes.Buffer
		if err := Write(&w, content.Of(figs)); err != nil {
			b.Fatal(err)
		}
	}
}
