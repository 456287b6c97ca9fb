package content

import (
	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// splitColumns print a part of a change.
var splitColumns = []Column{
	{"aandeel", func(c *stats.Cell) string {
		if !c.Estimate.Known {
			return chart.MarkNotApplies
		}
		return nl.PercentOf(c.Estimate.Value, 1)
	}},
	{estimateMarginTitle, func(c *stats.Cell) string {
		if !c.Points.IntervalKnown {
			return chart.MarkNotApplies
		}
		return sentences.MarginPoints(c.Points.Interval)
	}},
	{"procentpunt", func(c *stats.Cell) string {
		if !c.Points.Known {
			return chart.MarkNotApplies
		}
		return nl.SignedDecimal(100*c.Points.Value, 1)
	}},
}
