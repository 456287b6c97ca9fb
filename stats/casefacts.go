package stats

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// fact is one column of a case, as herstel tells it.
type fact struct {
	column string
	text   func(n *numbered, cs *Case) string
	silent bool // its values are not told
}

// caseFacts lists what two exports are compared on: the canonical columns but
// those that name a case or a person.
var caseFacts = []fact{
	dateFact(rules.ColReceived, func(cs *Case) day.Day { return cs.Received }),
	dateFact(rules.ColAssigned, func(cs *Case) day.Day { return cs.Assigned }),
	{column: rules.ColIsAssigned.String(),
		text: func(_ *numbered, cs *Case) string { return yesText(cs.IsAssigned && cs.Assigned == day.NoDay) }},
	valueFact(rules.ColReason, func(cs *Case) rules.Code { return cs.Reason }),
	dateFact(rules.ColRejectedOn, func(cs *Case) day.Day { return cs.RejectedOn }),
	valueFact(rules.ColReferrer, func(cs *Case) rules.Code { return cs.Referrer }),
	valueFact(rules.ColInitiator, func(cs *Case) rules.Code { return cs.Initiator }),
	valueFact(rules.ColOffence, func(cs *Case) rules.Code { return cs.Offence }),
	answerFact(rules.ColWilling, func(cs *Case) Answer { return cs.Willing }),
	dateFact(rules.ColWillingOn, func(cs *Case) day.Day { return cs.WillingOn }),
	answerFact(rules.ColContact, func(cs *Case) Answer { return cs.Contact }),
	dateFact(rules.ColContacted, func(cs *Case) day.Day { return cs.Contacted }),
	valueFact(rules.ColForm, func(cs *Case) rules.Code { return cs.Form }),
	dateFact(rules.ColClosed, func(cs *Case) day.Day { return cs.Closed }),
	{column: rules.ColMediator.String(), silent: true,
		text: func(n *numbered, cs *Case) string { return n.tr.c.cube.mediatorNames.name(cs.Mediator) }},
}

// emptyText stands for a cell without a value.
const emptyText = "leeg"

func dateFact(c rules.Column, of func(*Case) day.Day) fact {
	return fact{column: c.String(), text: func(_ *numbered, cs *Case) string {
		date := of(cs)
		if date == day.NoDay {
			return emptyText
		}
		return nl.Date(date.Civil())
	}}
}

func valueFact(c rules.Column, of func(*Case) rules.Code) fact {
	return fact{column: c.String(), text: func(n *numbered, cs *Case) string {
		code := of(cs)
		if code == rules.Empty {
			return emptyText
		}
		return n.tr.c.rules.Vocabulary(c).Value(code).Label
	}}
}

func answerFact(c rules.Column, of func(*Case) Answer) fact {
	return fact{column: c.String(), text: func(_ *numbered, cs *Case) string {
		return [...]string{NoAnswer: emptyText, Yes: "ja", No: "nee"}[of(cs)]
	}}
}

func yesText(yes bool) string {
	if yes {
		return "ja"
	}
	return emptyText
}

// name returns the folded value of a code; empty for Empty.
func (l *openList) name(code rules.Code) string {
	if code == rules.Empty {
		return ""
	}
	return l.folded[code-1]
}

// allFacts are the caseFacts and the columns of the uitsplitsingen, whose values
// are not told: they need not be categories.
func (n *numbered) allFacts() []fact {
	facts := slices.Clone(caseFacts)
	for i, b := range n.tr.c.rules.Breakdowns {
		facts = append(facts, fact{column: b.Column, silent: true, text: func(n *numbered, cs *Case) string {
			return n.tr.c.cube.breakdownNames[i].name(cs.Breakdown[i])
		}})
	}
	return facts
}

// facts are all facts of a case in one text.
func (n *numbered) facts(i int) string {
	var b strings.Builder
	for _, f := range n.allFacts() {
		fmt.Fprintf(&b, "%q ", f.text(n, &n.cases[i]))
	}
	return b.String()
}

// fieldChanges lists what is not the same about a case.
func fieldChanges(old, now *numbered, j, i int) []FieldChange {
	var changes []FieldChange
	for _, f := range now.allFacts() {
		a, b := f.text(old, &old.cases[j]), f.text(now, &now.cases[i])
		switch {
		case a == b:
		case f.silent:
			changes = append(changes, FieldChange{Column: f.column})
		default:
			changes = append(changes, FieldChange{f.column, a, b})
		}
	}
	return changes
}
