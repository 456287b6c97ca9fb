package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"herstel/stats"
)

// The symbols that stand for an absent number.
const (
	symbolHidden        = markHidden
	symbolNotAvailable  = markNotAvailable
	symbolNotApplicable = markNotApplies
)

func symbol(s string) entry { return entry{form: formSymbol, text: s} }

// measureColumn is a number that a column gives of each cell of a year.
type measureColumn struct {
	header string // JAAR stands for the year
	entry  func(figure *stats.Figure, cell *stats.Cell) entry
}

// changeColumn is a number that a column gives of each cell beside the cell of the
// year before.
type changeColumn struct {
	header string // JAAR and VORIG stand for the two years
	entry  func(figure *stats.Figure, cell, before *stats.Cell) entry
}

// measuresOf lists the measures of each kind of figure, in their order.
var measuresOf = map[stats.Kind][]measureColumn{
	stats.KindParts:    shareMeasures,
	stats.KindYesNo:    shareMeasures,
	stats.KindCount:    {{"Aantal JAAR", countEntry}},
	stats.KindLeadTime: leadTimeMeasures,
}

var shareMeasures = []measureColumn{
	{"Teller JAAR", countEntry},
	{"Noemer JAAR", baseEntry},
	{"Aandeel JAAR", shareEntry(stats.Share.Value)},
	{"Ondergrens toevalsmarge JAAR", shareEntry(func(s stats.Share) float64 { return s.Interval.Low })},
	{"Bovengrens toevalsmarge JAAR", shareEntry(func(s stats.Share) float64 { return s.Interval.High })},
}

var leadTimeMeasures = []measureColumn{
	{"Zaken JAAR", countEntry},
	{"P25 in dagen JAAR", daysEntry(func(q stats.Quantiles) (float64, bool) { return q.P25, q.Known })},
	{"Mediaan in dagen JAAR", daysEntry(func(q stats.Quantiles) (float64, bool) { return q.Median, q.Known })},
	{"P75 in dagen JAAR", daysEntry(func(q stats.Quantiles) (float64, bool) { return q.P75, q.Known })},
	{"P90 in dagen JAAR", daysEntry(func(q stats.Quantiles) (float64, bool) { return q.P90, q.P90Known })},
}

var countChanges = []changeColumn{
	{"Verschil JAAR met VORIG: aantal", differenceEntry},
	{"Verschil JAAR met VORIG: in %", percentEntry},
}

var leadTimeChanges = []changeColumn{
	{"Verschil JAAR met VORIG: mediaan in dagen", medianEntry},
}

var shareChanges = []changeColumn{
	{"Verschil JAAR met VORIG: procentpunt", pointsEntry(func(c *stats.Change) float64 { return c.Points })},
	{"Verschil JAAR met VORIG: ondergrens toevalsmarge", pointsEntry(func(c *stats.Change) float64 { return c.Margin.Low })},
	{"Verschil JAAR met VORIG: bovengrens toevalsmarge", pointsEntry(func(c *stats.Change) float64 { return c.Margin.High })},
	{"Verschil JAAR met VORIG: binnen de toevalsmarge", withinEntry},
}

// hasShares says whether the cells of a figure are shares of a base.
func hasShares(f *stats.Figure) bool { return f.Kind == stats.KindParts || f.Kind == stats.KindYesNo }

// figure lays out the table of one figure: the years side by side, and then
// each year beside the year before.
func (b *book) figure(name string, table *stats.Table) sheet {
	f := &table.Figure
	layout := figureLayout{years: b.figs.Years, figure: f}
	layout.labels()
	layout.measures(table.Rows)
	layout.changes()
	s := sheet{
		title: figureTitle(f, b.figs.Years),
		intro: b.tableIntro(b.figureNotes(table)),
	}
	exceptions := b.exceptionNotes(table)
	s.columns = layout.columns
	if len(exceptions) > 0 {
		s.columns = append(s.columns, column{header: "Noten", width: narrow})
	}
	if totalWidth(s.columns) > pageWidth {
		s.blocks = layout.blocks
	}
	for i := range table.Rows {
		row := make([]entry, 0, len(s.columns))
		for _, fill := range layout.fills {
			row = append(row, fill(&table.Rows[i]))
		}
		if len(exceptions) > 0 {
			row = append(row, textEntry(orElse(exceptions[i], symbolNotApplicable)))
		}
		s.rows = append(s.rows, row)
	}
	if len(s.rows) == 0 {
		s.rows = [][]entry{nothing(len(s.columns))}
	}
	return s
}

// pageWidth is how wide a table can be that still is easy to read on a page.
const pageWidth = 160

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
	return fmt.Sprintf("%d. %s, %s", f.Number, title, yearsText(years))
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

// figureLayout collects the columns of a figure, each with what fills it.
type figureLayout struct {
	years   []int
	figure  *stats.Figure
	columns []column
	fills   []func(*stats.Row) entry
	blocks  []int
}

func (l *figureLayout) add(c column, fill func(*stats.Row) entry) {
	l.columns = append(l.columns, c)
	l.fills = append(l.fills, fill)
}

// labels adds a column for each dimension, or one that names the figure.
func (l *figureLayout) labels() {
	for i, d := range l.figure.Breakdown {
		l.add(column{header: d.Title, width: wide}, func(r *stats.Row) entry {
			if i >= len(r.Labels) {
				return textEntry(symbolNotAvailable)
			}
			return textEntry(namedLabel(d.ID, r.Labels[i], printable))
		})
	}
	if len(l.figure.Breakdown) == 0 {
		title := l.figure.Title
		l.add(column{header: "Cijfer", width: wide}, func(*stats.Row) entry { return textEntry(title) })
	}
}

func (l *figureLayout) measures(rows []stats.Row) {
	measures := measuresOf[l.figure.Kind]
	if l.figure.Ranked {
		measures = append(slices.Clip(measures), measureColumn{"Rang JAAR", rankEntry})
	}
	for y, year := range l.years {
		l.blocks = append(l.blocks, len(l.columns))
		for _, m := range measures {
			header := strings.NewReplacer("JAAR", strconv.Itoa(year)).Replace(m.header)
			l.number(header, func(r *stats.Row) entry { return m.entry(l.figure, &r.Cells[y]) })
		}
	}
	if l.figure.Ranked && hasOlderRank(rows) {
		l.number(fmt.Sprintf("Rang %d", l.years[0]-1), func(r *stats.Row) entry { return olderRankEntry(&r.Cells[0]) })
	}
}

func hasOlderRank(rows []stats.Row) bool {
	return slices.ContainsFunc(rows, func(r stats.Row) bool { return r.Cells[0].RankPrev.Known })
}

func (l *figureLayout) changes() {
	changes := slices.Clip(countChanges)
	switch {
	case hasShares(l.figure):
		changes = append(changes, shareChanges...)
	case l.figure.Kind == stats.KindLeadTime:
		changes = append(changes, leadTimeChanges...)
	}
	for y := 1; y < len(l.years); y++ {
		if l.years[y-1] != l.years[y]-1 {
			continue
		}
		l.blocks = append(l.blocks, len(l.columns))
		years := strings.NewReplacer("JAAR", strconv.Itoa(l.years[y]), "VORIG", strconv.Itoa(l.years[y-1]))
		for _, c := range changes {
			l.number(years.Replace(c.header), func(r *stats.Row) entry {
				return c.entry(l.figure, &r.Cells[y], &r.Cells[y-1])
			})
		}
	}
}

func (l *figureLayout) number(header string, fill func(*stats.Row) entry) {
	l.add(column{header: header, width: narrow, numeric: true}, fill)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
