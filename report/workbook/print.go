package workbook

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// pageSetup is how a sheet prints: as wide as a page, with the head of the table
// on every page.
type pageSetup struct {
	layout string // attributes of the element pageSetup
	footer string
}

func (b *book) page(s *sheet) pageSetup {
	p := pageSetup{
		layout: `scale="75" orientation="portrait"`,
		footer: "&L" + pageText(b.mark(fmt.Sprintf("Bijlage %d", b.figs.Year)), maxPageText/2) + "&C&A&R&P / &N",
	}
	switch {
	case len(s.columns) > 0 && s.upright:
		p.layout = `fitToHeight="0" orientation="portrait"`
	case len(s.columns) > 0:
		p.layout = `fitToHeight="0" orientation="landscape"`
	}
	return p
}

func (p pageSetup) write(w *bytes.Buffer) {
	w.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.65" header="0.3" footer="0.3"/>`)
	fmt.Fprintf(w, `<pageSetup paperSize="9" %s/><headerFooter>`, p.layout)
	fmt.Fprintf(w, `<oddFooter>%s</oddFooter></headerFooter>`, attribute(p.footer))
}

// defineAreas names what of a sheet prints, and the head that comes back on every page.
func (b *book) defineAreas(name string, s *sheet) error {
	if len(s.columns) == 0 {
		return nil
	}
	sheet := quoteSheet(name) + "!"
	area := fmt.Sprintf("%s$A$1:$%s$%d", sheet, columnName(s.printedColumns(b.mark(s.title))),
		firstTableRow+len(s.rows)-s.onScreen)
	if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area,
		Scope: name}); err != nil {
		return err
	}
	rows := fmt.Sprintf("%s$%d:$%d", sheet, firstTableRow, firstTableRow)
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: name})
}

// The least width that prints on a page across, so that no table prints larger
// than another; and the width of a column that no table uses.
const (
	leastPrinted = 176
	unusedWidth  = 9
)

// printedColumns counts the columns that print: those of the table, and empty
// ones beside it where the lines above are wider or the table is small.
func (s *sheet) printedColumns(title string) int {
	width, least := 0.0, 0.0
	for _, c := range s.columns {
		width += c.width
	}
	if !s.upright {
		least = leastPrinted
	}
	for _, above := range []float64{titleFont.Width(title), plainFont.Width(s.intro)} {
		least = max(least, (above+cellPadding)/digitWidth)
	}
	return len(s.columns) + max(0, int(math.Ceil((least-width)/unusedWidth)))
}

// quoteSheet writes the name of a sheet as it stands in a reference.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// maxPageText is the length of a page header or footer, by the file format.
const maxPageText = 255

// pageText fits a text into a page header or footer, and escapes the sign that
// starts a code there.
func pageText(s string, limit int) string {
	s = headerText(s)
	for room := limit; ; room-- {
		if escaped := strings.ReplaceAll(clip(s, room), "&", "&&"); units(escaped) <= limit {
			return escaped
		}
	}
}
