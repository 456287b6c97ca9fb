package report

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// splitFields are a part of a change in the tidy form: in points, or the share
// that the change is held against.
func splitFields(c *stats.Cell) []field {
	p := c.Points
	return []field{
		floatField("procentpunt", p.Known, func() float64 { return 100 * p.Value }),
		floatField("ondergrens", p.IntervalKnown, func() float64 { return 100 * p.Interval.Low }),
		floatField("bovengrens", p.IntervalKnown, func() float64 { return 100 * p.Interval.High }),
		floatField("aandeel", c.Estimate.Known, func() float64 { return c.Estimate.Value }),
	}
}

// splitColumns print a part of a change.
var splitColumns = []tableColumn{
	{"aandeel", func(c *stats.Cell) string {
		if !c.Estimate.Known {
			return markNotApplies
		}
		return nl.PercentOf(c.Estimate.Value, 1)
	}},
	{estimateMarginTitle, func(c *stats.Cell) string {
		if !c.Points.IntervalKnown {
			return markNotApplies
		}
		return marginPoints(c.Points.Interval)
	}},
	{"procentpunt", func(c *stats.Cell) string {
		if !c.Points.Known {
			return markNotApplies
		}
		return nl.SignedDecimal(100*c.Points.Value, 1)
	}},
}

func marginPoints(i stats.Interval) string {
	return nl.SignedDecimal(100*i.Low, 1) + " tot " + nl.SignedDecimal(100*i.High, 1)
}

// splitMeasures are the columns of a part of a change in the workbook.
var splitMeasures = []measureColumn{
	{header: "Procentpunt", entry: splitPoints(func(p stats.Estimate) (float64, bool) { return p.Value, p.Known })},
	{header: "Ondergrens", entry: splitPoints(func(p stats.Estimate) (float64, bool) { return p.Interval.Low, p.IntervalKnown })},
	{header: "Bovengrens", entry: splitPoints(func(p stats.Estimate) (float64, bool) { return p.Interval.High, p.IntervalKnown })},
	{header: "Aandeel", entry: estimateEntries[0]},
}

func splitPoints(value func(stats.Estimate) (float64, bool)) func(*stats.Cell) entry {
	return func(cell *stats.Cell) entry {
		n, known := value(cell.Points)
		if !known {
			return absentEntry(cell)
		}
		return entry{form: formPoints, number: 100 * n}
	}
}
