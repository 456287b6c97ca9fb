package casefile

import (
	"cmp"
	"context"
	"runtime"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// Options are the choices of one reading.
type Options struct {
	ReferenceDate day.Day // day.NoDay: from the rules, else derived from the data
	// bytes of all files together; nil for none; never called twice at the same time
	Progress func(done, total int64)
	Origins  bool    // keep where each case comes from, for the commands that follow a number back to its rows
	Links    []Input // the file of each entry of koppel, in the order of the rules
	Workers  int     // goroutines that read one CSV file; 0 means one for each core

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
		if err := readFile(ctx, in, led, opt, progress); err != nil {
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

// readFile reads the one sheet of a file that holds the cases into the ledger.
func readFile(ctx context.Context, in Input, led *ledger, opt Options, progress func(int64)) error {
	b, err := open(in)
	if err != nil {
		return err
	}
	found, err := choose(b, led.notLinked(b, in), in, led.rules)
	if err != nil {
		return err
	}
	led.notices = append(led.notices, b.Notices()...)
	led.notices = append(led.notices, found.layout.lookalikes(found.headers, in.Name, found.label, led.rules)...)
	led.meet(found.headers)
	src, err := found.sheet.Source(grid.Plan{Label: found.label, HeaderRow: found.headerRow, Width: found.layout.width,
		Received: found.layout.at[rules.ColReceived], Block: opt.block})
	if err != nil {
		return err
	}
	workers := src.Workers(cmp.Or(opt.Workers, runtime.GOMAXPROCS(0)))
	led.open(stats.Source{Name: in.Name, Sheet: found.label}, found.layout, found.headerRow+1, workers)
	r := &reader{source: src, rules: led.rules, layout: found.layout, epoch: b.Epoch(), ledger: led, progress: progress,
		size: in.Size}
	err = r.run(ctx, workers)
	sum, failure := src.Close()
	if err == nil {
		err = failure
	}
	if err != nil {
		return grid.Locate(in, found.label, 0, err)
	}
	if r.unseen > 0 {
		led.notices = append(led.notices, hiddenRows(in.Name, found.label, r.unseen))
	}
	if err := led.refusal(in, found); err != nil {
		return err
	}
	if err := led.otherSheets(ctx, b, in, found); err != nil {
		return err
	}
	led.close(sum)
	return nil
}

// refusal returns why the rows that were entered cannot be counted, or nil.
func (l *ledger) refusal(in Input, found *foundSheet) error {
	switch months := l.monthsFirst(); {
	case l.second > 0:
		return twoTables(in, found.label, found.headerRow, l.second)
	case months != nil:
		return grid.Locate(in, found.label, 0, months)
	case l.tooMany != "":
		return grid.Locate(in, found.label, 0, tooManyValues(l.tooMany))
	}
	return nil
}

// otherSheets notes what the sheets hold that this input does not read.
func (l *ledger) otherSheets(ctx context.Context, b grid.Book, in Input, found *foundSheet) error {
	number := found.sheet.Ref().Number
	if number == 0 {
		return nil
	}
	of := l.sheetsOf(in.Name)
	of.read = append(of.read, number)
	if len(of.read) > 1 {
		return nil
	}
	var err error
	of.unread, err = unread(ctx, b, l.notLinked(b, in), in, found, l.rules)
	return err
}
