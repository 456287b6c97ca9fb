package casefile

import (
	"bytes"
	"cmp"
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"herstel/stats"
	"herstel/stats/rules"
)

// blockSize is how much of a CSV file is read at a time.
const blockSize = 128 << 10

// csvReader reads one CSV file. Workers take blocks of whole records in turn,
// turn them into batches at the same time, and the batches are entered in the
// order of the file.
type csvReader struct {
	in        Input
	rules     *rules.Rules
	layout    *layout
	splitter  splitter
	ledger    *ledger
	progress  func(bytes int64)
	headerRow int
	block     int // bytes to read at a time
	free      chan *csvBatch

	cutting sync.Mutex // guards what follows
	text    *textReader
	carry   []byte // the start of a record whose end was not read yet
	blocks  int
	ended   bool
	hashing chan *csvBatch

	entering sync.Mutex // guards what follows
	waiting  map[int]*csvBatch
	next     int
	busy     bool
}

// csvBatch is a batch with its block.
type csvBatch struct {
	batch
	block  []byte
	whole  int            // length of the whole records in block
	fresh  []byte         // the part of block that is new, to be hashed
	hashed sync.WaitGroup // block must not be reused before
}

// readCSV reads a CSV file into the ledger.
func readCSV(ctx context.Context, in Input, ruleset *rules.Rules, led *ledger, opt Options, progress func(int64)) error {
	head, err := findHead(in, ruleset)
	if err != nil {
		return err
	}
	block := cmp.Or(opt.block, blockSize)
	workers := cmp.Or(opt.Workers, runtime.GOMAXPROCS(0))
	workers = max(1, min(workers, int(in.Size)/block+1))
	batches := 2*workers + 2
	c := &csvReader{
		in: in, headerRow: head.headerRow, rules: ruleset, block: block, layout: head.layout, splitter: head.splitter, ledger: led, progress: progress,
		text: head.text, carry: head.rest, free: make(chan *csvBatch, batches), hashing: make(chan *csvBatch, batches),
		waiting: map[int]*csvBatch{},
	}
	for range batches {
		c.free <- &csvBatch{}
	}
	led.notices = append(led.notices, garbled(in.Name, head.sample)...)
	led.notices = append(led.notices, head.layout.lookalikes(head.header, in.Name, "", ruleset)...)
	led.meet(head.header)
	led.open(stats.Source{Name: in.Name}, head.layout, head.firstRow, workers)
	progress(head.text.offset)
	return c.run(ctx, workers)
}

// run lets the workers and the hashing go, and waits for them.
func (c *csvReader) run(ctx context.Context, workers int) error {
	var hashing sync.WaitGroup
	hashing.Go(func() {
		for b := range c.hashing {
			c.text.sum.Write(b.fresh)
			b.hashed.Done()
		}
	})
	group, ctx := errgroup.WithContext(ctx)
	for id := range workers {
		group.Go(func() error { return c.work(ctx, id) })
	}
	err := group.Wait()
	close(c.hashing)
	hashing.Wait()
	if err != nil {
		return err
	}
	if c.ledger.second > 0 {
		return twoTables(c.in, "", c.headerRow, c.ledger.second)
	}
	if f := c.ledger.monthsFirst(); f != nil {
		return locate(c.in, "", 0, f)
	}
	if c.ledger.tooMany != "" {
		return locate(c.in, "", 0, tooManyValues(c.ledger.tooMany))
	}
	c.ledger.close(hexSum(c.text.sum))
	return nil
}

func (c *csvReader) work(ctx context.Context, id int) error {
	rows := newRowReader(c.layout, c.rules, c.ledger, epoch1900)
	cells := make([]cell, c.layout.width)
	for {
		var b *csvBatch
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b = <-c.free:
		}
		b.hashed.Wait()
		b.reset()
		b.worker = id
		more, err := c.cut(b)
		if err != nil || !more {
			return err
		}
		rows.out = &b.batch
		c.parse(b, rows, cells)
		if err := rows.overfull(); err != nil {
			return locate(c.in, "", 0, err)
		}
		b.memos = rows.view()
		c.enter(b)
	}
}

