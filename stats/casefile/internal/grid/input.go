package grid

import "io"

// Input is one file to read. The caller opens and closes it.
type Input struct {
	Name  string // file name as it shows in messages and outputs
	Sheet string // XLSX: the sheet to read; empty means the one that has the header
	Data  io.ReaderAt
	Size  int64 // bytes
}
