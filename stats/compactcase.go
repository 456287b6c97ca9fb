package stats

import (
	"herstel/stats/day"
	"herstel/stats/rules"
)

// compactCase is a Case in 44 bytes, without its breakdowns and without what
// Settle finds out. A code of a vocabulary fits 16 bits, as in jointKey.
type compactCase struct {
	received, assigned, contacted, closed         day.Day
	willingOn, rejectedOn                         day.Day
	mediator                                      rules.Code
	reason, referrer, initiator, offence, contact uint16 // contact is the form of it
	presence                                      uint16 // in Cube.presences
	willing, met                                  Answer
	isAssigned                                    bool
}

func compact(cs *Case, presence uint16) compactCase {
	return compactCase{
		received: cs.Received, assigned: cs.Assigned, contacted: cs.Contacted, closed: cs.Closed,
		willingOn: cs.WillingOn, rejectedOn: cs.RejectedOn, mediator: cs.Mediator,
		reason: uint16(cs.Reason), referrer: uint16(cs.Referrer), initiator: uint16(cs.Initiator),
		offence: uint16(cs.Offence), contact: uint16(cs.Form), presence: presence,
		willing: cs.Willing, met: cs.Contact, isAssigned: cs.IsAssigned,
	}
}

// expand is the inverse of compact; it leaves Breakdown be.
func (c *compactCase) expand(cs *Case) {
	cs.Received, cs.Assigned, cs.Contacted, cs.Closed = c.received, c.assigned, c.contacted, c.closed
	cs.WillingOn, cs.RejectedOn, cs.Mediator = c.willingOn, c.rejectedOn, c.mediator
	cs.Reason, cs.Referrer, cs.Initiator = rules.Code(c.reason), rules.Code(c.referrer), rules.Code(c.initiator)
	cs.Offence, cs.Form = rules.Code(c.offence), rules.Code(c.contact)
	cs.Willing, cs.Contact, cs.IsAssigned = c.willing, c.met, c.isAssigned
}
