package stats

import "herstel/stats/day"

// outcomes counts what assigned cases of a cohort came to, and of how many of
// them the day of it is not known.
type outcomes struct{ willing, undatedWilling, undatedContact int }

// add counts one assigned case, as it stood on the day of counting. Willing has
// a day also where contact, which implies it, has one.
func (o *outcomes) add(cs *Case) {
	if cs.Contact == Yes && cs.Contacted == day.NoDay {
		o.undatedContact++
	}
	if cs.Willing != Yes {
		return
	}
	o.willing++
	if cs.WillingOn == day.NoDay && cs.Contacted == day.NoDay {
		o.undatedWilling++
	}
}

// exceeds reports whether a count is more than a percentage of a base.
func exceeds(count, base, percent int) bool { return 100*count > percent*base }

// mostOpen is the percentage of cases still open up to which a year is finished.
const mostOpen = 5

// undated reports whether too many cases with a fact of the figure have no day
// on which it came about.
func (y *yearCounts) undated(f *Figure) bool {
	contact := f.Base.Contact || f.Count.Contact
	willing := f.Base.Willing || f.Count.Willing
	return contact && exceeds(y.outcomes.undatedContact, y.assignedAll.contact, mostUndated) ||
		willing && exceeds(y.outcomes.undatedWilling, y.outcomes.willing, mostUndated)
}

// manyOpen reports whether more of the cohort is still open than a finished year has.
func (y *yearCounts) manyOpen() bool { return exceeds(y.open, y.assignedAll.cases, mostOpen) }

// grows says that a figure of a cohort can still change as its open cases end.
func (f *Figure) grows() bool {
	return f.Span == ByCohort && (f.Source == fromCases || f.Source == fromBreakdown) &&
		(f.Base.Contact || f.Count.Contact || f.Base.Willing || f.Count.Willing)
}

// markProvisional marks the shown numbers of provisional years that can change.
func (c *computation) markProvisional(figs *Figures) {
	for t := range figs.Tables {
		if !figs.Tables[t].Figure.grows() {
			continue
		}
		for _, row := range figs.Tables[t].Rows {
			for i := range row.Cells {
				row.Cells[i].Provisional = figs.Provisional[i] && row.Cells[i].Status == OK
			}
		}
	}
}
