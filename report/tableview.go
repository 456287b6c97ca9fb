package report

import (
	"fmt"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// tableView is a table laid out for a reader: years side by side, the parts
// with their total, and the change since the year before.
type tableView struct {
	Caption string
	Stub    string // heading of the column of labels
	Heads   []headView
	Bodies  []bodyView
	Total   *rowView // the noemer, below the parts
	Notes   []string // what the marks in this table mean
}

// headView is a heading over one or more columns.
type headView struct {
	Title   string
	Columns []string
	Now     bool // the report year
}

// bodyView is a group of rows, with a heading where the table has groups.
type bodyView struct {
	Title string
	Cells []cellView // the noemer of the group; none where it has none of its own
	Rows  []rowView
}

type rowView struct {
	Label string
	Cells []cellView
}

// cellView is one printed number.
type cellView struct {
	Text string
	Now  bool // of the report year
	Mark bool // a mark stands where a number cannot
	Head bool // first column under its heading
}

// flatten gives a view one header row, and its groups and total as rows.
func flatten(v tableView) (header []string, rows [][]string) {
	header = []string{v.Stub}
	for _, h := range v.Heads {
		if len(h.Columns) == 0 {
			header = append(header, h.Title)
		}
		for _, c := range h.Columns {
			header = append(header, h.Title+" "+c)
		}
	}
	add := func(label string, cells []cellView) {
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
func (c cellView) Class() string {
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

// tableColumn prints one number of a cell.
type tableColumn struct {
	title string
	text  func(*stats.Cell) string
}

// viewOf lays a table out.
func viewOf(figs *stats.Figures, table *stats.Table) tableView {
	table = inOrder(figs, table)
	l := &tableLayout{figs: figs, table: table, view: newView(figs, table)}
	if yearsBelow(&table.Figure) {
		return l.leadTimes()
	}
	return l.years()
}

// tableLayout lays one table out.
type tableLayout struct {
	figs  *stats.Figures
	table *stats.Table
	view  *view
}

// years puts the years side by side, with the change behind them.
func (l *tableLayout) years() tableView {
	t := tableView{Caption: l.caption(), Stub: l.stub(), Notes: l.notes()}
	for y, year := range l.figs.Years {
		if l.skips(y) {
			continue
		}
		head := headView{Title: nl.Year(year), Now: y == l.view.now}
		for _, c := range l.columns() {
			head.Columns = append(head.Columns, c.title)
		}
		t.Heads = append(t.Heads, head)
	}
	for _, c := range l.changeColumns() {
		t.Heads = append(t.Heads, headView{Title: c.title})
	}
	for i := range l.table.Rows {
		r := &l.table.Rows[i]
		if title := l.groupTitle(r); len(t.Bodies) == 0 || t.Bodies[len(t.Bodies)-1].Title != title {
			body := bodyView{Title: title}
			if l.table.Figure.Within > 0 && title != "" {
				body.Cells = l.baseCells(r)
			}
			t.Bodies = append(t.Bodies, body)
		}
		body := &t.Bodies[len(t.Bodies)-1]
		body.Rows = append(body.Rows, rowView{l.label(r), l.cells(r)})
	}
	if l.totals() && l.table.Figure.Within == 0 && !l.view.entry.flow && len(l.table.Rows) > 0 {
		t.Total = &rowView{"Totaal (noemer)", l.baseCells(&l.table.Rows[0])}
	}
	return t
}

// totals says that the rows have one noemer, which stands below them.
func (l *tableLayout) totals() bool {
	return l.table.Figure.Kind == stats.KindParts || l.table.Figure.Kind == stats.KindIncidence
}

// skips says that a table has no column for a year.
func (l *tableLayout) skips(y int) bool { return y == l.view.now && l.table.Figure.EarlierYears() }

// stub is the heading of the labels.
func (l *tableLayout) stub() string {
	if n := len(l.table.Figure.Breakdown); n > 0 {
		return nl.Capital(cleanLabel(l.table.Figure.Breakdown[n-1].Title))
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
	return labelText(l.table.Figure.Breakdown[n-1].ID, r.Labels[n-1])
}

// groupTitle is the heading of the group that a row stands in; empty for a
// table without groups.
func (l *tableLayout) groupTitle(r *stats.Row) string {
	if len(r.Labels) < 2 {
		return ""
	}
	return labelText(l.table.Figure.Breakdown[0].ID, r.Labels[0])
}

func (l *tableLayout) caption() string {
	var years []string
	for i, y := range l.figs.Years {
		if !l.skips(i) {
			years = append(years, nl.Year(y))
		}
	}
	caption := fmt.Sprintf("%s, %s", cleanLabel(l.table.Figure.Title), nl.List(years))
	if until := untilText(l.figs); until != "" && !l.figs.CompareNow {
		caption += " (" + until + ")"
	}
	return caption
}

// columns are the numbers that a table gives for every year.
func (l *tableLayout) columns() []tableColumn {
	count := tableColumn{"aantal", func(c *stats.Cell) string { return intText(c.Count) }}
	share := tableColumn{"aandeel", shareCell}
	switch {
	case l.table.Figure.Kind == stats.KindYesNo:
		return []tableColumn{{countOfBaseTitle, countOfBase}, share}
	case l.table.Figure.Kind == stats.KindCount && l.table.Figure.BaseText != "":
		return []tableColumn{count, share}
	case l.table.Figure.Kind == stats.KindCount:
		return []tableColumn{count}
	case l.table.Figure.Kind == stats.KindSplit:
		return splitColumns
	case l.table.Figure.Kind == stats.KindIncidence:
		return estimateColumns
	case l.table.Figure.Ranked:
		return []tableColumn{{"rang", func(c *stats.Cell) string { return intText(c.Rank) }}, count, share}
	}
	return []tableColumn{count, share}
}

func intText(n stats.Int) string {
	if !n.Known {
		return markNotApplies
	}
	return nl.Int(n.N)
}

func shareCell(c *stats.Cell) string {
	if !c.Share.Known {
		return markNotApplies
	}
	return nl.Percent(c.Share.Num, c.Share.Den, 1)
}

// countOfBaseTitle heads the column that has the noemer beside the count, also
// where the count is hidden and the noemer is not.
const countOfBaseTitle = "aantal van noemer"

func countOfBase(c *stats.Cell) string {
	if !c.Count.Known || !c.Base.Known {
		return markNotApplies
	}
	return nl.Int(c.Count.N) + " van " + nl.Int(c.Base.N)
}

// changeColumns are the columns behind the years; none without a year before.
func (l *tableLayout) changeColumns() []tableColumn {
	if l.view.before < 0 || l.figs.CompareNow || !l.table.Figure.HasChanges() {
		return nil
	}
	since := "verschil met " + nl.Year(l.view.year-1)
	if l.view.figureReasons() != 0 {
		return nil
	}
	if k := l.table.Figure.Kind; k == stats.KindCount || l.view.entry.flow {
		return []tableColumn{{since, countDifference}, {"verschil in %", percentDifference}, {"duidelijk", clearText}}
	}
	return []tableColumn{{since + " in procentpunt", pointsDifference}, {"duidelijk", clearText}}
}

func countDifference(c *stats.Cell) string {
	if !c.Change.Known {
		return markNotApplies
	}
	return nl.Signed(c.Change.Difference)
}

func percentDifference(c *stats.Cell) string {
	if !c.Change.Known || c.Change.Previous == 0 {
		return markNotApplies
	}
	return nl.SignedPercentOf(float64(c.Change.Difference)/float64(c.Change.Previous), 1)
}

func pointsDifference(c *stats.Cell) string {
	if !c.Change.PointsKnown {
		return markNotApplies
	}
	return nl.SignedDecimal(100*c.Change.Points, 1)
}

// clearText says whether a difference stays after all differences of the report
// were judged together.
func clearText(c *stats.Cell) string {
	switch {
	case !c.Change.Known:
		return markNotApplies
	case c.Change.Clear:
		return "ja"
	}
	return "nee"
}

// cells prints a row.
func (l *tableLayout) cells(r *stats.Row) []cellView {
	var cells []cellView
	for y := range l.figs.Years {
		if l.skips(y) {
			continue
		}
		for i, column := range l.columns() {
			cells = append(cells, printed(&r.Cells[y], column, y == l.view.now, i == 0))
		}
	}
	for _, column := range l.changeColumns() {
		cells = append(cells, printed(l.view.cell(r), column, false, true))
	}
	return cells
}

// printed prints one number, or the mark that stands for it.
func printed(c *stats.Cell, column tableColumn, now, head bool) cellView {
	v := cellView{Now: now, Head: head, Mark: true}
	switch c.Status {
	case stats.Suppressed:
		v.Text = markHidden
		if column.title == countOfBaseTitle && c.Base.Known {
			v.Text += " van " + nl.Int(c.Base.N)
		}
	case stats.NotAvailable:
		v.Text = markNotAvailable
	default:
		v.Text = column.text(c)
		v.Mark = v.Text == markNotApplies
	}
	return v
}

// baseCells prints the noemer in the columns of a row.
func (l *tableLayout) baseCells(r *stats.Row) []cellView {
	var cells []cellView
	for y := range l.figs.Years {
		c := &r.Cells[y]
		for i, column := range l.columns() {
			v := cellView{Now: y == l.view.now, Head: i == 0}
			switch {
			case column.title == "rang":
			case c.Status == stats.NotAvailable:
				v.Text, v.Mark = markNotAvailable, true
			case !c.Base.Known:
				v.Text, v.Mark = markHidden, true
			case column.title == "aantal", column.title == estimateTitle:
				v.Text = nl.Int(c.Base.N)
			case column.title == estimateMarginTitle:
			case c.Base.N == 0:
				v.Text, v.Mark = markNotApplies, true
			default:
				v.Text = nl.Percent(c.Base.N, c.Base.N, 1)
			}
			cells = append(cells, v)
		}
	}
	for range l.changeColumns() {
		cells = append(cells, cellView{Head: true})
	}
	return cells
}
