package workbook

import (
	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/inference"
	"herstel/stats/nl"
)

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

// splitMeasures are the columns of a part of a change in the workbook.
var splitMeasures = []measureColumn{
	{header: "Procentpunt", entry: splitPoints(func(p stats.Estimate) (float64, bool) { return p.Value, p.Known })},
	{header: "Ondergrens", entry: splitPoints(func(p stats.Estimate) (float64, bool) {
		return p.Interval.Low,
			p.IntervalKnown
	})},
	{header: "Bovengrens", entry: splitPoints(func(p stats.Estimate) (float64, bool) {
		return p.Interval.High,
			p.IntervalKnown
	})},
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
			for _, m := range content.WaitMeasures {
				q := m.Of(c.Waits)
				rows = append(rows, []entry{{form: formRank, number: float64(b.figs.Years[y])}, countEntry(c),
					textEntry(nl.Capital(m.Name)),
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
