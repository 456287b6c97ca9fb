package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"herstel/report/nl"
	"herstel/stats"
)

// markNotApplies stands in a table where there is nothing to say, such as a
// share of nothing.
const markNotApplies = "[nvt]"

// grid is a table as text: a heading, and cells that are ready to print.
type grid struct {
	title  string
	note   string // noemer, and why cells are missing
	header []string
	rows   [][]string
	left   int // this many leading columns hold text
}

// PlainTables writes tables for a terminal, in aligned columns.
func PlainTables(w io.Writer, figs *stats.Figures, tables []stats.Table) error {
	out := bufio.NewWriter(w)
	for i := range tables {
		if i > 0 {
			fmt.Fprintln(out)
		}
		writeAligned(out, gridOf(figs, &tables[i]))
	}
	writePlainNotes(out, figs)
	return out.Flush()
}

// MarkdownTables writes tables in Markdown.
func MarkdownTables(w io.Writer, figs *stats.Figures, tables []stats.Table) error {
	out := bufio.NewWriter(w)
	for i := range tables {
		g := gridOf(figs, &tables[i])
		fmt.Fprintf(out, "## %s\n\n", escapeMarkdown(g.title))
		writeMarkdownGrid(out, g)
		if g.note != "" {
			fmt.Fprintf(out, "\n%s\n", escapeMarkdown(g.note))
		}
		fmt.Fprintln(out)
	}
	writePlainNotes(out, figs)
	return out.Flush()
}

// gridOf lays one table out: the dimensions, and for each year the numbers of
// the figure's kind.
func gridOf(figs *stats.Figures, table *stats.Table) grid {
	g := grid{title: table.Figure.Title, left: len(table.Figure.Breakdown)}
	for _, d := range table.Figure.Breakdown {
		g.header = append(g.header, d.Title)
	}
	for _, year := range figs.Years {
		for _, column := range columnsOf(&table.Figure) {
			g.header = append(g.header, strings.TrimSpace(nl.Year(year)+" "+column.title))
		}
	}
	for _, row := range table.Rows {
		cells := make([]string, g.left, len(g.header))
		for i, label := range row.Labels {
			cells[i] = readable(table.Figure.Breakdown[i], label)
		}
		for i := range row.Cells {
			for _, column := range columnsOf(&table.Figure) {
				cells = append(cells, cellText(&row.Cells[i], column))
			}
		}
		g.rows = append(g.rows, cells)
	}
	g.note = noteOf(table)
	return g
}

// readable gives a label as a reader would write it, where the label itself is
// a name or a number of the tidy form.
func readable(d stats.Dimension, label string) string {
	switch d {
	case stats.DimMonth:
		if month, err := strconv.Atoi(label); err == nil {
			return nl.Month(month)
		}
	case stats.DimTrajectory:
		return strings.ReplaceAll(label, "_", " ")
	}
	return label
}

// plainColumn is one number of a cell, as a column of its own.
type plainColumn struct {
	title string
	text  func(*stats.Cell) string
}

var (
	countColumn = plainColumn{"", func(c *stats.Cell) string { return intText(c.Count) }}
	shareColumn = plainColumn{"%", func(c *stats.Cell) string {
		if !c.Share.Known {
			return markNotApplies
		}
		return nl.Percent(c.Share.Num, c.Share.Den, 1)
	}}
	baseColumn = plainColumn{"noemer", func(c *stats.Cell) string { return intText(c.Base) }}
	rankColumn = plainColumn{"rang", func(c *stats.Cell) string { return intText(c.Rank) }}
)

func daysColumn(title string, days func(stats.Quantiles) float64) plainColumn {
	return plainColumn{title, func(c *stats.Cell) string {
		if !c.Quantiles.Known {
			return markNotApplies
		}
		return nl.Decimal(days(c.Quantiles), 1)
	}}
}

