package rules

import (
	"errors"
	"io"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// ReadPublished reads a file with entries of gepubliceerd and nothing else, as
// compare --save writes it. name is how messages and outputs call it.
func (r *Rules) ReadPublished(in io.Reader, name string) error {
	var file struct {
		Published []configPublished `yaml:"gepubliceerd" required:"true"`
	}
	first := len(r.Published)
	err := decodeConfig(in, &file)
	for _, p := range file.Published {
		if p.File != "" && err == nil {
			err = &Error{Line: p.Line, What: "een bestand met gepubliceerde cijfers noemt een ander bestand",
				Hint: "noem dat bestand in herstel.yaml zelf"}
		}
	}
	if err == nil {
		err = r.addPublished(&configFile{Published: file.Published})
	}
	for i := range r.Published[first:] {
		r.Published[first+i].File = name
	}
	var e *Error
	if errors.As(err, &e) {
		return &FileError{name, e}
	}
	return err
}

func countTrue(list ...bool) int {
	n := 0
	for _, b := range list {
		if b {
			n++
		}
	}
	return n
}

// Printed writes the number the Dutch way, as it stood in the report.
func (p *Published) Printed() string {
	if p.IsMedian {
		return strings.Replace(strconv.FormatFloat(p.Median, 'f', p.Decimals, 64), ".", ",", 1)
	}
	if !p.IsShare {
		return strconv.Itoa(p.Count)
	}
	decimals := p.PrintedDecimals() - minShareDecimals
	digits := PrintedUnits(p.Share, p.PrintedDecimals()).String()
	if missing := decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	if decimals == 0 {
		return digits + "%"
	}
	whole := len(digits) - decimals
	return digits[:whole] + "," + digits[whole:] + "%"
}

// PrintedUnits gives a printed share as a whole number of its last decimal.
func PrintedUnits(share float64, decimals int) *big.Int {
	return big.NewInt(int64(math.Round(share * math.Pow10(decimals))))
}

// The decimals that a printed share can have, as a fraction. Reports print
// whole per cents at least, so that 0.3 means 30%; more decimals than a
// float64 holds say nothing.
const (
	minShareDecimals = 2
	maxShareDecimals = 15
)

// PrintedDecimals returns the decimals of the printed share as a fraction: 2
// for 30%. It is 0 for a count.
func (p *Published) PrintedDecimals() int {
	if p.IsMedian {
		return p.Decimals
	}
	if !p.IsShare {
		return 0
	}
	return min(max(p.Decimals, minShareDecimals), maxShareDecimals)
}
