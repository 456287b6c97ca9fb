package stats

import (
	"fmt"
	"math"
	"strconv"

	"herstel/stats/inference"
)

// The days since uitzetting that the figures on contact in time speak of.
var (
	contactTerms = []int{90, 180, 365}
	contactGrid  = everyDays(30, 540)
)

func everyDays(step, last int) []int {
	var days []int
	for d := step; d <= last; d += step {
		days = append(days, d)
	}
	return days
}

const (
	// leastAtRisk is how many cases must have been followed for the whole term. Those
	// that ended within it count: of them it is known whether there was contact, and
	// of a year of which all cases ended everything is known.
	leastAtRisk = 30
	// mostUndated is the percentage of the cases, and of those with contact, whose
	// days may be unknown: without them the estimate would be of other cases.
	mostUndated = 5
)

// contactWithinRows estimates which share of a cohort had contact within each
// term, by Aalen and Johansen, as package inference says.
func (c *computation) contactWithinRows(f *Figure) []Row {
	rows := make([]Row, len(f.Terms))
	for r, label := range f.termLabels() {
		rows[r] = Row{Labels: []string{label}, Cells: make([]Cell, len(c.years))}
	}
	for i := range c.years {
		cohort := c.of(i)
		curve := cohort.toContact.curve()
		for r, term := range f.Terms {
			rows[r].Cells[i] = contactWithinCell(cohort, curve, term)
		}
	}
	return rows
}

// termLabels are the terms in days.
func (f *Figure) termLabels() []string {
	labels := make([]string, len(f.Terms))
	for i, term := range f.Terms {
		labels[i] = strconv.Itoa(term)
	}
	return labels
}

func (w *waits) curve() inference.Incidence {
	return inference.AalenJohansen(w.events.histogram(), w.competing.histogram(), w.followed.histogram())
}

func contactWithinCell(cohort *yearCounts, curve inference.Incidence, term int) Cell {
	all, point := cohort.assignedAll, curve.At(term)
	switch dated := cohort.toContact.events.total(); {
	case 100*(all.contact-dated) > mostUndated*all.contact,
		100*(all.cases-cohort.toContact.cases()) > mostUndated*all.cases:
		return Cell{Status: NotAvailable,
			Reason: fmt.Sprintf("van meer dan %d%% van de zaken ontbreekt een datum of klopt de volgorde niet",
				mostUndated)}
	case cohort.toContact.reaching(term) < leastAtRisk:
		return Cell{Status: NotAvailable,
			Reason: fmt.Sprintf("minder dan %d zaken zijn die hele termijn te volgen", leastAtRisk)}
	}
	return Cell{Base: Num(all.cases), Estimate: Estimate{
		Value: point.Share, Known: true, Interval: steady(point.Interval), IntervalKnown: point.IntervalKnown}}
}

// steady drops the last bits of an interval that was made with exp and log:
// those differ between processors. What is left is the same wherever herstel
// runs.
func steady(i Interval) Interval {
	return Interval{Low: math.Round(i.Low*1e12) / 1e12, High: math.Round(i.High*1e12) / 1e12}
}
