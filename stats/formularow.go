package stats

import (
	"fmt"
	"strings"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// COUNTIFS holds a column against a value, not against another column. What a
// figure asks of the order of dates is a product over the rows, of factors that
// are 1 or 0.

// factor is one condition on a row.
type factor func(w sheetWords) string

// per words a comparison of a column with a day.
func (m *formulaMaker) per(column rules.Column, op string, date day.Day) factor {
	m.datesOnly(column)
	name := m.name(column)
	return func(w sheetWords) string { return "(" + name + op + w.day(date) + ")" }
}

// dated holds where a column has a date.
func (m *formulaMaker) dated(column rules.Column) factor {
	m.datesOnly(column)
	name := m.name(column)
	return func(w sheetWords) string { return w.number + "(" + name + ")" }
}

// emptyOr holds where a column has no date, or one that compares with something else.
func (m *formulaMaker) emptyOr(column rules.Column, op string, other func(w sheetWords) string) factor {
	m.datesOnly(column)
	name := m.name(column)
	return func(w sheetWords) string {
		return fmt.Sprintf(`((1-%[4]s(%[1]s))+(%[1]s%[2]s%[3]s)>0)`, name, op, other(w), w.number)
	}
}

func (m *formulaMaker) columnName(column rules.Column) func(sheetWords) string {
	name := m.name(column)
	return func(sheetWords) string { return name }
}

// day writes a date as a spreadsheet takes it.
func (w sheetWords) day(date day.Day) string {
	year, month, d := date.Civil()
	return fmt.Sprintf("%s(%d%s%d%s%d)", w.date, year, w.separator, month, w.separator, d)
}

// product multiplies factors.
func product(factors []factor, w sheetWords) string {
	texts := make([]string, len(factors))
	for i, f := range factors {
		texts[i] = f(w)
	}
	return strings.Join(texts, "*")
}

// inOrder are the factors of a case with an uitzetdatum whose dates are in a possible order.
func (m *formulaMaker) inOrder() []factor {
	assigned, received := m.name(rules.ColAssigned), m.name(rules.ColReceived)
	list := []factor{m.dated(rules.ColAssigned), func(sheetWords) string {
		return fmt.Sprintf("(%s>=%s)", assigned, received)
	}}
	for _, later := range []rules.Column{rules.ColContacted, rules.ColClosed} {
		if m.has.Has(later) {
			list = append(list, m.emptyOr(later, ">=", m.columnName(rules.ColAssigned)))
		}
	}
	return list
}

func (m *formulaMaker) inYear(column rules.Column) []factor {
	return []factor{m.per(column, ">=", m.start), m.per(column, "<=", m.end)}
}

// notClosedBefore holds where a case was not closed before a day.
func (m *formulaMaker) notClosedBefore(date day.Day) []factor {
	if !m.has.Has(rules.ColClosed) {
		return nil
	}
	return []factor{m.emptyOr(rules.ColClosed, ">=", func(w sheetWords) string { return w.day(date) })}
}

// ofRows writes the formula of a figure that asks for the order of dates, or that
// counts other things than cases; false where one formula cannot do it.
func (m *formulaMaker) ofRows(f *Figure, labels []string, w sheetWords) (string, bool) {
	switch f.Source {
	case fromStock:
		factors, ok := m.stock(labels[0])
		return "=" + w.product + "(" + product(factors, w) + ")", ok
	case fromLeadTimes:
		return m.leadTime(labels[0], w)
	case fromMediators:
		return m.mediators(w), true
	}
	return "", false
}

func (m *formulaMaker) stock(label string) ([]factor, bool) {
	switch label {
	case stockLabels[0]:
		return append(append(m.inOrder(), m.per(rules.ColAssigned, "<", m.start)), m.notClosedBefore(m.start)...), true
	case stockLabels[1]:
		return append(m.inOrder(), m.inYear(rules.ColAssigned)...), true
	case stockLabels[2]:
		return append(m.inOrder(), m.inYear(rules.ColClosed)...), m.has.Has(rules.ColClosed)
	case stockLabels[3]:
		return append(append(m.inOrder(), m.per(rules.ColAssigned, "<=", m.end)), m.notClosedBefore(m.end+1)...), true
	}
	return nil, false
}

// leadTime writes the median of a trajectory, as a formula over an array.
func (m *formulaMaker) leadTime(label string, w sheetWords) (string, bool) {
	for trajectory, name := range trajectoryLabels {
		if name != label {
			continue
		}
		from, to := rules.ColAssigned, leadTimeColumns[trajectory]
		if trajectory == receivedToAssigned {
			from = rules.ColReceived
		}
		return fmt.Sprintf("=%s(%s(%s%s%s-%s))", w.median, w.when, product(append(m.inOrder(), m.inYear(to)...), w),
			w.separator, m.name(to), m.name(from)), m.has.Has(to)
	}
	return "", false
}

// mediators counts each different one: every case counts for one part of the
// cases of its mediator.
func (m *formulaMaker) mediators(w sheetWords) string {
	mediator, assigned := m.name(rules.ColMediator), m.name(rules.ColAssigned)
	list := append(m.inYear(rules.ColAssigned), func(sheetWords) string { return "(" + mediator + `<>"")` })
	for _, word := range m.c.data.Columns[rules.ColMediator].Nothing {
		list = append(list, func(sheetWords) string { return "(" + mediator + "<>" + quotedText(word) + ")" })
	}
	factors := product(list, w)
	from := criterion{name: assigned, op: ">=", date: m.start}
	until := criterion{name: assigned, op: "<=", date: m.end}
	same := w.count + "(" + strings.Join([]string{mediator, mediator, assigned, from.written(w, false), assigned,
		until.written(w, false)}, w.separator) + ")"
	return fmt.Sprintf("=%s(%s/(%s+1-%s))", w.product, factors, same, factors)
}

// quotedText is a text in a formula, as it is.
func quotedText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
