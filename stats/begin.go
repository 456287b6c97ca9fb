package stats

import (
	"fmt"

	"herstel/stats/day"
	"herstel/stats/nl"
)

// An export that begins on some day lacks the older cases of which an event fell
// after it: figures by the date of an event miss those. How much they miss is
// estimated from the latest full year, in which the older cases do stand: the
// part of its events of which the case came in as long before it as the export
// lacks for the year asked for.

// mostMissing is the part of its events that a year may miss.
const mostMissing = 0.05

// fullHistory is how many days of cases must come before the latest full year
// for it to show what other years miss.
const fullHistory = 365

// event is what an event figure counts.
type event uint8

const (
	eventAssigned event = iota
	eventContacted
	eventClosed
	eventCount
)

// eventWords tell the cases of an event, before the year.
var eventWords = [eventCount]string{"in %d werden uitgezet", "in %d tot contact kwamen", "in %d eindigden"}

// trajectoryEvents are the events that end the trajectories.
var trajectoryEvents = [trajectoryCount]event{eventAssigned, eventContacted, eventClosed}

// history tells how far back the cases of an export go, and from how long
// before the events of its latest full year the cases came.
type history struct {
	start  day.Day // from this day on the export holds every case
	full   int     // the latest full year
	before int     // days from start to the first day of that year
	// of its events: days from the aanmelddatum to its first day; not above zero for cases of the year itself
	ages  [eventCount]dayCounts
	leads [eventCount]dayCounts // of all events: days from the aanmelddatum
}

func newHistory(c *computation) *history {
	h := &history{start: c.rules.CompleteFrom, full: c.opt.Year}
	if h.start == day.NoDay {
		h.start = c.cube.firstReceived()
	}
	if c.unfinished() {
		h.full--
	}
	first, _ := day.Of(h.full, 1, 1)
	h.before = int(first - h.start)
	until := c.reference.YearsEarlier(c.opt.Year - h.full)
	for cs, has := range c.cube.each {
		if cs.Received > c.reference {
			continue
		}
		cs.Settle(c.reference, has)
		if cs.Stream != Assigned || cs.OutOfOrder {
			continue
		}
		for e, on := range [eventCount]day.Day{cs.Assigned, cs.Contacted, cs.Closed} {
			if on == day.NoDay {
				continue
			}
			h.leads[e].add(on-cs.Received, 1)
			if on.Year() == h.full && on <= until {
				h.ages[e].add(first-cs.Received, 1)
			}
		}
	}
	return h
}

// missing estimates the part of the events of a year that the export lacks. It
// is a lower bound where the export does not go back a full year from the latest
// full year: then it follows from how long the events took, as in a year in
// which as many cases come in each day.
func (h *history) missing(e event, year int) (share float64, bound bool) {
	first, _ := day.Of(year, 1, 1)
	days := int(first - h.start)
	if h.before >= fullHistory {
		return partAbove(&h.ages[e], days), false
	}
	leads := &h.leads[e]
	total, lacking := 0, 0
	for i, n := range leads.counts {
		lead := int(leads.first) + i
		total += int(n)
		lacking += int(n) * min(max(lead-days, 0), fullHistory)
	}
	if total == 0 {
		return 0, true
	}
	return float64(lacking) / float64(total*fullHistory), true
}

// partAbove returns the part of the cases above a number of days.
func partAbove(d *dayCounts, days int) float64 {
	total := d.total()
	if total == 0 {
		return 0
	}
	return float64(total-d.until(day.Day(days))) / float64(total)
}

// tooEarly says in Dutch that the export begins too late for the events of a
// year; it is empty when it does not.
func (h *history) tooEarly(e event, year int) string {
	share, bound := h.missing(e, year)
	if share <= mostMissing {
		return ""
	}
	least := ""
	if bound {
		least = "minstens "
	}
	return fmt.Sprintf("de export begint op %s; van de zaken die "+eventWords[e]+" ontbreekt naar schatting %s%s",
		nl.Date(h.start.Civil()), year, least, nl.PercentOf(share, 0))
}

// unfinished reports whether the report year was not over on the reference date.
func (c *computation) unfinished() bool {
	end, _ := day.Of(c.opt.Year, 12, 31)
	return c.reference < end
}

// eventOf returns the event that all rows of a figure count.
func (f *Figure) eventOf() (event, bool) {
	if f.Source == fromClosed || f.Source == fromStock {
		return eventClosed, true
	}
	return 0, false
}

// firstReceived is the first aanmelddatum that does not stand alone: alone are a
// few that lie more than a year before all others. NoDay without cases.
func (c *Cube) firstReceived() day.Day {
	var received dayCounts
	for cs := range c.each {
		received.add(cs.Received, 1)
	}
	return firstTogether(&received)
}

const (
	aloneDays = 366
	mostAlone = 5
)

func firstTogether(received *dayCounts) day.Day {
	first, last, seen, total := -1, -1, 0, received.total()
	for i, n := range received.counts {
		if n == 0 {
			continue
		}
		if last >= 0 && i-last > aloneDays {
			return received.first + day.Day(i)
		}
		if first < 0 {
			first = i
		}
		if last, seen = i, seen+int(n); seen > mostAlone || 2*seen > total {
			break
		}
	}
	if first < 0 {
		return day.NoDay
	}
	return received.first + day.Day(first)
}

// beginReasons gives the table of an event figure its cells that are not
// available because the export begins too late.
func (c *computation) beginReasons(t *Table) {
	shared, one := t.Figure.eventOf()
	if !one && t.Figure.Source != fromLeadTimes {
		return
	}
	for r := range t.Rows {
		e := shared
		if !one {
			e = trajectoryEvents[r]
		}
		for i, year := range c.years {
			cell := &t.Rows[r].Cells[i]
			if cell.Status != OK {
				continue
			}
			if reason := c.history.tooEarly(e, year); reason != "" {
				*cell = Cell{Status: NotAvailable, Reason: reason, Begin: true}
			}
		}
	}
}
