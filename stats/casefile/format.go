package casefile

import (
	"bytes"
	"io"
	"slices"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/casefile/internal/text"
	"herstel/stats/casefile/internal/xlsx"
)

// format is a kind of file that herstel reads.
type format struct {
	claims func(head []byte) bool // by how a file begins
	open   func(in Input) (grid.Book, error)
}

// formats are the kinds of file, the most telling beginnings first. What makes a
// new one readable is a line here, and a book that gives its sheets and rows.
var formats = []format{
	{func(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }, xlsx.Open},
	{func([]byte) bool { return true }, text.Open}, // what is no text is refused by name
}

// open opens a file as a book.
func open(in Input) (grid.Book, error) {
	head, err := sniff(in)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(formats, func(f format) bool { return f.claims(head) })
	return formats[i].open(in)
}

// sniff reads how a file begins.
func sniff(in Input) (head []byte, err error) {
	if in.Size == 0 {
		return nil, grid.Refuse(in, "het bestand is leeg", "controleer of de export is gelukt")
	}
	head = make([]byte, min(in.Size, 512))
	if n, err := in.Data.ReadAt(head, 0); n < len(head) {
		if err == nil || err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return nil, grid.Unreadable(in, err)
	}
	return head, nil
}