// columnsOf lists the numbers that a figure of its kind shows for a year.
func columnsOf(f *stats.Figure) []plainColumn {
	switch f.Kind {
	case stats.KindYesNo:
		return []plainColumn{countColumn, baseColumn, shareColumn}
	case stats.KindLeadTime:
		return []plainColumn{
			{"zaken", countColumn.text},
			daysColumn("p25", func(q stats.Quantiles) float64 { return q.P25 }),
			daysColumn("mediaan", func(q stats.Quantiles) float64 { return q.Median }),
			daysColumn("p75", func(q stats.Quantiles) float64 { return q.P75 }),
			daysColumn("p90", func(q stats.Quantiles) float64 { return q.P90 }),
		}
	case stats.KindCount:
		return []plainColumn{countColumn}
	}
	if f.Ranked {
		return []plainColumn{rankColumn, countColumn, shareColumn}
	}
	return []plainColumn{countColumn, shareColumn}
}

func intText(n stats.Int) string {
	if !n.Known {
		return markNotApplies
	}
	return nl.Int(n.N)
}

func cellText(c *stats.Cell, column plainColumn) string {
	switch c.Status {
	case stats.Suppressed:
		return markHidden
	case stats.NotAvailable:
		return markNotAvailable
	}
	return column.text(c)
}

// noteOf says what the shares are shares of, and why cells are missing.
func noteOf(table *stats.Table) string {
	var notes []string
	if table.Figure.BaseText != "" {
		notes = append(notes, "Noemer: "+table.Figure.BaseText+".")
	}
	seen := map[string]bool{}
	for _, row := range table.Rows {
		for _, c := range row.Cells {
			if c.Reason != "" && !seen[c.Reason] {
				seen[c.Reason] = true
				notes = append(notes, markNotAvailable+": "+c.Reason+".")
			}
		}
	}
	if len(table.Rows) == 0 {
		notes = append(notes, "Er is niets van geteld.")
	}
	return strings.Join(notes, " ")
}

func writeAligned(out *bufio.Writer, g grid) {
	widths := make([]int, len(g.header))
	for _, row := range append([][]string{g.header}, g.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	fmt.Fprintln(out, g.title)
	for _, row := range append([][]string{g.header}, g.rows...) {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i >= g.left {
				line.WriteString(pad + cell)
			} else {
				line.WriteString(cell + pad)
			}
			line.WriteString("  ")
		}
		fmt.Fprintln(out, strings.TrimRight(line.String(), " "))
	}
	if g.note != "" {
		fmt.Fprintln(out, g.note)
	}
}

func writeMarkdownGrid(out *bufio.Writer, g grid) {
	writeMarkdownRow(out, g.header)
	for i := range g.header {
		if i < g.left {
			out.WriteString("|---")
		} else {
			out.WriteString("|---:")
		}
	}
	out.WriteString("|\n")
	for _, row := range g.rows {
		writeMarkdownRow(out, row)
	}
}

func writeMarkdownRow(out *bufio.Writer, cells []string) {
	for _, cell := range cells {
		out.WriteString("| " + escapeMarkdown(cell) + " ")
	}
	out.WriteString("|\n")
}

var markdownEscapes = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", ">", "&gt;", "\n", " ", "\r", " ")

func escapeMarkdown(text string) string { return markdownEscapes.Replace(text) }

// writePlainNotes says what holds for all tables: where they come from, and
// what the marks mean.
func writePlainNotes(out *bufio.Writer, figs *stats.Figures) {
	fmt.Fprintln(out)
	if figs.Demo {
		fmt.Fprintln(out, "VOORBEELDDATA: deze cijfers zijn verzonnen.")
	}
	year, month, day := figs.ReferenceDate.Civil()
	fmt.Fprintf(out, "Peildatum: %s.\n", nl.Date(year, month, day))
	if figs.Threshold == 0 {
		fmt.Fprintln(out, "Let op: kleine aantallen zijn niet verborgen (drempel 0).")
	} else {
		fmt.Fprintf(out, "%s: verborgen, omdat een klein aantal mensen kan aanwijzen (drempel %d).\n", markHidden, figs.Threshold)
	}
}
