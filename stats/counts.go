package stats

import (
	"herstel/stats/day"
	"herstel/stats/rules"
)

// counts holds the counts of a set of cases as they stood on one day. It grows
// with the number of distinct combinations, not with the number of cases.
type counts struct {
	joint      jointCounts
	years      [day.LastYear - day.FirstYear + 1]*yearCounts
	at         day.Day // the day on which they are counted
	breakdowns int
	recent     receivedDay
}

// receivedDay is the aanmelddatum of the case counted last: an export is often
// in that order, and then the next case has the same.
type receivedDay struct {
	day    day.Day
	cohort int // 0: there was no case yet
	month  int
	counts *yearCounts
}

// yearCounts are the counts of one year: of the cases received in it, and of
// the events that fell in it.
type yearCounts struct {
	// By aanmelddatum:
	months      [12]int
	open        int // assigned, not closed
	assignedAll breakdownCounts
	outcomes    outcomes
	breakdowns  [][]breakdownCounts
	lacking     [rules.ColumnCount]int // cases whose file lacks a column
	lackingOwn  []int                  // cases whose file lacks the column of a breakdown
	toContact   waits                  // assigned, dates in order

	// By date of the event:
	assigned  int // uitzetdatum, dates in order
	closed    int // afsluitdatum, dates in order
	closedAll breakdownCounts
	mediators []int                      // by code, of the cases assigned in the year
	leadTimes [trajectoryCount]dayCounts // by the second date of the trajectory
	toClosing waits                      // by uitzetdatum, dates in order
}

// breakdownCounts counts cases, and those of them with contact.
type breakdownCounts struct{ cases, contact int }

func (b *breakdownCounts) add(contact bool) {
	b.cases++
	if contact {
		b.contact++
	}
}

// The trajectories of a lead time, in the order in which they show.
const (
	receivedToAssigned = iota
	assignedToContact
	assignedToClosed
	trajectoryCount
)

// year returns the counts of a year, which it makes when they are new.
func (c *counts) year(year int) *yearCounts {
	y := &c.years[year-day.FirstYear]
	if *y == nil {
		*y = &yearCounts{breakdowns: make([][]breakdownCounts, c.breakdowns), lackingOwn: make([]int, c.breakdowns)}
	}
	return *y
}

// of returns the counts of a year to read, never nil.
func (c *counts) of(year int) *yearCounts {
	if year < day.FirstYear || year > day.LastYear || c.years[year-day.FirstYear] == nil {
		return &yearCounts{breakdowns: make([][]breakdownCounts, c.breakdowns), lackingOwn: make([]int, c.breakdowns)}
	}
	return c.years[year-day.FirstYear]
}

// add counts a settled case of a file that has the given cells.
func (c *counts) add(cs *Case, has Presence) {
	if c.recent.cohort == 0 || c.recent.day != cs.Received {
		cohort, month, _ := cs.Received.Civil()
		c.recent = receivedDay{cs.Received, cohort, month, c.year(cohort)}
	}
	y := c.recent.counts
	c.joint.add(keyOf(c.recent.cohort, cs), 1)
	y.months[c.recent.month-1]++
	if has.Columns != allColumns || int(has.Breakdowns) != 1<<c.breakdowns-1 {
		y.countLacking(has)
	}
	if cs.Stream == Assigned {
		c.countAssigned(y, cs)
	}
}

const allColumns rules.ColumnSet = 1<<rules.ColumnCount - 1

func (y *yearCounts) countLacking(has Presence) {
	for column := range rules.ColumnCount {
		if !has.Columns.Has(column) {
			y.lacking[column]++
		}
	}
	for i := range y.lackingOwn {
		if has.Breakdowns>>i&1 == 0 {
			y.lackingOwn[i]++
		}
	}
}

// countAssigned counts what only assigned cases bring. y is the cohort.
func (c *counts) countAssigned(y *yearCounts, cs *Case) {
	contact := cs.Contact == Yes
	y.assignedAll.add(contact)
	y.outcomes.add(cs)
	if cs.Closed == day.NoDay {
		y.open++
	} else {
		c.year(cs.Closed.Year()).closedAll.add(contact)
	}
	if cs.Mediator != rules.Empty && cs.Assigned != day.NoDay {
		in := c.year(cs.Assigned.Year())
		in.mediators = grown(in.mediators, cs.Mediator)
		in.mediators[cs.Mediator]++
	}
	for i := range y.breakdowns {
		y.breakdowns[i] = grown(y.breakdowns[i], cs.Breakdown[i])
		y.breakdowns[i][cs.Breakdown[i]].add(contact)
	}
	if !cs.OutOfOrder && cs.Assigned != day.NoDay {
		y.countWaitForContact(cs, c.at)
		c.countLeadTimes(cs)
	}
}

// countLeadTimes counts the days between events, and the stock.
func (c *counts) countLeadTimes(cs *Case) {
	y := c.year(cs.Assigned.Year())
	y.assigned++
	y.countWaitForClosing(cs, c.at)
	y.leadTimes[receivedToAssigned].add(cs.Assigned-cs.Received, 1)
	if cs.Contacted != day.NoDay {
		c.year(cs.Contacted.Year()).leadTimes[assignedToContact].add(cs.Contacted-cs.Assigned, 1)
	}
	if cs.Closed != day.NoDay {
		y := c.year(cs.Closed.Year())
		y.closed++
		y.leadTimes[assignedToClosed].add(cs.Closed-cs.Assigned, 1)
	}
}

// grown returns the slice, long enough to hold a count for the code.
func grown[T any](s []T, code rules.Code) []T {
	if int(code) < len(s) {
		return s
	}
	return append(s, make([]T, int(code)+1-len(s))...)
}

// lacks reports whether a counted case of the year comes from a file without
// the column; year 0 stands for any year.
func (c *counts) lacks(year int, column rules.Column) bool {
	return c.anyYear(year, func(y *yearCounts) bool { return y.lacking[column] > 0 })
}

// lacksBreakdown is lacks for the column of breakdown i.
func (c *counts) lacksBreakdown(year, i int) bool {
	return c.anyYear(year, func(y *yearCounts) bool { return y.lackingOwn[i] > 0 })
}

func (c *counts) anyYear(year int, holds func(*yearCounts) bool) bool {
	if year != 0 {
		return holds(c.of(year))
	}
	for _, y := range c.years {
		if y != nil && holds(y) {
			return true
		}
	}
	return false
}
