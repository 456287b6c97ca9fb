package stats

import (
	"slices"
	"sync"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// Formula redoes one number of a figure in a spreadsheet, on an export whose
// columns are named after their headers.
type Formula struct {
	Category []Label
	Year     int
	Dutch    string // as a Dutch Excel takes it; empty where one formula cannot do it
	English  string // as it stands in a file
	Array    bool   // it works on an array: an older Excel asks for Ctrl+Shift+Enter
}

// criterion is a column with what a cell of it must hold.
type criterion struct {
	column rules.Column
	own    string   // the name of the column of an uitsplitsing, instead of column
	op     string   // "<=", ">=", ">", "<>", or "" for equal
	date   day.Day  // where op compares days
	values []string // where op is empty: one of these; none is an empty cell
}

// clause holds where all of its criteria do. A list of clauses that exclude each
// other is a condition: what it counts is the sum of what they count.
type clause []criterion

// and combines two conditions.
func and(a, b []clause) []clause {
	var both []clause
	for _, x := range a {
		for _, y := range b {
			both = append(both, append(slices.Clone(x), y...))
		}
	}
	return both
}

func one(c ...criterion) []clause { return []clause{c} }

// formulaMaker writes the formulas of one year shown.
type formulaMaker struct {
	c        *computation
	i        int
	start    day.Day
	end      day.Day // of the year, or the day on which it is counted
	date     day.Day
	has      rules.ColumnSet
	defaults *rules.Rules
}

// defaultRules are those without a herstel.yaml.
var defaultRules = sync.OnceValues(func() (*rules.Rules, error) { return rules.Parse(nil) })

func (c *computation) formulaMaker(i int) (*formulaMaker, error) {
	defaults, err := defaultRules()
	if err != nil {
		return nil, err
	}
	m := &formulaMaker{c: c, i: i, date: c.dates[i], defaults: defaults}
	m.start, _ = day.Of(c.years[i], 1, 1)
	m.end, _ = day.Of(c.years[i], 12, 31)
	m.end = min(m.end, m.date)
	for _, has := range c.cube.presences {
		m.has |= has.Columns
	}
	return m, nil
}

// addFormulas gives every figure the formula of its first number that shows.
func (c *computation) addFormulas(figs *Figures) error {
	for t := range figs.Tables {
		table := &figs.Tables[t]
		i := len(c.years) - 1
		if table.Figure.EarlierYears() {
			i--
		}
		if i < 0 {
			continue
		}
		m, err := c.formulaMaker(i)
		if err != nil {
			return err
		}
		for _, row := range table.Rows {
			if row.Cells[i].Status != OK || row.Cells[i].Count.N == 0 {
				continue
			}
			if formula, ok := m.formula(&table.Figure, row.Labels); ok {
				table.Formula = formula
				break
			}
		}
	}
	return nil
}

// formula writes the formula of one number; false where one cannot do it.
func (m *formulaMaker) formula(f *Figure, labels []string) (Formula, bool) {
	if m.has.Has(rules.ColIsAssigned) || m.has.Has(rules.ColIsRejected) || !m.has.Has(rules.ColAssigned) {
		return Formula{}, false
	}
	formula := Formula{Year: m.c.years[m.i]}
	for i, label := range labels {
		formula.Category = append(formula.Category, Label{f.Breakdown[i].ID, label})
	}
	if where, ok := m.where(f, labels); ok {
		formula.Dutch, formula.English = written(where, dutchSheet), written(where, englishSheet)
		return formula, true
	}
	var ok bool
	formula.Dutch, ok = m.ofRows(f, labels, dutchSheet)
	formula.English, _ = m.ofRows(f, labels, englishSheet)
	formula.Array = f.Source == fromLeadTimes
	return formula, ok
}
