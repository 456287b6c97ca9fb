package stats

import (
	"math"
	"slices"
	"strconv"

	"herstel/stats/day"
)

// protectContactWithin hides what the figures on contact in time would give away,
// after all other figures are protected. An estimate is no count, but where few
// cases are followed for a short time it is close to one. So
//
//   - nothing shows in a year in which the figure contact is hidden;
//   - between two terms that show, and before the first, lie no contacts or at
//     least as many as the drempel. A term of the curve that contact_binnen does
//     not have needs the drempel on either side;
//   - after the last term come no contacts, or as many as the drempel, or the
//     estimate lies at least the drempel above the contacts so far, so that what
//     is left cannot be worked out;
//   - where contacts without a usable date are fewer than the drempel, the
//     estimate is rounded: to the last digit it would tell of how many cases it is.
func (c *computation) protectContactWithin(figs *Figures) {
	threshold := figs.Threshold
	if threshold == 0 {
		return
	}
	for i, year := range figs.Years {
		guard := newTermGuard(c.of(i), threshold)
		shown := map[int]bool{}
		if figs.single("contact", year).Status == OK {
			shown = guard.choose(figs, i)
		}
		for t := range figs.Tables {
			if figs.Tables[t].Figure.Source != fromContactWithin {
				continue
			}
			for _, row := range figs.Tables[t].Rows {
				cell := &row.Cells[i]
				switch {
				case cell.Status != OK:
				case !shown[termOf(row)]:
					cell.Status, cell.Estimate = Suppressed, Estimate{}
				case guard.fewLeftOut():
					cell.Estimate = cell.Estimate.rounded(guard.decimals())
				}
			}
		}
	}
}

// endCurve leaves out the last terms of the curve that show in no year.
func endCurve(figs *Figures) {
	table, ok := figs.Table("contact_kromme")
	if !ok {
		return
	}
	shows := func(row Row) bool {
		return slices.ContainsFunc(row.Cells, func(c Cell) bool { return c.Status == OK })
	}
	for last := len(table.Rows) - 1; last > 0 && !shows(table.Rows[last]); last-- {
		table.Rows = table.Rows[:last]
	}
}

func termOf(row Row) int {
	term, err := strconv.Atoi(row.Labels[0])
	if err != nil {
		return 0
	}
	return term
}

// termGuard knows the contacts of a cohort by day.
type termGuard struct {
	cohort    *yearCounts
	threshold int
}

func newTermGuard(cohort *yearCounts, threshold int) *termGuard {
	return &termGuard{cohort, threshold}
}

func (g *termGuard) small(n int) bool { return n > 0 && n < g.threshold }

func (g *termGuard) contacts(from, until int) int {
	events := &g.cohort.toContact.events
	return events.until(day.Day(until)) - events.until(day.Day(from))
}

// choose picks the terms of a year that show: those of contact_binnen first, and
// those of the curve where they fit between.
func (g *termGuard) choose(figs *Figures, year int) map[int]bool {
	estimates := map[int]float64{}
	terms := func(id string) []int {
		var list []int
		if table, ok := figs.Table(id); ok {
			for _, row := range table.Rows {
				if cell := row.Cells[year]; len(row.Labels) > 0 && cell.Status == OK && cell.Estimate.Known {
					list = append(list, termOf(row))
					estimates[termOf(row)] = cell.Estimate.Value
				}
			}
		}
		return list
	}
	list := g.spaced(terms("contact_binnen"))
	for len(list) > 0 && g.tellsRest(list[len(list)-1], estimates) {
		list = list[:len(list)-1]
	}
	for _, term := range terms("contact_kromme") {
		if at, found := slices.BinarySearch(list, term); !found && g.fits(list, at, term, estimates) {
			list = slices.Insert(list, at, term)
		}
	}
	shown := map[int]bool{}
	for _, term := range list {
		shown[term] = true
	}
	return shown
}

// spaced leaves out the terms that follow another too soon.
func (g *termGuard) spaced(terms []int) []int {
	var list []int
	last := -1
	for _, term := range terms {
		if !g.small(g.contacts(last, term)) {
			list, last = append(list, term), term
		}
	}
	return list
}

// fits reports whether a term of the curve can stand at a place in the list.
func (g *termGuard) fits(list []int, at, term int, estimates map[int]float64) bool {
	before := -1
	if at > 0 {
		before = list[at-1]
	}
	if g.contacts(before, term) < g.threshold {
		return false
	}
	if at < len(list) {
		return g.contacts(term, list[at]) >= g.threshold
	}
	return !g.tellsRest(term, estimates)
}

// tellsRest reports whether the estimate at the last term tells of a few later
// contacts, undated ones among them.
func (g *termGuard) tellsRest(term int, estimates map[int]float64) bool {
	all := g.cohort.assignedAll
	until := g.contacts(-1, term)
	return g.small(all.contact-until) && estimates[term]*float64(all.cases)-float64(until) < float64(g.threshold)
}

// fewLeftOut reports whether the estimate leaves out a number of cases that must
// not be known.
func (g *termGuard) fewLeftOut() bool {
	return g.small(g.cohort.assignedAll.cases - g.cohort.toContact.cases())
}

// decimals is how many decimals of a share one case more or less does not move.
func (g *termGuard) decimals() int {
	decimals := 0
	for n := g.cohort.assignedAll.cases; n >= 10; n /= 10 {
		decimals++
	}
	return decimals
}

// rounded keeps a number of decimals of a share.
func (e Estimate) rounded(decimals int) Estimate {
	scale := math.Pow10(decimals)
	for _, v := range []*float64{&e.Value, &e.Interval.Low, &e.Interval.High} {
		*v = math.Round(*v*scale) / scale
	}
	return e
}
