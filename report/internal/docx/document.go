// Package docx writes a Word document (.docx, ECMA-376 transitional): a chapter
// for someone who puts it into a report of their own. Everything stands in
// Word's own styles, the contents list and the numbers of the captions are
// filled in, and nothing makes Word ask a question on opening. The package
// knows no figures.
package docx

import "time"

// Document is one Word document, in Dutch, on A4 with margins of 25 mm.
type Document struct {
	Title, Author string
	Description   string    // in the properties; empty: none
	Created       time.Time // shown in the properties; zero: not told
	Footer        string    // before the page number: what this is and of whom
	Banner        string    // above every page; empty: none
	Style         Style
	Blocks        []Block
}

// Style is the house style.
type Style struct {
	Font   string // of all text; empty: Arial
	Accent string // of headings and lines, "#RRGGBB"; else dark blue
	// Measure gives the width of one line of text in points. Without it the
	// columns of a table share the width evenly.
	Measure func(text string, points float64, bold bool) float64
}

// Block is a piece of a document that starts on a new line: Paragraph, Heading,
// List, Table, Image, Caption, Contents or PageBreak.
type Block interface {
	// body writes the block; next is the block after it, or nil.
	body(w *writer, next Block)
}

// Run is a piece of text within a paragraph. Footnote, if any, stands at its
// end.
type Run struct {
	Text         string
	Bold, Italic bool
	Link         string // an address, or "#" with a bookmark of this document
	Bookmark     string // a name for this place, for a Link
	Footnote     string
}

// Plain gives a text as runs.
func Plain(text string) []Run { return []Run{{Text: text}} }

// Form is what a paragraph is for.
type Form int

// The forms of a paragraph.
const (
	Body     Form = iota
	Title         // of the document
	Subtitle      // under the title
	Remark        // small print, such as the line under a table
)

// Paragraph is text.
type Paragraph struct {
	Form     Form
	Runs     []Run
	KeepNext bool // on the page of the block after it
}

// Heading is a heading of level 1 to 3, which stands in the contents list.
type Heading struct {
	Level    int
	Text     string
	Bookmark string // a name for this place, for a Link; empty: none
}

// List is a list with bullets.
type List struct{ Items [][]Run }

// Image is a picture on a line of its own.
type Image struct {
	SVG           []byte  // for Word since 2016; nil: the PNG for all
	PNG           []byte  // for everyone else
	Width, Height float64 // millimetres
	Alt           string  // what it shows, for who does not see it; required
}

// Caption is a line such as "Figuur 3. Contact per aanleiding", under a picture
// or above a table; Word counts on where the label returns.
type Caption struct {
	Label    string // "Figuur", "Tabel"
	Text     string
	Bookmark string // a name for label and number, for a Link; empty: none
}

// Table is a table. Its head returns on every page, its rows stay whole, and a
// table that fits on a page stays together.
type Table struct {
	Columns   []Column
	Rows      [][]Cell // each as long as Columns
	BoldFirst bool     // the first column heads the rows
	BoldLast  bool     // the last row is a total
	Alt       string   // what it shows, for who does not see it
	KeepNext  bool     // on the page of the block after it
}

// Column is a column of a table.
type Column struct {
	Head   []Run
	Number bool    // to the right
	Width  float64 // millimetres; 0: as wide as its text asks
}

// Cell is what stands in a cell.
type Cell []Run

// Contents is the contents list: the headings down to a level, as links,
// without page numbers, which Word alone knows. "Veld bijwerken" in Word adds
// them.
type Contents struct {
	Title string
	Level int // the deepest, 1 to 3
}

// PageBreak starts a new page.
type PageBreak struct{}
