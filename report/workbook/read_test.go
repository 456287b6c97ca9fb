package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"herstel/report/content"
	"herstel/stats"
)

// readBook is a workbook as its parts say, read without excelize.
type readBook struct {
	parts  map[string][]byte
	sheets []readSheet
	styles readStyles
}

type readSheet struct {
	name   string
	path   string
	xml    sheetXML
	cells  map[string]readCell
	width  int // columns in use
	height int // rows in use
	table  *tableXML
}

type readCell struct {
	text   string
	number bool
	style  int
}

type sheetXML struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Cols []struct {
		Min   int     `xml:"min,attr"`
		Max   int     `xml:"max,attr"`
		Width float64 `xml:"width,attr"`
	} `xml:"cols>col"`
	Rows []struct {
		R     int `xml:"r,attr"`
		Cells []struct {
			R string `xml:"r,attr"`
			S int    `xml:"s,attr"`
			T string `xml:"t,attr"`
			V string `xml:"v"`
			I string `xml:"is>t"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
	Links []struct {
		Ref      string `xml:"ref,attr"`
		Location string `xml:"location,attr"`
	} `xml:"hyperlinks>hyperlink"`
	View struct {
		Active string    `xml:"tabSelected,attr"`
		Pane   *struct{} `xml:"pane"`
		Cell   struct {
			Active string `xml:"activeCell,attr"`
		} `xml:"selection"`
	} `xml:"sheetViews>sheetView"`
}

type tableXML struct {
	ID         int       `xml:"id,attr"`
	Name       string    `xml:"displayName,attr"`
	Ref        string    `xml:"ref,attr"`
	AutoFilter *struct{} `xml:"autoFilter"`
	Columns    []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
	Style struct {
		Stripes string `xml:"showRowStripes,attr"`
	} `xml:"tableStyleInfo"`
}

type readStyles struct {
	NumFmts []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Fonts []struct {
		Name struct {
			Val string `xml:"val,attr"`
		} `xml:"name"`
		Size struct {
			Val float64 `xml:"val,attr"`
		} `xml:"sz"`
		Bold *struct{} `xml:"b"`
	} `xml:"fonts>font"`
	Xfs []struct {
		NumFmt      int    `xml:"numFmtId,attr"`
		Font        int    `xml:"fontId,attr"`
		Parent      int    `xml:"xfId,attr"`
		QuotePrefix string `xml:"quotePrefix,attr"`
		Alignment   struct {
			Horizontal string `xml:"horizontal,attr"`
			Wrap       string `xml:"wrapText,attr"`
		} `xml:"alignment"`
	} `xml:"cellXfs>xf"`
	Named []struct {
		Name    string `xml:"name,attr"`
		Parent  int    `xml:"xfId,attr"`
		Builtin int    `xml:"builtinId,attr"`
	} `xml:"cellStyles>cellStyle"`
}

// makeBook writes the workbook of the figures and reads it back.
func makeBook(t testing.TB, figs *stats.Figures) *readBook {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, content.Of(figs)); err != nil {
		t.Fatal(err)
	}
	return openBook(t, b.Bytes())
}

func openBook(t testing.TB, content []byte) *readBook {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	book := &readBook{parts: map[string][]byte{}}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if book.parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	parse(t, book.parts["xl/styles.xml"], &book.styles)
	book.readSheets(t)
	return book
}

func (book *readBook) readSheets(t testing.TB) {
	var workbook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	parse(t, book.parts["xl/workbook.xml"], &workbook)
	targets := book.relations(t, "xl/_rels/workbook.xml.rels")
	for _, s := range workbook.Sheets {
		sheet := readSheet{name: s.Name, path: "xl/" + strings.TrimPrefix(targets[s.ID], "/xl/"),
			cells: map[string]readCell{}}
		parse(t, book.parts[sheet.path], &sheet.xml)
		for _, row := range sheet.xml.Rows {
			sheet.height = max(sheet.height, row.R)
			sheet.width = max(sheet.width, len(row.Cells))
			for i, c := range row.Cells {
				if want := fmt.Sprintf("%s%d", columnName(i+1), row.R); c.R != want {
					t.Fatalf("%s: cell %s where %s was due", s.Name, c.R, want)
				}
				cell := readCell{text: c.I, style: c.S}
				if c.T != "inlineStr" {
					cell.text, cell.number = c.V, true
				}
				sheet.cells[c.R] = cell
			}
		}
		rels := strings.Replace(sheet.path, "worksheets/", "worksheets/_rels/", 1) + ".rels"
		if book.parts[rels] != nil {
			sheet.table = new(tableXML)
			parse(t, book.parts["xl/"+strings.TrimPrefix(book.relations(t, rels)["rId1"], "../")], sheet.table)
		}
		book.sheets = append(book.sheets, sheet)
	}
}

func (book *readBook) relations(t testing.TB, path string) map[string]string {
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	parse(t, book.parts[path], &rels)
	targets := map[string]string{}
	for _, r := range rels.List {
		targets[r.ID] = r.Target
	}
	return targets
}

func parse(t testing.TB, content []byte, into any) {
	t.Helper()
	if err := xml.Unmarshal(content, into); err != nil {
		t.Fatal(err)
	}
}

func (book *readBook) sheet(t testing.TB, name string) *readSheet {
	t.Helper()
	for i := range book.sheets {
		if book.sheets[i].name == name {
			return &book.sheets[i]
		}
	}
	t.Fatalf("no sheet %q", name)
	return nil
}

// column gives the letters of the column with a head.
func (s *readSheet) column(t testing.TB, head string) string {
	t.Helper()
	for i := range s.width {
		if s.cells[columnName(i+1)+"3"].text == head {
			return columnName(i + 1)
		}
	}
	t.Fatalf("%s: no column %q", s.name, head)
	return ""
}

// at gives the text of a cell by the head of its column and its row in the
// table, counted from 0.
func (s *readSheet) at(t testing.TB, head string, row int) string {
	t.Helper()
	return s.cells[s.column(t, head)+strconv.Itoa(firstTableRow+1+row)].text
}

// all joins every text of the sheet.
func (s *readSheet) all() string {
	var b strings.Builder
	for _, row := range s.xml.Rows {
		for _, c := range row.Cells {
			b.WriteString(s.cells[c.R].text + "\n")
		}
	}
	return b.String()
}
