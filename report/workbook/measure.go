package workbook

import (
	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

// measureColumn is a number of each cell of a year; the year comes behind its
// header.
type measureColumn struct {
	header string
	entry  func(cell *stats.Cell) entry
	share  bool // its header tells the noemer, where all rows have the same
}

// of is the noemer behind the header of a share.
func (m measureColumn) of(t *stats.Table, y int) string {
	n, known := t.Base(y)
	if !m.share || !known || t.Figure.Within > 0 {
		return ""
	}
	return " (noemer " + nl.Int(n) + ")"
}

// changeColumn is a number of each cell of the report year beside the cell of
// the year before; VORIG in the header stands for that year.
type changeColumn struct {
	header string
	entry  func(cell, before *stats.Cell) entry
}

// measuresOf lists what the sheet of a figure tells of each year. A figure
// whose rows have their own noemer tells that too.
func measuresOf(f *stats.Figure) []measureColumn {
	count := measureColumn{header: "Aantal", entry: countEntry}
	share := measureColumn{header: "Aandeel", entry: shareEntry(stats.Share.Value), share: true}
	switch {
	case f.Kind == stats.KindIncidence:
		return []measureColumn{{header: "Aandeel", entry: estimateEntries[0], share: true}}
	case f.Kind == stats.KindSplit:
		return splitMeasures
	case f.Kind == stats.KindCount && f.BaseText != "":
		return []measureColumn{count, share}
	case !f.HasShares():
		return []measureColumn{count}
	case f.Within > 0:
		return []measureColumn{count, {header: "Noemer", entry: baseEntry}, share}
	}
	return []measureColumn{count, share}
}

// changesOf lists what the sheet of a figure tells of the change.
func changesOf(told *content.Figure) []changeColumn {
	f := &told.Numbers.Figure
	clear := changeColumn{"Duidelijk", clearEntry}
	switch {
	case !f.HasShares():
		return []changeColumn{{"Verschil met VORIG: aantal", differenceEntry},
			{"Verschil met VORIG: in %", percentEntry}, clear}
	case told.Flow:
		return []changeColumn{{"Verschil met VORIG: aantal", differenceEntry}, clear}
	}
	points := func(c *stats.Change) float64 { return c.Points }
	return []changeColumn{{"Verschil met VORIG: procentpunt", pointsEntry(points)}, clear}
}

// leadTimeColumns are the columns of the lead times: a row for each step and
// year.
var leadTimeColumns = []column{
	{header: "Stap", width: wide},
	{header: "Jaar", width: narrow, numeric: true},
	{header: "Zaken", width: narrow, numeric: true},
	{header: "P25 in dagen", width: narrow, numeric: true},
	{header: "Mediaan in dagen", width: narrow, numeric: true},
	{header: "P75 in dagen", width: narrow, numeric: true},
	{header: "P90 in dagen", width: narrow, numeric: true},
	{header: "Mediaan: verschil met het jaar ervoor", width: narrow, numeric: true},
}

// leadTimeRows lays out the lead times, the newest year of each step first.
func (b *book) leadTimeRows(table *stats.Table) [][]entry {
	quantile := func(value func(stats.Quantiles) (float64, bool), c *stats.Cell) entry { return daysEntry(value)(c) }
	var rows [][]entry
	for i := range table.Rows {
		r := &table.Rows[i]
		for y := len(b.figs.Years) - 1; y >= 0; y-- {
			c := &r.Cells[y]
			change := symbol(symbolNotApplicable)
			if y > 0 && b.figs.Years[y-1] == b.figs.Years[y]-1 {
				change = medianEntry(c, &r.Cells[y-1])
			}
			rows = append(rows, []entry{
				textEntry(content.RowLabel(&table.Figure, r)), {form: formRank, number: float64(b.figs.Years[y])},
				countEntry(c),
				quantile(func(q stats.Quantiles) (float64, bool) { return q.P25, q.Known }, c),
				quantile(func(q stats.Quantiles) (float64, bool) { return q.Median, q.Known }, c),
				quantile(func(q stats.Quantiles) (float64, bool) { return q.P75, q.Known }, c),
				quantile(func(q stats.Quantiles) (float64, bool) { return q.P90, q.P90Known }, c),
				change,
			})
		}
	}
	return rows
}
