package casefile

import (
	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// fate says what becomes of a row, as far as the row itself tells.
type fate uint8

const (
	fateCounts fate = iota
	fateBlank       // an empty line: a row only when a row with content follows
	fateNotCase
	fateReceived // left out, by the rule of the same name
	fateAssigned
	fateShape
	fateHeader // a second header, with its columns in other places: the file is refused
	fateAfterReference
)

// record is one row as small codes. It holds a stats.Case, not settled, without
// the codes that the cube gives out, and the case number in the text of its batch.
type record struct {
	received, assigned, contacted, closed             day.Day
	willingOn, rejectedOn                             day.Day
	reason, referrer, initiator, offence, contactForm rules.Code
	number, numberLen                                 uint32 // in batch.numbers; length 0: missing
	mediator                                          uint32 // index in the memo plus one; 0: empty
	row                                               uint32 // relative to the start of the batch
	span                                              uint32 // fateBlank: how many rows
	willing, contact                                  stats.Answer
	isAssigned                                        bool
	fate                                              fate
	shape                                             int32           // of a date that cannot be read
	filled                                            rules.ColumnSet // columns with a value
}

// event is a finding about a row that may yet turn out to be a duplicate.
type event struct {
	record uint32 // index in batch.records
	rule   stats.RuleID
	place  place
	value  int32 // index in the memo of the column, for an unknown value; place of the shape plus one, for a date
}

// place is a column or breakdown as a small number: 0 is the row as a whole,
// then the canonical columns, then the breakdowns.
type place uint8

const (
	placeRow       place = 0
	placeColumn    place = 1
	placeBreakdown       = placeColumn + place(rules.ColumnCount)
	placeCount           = int(placeBreakdown) + rules.MaxBreakdowns
)

func placeOf(c rules.Column) place { return placeColumn + place(c) }

// batch is a run of rows, read by one worker and entered as a whole.
type batch struct {
	index      int    // place in the file
	rows       uint32 // how far the row number moves on
	bytes      int64  // of the file, for the progress
	records    []record
	events     []event
	breakdowns []uint32 // for each record one memo index plus one per breakdown
	derived    []uint32 // for each record one memo index plus one per column that follows from another
	numbers    []byte
	traced     []tracedCells // for each record, where the reader is asked for origins
	order      [rules.ColumnCount]dateOrder
	memos      memoView
	worker     int
}

// memoView is what the memos of a worker held when the batch was done.
type memoView struct {
	categories [rules.ColumnCount][]memoEntry
	mediators  []memoEntry
	breakdowns [][]memoEntry
	derived    [][]memoEntry
	shapes     []string
}

func (b *batch) reset() {
	b.records, b.events, b.breakdowns, b.numbers = b.records[:0], b.events[:0], b.breakdowns[:0], b.numbers[:0]
	b.derived, b.order = b.derived[:0], [rules.ColumnCount]dateOrder{}
	b.traced = b.traced[:0]
	b.rows, b.bytes = 0, 0
}

// number returns the folded case number of a record.
func (b *batch) number(i int) []byte {
	rec := &b.records[i]
	return b.numbers[rec.number : rec.number+rec.numberLen]
}

// keep copies the case.
func (rec *record) keep(cs *stats.Case) {
	rec.assigned, rec.contacted, rec.closed = cs.Assigned, cs.Contacted, cs.Closed
	rec.reason, rec.referrer, rec.initiator, rec.offence, rec.contactForm = cs.Reason, cs.Referrer, cs.Initiator,
		cs.Offence, cs.Form
	rec.willing, rec.contact, rec.isAssigned = cs.Willing, cs.Contact, cs.IsAssigned
	rec.willingOn, rec.rejectedOn = cs.WillingOn, cs.RejectedOn
}

// fill is the inverse of keep.
func (rec *record) fill(cs *stats.Case) {
	cs.Received, cs.Assigned, cs.Contacted, cs.Closed = rec.received, rec.assigned, rec.contacted, rec.closed
	cs.Reason, cs.Referrer, cs.Initiator, cs.Offence, cs.Form = rec.reason, rec.referrer, rec.initiator, rec.offence,
		rec.contactForm
	cs.Willing, cs.Contact, cs.IsAssigned = rec.willing, rec.contact, rec.isAssigned
	cs.WillingOn, cs.RejectedOn = rec.willingOn, rec.rejectedOn
}
