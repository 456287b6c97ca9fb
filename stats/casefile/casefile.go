package casefile

import (
	"context"
	"io"

	"herstel/stats"
)

// Input is one file to read. The caller opens and closes it.
type Input struct {
	Name  string // file name as it shows in messages and outputs
	Sheet string // XLSX: the sheet to read; empty means the one that has the header
	Data  io.ReaderAt
	Size  int64 // bytes
}

// Options are the choices of one reading.
type Options struct {
	ReferenceDate stats.Day               // stats.NoDay: from the rules, else derived from the data
	Progress      func(done, total int64) // bytes of all files together; nil for none; called from one goroutine at a time
	Workers       int                     // goroutines that read one CSV file; 0 means one for each core
}

// Read reads the files in order into one Dataset. A file that cannot be read
// for certain is refused with an *Error; the rows of a Dataset are all
// accounted for.
func Read(ctx context.Context, inputs []Input, rules *stats.Rules, opt Options) (*stats.Dataset, error) {
	return nil, nil
}
