package stats

import (
	"herstel/stats/day"
	"herstel/stats/rules"
)

// Cube holds the counts of a set of cases. It grows with the number of
// distinct combinations, not with the number of cases, and gives out no count:
// only Compute reads it. A Cube is not safe for concurrent use: give each
// worker its own and Merge them in order.
type Cube struct {
	cases          int
	joint          jointCounts
	years          [day.LastYear - day.FirstYear + 1]*yearCounts
	latest         dayCounts // the latest event of each case
	mediatorNames  openList
	breakdownNames []openList
	recent         receivedDay
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
	months     [12]int
	open       int       // assigned, not closed
	known      dayCounts // uitzetdatum
	contacted  dayCounts // first day on which both uitzetdatum and contactdatum lie in the past
	mediators  []int     // by code
	breakdowns [][]breakdownCounts
	lacking    [rules.ColumnCount]int // cases whose file lacks a column
	lackingOwn []int                  // cases whose file lacks the column of a breakdown

	// By date of the event:
	assigned  int // uitzetdatum, dates in order
	closed    int // afsluitdatum, dates in order
	closedAll breakdownCounts
	leadTimes [trajectoryCount]dayCounts // by the second date of the trajectory
}

// breakdownCounts counts cases, and those of them with contact.
type breakdownCounts struct{ cases, contact int }

func (b *breakdownCounts) add(contact bool, n int) {
	b.cases += n
	if contact {
		b.contact += n
	}
}

// The trajectories of a lead time, in the order in which they show.
const (
	receivedToAssigned = iota
	assignedToContact
	assignedToClosed
	trajectoryCount
)

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

// Add counts a settled case of a file that has the given cells.
func (c *Cube) Add(cs *Case, has Presence) { c.count(cs, has, 1) }

// Remove undoes one Add of an equal case, as of a row that turns out to be a
// duplicate after it was counted.
func (c *Cube) Remove(cs *Case, has Presence) { c.count(cs, has, -1) }

// year returns the counts of a year, which it makes when they are new.
func (c *Cube) year(year int) *yearCounts {
	y := &c.years[year-day.FirstYear]
	if *y == nil {
		*y = &yearCounts{breakdowns: make([][]breakdownCounts, len(c.breakdownNames)), lackingOwn: make([]int, len(c.breakdownNames))}
	}
	return *y
}

// of returns the counts of a year to read, never nil.
func (c *Cube) of(year int) *yearCounts {
	if year < day.FirstYear || year > day.LastYear || c.years[year-day.FirstYear] == nil {
		return &yearCounts{breakdowns: make([][]breakdownCounts, len(c.breakdownNames)), lackingOwn: make([]int, len(c.breakdownNames))}
	}
	return c.years[year-day.FirstYear]
}

func (c *Cube) count(cs *Case, has Presence, n int) {
	if c.recent.cohort == 0 || c.recent.day != cs.Received {
		cohort, month, _ := cs.Received.Civil()
		c.recent = receivedDay{cs.Received, cohort, month, c.year(cohort)}
	}
	y := c.recent.counts
	c.cases += n
	c.joint.add(keyOf(c.recent.cohort, cs), n)
	y.months[c.recent.month-1] += n
	c.latest.add(max(cs.Received, cs.Assigned, cs.Contacted, cs.Closed), n)
	if has.Columns != allColumns || int(has.Breakdowns) != 1<<len(c.breakdownNames)-1 {
		y.countLacking(has, n)
	}
	if cs.Stream == Assigned {
		c.countAssigned(y, cs, n)
	}
}

const allColumns rules.ColumnSet = 1<<rules.ColumnCount - 1

func (y *yearCounts) countLacking(has Presence, n int) {
	for column := range rules.ColumnCount {
		if !has.Columns.Has(column) {
			y.lacking[column] += n
		}
	}
	for i := range y.lackingOwn {
		if has.Breakdowns>>i&1 == 0 {
			y.lackingOwn[i] += n
		}
	}
}

// countAssigned counts what only assigned cases bring. y is the cohort.
func (c *Cube) countAssigned(y *yearCounts, cs *Case, n int) {
	contact := cs.Contact == Yes
	y.known.add(cs.Assigned, n)
	if cs.Contacted != day.NoDay {
		y.contacted.add(max(cs.Assigned, cs.Contacted), n)
	}
	if cs.Closed == day.NoDay {
		y.open += n
	} else {
		c.year(cs.Closed.Year()).closedAll.add(contact, n)
	}
	if cs.Mediator != rules.Empty {
		y.mediators = grown(y.mediators, cs.Mediator)
		y.mediators[cs.Mediator] += n
	}
	for i := range y.breakdowns {
		y.breakdowns[i] = grown(y.breakdowns[i], cs.Breakdown[i])
		y.breakdowns[i][cs.Breakdown[i]].add(contact, n)
	}
	if !cs.OutOfOrder {
		c.countLeadTimes(cs, n)
	}
}

