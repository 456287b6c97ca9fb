package report

import (
	"cmp"
	"fmt"
	"slices"

	"herstel/stats"
	"herstel/stats/nl"
)

// shape groups the tables that are told alike.
type shape uint8

const (
	shapeParts shape = iota
	shapePartsWithin
	shapeYesNo
	shapeYesNoWithin
	shapeCounts
	shapeDurations
)

// view is a table seen from the report year.
type view struct {
	figs   *stats.Figures
	table  *stats.Table
	entry  figureEntry
	year   int
	now    int // index of the report year
	before int // index of the year before it, -1 where it is not there
}

func newView(figs *stats.Figures, table *stats.Table) *view {
	entry, _ := entryOf(table.Figure.ID)
	return &view{figs: figs, table: table, entry: entry, year: figs.Year,
		now: slices.Index(figs.Years, figs.Year), before: slices.Index(figs.Years, figs.Year-1)}
}

func (v *view) shape() shape {
	within := v.table.Figure.Within > 0
	switch v.table.Figure.Kind {
	case stats.KindParts:
		if within {
			return shapePartsWithin
		}
		return shapeParts
	case stats.KindYesNo:
		if within {
			return shapeYesNoWithin
		}
		return shapeYesNo
	case stats.KindLeadTime:
		return shapeDurations
	default:
		return shapeCounts
	}
}

// cell returns the cell of the report year.
func (v *view) cell(r *stats.Row) *stats.Cell { return &r.Cells[v.now] }

// previous returns the cell of the year before, if there is one.
func (v *view) previous(r *stats.Row) (*stats.Cell, bool) {
	if v.before < 0 {
		return nil, false
	}
	return &r.Cells[v.before], true
}

// row finds a row by its labels; "*" stands for any label.
func (v *view) row(labels ...string) (*stats.Row, bool) {
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		if slices.EqualFunc(r.Labels, labels, func(a, b string) bool { return b == "*" || a == b }) {
			return r, true
		}
	}
	return nil, false
}

// shown reports whether the count of a cell may be told.
func shown(c *stats.Cell) bool { return c.Status == stats.OK && c.Count.Known }

// telling reports whether the share of a cell may be told as a percentage.
func telling(c *stats.Cell) bool { return shown(c) && c.Share.Known && c.Share.Den >= smallBase }

// comparable reports whether a share and its change may be told.
func (v *view) comparable(r *stats.Row) bool {
	p, ok := v.previous(r)
	return ok && telling(v.cell(r)) && telling(p) && v.cell(r).Change.Known && v.cell(r).Change.PointsKnown
}

// silence is the one sentence of a figure that has no number for the report
// year; empty when there is something to tell.
func (v *view) silence() string {
	switch {
	case v.now < 0:
		return v.fill(noFigure)
	case len(v.table.Rows) == 0:
		return v.noCases()
	}
	first := v.cell(&v.table.Rows[0])
	for i := range v.table.Rows {
		c := v.cell(&v.table.Rows[i])
		if c.Status != stats.NotAvailable {
			return ""
		}
		if first.Reason == "" {
			first = c
		}
	}
	if first.Reason == "" {
		return fmt.Sprintf("Dit cijfer is voor %d niet beschikbaar.", v.year)
	}
	return nl.Sentence(fmt.Sprintf("Dit cijfer is voor %d niet beschikbaar: %s", v.year, first.Reason))
}

const noFigure = "Voor {jaar} is er geen cijfer."

// noCases is the sentence of a figure without any case in the report year.
func (v *view) noCases() string {
	if v.entry.empty != "" && v.entry.beside != "" && !v.noneBeside() {
		return v.fill(noFigure)
	}
	return v.fill(cmp.Or(v.entry.empty, "In {jaar} waren er geen uitgezette zaken."))
}

// noneBeside reports whether the figure that this one is held against shows
// that nothing happened.
func (v *view) noneBeside() bool {
	t, ok := v.figs.Table(v.entry.beside)
	return ok && len(t.Rows) > 0 && shown(v.cell(&t.Rows[0])) && v.cell(&t.Rows[0]).Count.N == 0
}

// allHidden is the sentence of a figure of which no sentence may tell a number.
func (v *view) allHidden() string {
	if v.empty() {
		return v.noCases()
	}
	hidden, visible := false, false
	for i := range v.table.Rows {
		c := v.cell(&v.table.Rows[i])
		hidden = hidden || c.Status == stats.Suppressed
		visible = visible || shown(c)
	}
	switch {
	case hidden && visible:
		return fmt.Sprintf("Een deel van de getallen over %d is verborgen, omdat mensen anders te herkennen zouden kunnen zijn.", v.year)
	case hidden:
		return fmt.Sprintf("De getallen over %d zijn verborgen, omdat mensen anders te herkennen zouden kunnen zijn.", v.year)
	}
	return fmt.Sprintf("Over %d is hier niets te melden.", v.year)
}

// empty reports whether a figure has shares, and no case in the report year to
// take a share of.
func (v *view) empty() bool {
	for i := range v.table.Rows {
		if c := v.cell(&v.table.Rows[i]); !c.Base.Known || c.Base.N > 0 {
			return false
		}
	}
	return true
}

// noComparison says why the report year is not compared with the year before:
// with the first figure where the whole chapter has none.
func (v *view) noComparison() string {
	if v.figs.CompareNow {
		return ""
	}
	if v.before < 0 {
		if !v.entry.opens {
			return ""
		}
		if len(v.figs.Years) > 1 {
			return fmt.Sprintf("Een vergelijking met %d is niet mogelijk: dat jaar ontbreekt.", v.year-1)
		}
		return "Er is geen eerder jaar om mee te vergelijken."
	}
	if s := v.incomparable(); s != "" {
		if v.saidBefore(s) {
			return ""
		}
		return s
	}
	for i := range v.table.Rows {
		if v.table.Rows[i].Cells[v.before].Status != stats.NotAvailable {
			return ""
		}
	}
	return fmt.Sprintf("Voor %d is dit cijfer niet beschikbaar.", v.year-1)
}

// base returns the noemer that all rows of the report year share.
func (v *view) base(year int) (int, bool) {
	for i := range v.table.Rows {
		if c := v.table.Rows[i].Cells[year]; c.Base.Known {
			return c.Base.N, true
		}
	}
	return 0, false
}

// concealed returns the most that one hidden cell of a year can hold, judged
// by the published numbers alone: what the shown parts leave of the base.
// It is -1 where nothing is hidden.
func (v *view) concealed(year int) int {
	left, known := v.base(year)
	hidden := false
	for i := range v.table.Rows {
		c := &v.table.Rows[i].Cells[year]
		if shown(c) {
			left -= c.Count.N
		} else {
			hidden = true
		}
	}
	if !hidden {
		return -1
	}
	if !known {
		return int(^uint(0) >> 1)
	}
	return left
}
