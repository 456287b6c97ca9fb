package stats

import (
	"fmt"
	"strconv"
)

// estimatePart is what the cases of the computation bring to an estimate: those
// that it rests on, and for contact in time those that had contact by the term.
func (c *computation) estimatePart(f *Figure, labels []string, i int) part {
	w, event := &c.of(i).toClosing, "afgesloten"
	p := part{}
	if f.Kind == KindIncidence {
		w, event = &c.of(i).toContact, "contact"
		term, err := strconv.Atoi(labels[0])
		if err != nil {
			return p
		}
		p.base, p.count = w.cases(), w.eventsWithin(term)
	} else {
		p.count = w.cases()
	}
	for _, end := range []struct {
		days *dayCounts
		text string
	}{{&w.events, event}, {&w.competing, "afgesloten zonder contact"}, {&w.followed, "loopt nog"}} {
		if end.days.total() == 1 {
			p.days, p.end = float64(end.days.at(0)), end.text
		}
	}
	return p
}

// eventsWithin is the number of cases with the event within a number of days.
func (w *waits) eventsWithin(days int) int {
	n := 0
	for at, events := range w.events.histogram() {
		if at <= days {
			n += events
		}
	}
	return n
}

// waitProbes narrows to the cases that an estimate rests on.
func waitProbes(f *Figure, labels []string, w stepWords) []probe {
	if f.Kind == KindWaits {
		return []probe{{text: fmt.Sprintf("uitgezet in %d, met datums in een mogelijke volgorde", w.year), figure: *f,
			labels: labels, self: true}}
	}
	return []probe{
		{text: w.received(w.on), figure: Figure{Source: fromCases}},
		{text: "op " + w.date + " uitgezet", figure: Figure{Source: fromCases, Base: Condition{Assigned: true}}},
		{text: "de datums zijn bekend, en staan in een mogelijke volgorde", figure: *f, labels: labels, base: true},
		{text: "contact binnen " + labels[0] + " dagen na de uitzetting", figure: *f, labels: labels,
			self: true},
	}
}
