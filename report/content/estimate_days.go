package content

import (
	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/inference"
	"herstel/stats/nl"
)

// WaitMeasures are the quantiles of a duration that is estimated, in their order.
var WaitMeasures = []struct {
	Name string
	Of   func(stats.WaitQuantiles) stats.WaitQuantile
}{
	{"mediaan", func(q stats.WaitQuantiles) stats.WaitQuantile { return q.Median }},
	{"p75", func(q stats.WaitQuantiles) stats.WaitQuantile { return q.P75 }},
	{"p90", func(q stats.WaitQuantiles) stats.WaitQuantile { return q.P90 }},
}

// YearsBelow says that a table has its years below each other: it has too many
// numbers a year to stand beside each other.
func YearsBelow(f *stats.Figure) bool {
	return f.Kind == stats.KindLeadTime || f.Kind == stats.KindWaits
}

// waitColumns print a duration that is estimated. A quantile that the curve does
// not reach is not available.
func waitColumns() []Column {
	columns := []Column{{"zaken", func(c *stats.Cell) string { return intText(c.Count) }}}
	for _, m := range WaitMeasures {
		columns = append(columns,
			Column{m.Name, func(c *stats.Cell) string { return daysOrMark(m.Of(c.Waits).Day) }},
			Column{"toevalsmarge van " + m.Name, func(c *stats.Cell) string {
				q := m.Of(c.Waits)
				if !q.Day.Known {
					return chart.MarkNotAvailable
				}
				return daysOrMark(q.Low) + " tot " + daysOrMark(q.High)
			}})
	}
	return columns
}

func daysOrMark(d inference.Days) string {
	if !d.Known {
		return chart.MarkNotAvailable
	}
	return nl.Int(d.N)
}
