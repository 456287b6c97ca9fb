package text

import (
	"bytes"
	"cmp"
	"sync"

	"herstel/stats/casefile/internal/grid"
)

// blockSize is how much of a CSV file is read at a time, unless the plan says so.
const blockSize = 128 << 10

// textSource cuts a text into blocks of whole records, which can be taken apart
// at the same time. The text is hashed beside it.
type textSource struct {
	in       grid.Input
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
	cells  []grid.Cell
	hashed sync.WaitGroup // block must not be reused before
}

// Source reads the rows below the header that was found last.
func (b *textBook) Source(p grid.Plan) (grid.Source, error) {
	t := &textSource{in: b.in, splitter: b.splitter, width: p.Width, block: cmp.Or(p.Block, blockSize), text: b.text,
		carry: b.rest, hashing: make(chan *textChunk, 4)}
	t.splitter.width, t.splitter.received = p.Width, p.Received
	t.hashed.Go(func() {
		for c := range t.hashing {
			t.text.sum.Write(c.fresh)
			c.hashed.Done()
		}
	})
	return t, nil
}

// Workers says how many goroutines may take chunks apart.
func (t *textSource) Workers(most int) int { return max(1, min(most, int(t.in.Size)/t.block+1)) }

// Begun returns the bytes that were read to find the header.
func (t *textSource) Begun() int64 { return t.text.offset }

// NewChunk makes room for a chunk.
func (t *textSource) NewChunk() grid.Chunk { return &textChunk{cells: make([]grid.Cell, t.width)} }

// Cut fills a chunk with the next whole records of the file.
func (t *textSource) Cut(c grid.Chunk) (index int, more bool, err error) {
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
			return 0, false, grid.Unreadable(t.in, err)
		}
		t.ended = t.text.done()
		if b.whole = t.splitter.cut(b.block, t.ended); b.whole > 0 || t.ended {
			break
		}
		if len(b.block) > maxRecord+t.block {
			return 0, false, grid.Refuse(t.in, "een regel is langer dan 1 MB; dit is geen gewone CSV",
				grid.HintSaveAgain)
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

// Each gives the rows of a chunk to a sink.
func (t *textSource) Each(c grid.Chunk, to grid.Sink) (rows uint32, bytes int64, err error) {
	b := c.(*textChunk)
	return t.parse(b, to, b.cells), b.bytes, nil
}

// Close ends the reading, and returns the SHA-256 of the file.
func (t *textSource) Close() (string, error) {
	close(t.hashing)
	t.hashed.Wait()
	return grid.HexSum(t.text.sum), nil
}

// parse turns the block of b into records.
func (t *textSource) parse(b *textChunk, rows grid.Sink, cells []grid.Cell) uint32 {
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
			rows.Broken(row)
		case count == t.width:
			rows.Row(cells, row)
		case count == 1 && bare && cells[0].Blank(): // with quotes it is no empty line
			rows.Blank(row, 1)
		case result == complete && lines == 1 && t.splitter.bareReturn(block[pos:end]):
			lines = t.pieces(block[pos:end], rows, cells, row)
		default:
			rows.Ragged(cells, count, row)
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
func (t *textSource) pieces(line []byte, rows grid.Sink, cells []grid.Cell, row uint32) (lines int) {
	for _, piece := range bytes.Split(bytes.TrimRight(line, "\r\n"), []byte{'\r'}) {
		count, _ := t.splitter.line(piece, 0, cells)
		switch {
		case count == t.width:
			rows.Row(cells, row)
		case len(grid.Trim(piece)) == 0:
			rows.Blank(row, 1)
		default:
			rows.Ragged(cells, count, row)
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
