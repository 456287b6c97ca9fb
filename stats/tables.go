package stats

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// tableBuilders says, by source, how the rows of a figure are made.
var tableBuilders = [...]func(*computation, *Figure) []Row{
	fromCases:      (*computation).caseRows,
	fromBreakdown:  (*computation).breakdownRows,
	fromClosed:     (*computation).closedRows,
	fromMaturity:   (*computation).maturityRows,
	fromLeadTimes:  (*computation).leadTimeRows,
	fromStock:      (*computation).stockRows,
	fromMonths:     (*computation).monthRows,
	fromMediators:  (*computation).mediatorRows,
	fromKeyFigures: (*computation).keyFigureRows,
}

// holds reports whether a case meets a condition.
func (cond Condition) holds(k *jointKey) bool {
	return (!cond.Assigned || k.stream == Assigned) &&
		(!cond.Rejected || k.stream == Rejected) &&
		(!cond.Willing || k.willing) &&
		(!cond.Contact || k.contact)
}

// yearTallies makes a tally for each year.
func (c *computation) yearTallies() []tally {
	years := make([]tally, len(c.years))
	for i := range years {
		years[i] = newTally()
	}
	return years
}

func (c *computation) caseRows(f *Figure) []Row {
	if len(f.Breakdown) == 1 && f.Breakdown[0] == DimStream {
		return c.streamRows(f)
	}
	years := c.yearTallies()
	domains := make([]domain, len(f.Breakdown))
	places := make([]func(*jointKey) index, len(f.Breakdown))
	for i, d := range f.Breakdown {
		domains[i], places[i] = c.domains[d.ID].domain, c.domains[d.ID].of
	}
	for key, n := range c.cube.joint {
		year := slices.Index(c.years, int(key.cohort))
		if year < 0 || n == 0 || !f.Base.holds(&key) {
			continue
		}
		var at place
		for i, of := range places {
			at[i] = of(&key)
		}
		years[year].add(f, at, f.Count.holds(&key), n)
	}
	return f.rows(domains, years)
}

// streamRows counts all referrals and what became of them.
func (c *computation) streamRows(f *Figure) []Row {
	streams := [...]index{Assigned: 1, Rejected: 2, Pending: 3}
	years := c.yearTallies()
	for key, n := range c.cube.joint {
		if year := slices.Index(c.years, int(key.cohort)); year >= 0 {
			years[year].counts[place{0}] += n
			years[year].add(f, place{streams[key.stream]}, true, n)
		}
	}
	return f.rows([]domain{{streamLabels, len(streamLabels)}}, years)
}

func (c *computation) breakdownRows(f *Figure) []Row {
	i := f.Breaks - 1
	values, places := openDomain(&c.cube.breakdownNames[i])
	years := c.yearTallies()
	for key, n := range c.cube.breakdowns[i] {
		if year := slices.Index(c.years, key.cohort); year >= 0 && n != 0 {
			years[year].add(f, place{places[key.value]}, !f.Count.Contact || key.contact, n)
		}
	}
	return f.rows([]domain{values}, years)
}

func (c *computation) closedRows(f *Figure) []Row {
	years := c.yearTallies()
	for i, year := range c.years {
		if closed, ok := c.cube.closedAll[year]; ok {
			years[i].bases[place{}] = closed.cases
			years[i].counts[place{}] = closed.contact
		}
	}
	return f.rows(nil, years)
}

func (c *computation) maturityRows(f *Figure) []Row {
	years := c.yearTallies()
	for i, year := range c.years {
		cutOff := c.reference.YearsEarlier(c.opt.Year - year)
		years[i].bases[place{}] = c.cube.known[year].until(cutOff)
		years[i].counts[place{}] = c.cube.contacted[year].until(cutOff)
	}
	return f.rows(nil, years)
}

// leadTimeColumns are the columns that the trajectories need.
var leadTimeColumns = [trajectoryCount]Column{ColAssigned, ColContacted, ColClosed}

func (c *computation) leadTimeRows(*Figure) []Row {
	rows := make([]Row, trajectoryCount)
	for trajectory := range rows {
		rows[trajectory] = Row{Labels: []string{trajectoryLabels[trajectory]}, Cells: make([]Cell, len(c.years))}
		column := leadTimeColumns[trajectory]
		for i, year := range c.years {
			if c.absent[absentKey{column: column}] {
				rows[trajectory].Cells[i] = Cell{Status: NotAvailable, Reason: missingColumn(column.String())}
				continue
			}
			rows[trajectory].Cells[i] = leadTimeCell(c.cube.leadTimes[leadKey{year, trajectory}])
		}
	}
	return rows
}

func leadTimeCell(days *dayCounts) Cell {
	n := days.total()
	cell := Cell{Count: Num(n)}
	if n > 0 {
		cell.Quantiles = Quantiles{Known: true,
			P25: days.quantile(25, n), Median: days.quantile(50, n), P75: days.quantile(75, n), P90: days.quantile(90, n)}
	}
	return cell
}

func (c *computation) stockRows(*Figure) []Row {
	rows := countRows(stockLabels, len(c.years))
	for i, year := range c.years {
		begin := 0
		for y, n := range c.cube.assigned {
			if y < year {
				begin += n
			}
		}
		for y, n := range c.cube.closed {
			if y < year {
				begin -= n
			}
		}
		in, out := c.cube.assigned[year], c.cube.closed[year]
		for r, n := range []int{begin, in, out, begin + in - out} {
			rows[r].Cells[i].Count = Num(n)
		}
	}
	return rows
}

func (c *computation) monthRows(*Figure) []Row {
	rows := countRows(monthLabels(), len(c.years))
	for i, year := range c.years {
		for month, n := range c.cube.months[year] {
			rows[month].Cells[i].Count = Num(n)
		}
	}
	return rows
}

func (c *computation) mediatorRows(*Figure) []Row {
	row := Row{Cells: make([]Cell, len(c.years))}
	for i, year := range c.years {
		different := 0
		for key, n := range c.cube.mediators {
			if key.cohort == year && n > 0 {
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

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
