package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// sheet is the content of one sheet, before any cell is written: a title, one
// line about the sheet, and then either a table or lines of text.
type sheet struct {
	title   string
	intro   string
	columns []column
	rows    [][]entry // one entry for each column
	lines   []string  // instead of columns and rows
	blocks  []int     // columns that start a printed page
}

// column is a column of a table.
type column struct {
	header  string
	width   float64
	numeric bool // numbers, and the symbols that stand for an absent number: right-aligned
}

// The widths of the columns.
const (
	narrow = 16
	wide   = 32
	cover  = 72
)

// firstTableRow is the row of the table's head: the title and the line about
// the sheet stand above it.
const firstTableRow = 3

// entry is what one cell shows.
type entry struct {
	form   form
	text   string
	number float64
	link   string // name of a sheet
}

func text(s string) entry { return entry{form: formText, text: s} }

func whole(n int) entry { return entry{form: formWhole, number: float64(n)} }

// write writes the content of a sheet, as a stream: a table may have tens of
// thousands of rows.
func (b *book) write(name string, s *sheet) error {
	if err := b.layOut(name, s); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := b.setWidths(stream, s); err != nil {
		return err
	}
	w := &rowWriter{stream: stream, styles: b.styles}
	w.row([]entry{{form: formTitle, text: b.mark(s.title)}})
	if len(s.columns) == 0 {
		w.lines(append([]string{s.intro}, s.lines...))
	} else {
		w.row([]entry{{form: formIntro, text: s.intro}})
		w.table(s, b.tables.take(tableName(name)))
	}
	if w.err != nil {
		return w.err
	}
	return stream.Flush()
}

func (b *book) setWidths(stream *excelize.StreamWriter, s *sheet) error {
	if len(s.columns) == 0 {
		return stream.SetColWidth(1, 1, cover)
	}
	for i, c := range s.columns {
		if err := stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	return nil
}

// rowWriter writes rows one below the other until something goes wrong.
type rowWriter struct {
	stream *excelize.StreamWriter
	styles *styleSet
	at     int // rows written
	cells  []any
	err    error
}

func (w *rowWriter) row(entries []entry) {
	if w.err != nil {
		return
	}
	w.at++
	w.cells = w.cells[:0]
	for i := range entries {
		w.cells = append(w.cells, w.cell(&entries[i]))
	}
	w.err = w.stream.SetRow(fmt.Sprintf("A%d", w.at), w.cells)
}

func (w *rowWriter) cell(e *entry) excelize.Cell {
	if e.form.isNumber() {
		return excelize.Cell{StyleID: w.styles.id(e.form, false), Value: e.number}
	}
	shown := cellText(e.text)
	return excelize.Cell{StyleID: w.styles.id(e.form, startsFormula(shown)), Value: shown}
}

func (w *rowWriter) lines(lines []string) {
	for _, line := range lines {
		w.row([]entry{text(line)})
	}
}

func (w *rowWriter) table(s *sheet, name string) {
	heads := make([]entry, len(s.columns))
	headers := newNames(maxHeader, " (%d)")
	for i, c := range s.columns {
		heads[i] = entry{form: formHeadText, text: headers.take(headerText(c.header))}
		if c.numeric {
			heads[i].form = formHeadNumber
		}
	}
	w.row(heads)
	for _, row := range s.rows {
		w.row(row)
	}
	if w.err != nil {
		return
	}
	corner, err := excelize.CoordinatesToCellName(len(s.columns), w.at)
	if err != nil {
		w.err = err
		return
	}
	noStripes := false
	w.err = w.stream.AddTable(&excelize.Table{
		Range:          fmt.Sprintf("A%d:%s", firstTableRow, corner),
		Name:           name,
		StyleName:      "TableStyleLight1",
		ShowRowStripes: &noStripes,
	})
}

// layOut sets what must be known before the first row: links and the printed
// page.
func (b *book) layOut(name string, s *sheet) error {
	for r, row := range s.rows {
		for c := range row {
			if row[c].link == "" {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(c+1, firstTableRow+1+r)
			if err != nil {
				return err
			}
			target := quoteSheet(row[c].link) + "!A1"
			if err := b.file.SetCellHyperLink(name, cell, target, "Location"); err != nil {
				return err
			}
		}
	}
	return b.printed(name, s)
}

// printed sets up the page for who prints the sheet: the head of the table and
// its first columns come back on every page, and each year starts a page.
func (b *book) printed(name string, s *sheet) error {
	orientation, paper, scale := "portrait", 9, uint(75)
	if len(s.columns) > 0 {
		orientation = "landscape"
	}
	err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, AdjustTo: &scale})
	if err != nil {
		return err
	}
	footer := "&L" + headerFooterText(b.mark(fmt.Sprintf("Bijlage %d", b.figs.Year))) + "&C&A&R&P / &N"
	if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: footer}); err != nil {
		return err
	}
	if len(s.blocks) == 0 {
		return nil
	}
	for _, c := range s.blocks[1:] {
		cell, err := excelize.CoordinatesToCellName(c+1, 1)
		if err != nil {
			return err
		}
		if err := b.file.InsertPageBreak(name, cell); err != nil {
			return err
		}
	}
	last, err := excelize.ColumnNumberToName(s.blocks[0])
	if err != nil {
		return err
	}
	sheet := quoteSheet(name)
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name:     "_xlnm.Print_Titles",
		RefersTo: fmt.Sprintf("%s!$A:$%s,%s!$%d:$%d", sheet, last, sheet, firstTableRow, firstTableRow),
		Scope:    name,
	})
}
