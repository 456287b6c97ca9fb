package stats

// Cube holds the counts of a set of cases. It grows with the number of
// distinct combinations, not with the number of cases, and gives out no count:
// only Compute reads it. A Cube is not safe for concurrent use: give each
// worker its own and Merge them in order.
type Cube struct {
	cases      int
	joint      map[jointKey]int
	months     map[int]*[12]int       // by cohort
	leadTimes  map[leadKey]*dayCounts // days between two events, by year of the second
	latest     *dayCounts             // the latest event of each case
	assigned   map[int]int            // by year of uitzetdatum, dates in order
	closed     map[int]int            // by year of afsluitdatum, dates in order
	closedAll  map[int]*closedCounts  // by year of afsluitdatum
	open       map[int]int            // by cohort: assigned, not closed
	known      map[int]*dayCounts     // by cohort: uitzetdatum
	contacted  map[int]*dayCounts     // by cohort: first day on which both uitzetdatum and contactdatum lie in the past
	mediators  map[mediatorKey]int
	breakdowns []map[breakdownKey]int
	absent     map[absentKey]int

	mediatorNames  openList
	breakdownNames []openList
}

// jointKey is one combination of the facts of a case.
type jointKey struct {
	cohort           int16
	stream           Stream
	willing, contact bool
	reason, form     uint16
	referrer         uint16
	initiator        uint16
	offence          uint16
}

type leadKey struct {
	year       int
	trajectory int
}

type mediatorKey struct {
	cohort   int
	mediator Code
}

type breakdownKey struct {
	cohort  int
	value   Code
	contact bool
}

// absentKey counts the cases of a cohort whose file lacks a cell. breakdown is
// 1 + the index of a breakdown, or 0 for a canonical column.
type absentKey struct {
	cohort    int
	column    Column
	breakdown int
}

type closedCounts struct{ cases, contact int }

// The trajectories of a lead time, in the order in which they show.
const (
	receivedToAssigned = iota
	assignedToContact
	assignedToClosed
	trajectoryCount
)

// NewCube returns an empty cube for a number of breakdowns.
func NewCube(breakdowns int) *Cube {
	c := &Cube{
		joint:     map[jointKey]int{},
		months:    map[int]*[12]int{},
		leadTimes: map[leadKey]*dayCounts{},
		latest:    newDayCounts(),
		assigned:  map[int]int{},
		closed:    map[int]int{},
		closedAll: map[int]*closedCounts{},
		open:      map[int]int{},
		known:     map[int]*dayCounts{},
		contacted: map[int]*dayCounts{},
		mediators: map[mediatorKey]int{},
		absent:    map[absentKey]int{},
	}
	for range breakdowns {
		c.breakdowns = append(c.breakdowns, map[breakdownKey]int{})
		c.breakdownNames = append(c.breakdownNames, openList{})
	}
	return c
}

// Mediator returns the code of a mediator, by its folded value.
func (c *Cube) Mediator(folded string) Code {
	return c.mediatorNames.code(folded, "")
}

// Breakdown returns the code of a value of breakdown i. Values compare folded;
// the spelling met first is the one that shows.
func (c *Cube) Breakdown(i int, value string) Code {
	return c.breakdownNames[i].code(Fold(value), collapse(value))
}

// Len returns the number of cases counted.
func (c *Cube) Len() int { return c.cases }

// Add counts a settled case of a file that has the given cells.
func (c *Cube) Add(cs *Case, has Presence) { c.count(cs, has, 1) }

// Remove undoes one Add of an equal case. Readers that work in parallel use it
// for a row that turns out to be a duplicate.
func (c *Cube) Remove(cs *Case, has Presence) { c.count(cs, has, -1) }

func (c *Cube) count(cs *Case, has Presence, n int) {
	cohort, month, _ := cs.Received.Civil()
	c.cases += n
	c.joint[jointKey{
		cohort: int16(cohort), stream: cs.Stream, willing: cs.Willing == Yes, contact: cs.Contact == Yes,
		reason: uint16(cs.Reason), form: uint16(cs.Form), referrer: uint16(cs.Referrer),
		initiator: uint16(cs.Initiator), offence: uint16(cs.Offence),
	}] += n
	entry(c.months, cohort, func() *[12]int { return new([12]int) })[month-1] += n
	c.latest.add(max(cs.Received, cs.Assigned, cs.Contacted, cs.Closed), n)
	c.countAbsent(cohort, has, n)
	if cs.Stream == Assigned {
		c.countAssigned(cohort, cs, n)
	}
}