// countLeadTimes counts the days between events, and the stock.
func (c *Cube) countLeadTimes(cs *Case, n int) {
	y := c.year(cs.Assigned.Year())
	y.assigned += n
	y.leadTimes[receivedToAssigned].add(cs.Assigned-cs.Received, n)
	if cs.Contacted != day.NoDay {
		c.year(cs.Contacted.Year()).leadTimes[assignedToContact].add(cs.Contacted-cs.Assigned, n)
	}
	if cs.Closed != day.NoDay {
		y := c.year(cs.Closed.Year())
		y.closed += n
		y.leadTimes[assignedToClosed].add(cs.Closed-cs.Assigned, n)
	}
}

// Merge adds the counts of other, whose codes it translates. Merging in the
// order of the rows keeps the spelling that was met first.
func (c *Cube) Merge(other *Cube) {
	c.cases += other.cases
	for key, n := range other.joint.all {
		c.joint.add(key, n)
	}
	c.latest.merge(&other.latest)
	mediators := c.mediatorNames.translate(&other.mediatorNames)
	breakdowns := make([][]rules.Code, len(c.breakdownNames))
	for i := range breakdowns {
		breakdowns[i] = c.breakdownNames[i].translate(&other.breakdownNames[i])
	}
	for i, y := range other.years {
		if y != nil {
			c.year(day.FirstYear+i).merge(y, mediators, breakdowns)
		}
	}
}

func (y *yearCounts) merge(other *yearCounts, mediators []rules.Code, breakdowns [][]rules.Code) {
	for i, n := range other.months {
		y.months[i] += n
	}
	y.open += other.open
	y.known.merge(&other.known)
	y.contacted.merge(&other.contacted)
	for code, n := range other.mediators {
		y.mediators = grown(y.mediators, mediators[code])
		y.mediators[mediators[code]] += n
	}
	for i, counts := range other.breakdowns {
		for code, b := range counts {
			to := breakdowns[i][code]
			y.breakdowns[i] = grown(y.breakdowns[i], to)
			y.breakdowns[i][to].cases += b.cases
			y.breakdowns[i][to].contact += b.contact
		}
	}
	for i, n := range other.lacking {
		y.lacking[i] += n
	}
	for i, n := range other.lackingOwn {
		y.lackingOwn[i] += n
	}
	y.assigned += other.assigned
	y.closed += other.closed
	y.closedAll.cases += other.closedAll.cases
	y.closedAll.contact += other.closedAll.contact
	for i := range y.leadTimes {
		y.leadTimes[i].merge(&other.leadTimes[i])
	}
}

// grown returns the slice, long enough to hold a count for the code.
func grown[T any](s []T, code rules.Code) []T {
	if int(code) < len(s) {
		return s
	}
	return append(s, make([]T, int(code)+1-len(s))...)
}

// received returns the number of cases received in a year.
func (y *yearCounts) received() int {
	sum := 0
	for _, n := range y.months {
		sum += n
	}
	return sum
}

// cohorts lists the years in which cases were received, ascending.
func (c *Cube) cohorts() []int {
	var years []int
	for i, y := range c.years {
		if y != nil && y.received() > 0 {
			years = append(years, day.FirstYear+i)
		}
	}
	return years
}

// lacks reports whether a counted case of the year comes from a file without
// the column; year 0 stands for any year.
func (c *Cube) lacks(year int, column rules.Column) bool {
	return c.anyYear(year, func(y *yearCounts) bool { return y.lacking[column] > 0 })
}

// lacksBreakdown is lacks for the column of breakdown i.
func (c *Cube) lacksBreakdown(year, i int) bool {
	return c.anyYear(year, func(y *yearCounts) bool { return y.lackingOwn[i] > 0 })
}

// hasBreakdown reports whether a counted case comes from a file that has the
// column of breakdown i.
func (c *Cube) hasBreakdown(i int) bool {
	lacking := 0
	for _, y := range c.years {
		if y != nil {
			lacking += y.lackingOwn[i]
		}
	}
	return lacking < c.cases
}

func (c *Cube) anyYear(year int, holds func(*yearCounts) bool) bool {
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
