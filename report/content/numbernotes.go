package content

import (
	"fmt"
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// ClearNote explains what a table of numbers calls clear.
const ClearNote = "Duidelijk is een verschil dat overeind blijft als alle verschillen van het verslag samen worden " +
	"beoordeeld (Holm, 5%). Zo komt op cijfers waarin niets verandert hoogstens een op de twintig verslagen met een " +
	"verschil dat er niet is."

// numberNotes say what the numbers of a table cannot: why some are not available,
// which can still change, and why there is no comparison.
func numberNotes(figs *stats.Figures, table *stats.Table, v *sentences.View) []string {
	f := &table.Figure
	var notes []string
	if f.HasShares() {
		notes = append(notes, ClearNote)
	}
	for y, year := range figs.Years {
		for _, reason := range unavailable(table.Rows, y) {
			notes = append(notes, fmt.Sprintf("Niet beschikbaar in %d: %s.", year, strings.TrimSuffix(reason, ".")))
		}
	}
	if open := figs.OpenCases; open.Known && open.N > 0 && mayStillGrow(f) {
		notes = append(notes, fmt.Sprintf("Van %d %s %s op de peildatum nog niet afgesloten. Daar kan later nog "+
			"contact uit komen.", figs.Year, nl.Plural(open.N, "was", "waren"),
			nl.Count(open.N, "uitgezette zaak", "uitgezette zaken")))
	}
	if years := provisionalYears(figs, table); years != nil {
		notes = append(notes, fmt.Sprintf("Voorlopig in %s: op de peildatum van dat jaar liep meer dan 5%% van de "+
			"uitgezette zaken nog. Deze getallen kunnen nog veranderen.", nl.List(years)))
	}
	for _, s := range []string{v.Incomparable(), v.KnownOnly(nil)} {
		if s != "" && !figs.CompareNow {
			notes = append(notes, s)
		}
	}
	return slices.Compact(notes)
}

// provisionalYears lists the years of which a number of the table can still change.
func provisionalYears(figs *stats.Figures, table *stats.Table) []string {
	var years []string
	for y, year := range figs.Years {
		if slices.ContainsFunc(table.Rows, func(r stats.Row) bool { return r.Cells[y].Provisional }) {
			years = append(years, nl.Year(year))
		}
	}
	return years
}

// mayStillGrow says whether cases that are still open can add to the count of
// a figure.
func mayStillGrow(f *stats.Figure) bool {
	return f.Count.Contact && f.Span == stats.ByCohort && !slices.Contains(f.Needs, rules.ColContacted)
}

// unavailable lists the reasons why cells of a year are not available.
func unavailable(rows []stats.Row, y int) []string {
	var reasons []string
	for i := range rows {
		cell := &rows[i].Cells[y]
		if cell.Status == stats.NotAvailable && !slices.Contains(reasons, cell.Reason) {
			reasons = append(reasons, cell.Reason)
		}
	}
	return reasons
}

// ExceptionNotes lists, for a row of a table, the numbers that are shown thanks to
// an exception, with the reason that herstel.yaml gives.
func ExceptionNotes(figs *stats.Figures, table *stats.Table, row int) []string {
	var notes []string
	for y := range table.Rows[row].Cells {
		if ExceptionNeeded(figs, table, row, y) {
			notes = append(notes, fmt.Sprintf("Te zien op grond van een uitzondering (%d): %s", figs.Years[y],
				FullStop(table.Rows[row].Cells[y].Exception)))
		}
	}
	return notes
}

// RowLabel writes the category of a row in one line: "Zeden: Verkrachting". It
// keeps the words whole, as a cell of a sheet has room for.
func RowLabel(f *stats.Figure, r *stats.Row) string {
	if len(f.Breakdown) == 0 {
		return f.Title
	}
	if len(r.Labels) == 0 {
		return chart.MarkNotAvailable
	}
	labels := make([]string, len(r.Labels))
	for i, d := range f.Breakdown {
		labels[i] = sentences.NamedLabel(d.ID, r.Labels[i], Printable)
	}
	return strings.Join(labels, ": ")
}
