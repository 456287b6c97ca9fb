package stats

import (
	"fmt"

	"herstel/stats/day"
	"herstel/stats/inference"
)

// WaitQuantile is a quantile of the days to an event, with its 95% interval. Each
// of the three is absent where its curve does not get there.
type WaitQuantile = inference.SurvivalQuantile

// WaitQuantiles are quantiles of a duration of which not every case has the end yet.
type WaitQuantiles struct{ Median, P75, P90 WaitQuantile }

// countWaitForClosing counts the days of a case until it is closed.
func (y *yearCounts) countWaitForClosing(cs *Case, at day.Day) {
	if cs.Closed != day.NoDay {
		y.toClosing.events.add(cs.Closed-cs.Assigned, 1)
	} else {
		y.toClosing.followed.add(at-cs.Assigned, 1)
	}
}

// cohortLeadTimeRows estimates how long the cases assigned in a year take until
// they are closed, by Kaplan and Meier, as package inference says.
func (c *computation) cohortLeadTimeRows(*Figure) []Row {
	row := Row{Labels: []string{trajectoryLabels[assignedToClosed]}, Cells: make([]Cell, len(c.years))}
	for i := range c.years {
		row.Cells[i] = cohortLeadTimeCell(&c.of(i).toClosing)
	}
	return []Row{row}
}

// cohortLeadTimeCell gives the quantiles that the curve reaches. The number of
// cases is the instroom of standen, which always shows.
func cohortLeadTimeCell(w *waits) Cell {
	n := w.cases()
	if n < fewestForQuantiles {
		return Cell{Status: NotAvailable,
			Reason: fmt.Sprintf("in dat jaar zijn minder dan %d zaken uitgezet", fewestForQuantiles)}
	}
	curve := inference.KaplanMeier(w.events.histogram(), w.followed.histogram())
	cell := Cell{Count: Num(n), Waits: WaitQuantiles{Median: curve.Quantile(50), P75: curve.Quantile(75)}}
	if n >= fewestForP90 {
		cell.Waits.P90 = curve.Quantile(90)
	}
	if !cell.Waits.Median.Day.Known {
		return Cell{Status: NotAvailable, Reason: "te veel zaken lopen nog om de middelste duur te schatten"}
	}
	return cell
}
