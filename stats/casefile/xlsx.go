package casefile

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"slices"

	"herstel/stats"
	"herstel/stats/rules"
)

// readXLSX reads one sheet of an XLSX file into the ledger. The file is hashed
// and the sheet inflated beside the reading.
func readXLSX(ctx context.Context, in Input, ruleset *rules.Rules, led *ledger, progress func(int64)) error {
	type sum struct {
		hex string
		err error
	}
	summed := make(chan sum, 1)
	go func() {
		h := sha256.New()
		_, err := io.Copy(h, io.NewSectionReader(in.Data, 0, in.Size))
		summed <- sum{hexSum(h), err}
	}()
	err := readWorkbookRows(ctx, in, ruleset, led, progress)
	hashed := <-summed
	if err != nil {
		return err
	}
	if hashed.err != nil {
		return failed(in, hashed.err)
	}
	led.close(hashed.hex)
	return nil
}

// readWorkbookRows opens the workbook, chooses the sheet and reads its rows.
func readWorkbookRows(ctx context.Context, in Input, ruleset *rules.Rules, led *ledger, progress func(int64)) error {
	w, err := openWorkbook(in)
	if err != nil {
		return locate(in, "", 0, err)
	}
	led.dropLinked(w, in)
	found, err := w.choose(in, ruleset)
	if err != nil {
		return err
	}
	part, err := w.archive.open(found.sheet.part, maxSheetBytes)
	if err != nil {
		return locate(in, found.label, 0, err)
	}
	stream := readAhead(part)
	defer stream.Close()
	led.notices = append(led.notices, found.layout.lookalikes(found.headers, in.Name, found.label, ruleset)...)
	led.meet(found.headers)
	led.open(stats.Source{Name: in.Name, Sheet: found.label}, found.layout, found.headerRow+1, 1)
	e := &sheetEntry{
		sheet: newSheetReader(w, newXMLScanner(stream)), ledger: led, layout: found.layout, width: found.layout.width, next: found.headerRow + 1,
		rows: newRowReader(found.layout, ruleset, led, w.epoch), progress: progress, packed: in.Size, size: int64(part.size),
	}
	e.rows.out = &e.batch
	if err := e.run(ctx); err != nil {
		return locate(in, found.label, e.sheet.row, err)
	}
	if e.hidden > 0 {
		led.notices = append(led.notices, hiddenRows(in.Name, found.label, e.hidden))
	}
	if led.second > 0 {
		return twoTables(in, found.label, found.headerRow, led.second)
	}
	if f := led.monthsFirst(); f != nil {
		return locate(in, found.label, 0, f)
	}
	if led.tooMany != "" {
		return locate(in, found.label, 0, tooManyValues(led.tooMany))
	}
	return led.otherSheets(ctx, w, in, found)
}

// otherSheets notes what the sheets hold that this input does not read.
func (l *ledger) otherSheets(ctx context.Context, w *workbook, in Input, found *foundSheet) error {
	of := l.sheetsOf(in.Name)
	of.read = append(of.read, found.sheet.number)
	if len(of.read) > 1 {
		return nil
	}
	var err error
	of.unread, err = w.unread(ctx, in, found, l.rules)
	return err
}

// locate says where a fault is.
func locate(in Input, label string, row int, err error) error {
	var f *fault
	var disk *diskError
	var unvalued *unvaluedError
	switch {
	case errors.As(err, &unvalued):
		return &Error{File: in.Name, Sheet: label, Row: row, Column: unvalued.column, What: "de cel heeft een formule zonder opgeslagen uitkomst",
			Hint: "open het bestand in Excel, sla het op en probeer het opnieuw"}
	case errors.As(err, &f):
		return &Error{File: in.Name, Sheet: label, Row: row, What: f.what, Hint: f.hint}
	case errors.As(err, &disk):
		return failed(in, disk.err)
	}
	return err
}

// sheetEntry moves the rows of a sheet to the ledger.
type sheetEntry struct {
	sheet    *sheetReader
	ledger   *ledger
	rows     *rowReader
	batch    batch
	layout   *layout
	hidden   int // rows with content that the user does not see
	width    int
	base     int // number of the first row of the batch
	next     int // number of the row that should come next
	progress func(int64)
	packed   int64 // size of the file
	size     int64 // size of the sheet
	shown    int64 // of packed, reported as progress
}

// batchRows is how many rows of a sheet are entered at a time.
const batchRows = 2048

func (e *sheetEntry) run(ctx context.Context) error {
	e.base = e.next
	for {
		more, err := e.sheet.next()
		if err != nil {
			return err
		}
		if !more {
			e.flush()
			e.progress(e.packed - e.shown)
			return nil
		}
		if e.sheet.row < e.next {
			continue // a line above the header, or the header
		}
		if column, ok := e.layout.reads(e.sheet.unvalued); ok {
			return &unvaluedError{column}
		}
		e.enter()
		if err := e.rows.overfull(); err != nil {
			return err
		}
		if len(e.batch.records) >= batchRows || len(e.batch.numbers) > maxRowBytes {
			if err := ctx.Err(); err != nil {
				return err
			}
			e.flush()
		}
	}
}

// enter enters the row that the sheet stands at, and the rows that the file
// leaves out before it.
func (e *sheetEntry) enter() {
	number := e.sheet.row
	if gap := number - e.next; gap > 0 {
		e.rows.blank(uint32(e.next-e.base), uint32(gap))
	}
	e.next = number + 1
	row := uint32(number - e.base)
	if !slices.ContainsFunc(e.sheet.cells, cell.filled) {
		e.rows.blank(row, 1)
		return
	}
	if e.sheet.hidden {
		e.hidden++
	}
	for len(e.sheet.cells) < e.width {
		e.sheet.cells = append(e.sheet.cells, cell{})
	}
	e.rows.row(e.sheet.cells, row)
}

// flush enters the batch.
func (e *sheetEntry) flush() {
	e.batch.rows = uint32(e.next - e.base)
	e.batch.memos = e.rows.view()
	e.ledger.enter(&e.batch)
	e.batch.reset()
	e.base = e.next
	if e.size > 0 {
		at := int64(float64(e.packed) * float64(e.sheet.xml.used) / float64(e.size))
		e.progress(at - e.shown)
		e.shown = at
	}
}
