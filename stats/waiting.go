package stats

import (
	"herstel/stats/day"
	"herstel/stats/inference"
)

// waits are the days from uitzetting of a set of cases, by how they ended: with
// the event, by another one that prevents it, or with the day they are counted on.
type waits struct {
	events, competing, followed dayCounts
	reach                       dayCounts // of all of them: the days until the one they are counted on
}

// reaching returns how many cases could be followed for a number of days, whatever
// happened to them in that time.
func (w *waits) reaching(days int) int { return w.reach.total() - w.reach.until(day.Day(days-1)) }

func (w *waits) cases() int {
	return w.events.total() + w.competing.total() + w.followed.total()
}

// countWaitForContact counts the days of a case of a cohort until contact. A case
// without contact that is closed can have none any more. A contact without a date
// has no days.
func (y *yearCounts) countWaitForContact(cs *Case, at day.Day) {
	if cs.Contact != Yes || cs.Contacted != day.NoDay {
		y.toContact.reach.add(at-cs.Assigned, 1)
	}
	switch {
	case cs.Contacted != day.NoDay:
		y.toContact.events.add(cs.Contacted-cs.Assigned, 1)
	case cs.Contact == Yes:
	case cs.Closed != day.NoDay:
		y.toContact.competing.add(cs.Closed-cs.Assigned, 1)
	default:
		y.toContact.followed.add(at-cs.Assigned, 1)
	}
}

// histogram returns the counts by number of days.
func (d *dayCounts) histogram() inference.Histogram {
	days := make(inference.Histogram, int(d.first)+len(d.counts))
	for i, n := range d.counts {
		days[int(d.first)+i] = int(n)
	}
	return days
}
