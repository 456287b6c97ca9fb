package rules

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Printed writes the number the Dutch way, as it stood in the report.
func (p *Published) Printed() string {
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
	if !p.IsShare {
		return 0
	}
	return min(max(p.Decimals, minShareDecimals), maxShareDecimals)
}
