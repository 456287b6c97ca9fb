package stats

import (
	"fmt"
	"slices"
	"strings"
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
}

// criterion is a column with what a cell of it must hold.
type criterion struct {
	column rules.Column
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
	if m.has.Has(rules.ColIsAssigned) || m.has.Has(rules.ColIsRejected) || !m.has.Has(rules.ColAssigned) || f.Breaks > 0 {
		return Formula{}, false
	}
	where, ok := m.where(f, labels)
	if !ok {
		return Formula{}, false
	}
	formula := Formula{Year: m.c.years[m.i]}
	for i, label := range labels {
		formula.Category = append(formula.Category, Label{f.Breakdown[i].ID, label})
	}
	formula.Dutch, formula.English = written(where, dutchSheet), written(where, englishSheet)
	return formula, true
}

// where is the condition of a number.
func (m *formulaMaker) where(f *Figure, labels []string) ([]clause, bool) {
	switch f.Source {
	case fromMonths:
		for month := range 12 {
			if labels[0] == monthLabels()[month] {
				return m.month(month + 1), true
			}
		}
		return nil, false
	case fromClosed:
		closed := one(criterion{column: rules.ColAssigned, op: "<=", date: m.date},
			criterion{column: rules.ColClosed, op: ">=", date: m.start}, criterion{column: rules.ColClosed, op: "<=", date: m.end})
		return and(closed, m.contact()), true
	case fromCases:
	default:
		return nil, false
	}
	where := m.received()
	if len(f.Breakdown) > 0 && f.Breakdown[0] == rules.DimStream {
		switch labels[0] {
		case streamLabels[0]:
			return where, true
		case streamLabels[1]:
			return and(where, m.assigned()), true
		case streamLabels[2]:
			return and(where, m.rejected()), true
		}
		return nil, false
	}
	both := Condition{Assigned: f.Base.Assigned || f.Count.Assigned, Rejected: f.Base.Rejected || f.Count.Rejected,
		Willing: f.Base.Willing || f.Count.Willing, Contact: f.Base.Contact || f.Count.Contact}
	return m.within(m.holding(where, both), f, labels)
}

func (m *formulaMaker) received() []clause {
	return one(criterion{column: rules.ColReceived, op: ">=", date: m.start}, criterion{column: rules.ColReceived, op: "<=", date: m.end})
}

func (m *formulaMaker) month(month int) []clause {
	start, _ := day.Of(m.c.years[m.i], month, 1)
	end, ok := day.Of(m.c.years[m.i], month+1, 1)
	if end--; !ok {
		end, _ = day.Of(m.c.years[m.i], 12, 31)
	}
	return one(criterion{column: rules.ColReceived, op: ">=", date: start}, criterion{column: rules.ColReceived, op: "<=", date: min(end, m.date)})
}

func (m *formulaMaker) holding(where []clause, cond Condition) []clause {
	if cond.Assigned {
		where = and(where, m.assigned())
	}
	if cond.Rejected {
		where = and(where, m.rejected())
	}
	switch {
	case cond.Contact: // who had contact was willing
		where = and(where, m.contact())
	case cond.Willing:
		where = and(where, m.willing())
	}
	return where
}

func (m *formulaMaker) assigned() []clause {
	return one(criterion{column: rules.ColAssigned, op: "<=", date: m.date})
}

// rejected is a reason by the day, without an assignment by it.
func (m *formulaMaker) rejected() []clause {
	open := []clause{{criterion{column: rules.ColAssigned}}, {criterion{column: rules.ColAssigned, op: ">", date: m.date}}}
	reason := one(criterion{column: rules.ColReason, op: "<>"})
	return and(and(open, reason), m.byDay(rules.ColRejectedOn))
}

// byDay is an empty date or one that is not after the day.
func (m *formulaMaker) byDay(column rules.Column) []clause {
	if !m.has.Has(column) {
		return []clause{nil}
	}
	return []clause{{criterion{column: column}}, {criterion{column: column, op: "<=", date: m.date}}}
}

func yesIn(column rules.Column) criterion { return criterion{column: column, values: []string{"ja"}} }

func (m *formulaMaker) contact() []clause {
	var any []clause
	if !m.has.Has(rules.ColContacted) {
		return one(yesIn(rules.ColContact))
	}
	any = append(any, clause{{column: rules.ColContacted, op: "<=", date: m.date}})
	if m.has.Has(rules.ColContact) {
		any = append(any, clause{{column: rules.ColContacted}, yesIn(rules.ColContact)})
	}
	return any
}

