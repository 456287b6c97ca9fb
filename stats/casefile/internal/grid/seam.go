package grid

import (
	"strconv"

	"herstel/stats"
)

// Book is a file of sheets.
type Book interface {
	Sheets() []Sheet
	Epoch() Epoch
	Notices() []stats.Notice // on the file as a whole
}

// Sheet is a table of rows.
type Sheet interface {
	Ref() *SheetRef
	// find looks for the header among the first rows.
	Find(j Judge) (*HeaderSearch, error)
	// rows gives all rows, from the first row of the sheet on.
	Rows() (RowCursor, error)
	// exact reports whether a row with more or fewer cells than the header is broken.
	Exact() bool
	// source reads the rows below the header that was found last.
	Source(p Plan) (Source, error)
}

// SheetRef says which sheet one is.
type SheetRef struct {
	Name   string
	Number int // place among the sheets, from 1; 0 where a file is one table
	Hidden bool
}

// Label names a sheet in messages: by its place, for its name is the user's. The
// only table of a file needs no name.
func (s *SheetRef) Label() string {
	if s.Number == 0 {
		return ""
	}
	return strconv.Itoa(s.Number)
}

// SheetRow is one row of a sheet. Its cells are there until the next.
type SheetRow struct {
	Cells  []Cell
	Number int
	Broken bool // a quote never closes: there are no cells
}

// RowCursor gives rows one by one; nil at the end.
type RowCursor interface {
	Next() (*SheetRow, error)
}

// Plan is what a source has to know of the table that it reads.
type Plan struct {
	Label     string
	HeaderRow int
	Width     int // cells of the header
	Received  int // position of aanmelddatum
	Block     int // bytes to read at a time
}

// Source cuts the rows of a sheet into chunks, and takes the chunks apart.
type Source interface {
	// workers returns how many goroutines may take chunks apart, of those that there are.
	Workers(most int) int
	// begun returns the bytes of the file that were read already.
	Begun() int64
	// newChunk returns room for a chunk, to be used again and again.
	NewChunk() Chunk
	// cut fills a chunk with the next rows, and numbers it. It may be called from
	// several goroutines.
	Cut(c Chunk) (index int, more bool, err error)
	// each gives the rows of a chunk to a sink. It returns how many rows the chunk
	// spans, and how many bytes of the file.
	Each(c Chunk, to Sink) (rows uint32, bytes int64, err error)
	// close ends the reading, and returns the SHA-256 of the file.
	Close() (sum string, err error)
}

// Chunk is a part of a sheet, of the kind that its source makes.
type Chunk any

// Sink takes rows in; a number is relative to the start of the chunk.
type Sink interface {
	Row(cells []Cell, number uint32)
	Ragged(cells []Cell, count int, number uint32)
	Blank(number, span uint32)
	Broken(number uint32)
	Hidden()                        // the row that comes next is not seen by the user
	Unvalued(positions []int) error // the row that comes next has formulas without outcome there
	Overfull() error
}
