package stats

import (
	"context"
	"errors"
	"fmt"

	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// protect hides small counts, and what gives them away, in every table of figs
// at once. It expects figs with all numbers and without ranks and changes, and
// leaves shown cells as they are. Years are protected one by one: a case
// belongs to one cohort, and changes are made afterwards from what is shown.
//
// A count is hidden everywhere it occurs, or nowhere. A share is hidden when
// its count or its base is: a cell whose base alone is hidden keeps its status
// and its count, and loses its base and its share.
//
// The equations between the figures are derived from the catalog (see
// privacylink.go) and solved by package disclosure. When the proof cannot be
// given, protect returns an error and figs must not be used.
func protect(ctx context.Context, figs *Figures, ruleset *rules.Rules, known *memory) (*Audit, error) {
	audit := &Audit{threshold: ruleset.Privacy.Threshold}
	excepted, err := matchExceptions(figs, ruleset.Privacy.Exceptions)
	if err != nil {
		return nil, err
	}
	if err := checkAccepted(figs, ruleset.Privacy.Accepted); err != nil {
		return nil, err
	}
	for i, year := range figs.Years {
		links, err := protectYear(ctx, figs, ruleset, i, excepted, known)
		var work *WorkError
		var clash *ClashError
		if errors.As(err, &work) || errors.As(err, &clash) || ctx.Err() != nil {
			return nil, err
		}
		if err != nil {
			return nil, fmt.Errorf("de privacy van %d is niet te bewijzen, dus er komen geen cijfers: %w", year,
				proofError(err))
		}
		y := newAuditYear(ctx, figs, links)
		y.keepOpen(figs, known)
		audit.years = append(audit.years, y)
	}
	for i, year := range audit.years {
		year.apply(i)
	}
	for i, year := range audit.years { // from here on rows go: their numbers are no longer those of the audit
		before := known.withheldBefore(figs, ruleset, i, year.links.accepted)
		figs.withhold(year.links.withheld, before, i)
	}
	if ruleset.Privacy.Threshold > 1 {
		audit.unnamed = figs.foldUntold(ruleset)
	}
	audit.earlier = known.tellEarlier(figs, audit.years)
	if ruleset.Privacy.Threshold > 1 {
		hideFewDurations(figs)
	}
	figs.Exceptions = append(append(figs.Exceptions, excepted.used()...), audit.accepted(ruleset)...)
	return audit, nil
}

// proofError words the faults of package disclosure in Dutch.
func proofError(err error) error {
	if errors.Is(err, disclosure.ErrInconsistent) {
		return fmt.Errorf("de tabellen spreken elkaar tegen (%w)", err)
	}
	return err
}

// protectYear links the cells of one year and decides which are hidden. A
// figure with a count that cannot be hidden is withheld, and the year is linked
// anew without it: that a reader sees less of it may let others show more. The
// figures of detail join the others afterwards.
func protectYear(ctx context.Context, figs *Figures, ruleset *rules.Rules, year int, excepted exceptions,
	known *memory) (*linker, error) {
	p := yearProtector{figs: figs, rules: ruleset, year: year, excepted: excepted, known: known}
	accepted := (&linker{figs: figs, rules: ruleset, year: year}).accepted
	withheld := known.withheldBefore(figs, ruleset, year, accepted)
	details := p.details(withheld, accepted)
	for {
		l, err := p.without(ctx, withheld, nil)
		if err != nil {
			return nil, err
		}
		failing := l.failing()
		if len(failing) == 0 {
			if l, err = p.join(ctx, l, details); err != nil {
				return nil, err
			}
			return l, excepted.note(ctx, figs, ruleset, year, l)
		}
		if l.recall.bound && !known.yields {
			if err := l.clash(ctx, known); err != nil {
				return nil, err
			}
		}
		for _, id := range failing {
			withheld[id] = true
		}
	}
}

// solve protects each set of linked cells.
func (l *linker) solve(ctx context.Context, threshold int) error {
	for _, set := range l.sets {
		result, err := set.model.Protect(ctx, threshold, set.known...)
		if err != nil {
			return l.workError(set, err)
		}
		set.result = result
	}
	l.threshold = threshold
	return nil
}

// hidden says whether the count of a cell is hidden.
func (l *linker) hidden(c *linkedCell) bool {
	if c.set == nil {
		return c.exception == nil && c.value > 0 && c.value < l.threshold
	}
	return c.exception == nil && l.conceals(c.set, c.count)
}

// hiddenZero says whether a zero is hidden: that of a group of which the size is
// hidden, as it would tell of each of a few people what is not so, or one that
// the user wants hidden. The proof is given against a reader who knows that it
// is zero, and so holds for one who does not.
func (l *linker) hiddenZero(c *linkedCell) bool {
	return c.value == 0 && c.exception == nil && (l.zeros[c] || c.hasBase && l.conceals(c.set, c.base))
}

// apply removes from the cells of a year what is hidden.
func (y *auditYear) apply(year int) {
	for _, c := range y.links.cells {
		cell := &c.table.Rows[c.row].Cells[year]
		if c.exception != nil {
			cell.Exception = c.exception.entry.Reason
		}
		baseHidden := c.hasBase && y.links.conceals(c.set, c.base)
		if baseHidden {
			cell.Base, cell.Share = Int{}, Share{}
		}
		if y.links.hidden(c) || y.links.hiddenZero(c) {
			cell.Status = Suppressed
			cell.Count, cell.Share, cell.Quantiles = Int{}, Share{}, Quantiles{}
		}
	}
}

// The fewest cases of which quantiles show: of fewer, a quantile is close to
// the duration of one case.
const (
	fewestForQuantiles = 20
	fewestForP90       = 50
)

// hideFewDurations removes the quantiles that rest on too few cases.
func hideFewDurations(figs *Figures) {
	for t := range figs.Tables {
		if figs.Tables[t].Figure.Kind != KindLeadTime {
			continue
		}
		for _, row := range figs.Tables[t].Rows {
			for i := range row.Cells {
				cell := &row.Cells[i]
				if cell.Count.N < fewestForQuantiles {
					cell.Quantiles = Quantiles{}
				}
				if cell.Count.N < fewestForP90 {
					cell.Quantiles.P90, cell.Quantiles.P90Known = 0, false
				}
			}
		}
	}
}
