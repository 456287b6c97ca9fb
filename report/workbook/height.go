package workbook

import (
	"math"
	"strings"

	"herstel/report/chart/scene"
)

// Heights in points. Excel fits the height of a row to its wrapped text when
// it opens a file, LibreOffice does not: so every row says how high it is.
const (
	rowLineHeight = 16
	titleHeight   = 24
	maxHeight     = 409 // of a row, by the file format
)

// Arial and Liberation Sans are equally wide: what a text measures here, it
// measures in every program.
var (
	plainFont = scene.Font{Size: bodySize}
	boldFont  = scene.Font{Size: bodySize, Bold: true}
	titleFont = scene.Font{Size: titleSize, Bold: true}
)

// The unit of the width of a column is a digit: nine pixels at 96 to the inch.
// A cell keeps some of it free beside its text, and more where it is indented.
const (
	digitWidth  = 9 * 0.75
	cellPadding = 5
	indentWidth = 9
	safely      = 0.93 // of the width, for programs that round otherwise
)

// room is the width in points that a column has for text.
func (c *column) room() float64 {
	room := c.width*digitWidth - cellPadding
	if c.numeric {
		room -= indentWidth
	}
	return room * safely
}

// rowHeight is the height that the fullest cell of a row needs.
func rowHeight(entries []entry, columns []column) float64 {
	lines := 1
	for i := range entries {
		switch e := &entries[i]; e.form {
		case formTitle:
			return titleHeight
		case formIntro:
		case formHeadText, formHeadNumber:
			lines = max(lines, wrappedLines(e.text, columns[i].room(), boldFont))
		default:
			if !e.form.isNumber() {
				lines = max(lines, wrappedLines(e.text, columns[i].room(), plainFont))
			}
		}
	}
	return min(float64(lines)*rowLineHeight, maxHeight)
}

// wideLetter is the width of the widest letter, in parts of the size of a font:
// a text of which even that fits need not be measured.
const wideLetter = 1.1

// wrappedLines counts the lines of a text in so many points: words move to the
// next line whole, and break only when they are longer than a line.
func wrappedLines(s string, width float64, font scene.Font) int {
	if float64(len(s))*wideLetter*font.Size <= width && !strings.Contains(s, "\n") {
		return 1
	}
	lines, space := 0, font.Width(" ")
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines++
		used := 0.0
		for word := range strings.FieldsSeq(paragraph) {
			w := font.Width(word)
			switch {
			case used == 0:
				used = w
			case used+space+w <= width:
				used += space + w
				continue
			default:
				lines++
				used = w
			}
			if used > width {
				more := math.Ceil(used/(width*tornFit)) - 1
				lines += int(more)
				used = max(0, used-more*width*tornFit)
			}
		}
	}
	return lines
}

// tornFit is how much of its lines a torn word fills at least.
const tornFit = 0.9