func (c *Cube) countAbsent(cohort int, has Presence, n int) {
	for column := range ColumnCount {
		if !has.Columns.Has(column) {
			c.absent[absentKey{cohort: cohort, column: column}] += n
		}
	}
	for i := range c.breakdowns {
		if has.Breakdowns>>i&1 == 0 {
			c.absent[absentKey{cohort: cohort, breakdown: i + 1}] += n
		}
	}
}

// countAssigned counts what only assigned cases bring.
func (c *Cube) countAssigned(cohort int, cs *Case, n int) {
	contact := cs.Contact == Yes
	entry(c.known, cohort, newDayCounts).add(cs.Assigned, n)
	if cs.Contacted != NoDay {
		entry(c.contacted, cohort, newDayCounts).add(max(cs.Assigned, cs.Contacted), n)
	}
	if cs.Closed == NoDay {
		c.open[cohort] += n
	} else {
		closed := entry(c.closedAll, cs.Closed.Year(), func() *closedCounts { return new(closedCounts) })
		closed.cases += n
		if contact {
			closed.contact += n
		}
	}
	if cs.Mediator != Empty {
		c.mediators[mediatorKey{cohort, cs.Mediator}] += n
	}
	for i := range c.breakdowns {
		c.breakdowns[i][breakdownKey{cohort, cs.Breakdown[i], contact}] += n
	}
	if !cs.OutOfOrder {
		c.countLeadTimes(cs, n)
	}
}

// countLeadTimes counts the days between events, and the stock.
func (c *Cube) countLeadTimes(cs *Case, n int) {
	c.assigned[cs.Assigned.Year()] += n
	c.addLead(receivedToAssigned, cs.Received, cs.Assigned, n)
	if cs.Contacted != NoDay {
		c.addLead(assignedToContact, cs.Assigned, cs.Contacted, n)
	}
	if cs.Closed != NoDay {
		c.closed[cs.Closed.Year()] += n
		c.addLead(assignedToClosed, cs.Assigned, cs.Closed, n)
	}
}

func (c *Cube) addLead(trajectory int, from, to Day, n int) {
	key := leadKey{to.Year(), trajectory}
	entry(c.leadTimes, key, newDayCounts).add(to-from, n)
}

// Merge adds the counts of other, whose codes it translates. Merging in the
// order of the rows keeps the spelling that was met first.
func (c *Cube) Merge(other *Cube) {
	c.cases += other.cases
	addCounts(c.joint, other.joint)
	addCounts(c.assigned, other.assigned)
	addCounts(c.closed, other.closed)
	addCounts(c.open, other.open)
	addCounts(c.absent, other.absent)
	for cohort, months := range other.months {
		mine := entry(c.months, cohort, func() *[12]int { return new([12]int) })
		for i, n := range months {
			mine[i] += n
		}
	}
	for year, closed := range other.closedAll {
		mine := entry(c.closedAll, year, func() *closedCounts { return new(closedCounts) })
		mine.cases += closed.cases
		mine.contact += closed.contact
	}
	c.latest.merge(other.latest)
	mergeDays(c.leadTimes, other.leadTimes)
	mergeDays(c.known, other.known)
	mergeDays(c.contacted, other.contacted)
	codes := c.mediatorNames.translate(&other.mediatorNames)
	for key, n := range other.mediators {
		c.mediators[mediatorKey{key.cohort, codes[key.mediator]}] += n
	}
	for i, counts := range other.breakdowns {
		codes := c.breakdownNames[i].translate(&other.breakdownNames[i])
		for key, n := range counts {
			c.breakdowns[i][breakdownKey{key.cohort, codes[key.value], key.contact}] += n
		}
	}
}

// latestEvent returns the latest event in the cube, NoDay when it is empty.
func (c *Cube) latestEvent() Day { return c.latest.last() }

// cohorts returns the years that have at least one case.
func (c *Cube) cohorts() map[int]int {
	cohorts := map[int]int{}
	for year, months := range c.months {
		for _, n := range months {
			cohorts[year] += n
		}
	}
	for year, n := range cohorts {
		if n == 0 {
			delete(cohorts, year)
		}
	}
	return cohorts
}

func entry[K comparable, V any](m map[K]*V, key K, make func() *V) *V {
	v, ok := m[key]
	if !ok {
		v = make()
		m[key] = v
	}
	return v
}

func addCounts[K comparable](into, from map[K]int) {
	for key, n := range from {
		into[key] += n
	}
}

func mergeDays[K comparable](into, from map[K]*dayCounts) {
	for key, days := range from {
		entry(into, key, newDayCounts).merge(days)
	}
}
