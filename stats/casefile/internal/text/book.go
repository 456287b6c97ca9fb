package text

import (
	"bytes"
	"io"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
)

// textBook is a CSV file: a book of one sheet.
type textBook struct {
	in       grid.Input
	splitter splitter
	found    grid.HeaderSearch
	sample   []byte      // the first part of the file
	rest     []byte      // text behind the header, as far as it was read
	text     *textReader // positioned behind rest
}

// commas are the characters that may stand between cells.
var commas = []byte{';', ',', '\t', '|'}

// headSize is how much of a CSV file is searched for the header.
const headSize = 256 << 10

// Open opens a file of text.
func Open(in grid.Input) (grid.Book, error) {
	head := make([]byte, min(in.Size, 512))
	if _, err := in.Data.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, grid.Unreadable(in, err)
	}
	if err := notText(in, head); err != nil {
		return nil, err
	}
	text, sample, err := sampleText(in)
	if err != nil {
		return nil, err
	}
	if grid.LooksBinary(sample) {
		return nil, grid.Locate(in, "", 0, grid.ErrNoText)
	}
	return &textBook{in: in, text: text, rest: sample, sample: sample}, nil
}

// Sheets gives the sheets of the file.
func (b *textBook) Sheets() []grid.Sheet { return []grid.Sheet{b} }

// Epoch says from when the serials of its dates count.
func (b *textBook) Epoch() grid.Epoch { return grid.Epoch1900 }

// Notices tells what is odd about the file as a whole.
func (b *textBook) Notices() []stats.Notice { return garbled(b.in.Name, b.sample) }

// Ref says which sheet this is.
func (b *textBook) Ref() *grid.SheetRef { return &grid.SheetRef{} }

// Exact reports whether a row must have the cells of the header.
func (b *textBook) Exact() bool { return true }

// Find looks for the header: whichever dialect makes the likeliest one out of one
// of the first lines.
func (b *textBook) Find(j grid.Judge) (*grid.HeaderSearch, error) {
	b.found, b.rest = grid.HeaderSearch{Judge: j}, b.sample
	cells := make([]grid.Cell, grid.MaxColumns)
	for _, d := range dialects(b.sample) {
		b.search(d, cells)
	}
	b.settleDialect()
	return &b.found, nil
}

// sampleText reads the first part of a file as text.
func sampleText(in grid.Input) (*textReader, []byte, error) {
	text := newTextReader(in)
	sample := make([]byte, min(in.Size, headSize))
	if err := text.read(sample); err != nil {
		return nil, nil, grid.Unreadable(in, err)
	}
	text.sum.Write(sample)
	var mark int
	text.encoding, mark = sniffEncoding(sample)
	sample = sample[mark:]
	if text.encoding != eightBit {
		sample = text.decode(nil, sample)
	}
	if bytes.IndexByte(sample, '\n') < 0 && bytes.IndexByte(sample, '\r') >= 0 {
		text.bareCR = true
		replace(sample, '\r', '\n')
	}
	if text.done() && len(grid.Trim(sample)) == 0 {
		return nil, nil, grid.Refuse(in, "het bestand is leeg", "controleer of de export is gelukt")
	}
	return text, sample, nil
}

// search looks for a better header than the one found, in one dialect.
func (b *textBook) search(d dialect, cells []grid.Cell) {
	b.found.Above = nil
	s := splitter{dialect: d}
	row := 1
	for pos, n := 0, 0; pos < len(b.sample) && n < grid.HeaderLines; n++ {
		count, length, lines, result := s.record(b.sample[pos:], b.text.done(), cells)
		if result == incomplete {
			return
		}
		pos += length
		if result == complete && count <= len(cells) && b.found.See(cells[:count], row+lines-1) {
			b.splitter, b.rest = s, b.sample[pos:]
		}
		row += lines
	}
}

// textRows gives the records of a text one by one. A quoted cell may swallow lines.
type textRows struct {
	splitter splitter
	text     *textReader
	block    []byte
	used     int
	cells    []grid.Cell
	row      grid.SheetRow
	number   int // of the next line
}

// Rows gives all rows, from the first on.
func (b *textBook) Rows() (grid.RowCursor, error) {
	text, sample, err := sampleText(b.in)
	if err != nil {
		return nil, err
	}
	return &textRows{splitter: splitter{dialect: b.splitter.dialect}, text: text, block: sample,
		cells: make([]grid.Cell, grid.MaxColumns), number: 1}, nil
}

// Next gives the next row; nil at the end.
func (t *textRows) Next() (*grid.SheetRow, error) {
	for {
		if t.used < len(t.block) {
			count, length, lines, result := t.splitter.record(t.block[t.used:], t.text.done(), t.cells)
			if result != incomplete {
				t.used += length
				t.row = grid.SheetRow{Number: t.number, Broken: result != complete}
				if result == complete {
					t.row.Cells = t.cells[:min(count, len(t.cells))]
				}
				t.number += lines
				return &t.row, nil
			}
		}
		if t.text.done() {
			return nil, nil
		}
		if t.used == 0 && len(t.block) > maxRecord+blockSize {
			return nil, grid.NewFault("een regel is langer dan 1 MB; dit is geen gewone CSV", grid.HintSaveAgain)
		}
		t.block = append(t.block[:0], t.block[t.used:]...)
		t.used = 0
		var err error
		if t.block, err = t.text.append(t.block, blockSize); err != nil {
			return nil, grid.NewDiskError(err)
		}
	}
}
