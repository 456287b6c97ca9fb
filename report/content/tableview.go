package content

import (
	"fmt"
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// Table is a table laid out for a reader: years side by side, the parts
// with their total, and the change since the year before.
type Table struct {
	Caption string
	Stub    string // heading of the column of labels
	Heads   []Head
	Bodies  []Body
	Total   *Row     // the noemer, below the parts
	Notes   []string // what the marks in this table mean
}

// Head is a heading over one or more columns.
type Head struct {
	Title   string
	Columns []string
	Now     bool // the report year
}

// Body is a group of rows, with a heading where the table has groups.
type Body struct {
	Title string
	Cells []Cell // the noemer of the group; none where it has none of its own
	Rows  []Row
}

// Row is one printed row: its label and its numbers.
type Row struct {
	Label string
	Cells []Cell
}

// Cell is one printed number.
type Cell struct {
	Text string
	Now  bool // of the report year
	Mark bool // a mark stands where a number cannot
	Head bool // first column under its heading
}

// Flatten gives a view one header row, and its groups and total as rows.
func Flatten(v Table) (header []string, rows [][]string) {
	header = []string{v.Stub}
	for _, h := range v.Heads {
		if len(h.Columns) == 0 {
			header = append(header, h.Title)
		}
		for _, c := range h.Columns {
			header = append(header, h.Title+" "+c)
		}
	}
	add := func(label string, cells []Cell) {
		row := make([]string, len(header))
		row[0] = label
		for i, c := range cells {
			row[i+1] = c.Text
		}
		rows = append(rows, row)
	}
	for _, body := range v.Bodies {
		indent := ""
		if body.Title != "" {
			add(body.Title, body.Cells)
			indent = "  "
		}
		for _, r := range body.Rows {
			add(indent+r.Label, r.Cells)
		}
	}
	if v.Total != nil {
		add(v.Total.Label, v.Total.Cells)
	}
	return header, rows
}

// Class is the style class of the cell in the page.
func (c Cell) Class() string {
	var classes []string
	for _, class := range []struct {
		name string
		on   bool
	}{{"now", c.Now}, {"mark", c.Mark}, {"first", c.Head}} {
		if class.on {
			classes = append(classes, class.name)
		}
	}
	return strings.Join(classes, " ")
}

// Column prints one number of a cell.
type Column struct {
	title string
	text  func(*stats.Cell) string
}

// TableOf lays a table out.
func TableOf(figs *stats.Figures, table *stats.Table) Table {
	table = sentences.InOrder(figs, table)
	l := &tableLayout{figs: figs, table: table, view: sentences.NewView(figs, table)}
	if YearsBelow(&table.Figure) {
		return l.leadTimes()
	}
	return l.years()
}

// tableLayout lays one table out.
type tableLayout struct {
	figs  *stats.Figures
	table *stats.Table
	view  *sentences.View
}

// years puts the years side by side, with the change behind them.
func (l *tableLayout) years() Table {
	t := Table{Caption: l.caption(), Stub: l.stub(), Notes: l.notes()}
	for y, year := range l.figs.Years {
		if l.skips(y) {
			continue
		}
		head := Head{Title: nl.Year(year), Now: y == l.view.Now}
		for _, c := range l.columns() {
			head.Columns = append(head.Columns, c.title)
		}
		t.Heads = append(t.Heads, head)
	}
	for _, c := range l.changeColumns() {
		t.Heads = append(t.Heads, Head{Title: c.title})
	}
	for i := range l.table.Rows {
		r := &l.table.Rows[i]
		if title := l.groupTitle(r); len(t.Bodies) == 0 || t.Bodies[len(t.Bodies)-1].Title != title {
			body := Body{Title: title}
			if l.table.Figure.Within > 0 && title != "" {
				body.Cells = l.baseCells(r)
			}
			t.Bodies = append(t.Bodies, body)
		}
		body := &t.Bodies[len(t.Bodies)-1]
		body.Rows = append(body.Rows, Row{l.label(r), l.cells(r)})
	}
	if l.totals() && l.table.Figure.Within == 0 && !l.view.Entry.Flow && len(l.table.Rows) > 0 {
		t.Total = &Row{"Totaal (noemer)", l.baseCells(&l.table.Rows[0])}
	}
	return t
}

// totals says that the rows have one noemer, which stands below them.
func (l *tableLayout) totals() bool {
	return l.table.Figure.Kind == stats.KindParts || l.table.Figure.Kind == stats.KindIncidence
}

// skips says that a table has no column for a year.
func (l *tableLayout) skips(y int) bool { return y == l.view.Now && l.table.Figure.EarlierYears() }

// stub is the heading of the labels.
func (l *tableLayout) stub() string {
	if n := len(l.table.Figure.Breakdown); n > 0 {
		return nl.Capital(nl.CleanLabel(l.table.Figure.Breakdown[n-1].Title))
	}
	return "Alle zaken"
}

func (l *tableLayout) label(r *stats.Row) string {
	n := len(r.Labels)
	if n == 0 {
		if l.table.Figure.Kind == stats.KindCount {
			return l.table.Figure.Title
		}
		return "Alle zaken"
	}
	return sentences.LabelText(l.table.Figure.Breakdown[n-1].ID, r.Labels[n-1])
}

// groupTitle is the heading of the group that a row stands in; empty for a
// table without groups.
func (l *tableLayout) groupTitle(r *stats.Row) string {
	if len(r.Labels) < 2 || r.Folds() {
		return ""
	}
	return sentences.LabelText(l.table.Figure.Breakdown[0].ID, r.Labels[0])
}

func (l *tableLayout) caption() string {
	var years []string
	for i, y := range l.figs.Years {
		if !l.skips(i) {
			years = append(years, nl.Year(y))
		}
	}
	caption := fmt.Sprintf("%s, %s", nl.CleanLabel(l.table.Figure.Title), nl.List(years))
	if until := sentences.UntilText(l.figs); until != "" && !l.figs.CompareNow {
		caption += " (" + until + ")"
	}
	return caption
}

// columns are the numbers that a table gives for every year.
func (l *tableLayout) columns() []Column {
	count := Column{"aantal", func(c *stats.Cell) string { return intText(c.Count) }}
	share := Column{"aandeel", shareCell}
	switch {
	case l.table.Figure.Kind == stats.KindYesNo:
		return []Column{{countOfBaseTitle, countOfBase}, share}
	case l.table.Figure.Kind == stats.KindCount && l.table.Figure.BaseText != "":
		return []Column{count, share}
	case l.table.Figure.Kind == stats.KindCount:
		return []Column{count}
	case l.table.Figure.Kind == stats.KindSplit:
		return splitColumns
	case l.table.Figure.Kind == stats.KindIncidence:
		return estimateColumns
	case l.table.Figure.Ranked:
		return []Column{{"rang", func(c *stats.Cell) string { return intText(c.Rank) }}, count, share}
	}
	return []Column{count, share}
}

func intText(n stats.Int) string {
	if !n.Known {
		return chart.MarkNotApplies
	}
	return nl.Int(n.N)
}

func shareCell(c *stats.Cell) string {
	if !c.Share.Known {
		return chart.MarkNotApplies
	}
	return nl.Percent(c.Share.Num, c.Share.Den, 1)
}

// countOfBaseTitle heads the column that has the noemer beside the count, also
// where the count is hidden and the noemer is not.
const countOfBaseTitle = "aantal van noemer"

func countOfBase(c *stats.Cell) string {
	if !c.Count.Known || !c.Base.Known {
		return chart.MarkNotApplies
	}
	return nl.Int(c.Count.N) + " van " + nl.Int(c.Base.N)
}

// changeColumns are the columns behind the years; none without a year before.
func (l *tableLayout) changeColumns() []Column {
	if l.view.Before < 0 || l.figs.CompareNow || !l.table.Figure.HasChanges() {
		return nil
	}
	since := "verschil met " + nl.Year(l.view.Year-1)
	if l.view.FigureReasons() != 0 {
		return nil
	}
	if k := l.table.Figure.Kind; k == stats.KindCount || l.view.Entry.Flow {
		return []Column{{since, countDifference}, {"verschil in %", percentDifference}, {"duidelijk", clearText}}
	}
	return []Column{{since + " in procentpunt", pointsDifference}, {"duidelijk", clearText}}
}

func countDifference(c *stats.Cell) string {
	if !c.Change.Known {
		return chart.MarkNotApplies
	}
	return nl.Signed(c.Change.Difference)
}

func percentDifference(c *stats.Cell) string {
	if !c.Change.Known || c.Change.Previous == 0 {
		return chart.MarkNotApplies
	}
	return nl.SignedPercentOf(float64(c.Change.Difference)/float64(c.Change.Previous), 1)
}

func pointsDifference(c *stats.Cell) string {
	if !c.Change.PointsKnown {
		return chart.MarkNotApplies
	}
	return nl.SignedDecimal(100*c.Change.Points, 1)
}

// clearText says whether a difference stays after all differences of the report
// were judged together.
func clearText(c *stats.Cell) string {
	switch {
	case !c.Change.Known:
		return chart.MarkNotApplies
	case c.Change.Clear:
		return "ja"
	}
	return "nee"
}

// cells prints a row.
func (l *tableLayout) cells(r *stats.Row) []Cell {
	var cells []Cell
	for y := range l.figs.Years {
		if l.skips(y) {
			continue
		}
		for i, column := range l.columns() {
			cells = append(cells, printed(&r.Cells[y], column, y == l.view.Now, i == 0))
		}
	}
	for _, column := range l.changeColumns() {
		cells = append(cells, printed(l.view.Cell(r), column, false, true))
	}
	return cells
}

// printed prints one number, or the mark that stands for it.
func printed(c *stats.Cell, column Column, now, head bool) Cell {
	v := Cell{Now: now, Head: head, Mark: true}
	switch c.Status {
	case stats.Suppressed:
		v.Text = chart.MarkHidden
		if column.title == countOfBaseTitle && c.Base.Known {
			v.Text += " van " + nl.Int(c.Base.N)
		}
	case stats.NotAvailable:
		v.Text = chart.MarkNotAvailable
	default:
		v.Text = column.text(c)
		v.Mark = v.Text == chart.MarkNotApplies
	}
	return v
}

// baseCells prints the noemer in the columns of a row.
func (l *tableLayout) baseCells(r *stats.Row) []Cell {
	var cells []Cell
	for y := range l.figs.Years {
		c := &r.Cells[y]
		for i, column := range l.columns() {
			v := Cell{Now: y == l.view.Now, Head: i == 0}
			switch {
			case column.title == "rang":
			case c.Status == stats.NotAvailable:
				v.Text, v.Mark = chart.MarkNotAvailable, true
			case !c.Base.Known:
				v.Text, v.Mark = chart.MarkHidden, true
			case column.title == "aantal", column.title == estimateTitle:
				v.Text = nl.Int(c.Base.N)
			case column.title == estimateMarginTitle:
			case c.Base.N == 0:
				v.Text, v.Mark = chart.MarkNotApplies, true
			default:
				v.Text = nl.Percent(c.Base.N, c.Base.N, 1)
			}
			cells = append(cells, v)
		}
	}
	for range l.changeColumns() {
		cells = append(cells, Cell{Head: true})
	}
	return cells
}

// TwoHeads reports whether the years span columns of their own.
func (t Table) TwoHeads() bool {
	return slices.ContainsFunc(t.Heads, func(h Head) bool { return len(h.Columns) > 0 })
}

// Width is the number of columns, the labels included.
func (t Table) Width() int {
	n := 1
	for _, h := range t.Heads {
		n += max(1, len(h.Columns))
	}
	return n
}
