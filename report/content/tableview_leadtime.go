package content

import (
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/nl"
)

// leadTimes gives every step its years below each other: five numbers a year
// would not fit beside each other.
func (l *tableLayout) leadTimes() Table {
	days := func(of func(stats.Quantiles) (float64, bool)) func(*stats.Cell) string {
		return func(c *stats.Cell) string {
			n, known := of(c.Quantiles)
			switch {
			case known:
				return nl.DecimalShort(n, 1)
			case c.Count.N > 0:
				return chart.MarkHidden
			}
			return chart.MarkNotApplies
		}
	}
	columns := []Column{
		{"zaken", func(c *stats.Cell) string { return intText(c.Count) }},
		{"p25", days(func(q stats.Quantiles) (float64, bool) { return q.P25, q.Known })},
		{"mediaan", days(func(q stats.Quantiles) (float64, bool) { return q.Median, q.Known })},
		{"p75", days(func(q stats.Quantiles) (float64, bool) { return q.P75, q.Known })},
		{"p90", days(func(q stats.Quantiles) (float64, bool) { return q.P90, q.P90Known })},
	}
	if l.table.Figure.Kind == stats.KindWaits {
		columns = waitColumns()
	}
	t := Table{Caption: l.caption() + ", in dagen", Stub: "Jaar", Notes: l.notes()}
	for _, c := range columns {
		t.Heads = append(t.Heads, Head{Title: c.title})
	}
	for i := range l.table.Rows {
		r := &l.table.Rows[i]
		body := Body{Title: l.label(r)}
		for y, year := range l.figs.Years {
			row := Row{Label: nl.Year(year)}
			for j, c := range columns {
				row.Cells = append(row.Cells, printed(&r.Cells[y], c, y == l.view.Now, j == 0))
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
			if l.skips(y) {
				continue
			}
			c := &l.table.Rows[i].Cells[y]
			hidden = hidden || c.Status == stats.Suppressed
			if ExceptionNeeded(l.figs, l.table, i, y) {
				exceptions++
			}
			if c.Status == stats.NotAvailable && !seen[c.Reason] {
				seen[c.Reason] = true
				reasons = append(reasons, chart.MarkNotAvailable+": niet beschikbaar"+inBrackets(c.Reason))
			}
		}
	}
	var notes []string
	if n := len(l.figs.Provisional); n > 0 && l.figs.Provisional[n-1] && l.provisional() {
		notes = append(notes, "Voorlopig: er lopen nog zaken die dit cijfer kunnen veranderen.")
	}
	if hidden {
		notes = append(notes, chart.MarkHidden+": verborgen, omdat mensen anders te herkennen zouden kunnen zijn.")
	}
	if slices.ContainsFunc(l.table.Rows, stats.Row.Folds) {
		notes = append(notes, "Onder "+stats.HiddenLabel+
			" staan de waarden waarvan in geen enkel jaar een getal te zien is.")
	}
	notes = append(notes, reasons...)
	if exceptions > 0 {
		notes = append(notes, nl.Count(exceptions, "getal staat", "getallen staan")+
			" er op grond van een uitzondering; zie de verantwoording.")
	}
	return notes
}

// ExceptionNeeded reports whether a cell is shown thanks to an exception: one
// that names it, and without which it would have been hidden.
func ExceptionNeeded(figs *stats.Figures, table *stats.Table, row, year int) bool {
	r := &table.Rows[row]
	return r.Cells[year].Exception != "" && slices.ContainsFunc(figs.Exceptions, func(e stats.Exception) bool {
		return e.Used && e.Figure == table.Figure.ID && e.Year == figs.Years[year] &&
			slices.EqualFunc(e.Category, r.Labels, func(l stats.Label, value string) bool { return l.Value == value })
	})
}

func inBrackets(reason string) string {
	if reason == "" {
		return "."
	}
	return " (" + strings.TrimRight(reason, ". ") + ")."
}

// provisional reports whether a number of the report year can still change.
func (l *tableLayout) provisional() bool {
	return slices.ContainsFunc(l.table.Rows, func(r stats.Row) bool { return l.view.Cell(&r).Provisional })
}
