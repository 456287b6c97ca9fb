package text

import (
	"bytes"
	"slices"

	"herstel/stats/casefile/internal/grid"
)

// dialect is how a CSV file separates and quotes its cells.
type dialect struct {
	comma  byte // ends a cell
	quote  byte // stands around a cell with a comma or a line end in it
	spaced bool // spaces may stand between a comma and a quote
}

// dialects returns the dialects that a text may be in, the usual ones first.
func dialects(text []byte) []dialect {
	var all []dialect
	for _, quote := range []byte{'"', '\''} {
		for _, spaced := range []bool{false, true} {
			for _, comma := range commas {
				d := dialect{comma: comma, quote: quote, spaced: spaced}
				if d.usual() || bytes.Contains(text, d.mark()) {
					all = append(all, d)
				}
			}
		}
	}
	return all
}

// usual reports whether the dialect needs no sign in the text to be thought of.
func (d *dialect) usual() bool { return d.quote == '"' && !d.spaced }

// mark is what a text in the dialect holds when it makes a difference.
func (d *dialect) mark() []byte {
	if d.spaced {
		return []byte{d.comma, ' ', d.quote}
	}
	return []byte{d.quote}
}

// opening returns the place of the quote that opens the cell at pos, behind
// spaces where they may be; pos when there is none.
func (d *dialect) opening(b []byte, pos int) int {
	at := pos
	for d.spaced && at < len(b) && b[at] == ' ' {
		at++
	}
	if at < len(b) && b[at] == d.quote {
		return at
	}
	return pos
}

// behind returns the place behind the spaces after a closing quote.
func (d *dialect) behind(b []byte, end int) int {
	for d.spaced && end < len(b) && b[end] == ' ' {
		end++
	}
	return end
}

// settleDialect looks at the first rows below the header: the dialect in which
// the most of them have the cells of the header is the one of the file. Where
// it makes no difference, quotes around a cell in every row decide.
func (b *textBook) settleDialect() {
	if b.found.Header == nil {
		return
	}
	best := b.splitter.dialect
	fits := b.fitting(best)
	for _, d := range dialects(b.rest) {
		if d.comma != best.comma || d == best {
			continue
		}
		n := b.fitting(d)
		if n.rows > fits.rows || n.rows == fits.rows && n.wrapped >= fits.wrapped+max(1, n.rows) {
			best, fits = d, n
		}
	}
	b.splitter.dialect = best
}

// fitting says how well the first rows are those of a dialect.
type fitting struct {
	rows    int // with the cells of the header, less those without
	wrapped int // cells in quotes
}

func (b *textBook) fitting(d dialect) fitting {
	var f fitting
	cells := make([]grid.Cell, grid.MaxColumns)
	s := splitter{dialect: d}
	for rows, pos := 0, 0; pos < len(b.rest) && rows < grid.TellingRows; rows++ {
		count, length, _, result := s.record(b.rest[pos:], b.text.done(), cells)
		if result == incomplete {
			break
		}
		line := b.rest[pos : pos+length]
		pos += length
		switch {
		case result == complete && count == len(b.found.Header):
			f.rows++
			f.wrapped += s.wrapped(line)
		case result != complete || slices.ContainsFunc(cells[:min(count, len(cells))], grid.Cell.Filled):
			f.rows--
		}
	}
	return f
}

// wrapped counts the cells of a record that are in quotes.
func (s *splitter) wrapped(record []byte) int {
	n := 0
	for pos, last := 0, false; !last; {
		_, next, ended, result := s.cell(record, pos, true)
		if result != complete {
			return n
		}
		if at := s.opening(record, pos); at < len(record) && record[at] == s.quote {
			n++
		}
		pos, last = next, ended
	}
	return n
}
