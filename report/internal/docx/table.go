package docx

import (
	"fmt"
	"strconv"
	"strings"

	"herstel/report/internal/opc"
)

const (
	// tableSize is the size of text in a table, in points.
	tableSize = 9
	// cellMargin is the white to the left and to the right in a cell, in twips.
	cellMargin = 85
	// wholeRows is up to how many rows a table stays together on a page.
	wholeRows = 15
	// longHead is from where a head stands in two lines, in twips.
	longHead = 1000
)

func (t Table) body(w *writer, _ Block) {
	if len(t.Columns) == 0 {
		w.fail("een tabel heeft geen kolommen")
		return
	}
	widths := t.widths(w.look.measure, w.room)
	grid := make([]opc.XML, len(widths))
	total := 0
	for i, width := range widths {
		grid[i] = el("gridCol", at{"w", strconv.Itoa(width)})
		total += width
	}
	content := []opc.XML{el("tblPr", nil,
		val("tblStyle", "Cijfertabel"),
		el("tblW", at{"w", strconv.Itoa(total), "type", "dxa"}),
		el("tblLayout", at{"type", "fixed"}),
		t.look(),
		alternative(t.Alt)),
		el("tblGrid", nil, grid...)}
	head := make([]Cell, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Head
	}
	content = append(content, w.row(t, widths, head, true, true))
	for i, cells := range t.Rows {
		if len(cells) != len(t.Columns) {
			w.fail("rij %d van een tabel heeft %d cellen; de tabel heeft %d kolommen", i+1, len(cells),
				len(t.Columns))
			return
		}
		last := i == len(t.Rows)-1
		keep := !last && (len(t.Rows) <= wholeRows || i == 0) || last && t.KeepNext
		content = append(content, w.row(t, widths, cells, false, keep))
	}
	w.put(el("tbl", nil, content...))
	// Two tables would become one, and a cell or a page ends in a paragraph.
	w.put(paragraph("NaTabel", on("keepNext", t.KeepNext)))
}

func alternative(alt string) opc.XML {
	if alt == "" {
		return ""
	}
	return val("tblDescription", alt)
}

func (w *writer) row(t Table, widths []int, cells []Cell, head, keepNext bool) opc.XML {
	inside := []opc.XML{el("trPr", nil, on("cantSplit", true), on("tblHeader", head))}
	for i, cell := range cells {
		style := "Tabeltekst"
		if t.Columns[i].Number {
			style = "Tabelgetal"
		}
		align := opc.XML("")
		if head {
			align = val("vAlign", "bottom")
		}
		inside = append(inside, el("tc", nil,
			el("tcPr", nil, el("tcW", at{"w", strconv.Itoa(widths[i]), "type", "dxa"}), align),
			paragraph(style, on("keepNext", keepNext), w.runs(cell))))
	}
	return el("tr", nil, inside...)
}

// look says which parts of the table stand out, for old readers as bits too.
func (t Table) look() opc.XML {
	bits := 0x0020 | 0x0200 | 0x0400 // the head; no bands of rows, none of columns
	if t.BoldLast {
		bits |= 0x0040
	}
	if t.BoldFirst {
		bits |= 0x0080
	}
	return el("tblLook", at{"val", fmt.Sprintf("%04X", bits), "firstRow", "1", "lastRow", flag(t.BoldLast),
		"firstColumn", flag(t.BoldFirst), "lastColumn", "0", "noHBand", "1", "noVBand", "1"})
}

func flag(is bool) string {
	if is {
		return "1"
	}
	return "0"
}

// widths gives the widths of the columns in twips, at most room together. A
// column is as wide as it asks; where they ask too much, those with text give
// way first, but never below their longest word.
func (t Table) widths(measure func(string, float64, bool) float64, room int) []int {
	asked, least := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		switch {
		case c.Width > 0:
			asked[i] = twips(c.Width)
			least[i] = asked[i]
		case measure == nil:
			asked[i], least[i] = room/len(t.Columns), room/len(t.Columns)
		default:
			asked[i], least[i] = t.measured(i, measure)
		}
	}
	give(asked, least, sum(asked)-room, func(i int) bool { return !t.Columns[i].Number })
	give(asked, least, sum(asked)-room, func(int) bool { return true })
	if over := sum(asked); over > room {
		for i := range asked {
			asked[i] = asked[i] * room / over
		}
	}
	return asked
}

// give takes an excess from columns, in proportion to what they can spare.
func give(asked, least []int, excess int, may func(int) bool) {
	spare := 0
	for i := range asked {
		if may(i) {
			spare += asked[i] - least[i]
		}
	}
	if excess <= 0 || spare <= 0 {
		return
	}
	excess = min(excess, spare)
	for i := range asked {
		if may(i) {
			part := asked[i] - least[i]
			taken := (excess*part + spare - 1) / spare
			asked[i] -= min(taken, part)
		}
	}
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// measured gives what a column asks, a long head in two lines, and its longest
// word, in twips.
func (t Table) measured(column int, measure func(string, float64, bool) float64) (asked, least int) {
	// A bit more than the width itself: fonts differ a little between programs.
	width := func(s string, bold bool) int {
		return int(measure(s, tableSize, bold)*20*1.03) + 2*cellMargin + 20
	}
	fit := func(cell []Run, bold, head bool) {
		s := plainText(cell)
		for _, word := range strings.Fields(s) {
			least = max(least, width(word, bold))
		}
		whole := width(s, bold)
		if head && whole > longHead {
			whole = max(longHead, whole*6/10)
		}
		asked = max(asked, whole)
	}
	fit(t.Columns[column].Head, true, true)
	for i, row := range t.Rows {
		if column < len(row) {
			fit(row[column], t.BoldFirst && column == 0 || t.BoldLast && i == len(t.Rows)-1, false)
		}
	}
	return max(asked, least), least
}

// plainText gives the text of runs, with room for the number of a note.
func plainText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
		if r.Footnote != "" {
			b.WriteString("00")
		}
	}
	return b.String()
}
