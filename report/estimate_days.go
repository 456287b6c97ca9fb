package report

import (
	"strconv"

	"herstel/stats"
	"herstel/stats/inference"
	"herstel/stats/nl"
)

// waitMeasures are the quantiles of a duration that is estimated, in their order.
var waitMeasures = []struct {
	name string
	of   func(stats.WaitQuantiles) stats.WaitQuantile
}{
	{"mediaan", func(q stats.WaitQuantiles) stats.WaitQuantile { return q.Median }},
	{"p75", func(q stats.WaitQuantiles) stats.WaitQuantile { return q.P75 }},
	{"p90", func(q stats.WaitQuantiles) stats.WaitQuantile { return q.P90 }},
}

// waitFields are the quantiles in the tidy form, each with its interval.
func waitFields(q stats.WaitQuantiles) []field {
	var fields []field
	for _, m := range waitMeasures {
		quantile := m.of(q)
		low, high := daysField(m.name+"_ondergrens", quantile.Low), daysField(m.name+"_bovengrens", quantile.High)
		interval := field{name: m.name + "_interval", columns: []field{low, high}}
		if quantile.Day.Known {
			interval.text = "[" + orElse(low.text, "null") + "," + orElse(high.text, "null") + "]"
		}
		fields = append(fields, daysField(m.name, quantile.Day), interval)
	}
	return fields
}

func daysField(name string, d inference.Days) field {
	if !d.Known {
		return field{name: name}
	}
	return field{name: name, text: strconv.Itoa(d.N)}
}

// yearsBelow says that a table has its years below each other: it has too many
// numbers a year to stand beside each other.
func yearsBelow(f *stats.Figure) bool {
	return f.Kind == stats.KindLeadTime || f.Kind == stats.KindWaits
}

// waitColumns print a duration that is estimated. A quantile that the curve does
// not reach is not available.
func waitColumns() []tableColumn {
	columns := []tableColumn{{"zaken", func(c *stats.Cell) string { return intText(c.Count) }}}
	for _, m := range waitMeasures {
		columns = append(columns,
			tableColumn{m.name, func(c *stats.Cell) string { return daysOrMark(m.of(c.Waits).Day) }},
			tableColumn{"toevalsmarge van " + m.name, func(c *stats.Cell) string {
				q := m.of(c.Waits)
				if !q.Day.Known {
					return markNotAvailable
				}
				return daysOrMark(q.Low) + " tot " + daysOrMark(q.High)
			}})
	}
	return columns
}

func daysOrMark(d inference.Days) string {
	if !d.Known {
		return markNotAvailable
	}
	return nl.Int(d.N)
}

// waitSheet is the table of a duration that is estimated in the workbook: a row
// for each year and quantile.
var waitSheet = []column{
	{header: "Jaar", width: narrow, numeric: true},
	{header: "Zaken", width: narrow, numeric: true},
	{header: "Maat", width: narrow},
	{header: "Dagen", width: narrow, numeric: true},
	{header: "Dagen: ondergrens", width: narrow, numeric: true},
	{header: "Dagen: bovengrens", width: narrow, numeric: true},
}

func (b *book) waitRows(table *stats.Table) [][]entry {
	var rows [][]entry
	for i := range table.Rows {
		for y := len(b.figs.Years) - 1; y >= 0; y-- {
			c := &table.Rows[i].Cells[y]
			for _, m := range waitMeasures {
				q := m.of(c.Waits)
				rows = append(rows, []entry{{form: formRank, number: float64(b.figs.Years[y])}, countEntry(c), textEntry(nl.Capital(m.name)),
					daysOrSymbol(q.Day), daysOrSymbol(q.Low), daysOrSymbol(q.High)})
			}
		}
	}
	return rows
}

func daysOrSymbol(d inference.Days) entry {
	if !d.Known {
		return symbol(symbolNotAvailable)
	}
	return wholeEntry(d.N)
}
