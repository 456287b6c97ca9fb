package report

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// The columns of an estimated share in a table.
const (
	estimateTitle       = "aandeel, geschat"
	estimateMarginTitle = "toevalsmarge"
)

var estimateColumns = []tableColumn{
	{estimateTitle, func(c *stats.Cell) string {
		if !c.Estimate.Known {
			return markNotApplies
		}
		return nl.PercentOf(c.Estimate.Value, 1)
	}},
	{estimateMarginTitle, func(c *stats.Cell) string {
		if !c.Estimate.IntervalKnown {
			return markNotApplies
		}
		return nl.PercentOf(c.Estimate.Interval.Low, 1) + " tot " + nl.PercentOf(c.Estimate.Interval.High, 1)
	}},
}

// estimateEntries are an estimate, its lower and its upper end.
var estimateEntries = [3]func(*stats.Cell) entry{
	estimateEntry(func(e stats.Estimate) (float64, bool) { return e.Value, e.Known }),
	estimateEntry(func(e stats.Estimate) (float64, bool) { return e.Interval.Low, e.IntervalKnown }),
	estimateEntry(func(e stats.Estimate) (float64, bool) { return e.Interval.High, e.IntervalKnown }),
}

func estimateEntry(value func(stats.Estimate) (float64, bool)) func(*stats.Cell) entry {
	return func(cell *stats.Cell) entry {
		n, known := value(cell.Estimate)
		if !known {
			return absentEntry(cell)
		}
		return entry{form: formPercent, number: n}
	}
}
