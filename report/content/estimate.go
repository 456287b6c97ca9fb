package content

import (
	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/nl"
)

// The columns of an estimated share in a table.
const (
	estimateTitle       = "aandeel, geschat"
	estimateMarginTitle = "toevalsmarge"
)

var estimateColumns = []Column{
	{estimateTitle, func(c *stats.Cell) string {
		if !c.Estimate.Known {
			return chart.MarkNotApplies
		}
		return nl.PercentOf(c.Estimate.Value, 1)
	}},
	{estimateMarginTitle, func(c *stats.Cell) string {
		if !c.Estimate.IntervalKnown {
			return chart.MarkNotApplies
		}
		return nl.PercentOf(c.Estimate.Interval.Low, 1) + " tot " + nl.PercentOf(c.Estimate.Interval.High, 1)
	}},
}
