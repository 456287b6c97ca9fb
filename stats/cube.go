package stats

import (
	"iter"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// Cube holds the cases that count, as small codes, so that they can be counted
// as they stood on any day. A case takes 64 bytes or less up to five
// uitsplitsingen. It gives out no case and no count: only Compute reads it. A
// Cube is not safe for concurrent use: give each worker its own and Merge them
// in order.
type Cube struct {
	chunks         [][]compactCase // each of chunkCases, but for the last
	values         [][]rules.Code  // the breakdown codes of a chunk, breakdown after breakdown within a case
	cases          int
	received       [day.LastYear - day.FirstYear + 1]int
	latest         dayCounts // the latest event of each case
	presences      []Presence
	mediatorNames  openList
	breakdownNames []openList
}

// chunkCases is the number of cases that get their memory at once.
const chunkCases = 4096

// NewCube returns an empty cube for a number of breakdowns.
func NewCube(breakdowns int) *Cube {
	return &Cube{breakdownNames: make([]openList, breakdowns)}
}

// Mediator returns the code of a mediator, by its folded value.
func (c *Cube) Mediator(folded string) rules.Code {
	return c.mediatorNames.code(folded, "")
}

// Breakdown returns the code of a value of breakdown i. Values compare folded;
// the spelling met first is the one that shows.
func (c *Cube) Breakdown(i int, value string) rules.Code {
	return c.breakdownNames[i].code(rules.Fold(value), collapse(value))
}

// Len returns the number of cases counted.
func (c *Cube) Len() int { return c.cases }

// Add takes in a case of a file that has the given cells. What Settle would
// find out about the case is found out again for each day it is counted on.
func (c *Cube) Add(cs *Case, has Presence) {
	if c.cases%chunkCases == 0 {
		c.chunks = append(c.chunks, nil)
		c.values = append(c.values, nil)
	}
	last := len(c.chunks) - 1
	c.chunks[last] = append(c.chunks[last], compact(cs, c.presence(has)))
	c.values[last] = append(c.values[last], cs.Breakdown[:len(c.breakdownNames)]...)
	c.cases++
	c.received[cs.Received.Year()-day.FirstYear]++
	c.latest.add(max(cs.Received, cs.Assigned, cs.Contacted, cs.Closed, cs.WillingOn, cs.RejectedOn), 1)
}

// presence returns the place of what a file has; there are as many as kinds of file.
func (c *Cube) presence(has Presence) uint16 {
	for i := len(c.presences) - 1; i >= 0; i-- {
		if c.presences[i] == has {
			return uint16(i)
		}
	}
	c.presences = append(c.presences, has)
	return uint16(len(c.presences) - 1)
}

// caseSeq gives cases that may be settled, each with what its file has.
type caseSeq = iter.Seq2[*Case, Presence]

// each gives every case, unsettled, in the order in which they came. The case
// is the same variable each time.
func (c *Cube) each(yield func(cs *Case, has Presence) bool) {
	var cs Case
	n := len(c.breakdownNames)
	for chunk, cases := range c.chunks {
		values := c.values[chunk]
		for i := range cases {
			cases[i].expand(&cs)
			copy(cs.Breakdown[:], values[i*n:i*n+n])
			if !yield(&cs, c.presences[cases[i].presence]) {
				return
			}
		}
	}
}

// asOf counts the cases as they stood on a day: a case received later has not
// come in, and an event of later has not happened.
func asOf(cases caseSeq, breakdowns int, at day.Day) *counts {
	n := &counts{at: at, breakdowns: breakdowns}
	for cs, has := range cases {
		if cs.Received <= at {
			cs.Settle(at, has)
			n.add(cs, has)
		}
	}
	return n
}

// Merge takes in the cases of other, whose codes it translates. Merging in the
// order of the rows keeps the spelling that was met first.
func (c *Cube) Merge(other *Cube) {
	mediators := c.mediatorNames.translate(&other.mediatorNames)
	breakdowns := make([][]rules.Code, len(c.breakdownNames))
	for i := range breakdowns {
		breakdowns[i] = c.breakdownNames[i].translate(&other.breakdownNames[i])
	}
	for cs, has := range other.each {
		cs.Mediator = mediators[cs.Mediator]
		for i, codes := range breakdowns {
			cs.Breakdown[i] = codes[cs.Breakdown[i]]
		}
		c.Add(cs, has)
	}
}

// cohorts lists the years in which cases were received, ascending.
func (c *Cube) cohorts() []int {
	var years []int
	for i, n := range c.received {
		if n > 0 {
			years = append(years, day.FirstYear+i)
		}
	}
	return years
}

// hasBreakdown reports whether a counted case comes from a file that has the
// column of breakdown i.
func (c *Cube) hasBreakdown(i int) bool {
	for _, has := range c.presences {
		if has.Breakdowns>>i&1 == 1 {
			return true
		}
	}
	return false
}
