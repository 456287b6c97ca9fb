package stats

import (
	"herstel/stats/day"
	"herstel/stats/rules"
)

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
		return and(and(m.assigned(), m.between(rules.ColClosed, m.start, m.end)), m.contact()), true
	case fromSince:
		return m.since(labels), true
	case fromBreakdown:
		return m.ofBreakdown(f, labels[0])
	case fromReferralReasons:
		return m.within(and(m.received(), m.rejected()), f, labels)
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
		case streamLabels[3]:
			return and(where, m.pending()), true
		}
		return nil, false
	}
	both := Condition{Assigned: f.Base.Assigned || f.Count.Assigned, Rejected: f.Base.Rejected || f.Count.Rejected,
		Willing: f.Base.Willing || f.Count.Willing, Contact: f.Base.Contact || f.Count.Contact}
	return m.within(m.holding(where, both), f, labels)
}

// since is a step of the cases of an earlier year, on its own day or now.
func (m *formulaMaker) since(labels []string) []clause {
	on := *m
	if labels[1] == momentLabels[momentNow] {
		on.date = m.c.reference
	}
	where := and(on.received(), on.assigned())
	switch labels[0] {
	case stepLabels[stepContact]:
		return and(where, on.contact())
	case stepLabels[stepClosed]:
		return and(where, on.until(rules.ColClosed))
	}
	return where
}

// ofBreakdown counts the value of a column of the user's own.
func (m *formulaMaker) ofBreakdown(f *Figure, label string) ([]clause, bool) {
	if label == rules.UnknownLabel {
		return nil, false
	}
	column := criterion{name: rangeName(m.c.rules.Breakdowns[f.Breaks-1].Column), values: []string{label}}
	where := and(m.received(), m.assigned())
	if f.Count.Contact {
		where = and(where, m.contact())
	}
	return and(where, one(column)), true
}

// between is the condition that a date lies in a run of days.
func (m *formulaMaker) between(c rules.Column, first, last day.Day) []clause {
	m.datesOnly(c)
	return one(criterion{name: m.name(c), op: ">=", date: first}, criterion{name: m.name(c), op: "<=", date: last})
}

// until is the condition that a date is not after the day of the figures.
func (m *formulaMaker) until(c rules.Column) []clause {
	m.datesOnly(c)
	return one(criterion{name: m.name(c), op: "<=", date: m.date})
}

func (m *formulaMaker) after(c rules.Column) []clause {
	return one(criterion{name: m.name(c), op: ">", date: m.date})
}

func (m *formulaMaker) received() []clause { return m.between(rules.ColReceived, m.start, m.end) }

func (m *formulaMaker) month(month int) []clause {
	start, _ := day.Of(m.c.years[m.i], month, 1)
	end, ok := day.Of(m.c.years[m.i], month+1, 1)
	if end--; !ok {
		end, _ = day.Of(m.c.years[m.i], 12, 31)
	}
	return m.between(rules.ColReceived, start, min(end, m.date))
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

// assigned has an uitzetdatum by the day, or says so without one.
func (m *formulaMaker) assigned() []clause {
	switch {
	case !m.has.Has(rules.ColAssigned):
		return m.yes(rules.ColIsAssigned)
	case m.has.Has(rules.ColIsAssigned):
		return append(m.until(rules.ColAssigned), and(m.noDay(rules.ColAssigned), m.yes(rules.ColIsAssigned))...)
	}
	return m.until(rules.ColAssigned)
}

// unassigned is the opposite of assigned.
func (m *formulaMaker) unassigned() []clause {
	switch {
	case !m.has.Has(rules.ColAssigned):
		return m.notYes(rules.ColIsAssigned)
	case m.has.Has(rules.ColIsAssigned):
		return append(m.after(rules.ColAssigned), and(m.noDay(rules.ColAssigned), m.notYes(rules.ColIsAssigned))...)
	}
	return append(m.noDay(rules.ColAssigned), m.after(rules.ColAssigned)...)
}

// rejected is told by the day, without an assignment by it.
func (m *formulaMaker) rejected() []clause { return and(m.unassigned(), m.toldRejected()) }

// toldRejected is a day of rejection by the day, or without one a reason or a yes.
func (m *formulaMaker) toldRejected() []clause {
	var told []clause
	reason, answer := m.has.Has(rules.ColReason), m.has.Has(rules.ColIsRejected)
	if reason {
		told = m.filledIn(rules.ColReason)
	}
	if answer {
		told = append(told, m.yes(rules.ColIsRejected)...)
	}
	if reason && answer {
		told = without(told, and(m.filledIn(rules.ColReason), m.yes(rules.ColIsRejected)))
	}
	if m.has.Has(rules.ColRejectedOn) {
		told = append(and(told, m.noDay(rules.ColRejectedOn)), m.until(rules.ColRejectedOn)...)
	}
	return told
}

// pending is neither assigned nor rejected by the day.
func (m *formulaMaker) pending() []clause {
	return without(m.unassigned(), and(m.unassigned(), m.toldRejected()))
}

// contact is a contactdatum by the day, or a yes without one.
func (m *formulaMaker) contact() []clause {
	if !m.has.Has(rules.ColContacted) {
		return m.yes(rules.ColContact)
	}
	list := m.until(rules.ColContacted)
	if m.has.Has(rules.ColContact) {
		list = append(list, and(m.noDay(rules.ColContacted), m.yes(rules.ColContact))...)
	}
	return list
}

// noContact is the opposite of contact.
func (m *formulaMaker) noContact() []clause {
	if !m.has.Has(rules.ColContacted) {
		return m.notYes(rules.ColContact)
	}
	none := m.noDay(rules.ColContacted)
	if m.has.Has(rules.ColContact) {
		none = and(none, m.notYes(rules.ColContact))
	}
	return append(m.after(rules.ColContacted), none...)
}

// willing is contact, or bereid without it.
func (m *formulaMaker) willing() []clause {
	said := m.yes(rules.ColWilling)
	if m.has.Has(rules.ColWillingOn) {
		said = append(m.until(rules.ColWillingOn), and(m.noDay(rules.ColWillingOn), said)...)
	}
	return append(m.contact(), and(m.noContact(), said)...)
}

// within narrows by the categories of a number.
func (m *formulaMaker) within(where []clause, f *Figure, labels []string) ([]clause, bool) {
	for i, d := range f.Breakdown {
		column, ok := columnsOf[d.ID]
		if !ok {
			return nil, false
		}
		if i+1 < len(f.Breakdown) && f.Breakdown[i+1] == rules.DimOffence {
			continue // the offence has one group
		}
		values := m.names(column, d, labels[i])
		if len(values) == 0 {
			return nil, false
		}
		where = and(where, one(criterion{name: m.name(column), values: values}))
	}
	return where, true
}