// noContact is the opposite of contact.
func (m *formulaMaker) noContact() []clause {
	no := criterion{column: rules.ColContact, op: "<>", values: []string{"ja"}}
	if !m.has.Has(rules.ColContacted) {
		return one(no)
	}
	later := clause{{column: rules.ColContacted, op: ">", date: m.date}}
	if !m.has.Has(rules.ColContact) {
		return []clause{later, {{column: rules.ColContacted}}}
	}
	return []clause{later, {{column: rules.ColContacted}, no}}
}

// willing is contact, or bereid without it.
func (m *formulaMaker) willing() []clause {
	said := one(yesIn(rules.ColWilling))
	if m.has.Has(rules.ColWillingOn) {
		said = []clause{{{column: rules.ColWillingOn, op: "<=", date: m.date}}, {{column: rules.ColWillingOn}, yesIn(rules.ColWilling)}}
	}
	return append(m.contact(), and(m.noContact(), said)...)
}

// within narrows by the categories of a number.
func (m *formulaMaker) within(where []clause, f *Figure, labels []string) ([]clause, bool) {
	for i, d := range f.Breakdown {
		column, ok := columnsOf[d.ID]
		values := m.names(column, d, labels[i])
		if !ok || len(values) == 0 {
			return nil, false
		}
		if i+1 < len(f.Breakdown) && f.Breakdown[i+1] == rules.DimOffence {
			continue // the offence has one group
		}
		where = and(where, one(criterion{column: column, values: values}))
	}
	return where, true
}

// names lists how a category may be written: its own labels, and the synonyms of
// the default rules. Those of the user's may be values of the export, and stay inside.
func (m *formulaMaker) names(column rules.Column, d rules.Dimension, label string) []string {
	own, defaults := m.c.rules.Vocabulary(column), m.defaults.Vocabulary(column)
	if own == nil || label == rules.UnknownLabel {
		return nil
	}
	fits := func(v rules.Value) bool {
		if _, byValue := valueColumns[d.ID]; byValue {
			return v.Label == label
		}
		return v.Group == label
	}
	var values []string
	seen := map[string]bool{}
	add := func(text string) {
		if !seen[rules.Fold(text)] {
			seen[rules.Fold(text)] = true
			values = append(values, text)
		}
	}
	for code := rules.Unknown + 1; int(code) < own.Len(); code++ {
		if fits(own.Value(code)) {
			add(own.Value(code).Label)
		}
	}
	var synonyms []string
	for name := range defaults.Names() {
		if code, ok := own.Lookup(name); ok && code > rules.Unknown && fits(own.Value(code)) {
			synonyms = append(synonyms, name)
		}
	}
	slices.Sort(synonyms)
	for _, name := range synonyms {
		add(name)
	}
	return values
}

// sheetWords are how a spreadsheet in a language writes a formula.
type sheetWords struct{ count, product, date, separator, across string }

var (
	dutchSheet   = sheetWords{"AANTALLEN.ALS", "SOMPRODUCT", "DATUM", ";", `\`}
	englishSheet = sheetWords{"COUNTIFS", "SUMPRODUCT", "DATE", ",", ","}
)

// written writes a condition as a formula.
func written(where []clause, w sheetWords) string {
	var terms []string
	for _, c := range where {
		var args []string
		lists := 0
		for _, x := range c {
			text := x.written(w, lists > 0)
			if len(x.values) > 1 {
				lists++
			}
			args = append(args, x.column.String(), text)
		}
		term := w.count + "(" + strings.Join(args, w.separator) + ")"
		if lists > 0 {
			term = w.product + "(" + term + ")"
		}
		terms = append(terms, term)
	}
	return "=" + strings.Join(terms, "+")
}

// written writes what a cell must hold. Of two lists the second lies across the first.
func (x *criterion) written(w sheetWords, across bool) string {
	quoted := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	switch {
	case x.op == "<>" && len(x.values) == 0:
		return `"<>"`
	case x.op == "<>":
		return quoted("<>" + x.values[0])
	case x.op != "":
		year, month, date := x.date.Civil()
		return fmt.Sprintf(`"%s"&%s(%d%s%d%s%d)`, x.op, w.date, year, w.separator, month, w.separator, date)
	case len(x.values) == 0:
		return `""`
	case len(x.values) == 1:
		return quoted(x.values[0])
	}
	var list []string
	for _, value := range x.values {
		list = append(list, quoted(value))
	}
	between := ";"
	if across {
		between = w.across
	}
	return "{" + strings.Join(list, between) + "}"
}
