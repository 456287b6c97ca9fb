package casefile

import (
	"bytes"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// textHead is what the first lines of a CSV file tell about it.
type textHead struct {
	splitter  splitter
	header    []string
	headerRow int         // line number of the header
	firstRow  int         // line number of the first row below the header
	sample    []byte      // the first part of the file
	rest      []byte      // text behind the header, as far as it was read
	text      *textReader // positioned behind rest
}

// head is that of an export, with its columns.
type head struct {
	*textHead
	layout *layout
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

// findHead finds the encoding, the dialect and the header of a CSV file.
func findHead(in Input, ruleset *rules.Rules) (*head, error) {
	text, err := openText(in, judgeBy(ruleset))
	if err != nil {
		return nil, err
	}
	h := &head{textHead: text}
	if text.header != nil {
		h.layout = layoutOf(cellsOf(text.header), ruleset)
	}
	if refusal := h.layout.refusal(in, "", h.headerRow); refusal != nil {
		return nil, refusal
	}
	if refusal := h.above(in, ruleset); refusal != nil {
		return nil, refusal
	}
	h.fit(ruleset)
	h.settleDates()
	h.splitter.width, h.splitter.received = h.layout.width, h.layout.at[rules.ColReceived]
	return h, nil
}

// openText finds the header of a file of text: whichever dialect makes the
// likeliest one out of one of the first lines.
func openText(in Input, j judge) (*textHead, error) {
	text, sample, err := sampleText(in)
	if err != nil {
		return nil, err
	}
	h := &textHead{text: text, rest: sample, sample: sample}
	found := headerSearch{judge: j}
	cells := make([]cell, maxColumns)
	for _, d := range dialects(sample) {
		h.search(&found, d, cells)
	}
	h.header, h.headerRow = found.header, found.row
	h.settleDialect()
	return h, nil
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
func (h *textHead) search(found *headerSearch, d dialect, cells []cell) {
	found.above = nil
	s := splitter{dialect: d}
	row := 1
	for pos, n := 0, 0; pos < len(h.sample) && n < headerLines; n++ {
		count, length, lines, result := s.record(h.sample[pos:], h.text.done(), cells)
		if result == incomplete {
			return
		}
		pos += length
		if result == complete && count <= len(cells) && found.see(cells[:count], row+lines-1) {
			h.splitter, h.rest, h.firstRow = s, h.sample[pos:], row+lines
		}
		row += lines
	}
}

// fit widens or narrows the header by the separators at its end, when all rows
// have the same number of cells and only empty ones make the difference.
func (h *head) fit(ruleset *rules.Rules) {
	cells := make([]cell, maxColumns)
	s := splitter{dialect: h.splitter.dialect}
	width := 0
	for rows, pos := 0, 0; pos < len(h.rest) && rows < tellingRows; rows++ {
		count, length, _, result := s.record(h.rest[pos:], h.text.done(), cells)
		if result == incomplete {
			break
		}
		pos += length
		if result != complete || count > len(cells) || !slices.ContainsFunc(cells[:count], cell.filled) {
			continue
		}
		if width == 0 {
			width = count
		}
		if count != width && count > 1 || count == h.layout.width || count > h.layout.width && slices.ContainsFunc(cells[h.layout.width:count], cell.filled) {
			return
		}
	}
	if width < 2 || width < h.layout.width && strings.Join(h.header[width:], "") != "" {
		return
	}
	for len(h.header) < width {
		h.header = append(h.header, "")
	}
	h.header = h.header[:width]
	h.layout = layoutOf(cellsOf(h.header), ruleset)
}

// settleDates looks at the first rows to tell dates from answers.
func (h *head) settleDates() {
	d := dated{layout: h.layout, epoch: epoch1900}
	if !d.undecided() {
		return
	}
	cells := make([]cell, maxColumns)
	s := splitter{dialect: h.splitter.dialect}
	for rows, pos := 0, 0; pos < len(h.rest) && rows < tellingRows; rows++ {
		count, length, _, result := s.record(h.rest[pos:], h.text.done(), cells)
		if result == incomplete {
			break
		}
		if pos += length; result == complete {
			d.add(cells[:min(count, len(cells))])
		}
	}
	d.settle()
}

// above refuses a file with cases above its header.
func (h *head) above(in Input, ruleset *rules.Rules) *Error {
	if h.headerRow == 1 {
		return nil
	}
	a := above{chosen: h.layout, ruleset: ruleset, epoch: epoch1900}
	cells := make([]cell, maxColumns)
	s := splitter{dialect: h.splitter.dialect}
	for row, pos := 1, 0; row < h.headerRow; {
		count, length, lines, result := s.record(h.sample[pos:], true, cells)
		if result == complete {
			a.add(cells[:min(count, len(cells))], row)
		}
		row, pos = row+lines, pos+length
	}
	return a.refusal(in, "", h.headerRow)
}
