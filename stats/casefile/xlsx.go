package casefile

import (
	"crypto/sha256"
	"io"
	"slices"

	"herstel/stats"
)

// xlsxSheet is a sheet of a workbook.
type xlsxSheet struct {
	sheetRef
	in       Input
	workbook *workbook
	part     string
}

// openXLSX opens a workbook.
func openXLSX(in Input) (book, error) {
	w, err := openWorkbook(in)
	if err != nil {
		return nil, locate(in, "", 0, err)
	}
	return w, nil
}

func (w *workbook) sheets() []sheet {
	var all []sheet
	for _, s := range w.worksheets {
		all = append(all, s)
	}
	return all
}

func (w *workbook) epoch() epoch            { return w.dateEpoch }
func (w *workbook) notices() []stats.Notice { return nil }
func (s *xlsxSheet) ref() *sheetRef         { return &s.sheetRef }
func (s *xlsxSheet) exact() bool            { return false }

func (s *xlsxSheet) find(j judge) (*headerSearch, error) {
	rows, err := s.rows()
	if err != nil {
		return nil, err
	}
	return findIn(rows, j)
}

// xlsxRows gives the rows that a sheet holds one by one.
type xlsxRows struct {
	sheet *sheetReader
	row   sheetRow
}

func (s *xlsxSheet) rows() (rowCursor, error) {
	sheet, err := s.workbook.rows(s.part)
	if err != nil {
		return nil, err
	}
	return &xlsxRows{sheet: sheet}, nil
}

func (r *xlsxRows) next() (*sheetRow, error) {
	more, err := r.sheet.next()
	if err != nil || !more {
		return nil, err
	}
	r.row = sheetRow{cells: r.sheet.cells, number: r.sheet.row}
	return &r.row, nil
}

// rows opens a sheet for reading without a goroutine.
func (w *workbook) rows(part string) (*sheetReader, error) {
	p, err := w.archive.open(part, maxSheetBytes)
	if err != nil {
		return nil, err
	}
	return newSheetReader(w, newXMLScanner(p)), nil
}

// xlsxSource reads the rows of a sheet. The file is hashed and the sheet inflated
// beside it.
type xlsxSource struct {
	in     Input
	label  string
	sheet  *sheetReader
	stream *ahead
	width  int
	next   int // number of the row that should come next
	chunks int
	ended  bool
	packed int64 // size of the file
	size   int64 // size of the sheet
	shown  int64 // of packed, reported as progress
	summed chan fileSum
}

type fileSum struct {
	hex string
	err error
}

// batchRows is how many rows of a sheet are taken at a time.
const batchRows = 2048

func (s *xlsxSheet) source(p plan) (source, error) {
	part, err := s.workbook.archive.open(s.part, maxSheetBytes)
	if err != nil {
		return nil, locate(s.in, p.label, 0, err)
	}
	x := &xlsxSource{in: s.in, label: p.label, stream: readAhead(part), width: p.width, next: p.headerRow + 1,
		packed: s.in.Size, size: int64(part.size), summed: make(chan fileSum, 1)}
	x.sheet = newSheetReader(s.workbook, newXMLScanner(x.stream))
	go func() {
		h := sha256.New()
		_, err := io.Copy(h, io.NewSectionReader(s.in.Data, 0, s.in.Size))
		x.summed <- fileSum{hexSum(h), err}
	}()
	return x, nil
}

func (x *xlsxSource) workers(int) int { return 1 }
func (x *xlsxSource) begun() int64    { return 0 }
func (x *xlsxSource) newChunk() chunk { return nil }

// cut leaves the reading to each: there is one worker.
func (x *xlsxSource) cut(chunk) (int, bool, error) {
	x.chunks++
	return x.chunks - 1, !x.ended, nil
}

func (x *xlsxSource) each(_ chunk, to sink) (rows uint32, bytes int64, err error) {
	base := x.next
	if err := x.some(base, to); err != nil {
		return 0, 0, locate(x.in, x.label, x.sheet.row, err)
	}
	at := x.packed
	if !x.ended && x.size > 0 {
		at = int64(float64(x.packed) * float64(x.sheet.xml.used) / float64(x.size))
	}
	bytes, x.shown = at-x.shown, at
	return uint32(x.next - base), bytes, nil
}

// some gives a sheet's next rows to a sink, until there are enough for a chunk.
func (x *xlsxSource) some(base int, to sink) error {
	for taken, held := 0, 0; taken < batchRows && held <= maxRowBytes; {
		more, err := x.sheet.next()
		if err != nil {
			return err
		}
		if !more {
			x.ended = true
			return nil
		}
		if x.sheet.row < x.next {
			continue // a line above the header, or the header
		}
		if err := to.unvalued(x.sheet.unvalued); err != nil {
			return err
		}
		x.enter(base, to)
		if err := to.overfull(); err != nil {
			return err
		}
		taken++
		held += len(x.sheet.text)
	}
	return nil
}

// enter gives a sink the row that the sheet stands at, and the rows that the file
// leaves out before it.
func (x *xlsxSource) enter(base int, to sink) {
	s := x.sheet
	if gap := s.row - x.next; gap > 0 {
		to.blank(uint32(x.next-base), uint32(gap))
	}
	x.next = s.row + 1
	number := uint32(s.row - base)
	if !slices.ContainsFunc(s.cells, cell.filled) {
		to.blank(number, 1)
		return
	}
	if s.hidden {
		to.hidden()
	}
	for len(s.cells) < x.width {
		s.cells = append(s.cells, cell{})
	}
	to.row(s.cells, number)
}

func (x *xlsxSource) close() (string, error) {
	x.stream.Close()
	sum := <-x.summed
	if sum.err != nil {
		return "", failed(x.in, sum.err)
	}
	return sum.hex, nil
}
