package stats

import (
	"herstel/stats/day"
	"herstel/stats/rules"
)

// tableBuilders says, by source, how the rows of a figure are made.
var tableBuilders = [...]func(*computation, *Figure) []Row{
	fromCases:      (*computation).caseRows,
	fromBreakdown:  (*computation).breakdownRows,
	fromClosed:     (*computation).closedRows,
	fromSince:      (*computation).sinceRows,
	fromLeadTimes:  (*computation).leadTimeRows,
	fromStock:      (*computation).stockRows,
	fromMonths:     (*computation).monthRows,
	fromMediators:  (*computation).mediatorRows,
	fromKeyFigures: (*computation).keyFigureRows,

	fromContactWithin:  (*computation).contactWithinRows,
	fromCohortLeadTime: (*computation).cohortLeadTimeRows,

	fromDecomposition:   (*computation).decompositionRows,
	fromReferralReasons: (*computation).referralReasonRows,
}

// holds reports whether a case meets a condition.
func (cond Condition) holds(k jointKey) bool {
	return (!cond.Assigned || k.stream() == Assigned) &&
		(!cond.Rejected || k.stream() == Rejected) &&
		(!cond.Willing || k.willing()) &&
		(!cond.Contact || k.contact())
}

func (c *computation) caseRows(f *Figure) []Row {
	if len(f.Breakdown) == 1 && f.Breakdown[0] == rules.DimStream {
		return c.streamRows(f)
	}
	domains := make([]domain, len(f.Breakdown))
	places := make([]func(jointKey) index, len(f.Breakdown))
	for i, d := range f.Breakdown {
		domains[i], places[i] = c.domains[d.ID].domain, c.domains[d.ID].of
	}
	t := newTally(f, domains, len(c.years))
	for _, cases := range c.joint {
		if !f.Base.holds(cases.key) {
			continue
		}
		var at place
		for i, of := range places {
			at[i] = of(cases.key)
		}
		t.addBase(cases.year, at, cases.n)
		if f.Count.holds(cases.key) {
			t.addCount(cases.year, at, cases.n)
		}
	}
	return t.rows()
}

// streamRows counts all referrals and what became of them.
func (c *computation) streamRows(f *Figure) []Row {
	streams := [...]index{Assigned: 1, Rejected: 2, Pending: 3}
	t := newTally(f, []domain{{streamLabels, len(streamLabels)}}, len(c.years))
	for _, cases := range c.joint {
		t.addBase(cases.year, place{}, cases.n)
		t.addCount(cases.year, place{}, cases.n)
		t.addCount(cases.year, place{streams[cases.key.stream()]}, cases.n)
	}
	return t.rows()
}

func (c *computation) breakdownRows(f *Figure) []Row {
	i := f.Breaks - 1
	values, places := c.openDomain(i)
	t := newTally(f, []domain{values}, len(c.years))
	for y := range c.years {
		for code, counts := range c.of(y).breakdowns[i] {
			at := place{places[code]}
			t.addBase(y, at, counts.cases)
			if f.Count.Contact {
				t.addCount(y, at, counts.contact)
			} else {
				t.addCount(y, at, counts.cases)
			}
		}
	}
	return t.rows()
}

func (c *computation) closedRows(f *Figure) []Row {
	t := newTally(f, nil, len(c.years))
	for y := range c.years {
		closed := c.of(y).closedAll
		t.addBase(y, place{}, closed.cases)
		t.addCount(y, place{}, closed.contact)
	}
	return t.rows()
}

