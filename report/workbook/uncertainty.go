package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"herstel/report/content"
	"herstel/stats"
)

// uncertainty lays out every share of every year in one long table, with its
// interval, and the difference with the year before with its own. It is the
// table for who works on with the numbers.
func (b *book) uncertainty(string) sheet {
	s := sheet{
		title: "Onzekerheid: elk aandeel met zijn toevalsmarge, en het verschil met het jaar ervoor, " +
			yearsText(b.figs.Years),
		intro:   b.tableIntro([]string{b.notes.mark(marginNote()), b.notes.mark(content.ClearNote)}),
		upright: true,
		columns: []column{
			{header: "Cijfer", width: 28},
			{header: "Jaar", width: 7, numeric: true},
			{header: "Categorie", width: wide},
			{header: "Aantal", width: 9, numeric: true},
			{header: "Noemer", width: 10, numeric: true},
			{header: "Aandeel", width: 10.5, numeric: true},
			{header: "Aandeel: ondergrens", width: 13, numeric: true},
			{header: "Aandeel: bovengrens", width: 13, numeric: true},
			{header: "Verschil in procentpunt", width: 13, numeric: true},
			{header: "Verschil: ondergrens", width: 13, numeric: true},
			{header: "Verschil: bovengrens", width: 13, numeric: true},
			{header: "Duidelijk", width: 11, numeric: true},
			{header: "Geen verschil door", width: 12},
		},
	}
	for _, f := range b.chapter.Figures {
		if k := &f.Numbers.Figure; k.HasShares() || k.Kind == stats.KindIncidence {
			s.rows = append(s.rows, b.uncertaintyRows(f)...)
		}
	}
	if len(s.rows) == 0 {
		s.rows = [][]entry{nothing(len(s.columns))}
	}
	return s
}

func (b *book) uncertaintyRows(told *content.Figure) [][]entry {
	f := &told.Numbers.Figure
	var rows [][]entry
	for i := range told.Ordered.Rows {
		r := &told.Ordered.Rows[i]
		if len(r.Labels) < len(f.Breakdown) || told.Flow && i == 0 { // the noemer itself
			continue
		}
		category := symbolNotApplicable
		if len(f.Breakdown) > 0 {
			category = content.RowLabel(f, r)
		}
		for y := len(b.figs.Years) - 1; y >= 0; y-- {
			row := []entry{textEntry(told.Short), {form: formRank, number: float64(b.figs.Years[y])},
				textEntry(category)}
			rows = append(rows, append(row, uncertaintyNumbers(b.figs, f, r, y)...))
		}
	}
	return rows
}

func uncertaintyNumbers(figs *stats.Figures, f *stats.Figure, r *stats.Row, y int) []entry {
	c := &r.Cells[y]
	numbers := []entry{
		countEntry(c), baseEntry(c), shareEntry(stats.Share.Value)(c),
		shareEntry(func(s stats.Share) float64 { return s.Interval.Low })(c),
		shareEntry(func(s stats.Share) float64 { return s.Interval.High })(c),
	}
	if f.Kind == stats.KindIncidence {
		for i, entryOf := range estimateEntries {
			numbers[2+i] = entryOf(c)
		}
	}
	if y == 0 || !f.HasChanges() || figs.Years[y-1] != figs.Years[y]-1 {
		numbers = append(numbers, slices.Repeat([]entry{symbol(symbolNotApplicable)}, 4)...)
		return append(numbers, textEntry(symbolNotApplicable))
	}
	reasons := textEntry(cmp.Or(strings.Join(c.Change.Reasons.Words(), ", "), symbolNotApplicable))
	before := &r.Cells[y-1]
	numbers = append(numbers,
		pointsEntry(func(c *stats.Change) float64 { return c.Points })(c, before),
		pointsEntry(func(c *stats.Change) float64 { return c.Margin.Low })(c, before),
		pointsEntry(func(c *stats.Change) float64 { return c.Margin.High })(c, before))
	if figs.Years[y] != figs.Year {
		return append(numbers, symbol(symbolNotApplicable), reasons)
	}
	return append(numbers, clearEntry(c, before), reasons)
}

// number is the place of a table among those of the figures, as Inhoud and its
// title give it.
func (b *book) number(f *content.Figure) int { return 1 + slices.Index(b.chapter.Figures, f) }

// subjectOf is how Inhoud names the sheet of a figure.
func (b *book) subjectOf(f *content.Figure) string {
	return fmt.Sprintf("Tabel %d. %s", b.number(f), f.Numbers.Figure.Title)
}
