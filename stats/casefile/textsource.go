package casefile

import (
	"bytes"
	"sync"
)

// blockSize is how much of a CSV file is read at a time.
const blockSize = 128 << 10

// textSource cuts a text into blocks of whole records, which can be taken apart
// at the same time. The text is hashed beside it.
type textSource struct {
	in       Input
	splitter splitter
	width    int
	block    int // bytes to read at a time

	cutting sync.Mutex // guards what follows
	text    *textReader
	carry   []byte // the start of a record whose end was not read yet
	blocks  int
	ended   bool

	hashing chan *textChunk
	hashed  sync.WaitGroup
}

// textChunk is a block.
type textChunk struct {
	block  []byte
	whole  int    // length of the whole records in block
	fresh  []byte // the part of block that is new, to be hashed
	bytes  int64
	cells  []cell
	hashed sync.WaitGroup // block must not be reused before
}

func (b *textBook) source(p plan) (source, error) {
	t := &textSource{in: b.in, splitter: b.splitter, width: p.width, block: p.block, text: b.text, carry: b.rest, hashing: make(chan *textChunk, 4)}
	t.splitter.width, t.splitter.received = p.width, p.received
	t.hashed.Go(func() {
		for c := range t.hashing {
			t.text.sum.Write(c.fresh)
			c.hashed.Done()
		}
	})
	return t, nil
}

func (t *textSource) workers(most int) int { return max(1, min(most, int(t.in.Size)/t.block+1)) }
func (t *textSource) begun() int64         { return t.text.offset }
func (t *textSource) newChunk() chunk      { return &textChunk{cells: make([]cell, t.width)} }

// cut fills a chunk with the next whole records of the file.
func (t *textSource) cut(c chunk) (index int, more bool, err error) {
	b := c.(*textChunk)
	b.hashed.Wait()
	t.cutting.Lock()
	defer t.cutting.Unlock()
	if t.ended {
		return 0, false, nil
	}
	b.block = append(b.block[:0], t.carry...)
	before := t.text.offset
	for {
		if b.block, err = t.text.append(b.block, t.block); err != nil {
			t.ended = true
			return 0, false, failed(t.in, err)
		}
		t.ended = t.text.done()
		if b.whole = t.splitter.cut(b.block, t.ended); b.whole > 0 || t.ended {
			break
		}
		if len(b.block) > maxRecord+t.block {
			return 0, false, refuse(t.in, "een regel is langer dan 1 MB; dit is geen gewone CSV", hintSaveAgain)
		}
	}
	b.fresh = b.block[len(t.carry):]
	t.carry = append(t.carry[:0], b.block[b.whole:]...)
	b.bytes, index = t.text.offset-before, t.blocks
	t.blocks++
	if t.text.plain() {
		b.hashed.Add(1)
		t.hashing <- b
	}
	return index, true, nil
}

func (t *textSource) each(c chunk, to sink) (rows uint32, bytes int64, err error) {
	b := c.(*textChunk)
	return t.parse(b, to, b.cells), b.bytes, nil
}

func (t *textSource) close() (string, error) {
	close(t.hashing)
	t.hashed.Wait()
	return hexSum(t.text.sum), nil
}

// parse turns the block of b into records.
func (t *textSource) parse(b *textChunk, rows sink, cells []cell) uint32 {
	block := b.block[:b.whole]
	quote := t.splitter.nextQuote(block, 0)
	row := uint32(0)
	for pos := 0; pos < len(block); {
		count, lines, result, bare := 0, 1, complete, false
		end := pos
		if quote < len(block) {
			if i := bytes.IndexByte(block[pos:], '\n'); i < 0 || pos+i > quote {
				count, end, lines, result = t.splitter.quoted(block, pos, cells)
				quote = t.splitter.nextQuote(block, end)
			}
		}
		if end == pos {
			count, end = t.splitter.line(block, pos, cells)
			bare = true
		}
		switch {
		case result == broken:
			rows.broken(row)
		case count == t.width:
			rows.row(cells, row)
		case count == 1 && bare && cells[0].blank(): // with quotes it is no empty line
			rows.blank(row, 1)
		case result == complete && lines == 1 && t.splitter.bareReturn(block[pos:end]):
			lines = t.pieces(block[pos:end], rows, cells, row)
		default:
			rows.ragged(cells, count, row)
		}
		row += uint32(lines)
		pos = end
	}
	return row
}

// bareReturn reports whether a line without quotes holds line ends of old Macs.
func (d *dialect) bareReturn(line []byte) bool {
	line = bytes.TrimRight(line, "\r\n")
	return bytes.IndexByte(line, '\r') >= 0 && bytes.IndexByte(line, d.quote) < 0
}

// pieces enters the rows of a line that holds bare returns, and counts them.
func (t *textSource) pieces(line []byte, rows sink, cells []cell, row uint32) (lines int) {
	for _, piece := range bytes.Split(bytes.TrimRight(line, "\r\n"), []byte{'\r'}) {
		count, _ := t.splitter.line(piece, 0, cells)
		switch {
		case count == t.width:
			rows.row(cells, row)
		case len(trim(piece)) == 0:
			rows.blank(row, 1)
		default:
			rows.ragged(cells, count, row)
		}
		lines++
		row++
	}
	return lines
}

func (d *dialect) nextQuote(block []byte, from int) int {
	if i := bytes.IndexByte(block[from:], d.quote); i >= 0 {
		return from + i
	}
	return len(block)
}
