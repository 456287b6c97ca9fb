package casefile

import (
	"bytes"

	"herstel/stats"
)

// textBook is a CSV file: a book of one sheet.
type textBook struct {
	in       Input
	splitter splitter
	found    headerSearch
	sample   []byte      // the first part of the file
	rest     []byte      // text behind the header, as far as it was read
	text     *textReader // positioned behind rest
}

// commas are the characters that may stand between cells.
var commas = []byte{';', ',', '\t', '|'}

const hintSaveAgain = "open het bestand in Excel en sla het op als .xlsx of als CSV"

// headSize is how much of a CSV file is searched for the header.
const headSize = 256 << 10

// maxColumns is the number of columns of the widest sheet that Excel makes.
const maxColumns = 16384

// failed reports an error of the file or the disk.
func failed(in Input, err error) *Error {
	return &Error{Kind: Failed, File: in.Name, What: "het bestand is niet tot het einde te lezen",
		Hint: "controleer of de schijf bereikbaar is en of het bestand niet verandert", Err: err}
}

// refuse reports a file that cannot be counted.
func refuse(in Input, what, hint string) *Error {
	return &Error{File: in.Name, What: what, Hint: hint}
}

// openText opens a file of text.
func openText(in Input) (book, error) {
	head, err := sniff(in)
	if err != nil {
		return nil, err
	}
	if err := notText(in, head); err != nil {
		return nil, err
	}
	text, sample, err := sampleText(in)
	if err != nil {
		return nil, err
	}
	if looksBinary(sample) {
		return nil, locate(in, "", 0, errNoText)
	}
	return &textBook{in: in, text: text, rest: sample, sample: sample}, nil
}

var errNoText = &fault{"de inhoud is geen tekst", "controleer of dit de export is: een CSV of een .xlsx"}

func (b *textBook) sheets() []sheet         { return []sheet{b} }
func (b *textBook) epoch() epoch            { return epoch1900 }
func (b *textBook) notices() []stats.Notice { return garbled(b.in.Name, b.sample) }
func (b *textBook) ref() *sheetRef          { return &sheetRef{} }
func (b *textBook) exact() bool             { return true }

// find looks for the header: whichever dialect makes the likeliest one out of one
// of the first lines.
func (b *textBook) find(j judge) (*headerSearch, error) {
	b.found, b.rest = headerSearch{judge: j}, b.sample
	cells := make([]cell, maxColumns)
	for _, d := range dialects(b.sample) {
		b.search(d, cells)
	}
	b.settleDialect()
	return &b.found, nil
}

// sampleText reads the first part of a file as text.
func sampleText(in Input) (*textReader, []byte, error) {
	text := newTextReader(in)
	sample := make([]byte, min(in.Size, headSize))
	if err := text.read(sample); err != nil {
		return nil, nil, failed(in, err)
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
	if text.done() && len(trim(sample)) == 0 {
		return nil, nil, refuse(in, "het bestand is leeg", "controleer of de export is gelukt")
	}
	return text, sample, nil
}

// search looks for a better header than the one found, in one dialect.
func (b *textBook) search(d dialect, cells []cell) {
	b.found.above = nil
	s := splitter{dialect: d}
	row := 1
	for pos, n := 0, 0; pos < len(b.sample) && n < headerLines; n++ {
		count, length, lines, result := s.record(b.sample[pos:], b.text.done(), cells)
		if result == incomplete {
			return
		}
		pos += length
		if result == complete && count <= len(cells) && b.found.see(cells[:count], row+lines-1) {
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
	cells    []cell
	row      sheetRow
	number   int // of the next line
}

func (b *textBook) rows() (rowCursor, error) {
	text, sample, err := sampleText(b.in)
	if err != nil {
		return nil, err
	}
	return &textRows{splitter: splitter{dialect: b.splitter.dialect}, text: text, block: sample, cells: make([]cell, maxColumns), number: 1}, nil
}

func (t *textRows) next() (*sheetRow, error) {
	for {
		if t.used < len(t.block) {
			count, length, lines, result := t.splitter.record(t.block[t.used:], t.text.done(), t.cells)
			if result != incomplete {
				t.used += length
				t.row = sheetRow{number: t.number, broken: result != complete}
				if result == complete {
					t.row.cells = t.cells[:min(count, len(t.cells))]
				}
				t.number += lines
				return &t.row, nil
			}
		}
		if t.text.done() {
			return nil, nil
		}
		if t.used == 0 && len(t.block) > maxRecord+blockSize {
			return nil, &fault{"een regel is langer dan 1 MB; dit is geen gewone CSV", hintSaveAgain}
		}
		t.block = append(t.block[:0], t.block[t.used:]...)
		t.used = 0
		var err error
		if t.block, err = t.text.append(t.block, blockSize); err != nil {
			return nil, &diskError{err}
		}
	}
}
