package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

// The symbols that stand for an absent number.
const (
	symbolHidden        = chart.MarkHidden
	symbolNotAvailable  = chart.MarkNotAvailable
	symbolNotApplicable = chart.MarkNotApplies
)

func symbol(s string) entry { return entry{form: formSymbol, text: s} }

// mostYears is how many years stand beside each other on the sheet of a
// figure: with the label and the change that makes nine columns, which fit on a
// page. Onzekerheid has all years.
const mostYears = 3

// figure lays out the table of one figure: the newest year first, and then its
// change against the year before.
func (b *book) figure(_ string, told *content.Figure) sheet {
	f := &told.Numbers.Figure
	s := sheet{
		title: fmt.Sprintf("Tabel %d. %s", b.number(told), figureTitle(f, b.figs.Years)),
		intro: b.tableIntro(b.figureNotes(told)),
	}
	switch f.Kind {
	case stats.KindLeadTime:
		s.columns, s.rows = leadTimeColumns, b.leadTimeRows(told.Ordered)
	case stats.KindWaits:
		s.columns, s.rows = waitSheet, b.waitRows(told.Ordered)
	default:
		s.columns, s.rows = b.figureRows(told)
	}
	if len(s.rows) == 0 {
		s.rows = [][]entry{nothing(len(s.columns))}
	}
	return s
}

// nothing is the row of a table in which nothing occurred.
func nothing(columns int) []entry {
	row := make([]entry, columns)
	for i := range row {
		row[i] = symbol(symbolNotApplicable)
	}
	row[0] = textEntry(symbolNotApplicable)
	return row
}

// figureTitle describes a table: what, of what, and when.
func figureTitle(f *stats.Figure, years []int) string {
	title := f.Title
	if f.BaseText != "" {
		title += " (noemer: " + f.BaseText + ")"
	}
	return title + ", " + yearsText(years)
}

func yearsText(years []int) string {
	first, last := years[0], years[len(years)-1]
	switch len(years) {
	case 1:
		return strconv.Itoa(last)
	case 2:
		return fmt.Sprintf("%d en %d", first, last)
	}
	return fmt.Sprintf("%d tot en met %d", first, last)
}

// figureColumn is a column of a figure with what fills it.
type figureColumn struct {
	column
	fill func(*stats.Row) entry
}

// figureRows lays out every kind of figure but the lead times.
func (b *book) figureRows(told *content.Figure) ([]column, [][]entry) {
	table := told.Ordered
	columns := b.figureColumns(told)
	heads := []column{{header: labelHeader(&table.Figure), width: wide}}
	for _, c := range columns {
		heads = append(heads, c.column)
	}
	var rows [][]entry
	for i := range table.Rows {
		label := content.RowLabel(&table.Figure, &table.Rows[i])
		if marks := b.exceptionNotes(table, i); marks != "" {
			label += " " + marks
		}
		row := []entry{textEntry(label)}
		for _, c := range columns {
			row = append(row, c.fill(&table.Rows[i]))
		}
		rows = append(rows, row)
	}
	return heads, rows
}

// labelHeader names the first column.
func labelHeader(f *stats.Figure) string {
	if len(f.Breakdown) == 0 {
		return "Cijfer"
	}
	titles := make([]string, len(f.Breakdown))
	for i, d := range f.Breakdown {
		titles[i] = d.Title
		if i > 0 {
			titles[i] = nl.LowerFirst(d.Title)
		}
	}
	return strings.Join(titles, " en ")
}

// figureColumns lists the columns behind the label: at most eight.
func (b *book) figureColumns(told *content.Figure) []figureColumn {
	f := &told.Numbers.Figure
	newest := len(b.figs.Years) - 1
	years := b.shownYears(f)
	var columns []figureColumn
	number := func(header string, fill func(*stats.Row) entry) {
		columns = append(columns, figureColumn{column{header: header, width: narrow, numeric: true}, fill})
	}
	if f.Ranked {
		for _, y := range years {
			number(fmt.Sprintf("Rang %d", b.figs.Years[y]),
				func(r *stats.Row) entry { return rank(&r.Cells[y], r.Cells[y].Rank) })
		}
	}
	for _, y := range years {
		for _, m := range measuresOf(f) {
			number(fmt.Sprintf("%s %d", m.header, b.figs.Years[y])+m.of(told.Numbers, y),
				func(r *stats.Row) entry { return m.entry(&r.Cells[y]) })
		}
	}
	if !b.hasYearBefore(f) {
		return columns
	}
	before := strconv.Itoa(b.figs.Years[newest-1])
	for _, c := range changesOf(told) {
		number(strings.Replace(c.header, "VORIG", before, 1), func(r *stats.Row) entry {
			return c.entry(&r.Cells[newest], &r.Cells[newest-1])
		})
	}
	return columns
}

// shownYears lists the years that a sheet has room for, the newest first.
func (b *book) shownYears(f *stats.Figure) []int {
	most := mostYears
	if f.Within > 0 || f.Ranked || f.Kind == stats.KindSplit || f.Kind == stats.KindCount && f.BaseText != "" {
		most = mostYears - 1
	}
	var years []int
	for y := len(b.figs.Years) - 1; y >= 0 && len(years) < most; y-- {
		years = append(years, y)
	}
	if f.EarlierYears() {
		years = slices.DeleteFunc(years, func(y int) bool { return b.figs.Years[y] == b.figs.Year })
	}
	return years
}

// hasYearBefore says whether the report year has a year to compare it with.
func (b *book) hasYearBefore(f *stats.Figure) bool {
	n := len(b.figs.Years)
	return f.HasChanges() && n > 1 && b.figs.Years[n-2] == b.figs.Years[n-1]-1
}
