package stats

import (
	"herstel/stats/day"
	"herstel/stats/rules"
)

// Answer is a yes/no cell.
type Answer uint8

// The answers; NoAnswer is an empty or unreadable cell.
const (
	NoAnswer Answer = iota
	Yes
	No
)

// Stream says what became of a referral.
type Stream uint8

// The streams of a referral.
const (
	Pending  Stream = iota // nog te beoordelen
	Assigned               // uitgezet
	Rejected               // afgekeurd
)

// Case is one valid row of an export, as small codes. A reader fills the
// fields from the cells, and adds the case to a Cube as it came.
type Case struct {
	Received  day.Day // always known
	Assigned  day.Day // NoDay when not assigned (yet), or when nobody wrote down when
	Contacted day.Day
	Closed    day.Day
	// WillingOn and RejectedOn say since when Willing is Yes and there is a
	// Reason; a day that is not known makes those count on any day.
	WillingOn  day.Day
	RejectedOn day.Day

	Reason     rules.Code // Empty, Unknown or a code of the vocabulary of ColReason
	Referrer   rules.Code
	Initiator  rules.Code
	Offence    rules.Code
	Form       rules.Code
	Willing    Answer
	Contact    Answer
	IsAssigned bool                            // uitgezet is yes; a case with a day need not say so
	Mediator   rules.Code                      // Empty, or a code from Cube.Mediator
	Breakdown  [rules.MaxBreakdowns]rules.Code // Empty, or a code from Cube.Breakdown, per rules.Breakdowns entry

	Stream     Stream // set by Settle
	OutOfOrder bool   // set by Settle: left out of lead times and stock
}

// Flags are the findings that follow from a case itself, as a bit set.
type Flags uint64

// The flags that Settle raises. The bits from FlagEmptyBreakdown upward stand
// for an empty breakdown cell: FlagEmptyBreakdown << index.
const (
	FlagOutOfOrder Flags = 1 << iota
	FlagAssignedAndRejected
	FlagContactUnassigned
	FlagContactUnwilling
	FlagEmptyReferrer
	FlagEmptyInitiator
	FlagEmptyOffence
	FlagEmptyForm
	FlagEmptyBreakdown
)

// FlagFinding names the rule and the column behind one flag. The column of an
// empty breakdown cell is the breakdown's own, so it is not listed here.
type FlagFinding struct {
	Flag   Flags
	Rule   RuleID
	Column rules.Column
}

// FlagFindings lists every flag that Settle can raise on a canonical column.
var FlagFindings = []FlagFinding{
	{FlagOutOfOrder, RuleOrder, rules.ColAssigned},
	{FlagAssignedAndRejected, RuleAssignedAndRejected, rules.ColReason},
	{FlagContactUnassigned, RuleContactUnassigned, rules.ColContact},
	{FlagContactUnwilling, RuleContactUnwilling, rules.ColWilling},
	{FlagEmptyReferrer, RuleEmpty, rules.ColReferrer},
	{FlagEmptyInitiator, RuleEmpty, rules.ColInitiator},
	{FlagEmptyOffence, RuleEmpty, rules.ColOffence},
	{FlagEmptyForm, RuleEmpty, rules.ColForm},
}

// Presence says which optional cells a file has at all: an absent column is
// not an empty cell.
type Presence struct {
	Columns    rules.ColumnSet
	Breakdowns uint32 // bit i: the column of rules.Breakdowns[i] is in the file
}

// DatesImply fills in what a date says by itself: who has a bereiddatum was
// willing, and who has an afkeurdatum was rejected. A reader calls it once.
func (c *Case) DatesImply() {
	if c.WillingOn != day.NoDay {
		c.Willing = Yes
	}
	if c.RejectedOn != day.NoDay && c.Reason == rules.Empty {
		c.Reason = rules.Unknown
	}
}

// Settle applies the row rules that follow from the case itself: an event
// after the reference date has not happened, contact implies willing, the
// stream of the referral, and the order of its dates. reference is NoDay when
// the reference date is to be derived from the data. It returns the findings.
func (c *Case) Settle(reference day.Day, has Presence) Flags {
	var flags Flags
	if reference != day.NoDay {
		c.forgetAfter(reference)
	}
	contact := c.Contact == Yes || c.Contacted != day.NoDay
	c.Contact = answer(contact)
	switch {
	case c.Assigned != day.NoDay || c.IsAssigned:
		c.Stream = Assigned
		if c.Reason != rules.Empty {
			flags |= FlagAssignedAndRejected
		}
	case c.Reason != rules.Empty:
		c.Stream = Rejected
	default:
		c.Stream = Pending
	}
	if contact && c.Willing == No {
		flags |= FlagContactUnwilling
	}
	if contact {
		c.Willing = Yes
	}
	if contact && c.Stream != Assigned {
		flags |= FlagContactUnassigned
	}
	if c.OutOfOrder = c.datesOutOfOrder(); c.OutOfOrder {
		flags |= FlagOutOfOrder
	}
	if c.Stream == Assigned {
		flags |= c.emptyCells(contact, has)
	}
	return flags
}

// forgetAfter removes the events that lie after the reference date.
func (c *Case) forgetAfter(reference day.Day) {
	if c.Assigned > reference {
		c.Assigned, c.IsAssigned = day.NoDay, false
	}
	if c.Closed > reference {
		c.Closed = day.NoDay
	}
	if c.Contacted > reference {
		c.Contacted, c.Contact = day.NoDay, No
	}
	if c.WillingOn > reference && c.Willing == Yes {
		c.Willing = NoAnswer
	}
	if c.RejectedOn > reference {
		c.Reason = rules.Empty
	}
}

func (c *Case) datesOutOfOrder() bool {
	if c.Assigned == day.NoDay {
		return false
	}
	return c.Assigned < c.Received ||
		c.Closed != day.NoDay && c.Closed < c.Assigned ||
		c.Contacted != day.NoDay && c.Contacted < c.Assigned
}

// emptyCells flags the categories that an assigned case should have had.
func (c *Case) emptyCells(contact bool, has Presence) Flags {
	var flags Flags
	if c.Referrer == rules.Empty {
		flags |= FlagEmptyReferrer
	}
	if c.Initiator == rules.Empty {
		flags |= FlagEmptyInitiator
	}
	if c.Offence == rules.Empty {
		flags |= FlagEmptyOffence
	}
	if contact && c.Form == rules.Empty && has.Columns.Has(rules.ColForm) {
		flags |= FlagEmptyForm
	}
	for i := 0; has.Breakdowns>>i != 0; i++ {
		if has.Breakdowns>>i&1 == 1 && c.Breakdown[i] == rules.Empty {
			flags |= FlagEmptyBreakdown << i
		}
	}
	return flags
}

func answer(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}
