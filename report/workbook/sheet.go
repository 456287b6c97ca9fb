package workbook

import "cmp"

// sheet is the content of one sheet, before any cell is written: a title, one
// line about the sheet, and then either a table or lines of text.
type sheet struct {
	title    string
	intro    string
	columns  []column
	rows     [][]entry // one entry for each column
	lines    []string  // instead of columns and rows
	upright  bool      // prints on upright pages: a long table
	onScreen int       // the last rows, that are of no use on paper
}

// column is a column of a table.
type column struct {
	header  string
	width   float64
	numeric bool // numbers, and the symbols that stand for an absent number: right-aligned
}

// The widths of the columns. Those of Onzekerheid and Toelichting follow their
// heads and their texts: the two are long, and go on paper upright.
const (
	narrow = 16
	wide   = 32
	cover  = 72
	prose  = 92
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

func textEntry(s string) entry { return entry{form: formText, text: s} }

func wholeEntry(n int) entry { return entry{form: formWhole, number: float64(n)} }

// write turns the content of a sheet into the parts of the package that hold
// it: the sheet itself and, where it has a table, the table and the link
// between the two.
func (b *book) write(number int, name string, s *sheet) {
	part := newSheetPart(b.styles, s.columns)
	part.begin(number, s)
	part.row([]entry{{form: formTitle, text: b.mark(s.title)}})
	if len(s.columns) == 0 {
		part.row([]entry{textEntry(s.intro)})
		for _, line := range s.lines {
			part.row([]entry{textEntry(line)})
		}
	} else {
		part.row([]entry{{form: formIntro, text: s.intro}})
		heads := s.heads()
		part.row(heads)
		for _, row := range s.rows {
			part.row(row)
		}
		b.addTable(number, name, heads, part.at)
	}
	part.end(s, b.page(s))
	b.parts[sheetPath(number)] = part.xml.Bytes()
}

// heads gives the head of the table, with unique texts.
func (s *sheet) heads() []entry {
	heads := make([]entry, len(s.columns))
	texts := newNames(maxHeader, " (%d)")
	for i, c := range s.columns {
		heads[i] = entry{form: formHeadText, text: texts.take(cmp.Or(headerText(c.header), "Kolom"))}
		if c.numeric {
			heads[i].form = formHeadNumber
		}
	}
	return heads
}