// cut fills b with the next whole records of the file.
func (c *csvReader) cut(b *csvBatch) (more bool, err error) {
	c.cutting.Lock()
	defer c.cutting.Unlock()
	if c.ended {
		return false, nil
	}
	b.block = append(b.block[:0], c.carry...)
	before := c.text.offset
	for {
		if b.block, err = c.text.append(b.block, c.block); err != nil {
			c.ended = true
			return false, failed(c.in, err)
		}
		c.ended = c.text.done()
		if b.whole = c.splitter.cut(b.block, c.ended); b.whole > 0 || c.ended {
			break
		}
		if len(b.block) > maxRecord+c.block {
			return false, refuse(c.in, "een regel is langer dan 1 MB; dit is geen gewone CSV", hintSaveAgain)
		}
	}
	b.fresh = b.block[len(c.carry):]
	c.carry = append(c.carry[:0], b.block[b.whole:]...)
	b.bytes, b.index = c.text.offset-before, c.blocks
	c.blocks++
	if c.text.plain() {
		b.hashed.Add(1)
		c.hashing <- b
	}
	return true, nil
}

// parse turns the block of b into records.
func (c *csvReader) parse(b *csvBatch, rows *rowReader, cells []cell) {
	block := b.block[:b.whole]
	quote := c.splitter.nextQuote(block, 0)
	row := uint32(0)
	for pos := 0; pos < len(block); {
		count, lines, result, bare := 0, 1, complete, false
		end := pos
		if quote < len(block) {
			if i := bytes.IndexByte(block[pos:], '\n'); i < 0 || pos+i > quote {
				count, end, lines, result = c.splitter.quoted(block, pos, cells)
				quote = c.splitter.nextQuote(block, end)
			}
		}
		if end == pos {
			count, end = c.splitter.line(block, pos, cells)
			bare = true
		}
		switch {
		case result == broken:
			rows.broken(row)
		case count == c.layout.width:
			rows.row(cells, row)
		case count == 1 && bare && cells[0].blank(): // with quotes it is no empty line
			rows.blank(row, 1)
		case result == complete && lines == 1 && c.splitter.bareReturn(block[pos:end]):
			lines = c.pieces(block[pos:end], rows, cells, row)
		default:
			rows.ragged(cells, count, row)
		}
		row += uint32(lines)
		pos = end
	}
	b.rows = row
}

// bareReturn reports whether a line without quotes holds line ends of old Macs.
func (d *dialect) bareReturn(line []byte) bool {
	line = bytes.TrimRight(line, "\r\n")
	return bytes.IndexByte(line, '\r') >= 0 && bytes.IndexByte(line, d.quote) < 0
}

// pieces enters the rows of a line that holds bare returns, and counts them.
func (c *csvReader) pieces(line []byte, rows *rowReader, cells []cell, row uint32) (lines int) {
	for _, piece := range bytes.Split(bytes.TrimRight(line, "\r\n"), []byte{'\r'}) {
		count, _ := c.splitter.line(piece, 0, cells)
		switch {
		case count == c.layout.width:
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

// expect tells how many case numbers the file will hold, if the rest of it is
// like its first block. The number stays modest for files that are not.
func (c *csvReader) expect(first *csvBatch) {
	const most = 4 << 20
	rows := float64(len(first.records)) * float64(c.in.Size) / float64(max(first.bytes, 1))
	c.ledger.numbers.expected = c.ledger.numbers.count + int(min(rows, most))
}

// enter hands b to the ledger when its turn has come. Whoever finds the ledger
// free enters everything that is ready; nobody waits.
func (c *csvReader) enter(b *csvBatch) {
	c.entering.Lock()
	c.waiting[b.index] = b
	if c.busy {
		c.entering.Unlock()
		return
	}
	c.busy = true
	for {
		ready, ok := c.waiting[c.next]
		if !ok {
			break
		}
		delete(c.waiting, c.next)
		c.next++
		c.entering.Unlock()
		if c.next == 1 {
			c.expect(ready)
		}
		c.ledger.enter(&ready.batch)
		c.progress(ready.bytes)
		c.free <- ready
		c.entering.Lock()
	}
	c.busy = false
	c.entering.Unlock()
}