// sinceRows counts, for the years before the last, the steps of the cohort that
// had been set on the day of that year, and those that have been set by now.
func (c *computation) sinceRows(*Figure) []Row {
	var rows []Row
	for s, step := range stepLabels {
		for m, moment := range momentLabels {
			row := Row{Labels: []string{step, moment}, Cells: make([]Cell, len(c.years))}
			for i, year := range c.years {
				cohort := c.of(i)
				if m == momentNow {
					cohort = c.now().of(year)
				}
				if i == len(c.years)-1 {
					row.Cells[i] = Cell{Status: NotAvailable, Reason: "dit cijfer gaat over eerdere jaren"}
					continue
				}
				if column := stepColumns[s]; c.now().lacks(year, column) {
					row.Cells[i] = Cell{Status: NotAvailable, Reason: missingColumn(column.String())}
					continue
				}
				steps := [...]int{cohort.assignedAll.cases, cohort.assignedAll.contact,
					cohort.assignedAll.cases - cohort.open}
				row.Cells[i].Count = Num(steps[s])
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// stepColumns are the columns that the steps need.
var stepColumns = [...]rules.Column{rules.ColAssigned, rules.ColContacted, rules.ColClosed}

// leadTimeColumns are the columns that the trajectories need.
var leadTimeColumns = [trajectoryCount]rules.Column{rules.ColAssigned, rules.ColContacted, rules.ColClosed}

func (c *computation) leadTimeRows(*Figure) []Row {
	rows := make([]Row, trajectoryCount)
	for trajectory := range rows {
		rows[trajectory] = Row{Labels: []string{trajectoryLabels[trajectory]}, Cells: make([]Cell, len(c.years))}
		column := leadTimeColumns[trajectory]
		for i, year := range c.years {
			if c.now().lacks(0, column) {
				rows[trajectory].Cells[i] = Cell{Status: NotAvailable, Reason: missingColumn(column.String())}
				continue
			}
			if c.data.Empty[year].Has(column) {
				rows[trajectory].Cells[i] = Cell{Status: NotAvailable, Reason: emptyColumn(column, year)}
				continue
			}
			rows[trajectory].Cells[i] = leadTimeCell(&c.of(i).leadTimes[trajectory])
		}
	}
	return rows
}

func leadTimeCell(days *dayCounts) Cell {
	n := days.total()
	cell := Cell{Count: Num(n)}
	if n > 0 {
		cell.Quantiles = Quantiles{Known: true, P90Known: true,
			P25: days.quantile(25, n), Median: days.quantile(50, n), P75: days.quantile(75, n),
			P90: days.quantile(90, n)}
	}
	return cell
}

func (c *computation) stockRows(*Figure) []Row {
	rows := countRows(stockLabels, len(c.years))
	for i, year := range c.years {
		begin := 0
		for earlier := day.FirstYear; earlier < year; earlier++ {
			begin += c.at[i].of(earlier).assigned - c.at[i].of(earlier).closed
		}
		in, out := c.of(i).assigned, c.of(i).closed
		for r, n := range []int{begin, in, out, begin + in - out} {
			rows[r].Cells[i].Count = Num(n)
		}
	}
	return rows
}

func (c *computation) monthRows(*Figure) []Row {
	last := 12
	if c.unfinished() && c.reference.Year() == c.opt.Year {
		_, last, _ = c.reference.Civil()
	}
	rows := countRows(monthLabels()[:last], len(c.years))
	for i := range c.years {
		all := c.of(i).received()
		for month, n := range c.of(i).months[:last] {
			rows[month].Cells[i] = Cell{Count: Num(n), Base: Num(all), Share: shareOf(n, all)}
		}
	}
	return rows
}

func (c *computation) mediatorRows(*Figure) []Row {
	row := Row{Cells: make([]Cell, len(c.years))}
	for i := range c.years {
		different := 0
		for _, n := range c.of(i).mediators {
			if n > 0 {
				different++
			}
		}
		row.Cells[i].Count = Num(different)
	}
	return []Row{row}
}

func (c *computation) keyFigureRows(*Figure) []Row {
	var rows []Row
	for _, k := range c.rules.KeyFigures {
		row := Row{Labels: []string{k.Name}, Cells: make([]Cell, len(c.years))}
		for i, year := range c.years {
			if value, ok := k.Values[year]; ok {
				row.Cells[i].Count = Num(value)
			} else {
				row.Cells[i] = Cell{Status: NotAvailable, Reason: "niet ingevuld in herstel.yaml"}
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func countRows(labels []string, years int) []Row {
	rows := make([]Row, len(labels))
	for i, label := range labels {
		rows[i] = Row{Labels: []string{label}, Cells: make([]Cell, years)}
	}
	return rows
}
