package casefile

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// dateOrder counts the dates of a column that can be read in one way alone.
type dateOrder struct {
	dayFirst   int // as 31-12-2021
	monthFirst int // as 12/31/2021, which is not read
}

// day is ParseDay of a column, which it also takes into account for the order
// of day and month. A number that is nowhere marked as a date is a finding.
func (r *rowReader) day(c grid.Cell, column rules.Column) (day.Day, bool) {
	date, ok := grid.ParseDay(c, r.epoch)
	if ok && grid.IsBareSerial(c) {
		r.found(stats.RuleSerial, placeOf(column))
	}
	if c.Form != grid.FormText || len(c.Text) < 8 {
		return date, ok
	}
	switch {
	case ok && c.Text[0]-'0' <= 9 && c.Text[1]-'0' <= 9 && grid.Two(c.Text[0], c.Text[1]) > 12 && c.Text[2]-'0' > 9:
		r.out.order[column].dayFirst++
	case !ok && isMonthFirst(grid.Trim(c.Text)):
		r.out.order[column].monthFirst++
	}
	return date, ok
}

// isMonthFirst reports whether a date that cannot be read is one with the month
// in front.
func isMonthFirst(b []byte) bool {
	month, n := grid.LeadingNumber(b)
	if n < 1 || n > 2 || n == len(b) || b[n] != '/' && b[n] != '-' && b[n] != '.' {
		return false
	}
	sep := b[n]
	date, d := grid.LeadingNumber(b[n+1:])
	if d != 2 || month < 1 || month > 12 || date <= 12 || date > 31 {
		return false
	}
	rest := b[n+1+d:]
	return len(rest) > 2 && rest[0] == sep && rest[1]-'0' <= 9 && rest[2]-'0' <= 9
}

// fewSwapped is how many dates with the month in front are taken for slips.
const fewSwapped = 3

// monthsFirst refuses a file of which a column has the month in front
// throughout: half of its dates would be read as another day without a word.
func (l *ledger) monthsFirst() *grid.Fault {
	for c, n := range l.order {
		if n.monthFirst >= fewSwapped && n.dayFirst == 0 {
			return grid.NewFault(fmt.Sprintf("in kolom %s staat bij de datums de maand voor de dag (12/31/2021)",
				rules.Column(c)),
				"maak de export opnieuw met datums als 31-12-2021 of 2021-12-31")
		}
	}
	return nil
}
