package stats

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"herstel/stats/day"
	"herstel/stats/nl"
)

// earlierReport is a report that printed numbers: its year, and its peildatum.
type earlierReport struct {
	year int
	date day.Day
}

// earlierReports makes what the export says by now for the day of an earlier
// report. Each is made once. A reader has them beside the figures of now, so for
// privacy each is a publication after those and after the ones before it.
type earlierReports struct {
	c    *computation
	ctx  context.Context
	made map[earlierReport]*Figures // nil where there were no cases yet
	told []*Earlier                 // what was published before, the figures of now, and those that were made
}

// addThen fills in what the export says by now for the day of the printed number.
func (e *earlierReports) addThen(figs *Figures, f *Figure, cmp *Comparison) error {
	cmp.Undated = cmp.ReferenceDate == day.NoDay && f.FromExport()
	if cmp.ReferenceDate == day.NoDay || !f.FromExport() {
		cmp.ReferenceDate = day.NoDay
		return nil
	}
	if cmp.Today.Status == Suppressed {
		cmp.Then, cmp.ThenOutcome = cmp.Today, NotCompared // what it says for that day could place it
		return nil
	}
	if cmp.ReferenceDate == figs.ReferenceDates[slices.Index(figs.Years, cmp.Year)] {
		cmp.Then, cmp.ThenOutcome = cmp.Today, cmp.Outcome
		return nil
	}
	then, err := e.at(figs, earlierReport{cmp.Year, cmp.ReferenceDate})
	if err != nil {
		return err
	}
	probe := *cmp
	probe.Outcome, probe.Reasons = Equal, nil
	probe.Today = Cell{Status: NotAvailable, Reason: "op die dag waren er nog geen zaken"}
	if then != nil {
		probe.Today = then.cellOf(f, cmp.Category, cmp.Year)
	}
	probe.settle()
	cmp.Then, cmp.ThenOutcome = probe.Today, probe.Outcome
	return nil
}

// at returns the figures of a report of a year on a day, beside those of now.
func (e *earlierReports) at(now *Figures, r earlierReport) (*Figures, error) {
	if figs, ok := e.made[r]; ok {
		return figs, nil
	}
	if e.told == nil {
		e.told = append(slices.Clone(e.c.opt.Earlier), now.published())
	}
	alone := *e.c.rules
	alone.Years = 1 // a number of another year is of another report
	c, err := newComputation(e.c.data, &alone, Options{Year: r.year, ReferenceDate: r.date, Earlier: e.told})
	var none *NoCasesError
	if errors.As(err, &none) {
		e.made[r] = nil
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c.yields = true
	figs, _, err := c.protected(e.ctx)
	if err != nil {
		return nil, err
	}
	e.made[r], e.told = figs, append(e.told, figs.published())
	return figs, nil
}

// thenReason says what the number for the day of the report tells about the
// difference with that of today, which is counted on another day or the same one.
func (c *Comparison) thenReason(today day.Day) string {
	date := nl.Date(c.ReferenceDate.Civil())
	then, _ := c.Written(&c.Then)
	switch {
	case c.ThenOutcome == Different:
		return fmt.Sprintf("de export of herstel.yaml is sinds dat verslag veranderd: voor %s komt er nu %s uit", date,
			then)
	case c.ThenOutcome == NotCompared:
		return fmt.Sprintf("voor %s is er nu geen getal om mee te vergelijken", date)
	case today < c.ReferenceDate:
		return fmt.Sprintf("voor %s geeft de export nog steeds %s; nu telt %d zoals het eerder was, op %s", date, then,
			c.Year, nl.Date(today.Civil()))
	}
	return fmt.Sprintf("voor %s geeft de export nog steeds %s: de zaken gingen daarna door", date, then)
}

// Written writes the number of a cell the Dutch way, in the form in which the
// earlier report printed its own. It reports false when the cell has none.
func (c *Comparison) Written(cell *Cell) (string, bool) {
	switch {
	case cell.Status != OK:
		return "", false
	case c.IsShare:
		if !cell.Share.Known {
			return "", false
		}
		return nl.Percent(cell.Share.Num, cell.Share.Den, max(c.Decimals-2, 0)), true
	case c.IsMedian:
		if !cell.Quantiles.Known {
			return "", false
		}
		return nl.DecimalShort(cell.Quantiles.Median, 1), true
	case !cell.Count.Known:
		return "", false
	}
	return nl.IntText(cell.Count.N), true
}
