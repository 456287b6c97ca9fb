package xlsx

import (
	"crypto/sha256"
	"io"
	"slices"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
)

// xlsxSheet is a sheet of a workbook.
type xlsxSheet struct {
	grid.SheetRef
	in       grid.Input
	workbook *workbook
	part     string
}

// Open opens a workbook.
func Open(in grid.Input) (grid.Book, error) {
	w, err := openWorkbook(in)
	if err != nil {
		return nil, grid.Locate(in, "", 0, err)
	}
	return w, nil
}

// Sheets gives the sheets of the file.
func (w *workbook) Sheets() []grid.Sheet {
	var all []grid.Sheet
	for _, s := range w.worksheets {
		all = append(all, s)
	}
	return all
}

// Epoch says from when the serials of its dates count.
func (w *workbook) Epoch() grid.Epoch { return w.dateEpoch }

// Notices tells what is odd about the file as a whole.
func (w *workbook) Notices() []stats.Notice { return nil }

// Ref says which sheet this is.
func (s *xlsxSheet) Ref() *grid.SheetRef { return &s.SheetRef }

// Exact reports whether a row must have the cells of the header.
func (s *xlsxSheet) Exact() bool { return false }

// Find looks for the header among the first rows.
func (s *xlsxSheet) Find(j grid.Judge) (*grid.HeaderSearch, error) {
	rows, err := s.Rows()
	if err != nil {
		return nil, err
	}
	return grid.FindIn(rows, j)
}

// xlsxRows gives the rows that a sheet holds one by one.
type xlsxRows struct {
	sheet *sheetReader
	row   grid.SheetRow
}

// Rows gives all rows, from the first on.
func (s *xlsxSheet) Rows() (grid.RowCursor, error) {
	sheet, err := s.workbook.rows(s.part)
	if err != nil {
		return nil, err
	}
	return &xlsxRows{sheet: sheet}, nil
}

// Next gives the next row; nil at the end.
func (r *xlsxRows) Next() (*grid.SheetRow, error) {
	more, err := r.sheet.next()
	if err != nil || !more {
		return nil, err
	}
	r.row = grid.SheetRow{Cells: r.sheet.cells, Number: r.sheet.row}
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
	in     grid.Input
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

// Source reads the rows below the header that was found last.
func (s *xlsxSheet) Source(p grid.Plan) (grid.Source, error) {
	part, err := s.workbook.archive.open(s.part, maxSheetBytes)
	if err != nil {
		return nil, grid.Locate(s.in, p.Label, 0, err)
	}
	x := &xlsxSource{in: s.in, label: p.Label, stream: readAhead(part), width: p.Width, next: p.HeaderRow + 1,
		packed: s.in.Size, size: int64(part.size), summed: make(chan fileSum, 1)}
	x.sheet = newSheetReader(s.workbook, newXMLScanner(x.stream))
	go func() {
		h := sha256.New()
		_, err := io.Copy(h, io.NewSectionReader(s.in.Data, 0, s.in.Size))
		x.summed <- fileSum{grid.HexSum(h), err}
	}()
	return x, nil
}

// Workers says how many goroutines may take chunks apart.
func (x *xlsxSource) Workers(int) int { return 1 }

// Begun returns the bytes that were read to find the header.
func (x *xlsxSource) Begun() int64 { return 0 }

// NewChunk makes room for a chunk.
func (x *xlsxSource) NewChunk() grid.Chunk { return nil }

// Cut leaves the reading to each: there is one worker.
func (x *xlsxSource) Cut(grid.Chunk) (int, bool, error) {
	x.chunks++
	return x.chunks - 1, !x.ended, nil
}

// Each gives the rows of a chunk to a sink.
func (x *xlsxSource) Each(_ grid.Chunk, to grid.Sink) (rows uint32, bytes int64, err error) {
	base := x.next
	if err := x.some(base, to); err != nil {
		return 0, 0, grid.Locate(x.in, x.label, x.sheet.row, err)
	}
	at := x.packed
	if !x.ended && x.size > 0 {
		at = int64(float64(x.packed) * float64(x.sheet.xml.used) / float64(x.size))
	}
	bytes, x.shown = at-x.shown, at
	return uint32(x.next - base), bytes, nil
}

// some gives a sheet's next rows to a sink, until there are enough for a chunk.
func (x *xlsxSource) some(base int, to grid.Sink) error {
	for taken, held := 0, 0; taken < batchRows && held <= MaxRowBytes; {
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
		if err := to.Unvalued(x.sheet.unvalued); err != nil {
			return err
		}
		x.enter(base, to)
		if err := to.Overfull(); err != nil {
			return err
		}
		taken++
		held += len(x.sheet.text)
	}
	return nil
}

// enter gives a sink the row that the sheet stands at, and the rows that the file
// leaves out before it.
func (x *xlsxSource) enter(base int, to grid.Sink) {
	s := x.sheet
	if gap := s.row - x.next; gap > 0 {
		to.Blank(uint32(x.next-base), uint32(gap))
	}
	x.next = s.row + 1
	number := uint32(s.row - base)
	if !slices.ContainsFunc(s.cells, grid.Cell.Filled) {
		to.Blank(number, 1)
		return
	}
	if s.hidden {
		to.Hidden()
	}
	for len(s.cells) < x.width {
		s.cells = append(s.cells, grid.Cell{})
	}
	to.Row(s.cells, number)
}

// Close ends the reading, and returns the SHA-256 of the file.
func (x *xlsxSource) Close() (string, error) {
	x.stream.Close()
	sum := <-x.summed
	if sum.err != nil {
		return "", grid.Unreadable(x.in, sum.err)
	}
	return sum.hex, nil
}
