package stats

import (
	"slices"
	"sync"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// Formula redoes one number of a figure in a spreadsheet, on an export whose
// columns are named after their own headers.
type Formula struct {
	Category []Label
	Year     int
	Dutch    string   // as a Dutch Excel takes it; empty where one formula cannot do it
	English  string   // as it stands in a file
	Array    bool     // it works on an array: an older Excel asks for Ctrl+Shift+Enter
	Why      string   // Dutch, without a full stop: why there is no formula, where the export is the cause
	Asides   []string // Dutch, without a full stop: what of the export the formula does not hold
}

// criterion is a column with what a cell of it must hold.
type criterion struct {
	name   string   // of the column, in the spreadsheet
	op     string   // "<=", ">=", ">", "<>", or "" for equal
	date   day.Day  // where op compares days
	values []string // where op is empty: one of these; none is an empty cell
	wild   bool     // the values hold wildcards
}

// clause holds where all of its criteria do.
type clause struct {
	criteria []criterion
	minus    bool // what it counts is taken away
}

// A list of clauses is a condition: what it counts is the sum of what they count.

// and combines two conditions.
func and(a, b []clause) []clause {
	var both []clause
	for _, x := range a {
		for _, y := range b {
			both = append(both, clause{append(slices.Clone(x.criteria), y.criteria...), x.minus != y.minus})
		}
	}
	return both
}

func one(c ...criterion) []clause { return []clause{{criteria: c}} }

// always is the condition that every row meets.
func always() []clause { return one() }

// without takes one condition, that lies within the other, away from it.
func without(a, b []clause) []clause {
	list := slices.Clone(a)
	for _, c := range b {
		list = append(list, clause{c.criteria, !c.minus})
	}
	return list
}

// formulaMaker writes the formulas of one year shown.
type formulaMaker struct {
	c        *computation
	i        int
	start    day.Day
	end      day.Day // of the year, or the day on which it is counted
	date     day.Day
	has      rules.ColumnSet
	defaults *rules.Rules
	raw      *rawValues // nil for a formula that is published: it holds no value of the export
	why      *string    // why a formula cannot be written
	asides   *[]string
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
			formula := m.formula(&table.Figure, row.Labels)
			if table.Formula.Why == "" {
				table.Formula = formula
			}
			if formula.Dutch != "" {
				table.Formula = formula
				break
			}
		}
	}
	return nil
}

// formula writes the formula of one number; without text where one cannot do it.
func (m *formulaMaker) formula(f *Figure, labels []string) Formula {
	var why string
	var asides []string
	m.why, m.asides = &why, &asides
	formula := Formula{Year: m.c.years[m.i]}
	for i, label := range labels {
		formula.Category = append(formula.Category, Label{f.Breakdown[i].ID, label})
	}
	where, ok := m.where(f, labels)
	switch {
	case ok:
		formula.Dutch, formula.English = written(where, dutchSheet), written(where, englishSheet)
	case m.has.Has(rules.ColAssigned):
		if formula.Dutch, ok = m.ofRows(f, labels, dutchSheet); ok {
			formula.English, _ = m.ofRows(f, labels, englishSheet)
			formula.Array = f.Source == fromLeadTimes
		}
	}
	if len(formula.Dutch) > longestFormula && why == "" {
		why = "de formule wordt te lang voor Excel"
	}
	if !ok || why != "" {
		formula.Dutch, formula.English, formula.Why = "", "", why
		return formula
	}
	formula.Asides = asides
	return formula
}

// longestFormula is how many characters Excel takes.
const longestFormula = 8192
