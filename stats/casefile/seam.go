package casefile

import (
	"bytes"
	"slices"

	"herstel/stats"
)

// format is a kind of file that herstel reads.
type format struct {
	claims func(head []byte) bool // by how a file begins
	open   func(in Input) (book, error)
}

// formats are the kinds of file, the most telling beginnings first. What makes a
// new one readable is a line here, and a book that gives its sheets and rows.
var formats = []format{
	{func(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }, openXLSX},
	{func([]byte) bool { return true }, openText}, // what is no text is refused by name
}

// book is a file of sheets.
type book interface {
	sheets() []sheet
	epoch() epoch
	notices() []stats.Notice // on the file as a whole
}

// sheet is a table of rows.
type sheet interface {
	ref() *sheetRef
	// find looks for the header among the first rows.
	find(j judge) (*headerSearch, error)
	// rows gives all rows, from the first row of the sheet on.
	rows() (rowCursor, error)
	// exact reports whether a row with more or fewer cells than the header is broken.
	exact() bool
	// source reads the rows below the header that was found last.
	source(p plan) (source, error)
}

// sheetRef says which sheet one is.
type sheetRef struct {
	name   string
	number int // place among the sheets, from 1; 0 where a file is one table
	hidden bool
}

// sheetRow is one row of a sheet. Its cells are there until the next.
type sheetRow struct {
	cells  []cell
	number int
	broken bool // a quote never closes: there are no cells
}

// rowCursor gives rows one by one; nil at the end.
type rowCursor interface {
	next() (*sheetRow, error)
}

// plan is what a source has to know of the table that it reads.
type plan struct {
	label     string
	headerRow int
	width     int // cells of the header
	received  int // position of aanmelddatum
	block     int // bytes to read at a time
}

// source cuts the rows of a sheet into chunks, and takes the chunks apart.
type source interface {
	// workers returns how many goroutines may take chunks apart, of those that there are.
	workers(most int) int
	// begun returns the bytes of the file that were read already.
	begun() int64
	// newChunk returns room for a chunk, to be used again and again.
	newChunk() chunk
	// cut fills a chunk with the next rows, and numbers it. It may be called from
	// several goroutines.
	cut(c chunk) (index int, more bool, err error)
	// each gives the rows of a chunk to a sink. It returns how many rows the chunk
	// spans, and how many bytes of the file.
	each(c chunk, to sink) (rows uint32, bytes int64, err error)
	// close ends the reading, and returns the SHA-256 of the file.
	close() (sum string, err error)
}

// chunk is a part of a sheet, of the kind that its source makes.
type chunk any

// sink takes rows in; a number is relative to the start of the chunk.
type sink interface {
	row(cells []cell, number uint32)
	ragged(cells []cell, count int, number uint32)
	blank(number, span uint32)
	broken(number uint32)
	hidden()                        // the row that comes next is not seen by the user
	unvalued(positions []int) error // the row that comes next has formulas without outcome there
	overfull() error
}

// open opens a file as a book.
func open(in Input) (book, error) {
	head, err := sniff(in)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(formats, func(f format) bool { return f.claims(head) })
	return formats[i].open(in)
}
