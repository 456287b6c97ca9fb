package report

import (
	"herstel/report/nl"
	"herstel/stats"
)

// leadTimes gives every step its years below each other: five numbers a year
// would not fit beside each other.
func (l *tableLayout) leadTimes() tableView {
	days := func(of func(stats.Quantiles) float64) func(*stats.Cell) string {
		return func(c *stats.Cell) string {
			if !c.Quantiles.Known {
				return markNotApplies
			}
			return nl.DecimalShort(of(c.Quantiles), 1)
		}
	}
	columns := []tableColumn{
		{"zaken", func(c *stats.Cell) string { return intText(c.Count) }},
		{"p25", days(func(q stats.Quantiles) float64 { return q.P25 })},
		{"mediaan", days(func(q stats.Quantiles) float64 { return q.Median })},
		{"p75", days(func(q stats.Quantiles) float64 { return q.P75 })},
		{"p90", days(func(q stats.Quantiles) float64 { return q.P90 })},
	}
	t := tableView{Caption: l.caption() + ", in dagen", Stub: "Jaar", Notes: l.notes()}
	for _, c := range columns {
		t.Heads = append(t.Heads, headView{Title: c.title})
	}
	for i := range l.table.Rows {
		r := &l.table.Rows[i]
		body := bodyView{Title: l.label(r)}
		for y, year := range l.figs.Years {
			row := rowView{Label: nl.Year(year)}
			for j, c := range columns {
				row.Cells = append(row.Cells, printed(&r.Cells[y], c, y == l.view.now, j == 0))
			}
			body.Rows = append(body.Rows, row)
		}
		t.Bodies = append(t.Bodies, body)
	}
	return t
}

// notes explains the marks that the table uses.
func (l *tableLayout) notes() []string {
	hidden, exceptions := false, 0
	var reasons []string
	seen := map[string]bool{}
	for i := range l.table.Rows {
		for y := range l.table.Rows[i].Cells {
			c := &l.table.Rows[i].Cells[y]
			hidden = hidden || c.Status == stats.Suppressed
			if c.Exception != "" {
				exceptions++
			}
			if c.Status == stats.NotAvailable && !seen[c.Reason] {
				seen[c.Reason] = true
				reasons = append(reasons, markNotAvailable+": niet beschikbaar"+reasonAfterColon(c.Reason))
			}
		}
	}
	var notes []string
	if hidden {
		notes = append(notes, markHidden+": verborgen, omdat mensen anders te herkennen zouden kunnen zijn.")
	}
	notes = append(notes, reasons...)
	if exceptions > 0 {
		notes = append(notes, nl.Count(exceptions, "klein getal staat", "kleine getallen staan")+" er op grond van een uitzondering; zie de verantwoording.")
	}
	return notes
}

func reasonAfterColon(reason string) string {
	if reason == "" {
		return "."
	}
	return nl.Sentence(": " + reason)
}
