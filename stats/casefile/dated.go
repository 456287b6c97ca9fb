package casefile

import (
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// dated counts what stands in the yes/no columns of which the file has no
// column with the date beside it: a header such as Uitgezet may stand above
// either.
type dated struct {
	layout  *layout
	epoch   grid.Epoch
	dates   [rules.ColumnCount]int
	answers [rules.ColumnCount]int
}

// undecided reports whether there is a column to look at.
func (d *dated) undecided() bool {
	for c := range rules.ColumnCount {
		if d.asks(c) {
			return true
		}
	}
	return false
}

func (d *dated) asks(c rules.Column) bool {
	date, ok := c.DateOf()
	return ok && d.layout.at[c] != absent && d.layout.at[date] == absent && !d.layout.own.Has(c)
}

// add looks at a row below the header.
func (d *dated) add(cells []grid.Cell) {
	for c := range rules.ColumnCount {
		if !d.asks(c) {
			continue
		}
		at := d.layout.cell(cells, c)
		if _, ok := grid.ParseAnswer(at); ok && at.Filled() {
			d.answers[c]++
		} else if date, ok := grid.ParseDay(at, d.epoch); ok && date != day.NoDay {
			d.dates[c]++
		}
	}
}

// settle makes a yes/no column that holds dates the column of those dates.
func (d *dated) settle() {
	l := d.layout
	for c := range rules.ColumnCount {
		if !d.asks(c) || d.dates[c] <= d.answers[c] {
			continue
		}
		date, _ := c.DateOf()
		l.at[date], l.at[c] = l.at[c], absent
		l.has.Columns = l.has.Columns.With(date).Without(c)
	}
}
