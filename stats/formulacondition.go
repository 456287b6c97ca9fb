package stats

import (
	"slices"
	"strings"
	"unicode"

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
		closed := one(criterion{column: rules.ColAssigned, op: "<=", date: m.date},
			criterion{column: rules.ColClosed, op: ">=", date: m.start},
			criterion{column: rules.ColClosed, op: "<=", date: m.end})
		return and(closed, m.contact()), true
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
		return and(where, one(criterion{column: rules.ColClosed, op: "<=", date: on.date}))
	}
	return where
}

// ofBreakdown counts the value of a column of the user's own.
func (m *formulaMaker) ofBreakdown(f *Figure, label string) ([]clause, bool) {
	if label == rules.UnknownLabel {
		return nil, false
	}
	column := criterion{own: rangeName(m.c.rules.Breakdowns[f.Breaks-1].Column), values: []string{label}}
	where := and(m.received(), m.assigned())
	if f.Count.Contact {
		where = and(where, m.contact())
	}
	return and(where, one(column)), true
}

// rangeName is the name that a spreadsheet makes of a header.
func rangeName(header string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.' {
			return r
		}
		return '_'
	}, header)
	if name != "" && !unicode.IsLetter(rune(name[0])) && name[0] < unicode.MaxASCII {
		return "_" + name
	}
	return name
}

func (m *formulaMaker) received() []clause {
	return one(criterion{column: rules.ColReceived, op: ">=", date: m.start},
		criterion{column: rules.ColReceived, op: "<=", date: m.end})
}

func (m *formulaMaker) month(month int) []clause {
	start, _ := day.Of(m.c.years[m.i], month, 1)
	end, ok := day.Of(m.c.years[m.i], month+1, 1)
	if end--; !ok {
		end, _ = day.Of(m.c.years[m.i], 12, 31)
	}
	return one(criterion{column: rules.ColReceived, op: ">=", date: start},
		criterion{column: rules.ColReceived, op: "<=", date: min(end, m.date)})
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

// unassigned has no uitzetdatum by the day.
func (m *formulaMaker) unassigned() []clause {
	return []clause{{criterion{column: rules.ColAssigned}},
		{criterion{column: rules.ColAssigned, op: ">", date: m.date}}}
}

// rejected is a reason by the day, or a day of rejection alone, without an
// assignment by it.
func (m *formulaMaker) rejected() []clause {
	told := and(one(criterion{column: rules.ColReason, op: "<>"}), m.byDay(rules.ColRejectedOn))
	if m.has.Has(rules.ColRejectedOn) {
		told = append(told, clause{{column: rules.ColReason}, {column: rules.ColRejectedOn, op: "<=", date: m.date}})
	}
	return and(m.unassigned(), told)
}

// pending is neither assigned nor rejected by the day.
func (m *formulaMaker) pending() []clause {
	none := one(criterion{column: rules.ColReason})
	if m.has.Has(rules.ColRejectedOn) {
		none = []clause{{{column: rules.ColReason}, {column: rules.ColRejectedOn}},
			{{column: rules.ColRejectedOn, op: ">", date: m.date}}}
	}
	return and(m.unassigned(), none)
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
		said = []clause{{{column: rules.ColWillingOn, op: "<=", date: m.date}},
			{{column: rules.ColWillingOn}, yesIn(rules.ColWilling)}}
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
