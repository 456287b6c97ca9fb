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
// report. Each is made once, with privacy applied as that report would.
type earlierReports struct {
	c    *computation
	ctx  context.Context
	made map[earlierReport]*Figures
}

// addThen fills in what the export says by now for the day of the printed number.
func (e *earlierReports) addThen(figs *Figures, f *Figure, cmp *Comparison) error {
	if cmp.ReferenceDate == day.NoDay || f.Source == fromKeyFigures {
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
	then, err := e.at(earlierReport{cmp.Year, cmp.ReferenceDate})
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

// at returns the figures of a report of a year on a day; nil when there were no cases yet.
func (e *earlierReports) at(r earlierReport) (*Figures, error) {
	if figs, ok := e.made[r]; ok {
		return figs, nil
	}
	c, err := newComputation(e.c.data, e.c.rules,
		Options{Year: r.year, ReferenceDate: r.date, Earlier: e.c.opt.Earlier})
	var none *NoCasesError
	if errors.As(err, &none) {
		e.made[r] = nil
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	figs, _, err := c.protected(e.ctx)
	if err != nil {
		return nil, err
	}
	e.made[r] = figs
	return figs, nil
}

// thenReason says what the number for the day of the report tells about the
// difference: whether the export was changed, or the cases went on.
func (c *Comparison) thenReason() string {
	date := nl.Date(c.ReferenceDate.Civil())
	switch c.ThenOutcome {
	case Equal, EqualRounded:
		return fmt.Sprintf("voor %s geeft de export nog hetzelfde getal: de zaken gingen daarna door", date)
	case Different:
		return fmt.Sprintf("de export is sinds dat verslag veranderd: voor %s geeft hij nu een ander getal", date)
	}
	return fmt.Sprintf("voor %s is er nu geen getal om mee te vergelijken", date)
}
