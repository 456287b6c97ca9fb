package tidy

import "herstel/stats"

// splitFields are a part of a change in the tidy form: in points, or the share
// that the change is held against.
func splitFields(c *stats.Cell) []Field {
	p := c.Points
	return []Field{
		floatField("procentpunt", p.Known, func() float64 { return 100 * p.Value }),
		floatField("ondergrens", p.IntervalKnown, func() float64 { return 100 * p.Interval.Low }),
		floatField("bovengrens", p.IntervalKnown, func() float64 { return 100 * p.Interval.High }),
		floatField("aandeel", c.Estimate.Known, func() float64 { return c.Estimate.Value }),
	}
}
