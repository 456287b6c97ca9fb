package casefile

import (
	"context"
	"io"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
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
	ReferenceDate day.Day                 // day.NoDay: from the rules, else derived from the data
	Progress      func(done, total int64) // bytes of all files together; nil for none; never called twice at the same time
	Origins       bool                    // keep where each case comes from, for the commands that follow a number back to its rows
	Links         []Input                 // the file of each entry of koppel, in the order of the rules
	Workers       int                     // goroutines that read one CSV file; 0 means one for each core

	block int // bytes of CSV to read at a time; 0 means blockSize
}

// Read reads the files in order into one Dataset. A file that cannot be read
// for certain is refused with an *Error, a header of herstel.yaml that no file
// has with a *rules.Error; the rows of a Dataset are all
// accounted for. A cancelled ctx gives its own error.
func Read(ctx context.Context, inputs []Input, ruleset *rules.Rules, opt Options) (*stats.Dataset, error) {
	reference := opt.ReferenceDate
	if reference == day.NoDay {
		reference = ruleset.ReferenceDate
	}
	done, total := int64(0), int64(0)
	for _, in := range inputs {
		total += in.Size
	}
	progress := func(bytes int64) {
		done += bytes
		if opt.Progress != nil {
			opt.Progress(min(done, total), total)
		}
	}
	led := newLedger(ruleset, reference)
	led.tracing = opt.Origins
	if err := led.readLinks(ctx, opt.Links); err != nil {
		return nil, err
	}
	for _, in := range inputs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		kind, err := sniff(in)
		switch {
		case err != nil:
		case kind == kindXLSX:
			err = readXLSX(ctx, in, ruleset, led, progress)
		default:
			err = readCSV(ctx, in, ruleset, led, opt, progress)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := led.unmet(); err != nil {
		return nil, err
	}
	if err := led.endLinks(); err != nil {
		return nil, err
	}
	return led.dataset(), nil
}
