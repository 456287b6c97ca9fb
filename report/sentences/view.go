package sentences

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

// View is a table seen from the report year.
type View struct {
	Figs   *stats.Figures
	Table  *stats.Table
	Entry  Entry
	Year   int
	Now    int // index of the report year
	Before int // index of the year before it, -1 where it is not there
}

// NewView sees a table of figs from the report year.
func NewView(figs *stats.Figures, table *stats.Table) *View {
	entry, _ := EntryOf(table.Figure.ID)
	return &View{Figs: figs, Table: table, Entry: entry, Year: figs.Year,
		Now: slices.Index(figs.Years, figs.Year), Before: slices.Index(figs.Years, figs.Year-1)}
}

func (v *View) shape() shape {
	within := v.Table.Figure.Within > 0
	switch v.Table.Figure.Kind {
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

// Cell returns the cell of the report year.
func (v *View) Cell(r *stats.Row) *stats.Cell { return &r.Cells[v.Now] }

// previous returns the cell of the year before, if there is one.
func (v *View) previous(r *stats.Row) (*stats.Cell, bool) {
	if v.Before < 0 {
		return nil, false
	}
	return &r.Cells[v.Before], true
}

// row finds a row by its labels; "*" stands for any label.
func (v *View) row(labels ...string) (*stats.Row, bool) {
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
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
func (v *View) comparable(r *stats.Row) bool {
	p, ok := v.previous(r)
	return ok && telling(v.Cell(r)) && telling(p) && v.Cell(r).Change.Known && v.Cell(r).Change.PointsKnown
}

// Silence is the one sentence of a figure that has no number for the report
// year; empty when there is something to tell.
func (v *View) Silence() string {
	switch {
	case v.Now < 0:
		return v.fill(noFigure)
	case len(v.Table.Rows) == 0:
		return v.noCases()
	}
	first := v.Cell(&v.Table.Rows[0])
	for i := range v.Table.Rows {
		c := v.Cell(&v.Table.Rows[i])
		if c.Status != stats.NotAvailable {
			return ""
		}
		if first.Reason == "" {
			first = c
		}
	}
	if first.Reason == "" {
		return fmt.Sprintf("Dit cijfer is voor %d niet beschikbaar.", v.Year)
	}
	return nl.Sentence(fmt.Sprintf("Dit cijfer is voor %d niet beschikbaar: %s", v.Year, first.Reason))
}

const noFigure = "Voor {jaar} is er geen cijfer."

// noCases is the sentence of a figure without any case in the report year.
func (v *View) noCases() string {
	if v.Entry.empty != "" && v.Entry.Beside != "" && !v.noneBeside() {
		return v.fill(noFigure)
	}
	return v.fill(cmp.Or(v.Entry.empty, "In {jaar} waren er geen uitgezette zaken."))
}

// noneBeside reports whether the figure that this one is held against shows
// that nothing happened.
func (v *View) noneBeside() bool {
	t, ok := v.Figs.Table(v.Entry.Beside)
	return ok && len(t.Rows) > 0 && shown(v.Cell(&t.Rows[0])) && v.Cell(&t.Rows[0]).Count.N == 0
}

// allHidden is the sentence of a figure of which no sentence may tell a number.
func (v *View) allHidden() string {
	if v.empty() {
		return v.noCases()
	}
	hidden, visible := false, false
	for i := range v.Table.Rows {
		c := v.Cell(&v.Table.Rows[i])
		hidden = hidden || c.Status == stats.Suppressed
		visible = visible || shown(c)
	}
	switch {
	case hidden && visible:
		return fmt.Sprintf("Een deel van de getallen over %d is verborgen, omdat mensen anders te herkennen zouden "+
			"kunnen zijn.", v.Year)
	case hidden:
		return fmt.Sprintf("De getallen over %d zijn verborgen, omdat mensen anders te herkennen zouden kunnen zijn.",
			v.Year)
	}
	return fmt.Sprintf("Over %d is hier niets te melden.", v.Year)
}

// empty reports whether a figure has shares, and no case in the report year to
// take a share of.
func (v *View) empty() bool {
	for i := range v.Table.Rows {
		if c := v.Cell(&v.Table.Rows[i]); !c.Base.Known || c.Base.N > 0 {
			return false
		}
	}
	return true
}

// NoComparison says why the report year is not compared with the year before:
// with the first figure where the whole chapter has none.
func (v *View) NoComparison() string {
	if v.Figs.CompareNow {
		return ""
	}
	if v.Before < 0 {
		if !v.Entry.opens {
			return ""
		}
		if len(v.Figs.Years) > 1 {
			return fmt.Sprintf("Een vergelijking met %d is niet mogelijk: dat jaar ontbreekt.", v.Year-1)
		}
		return "Er is geen eerder jaar om mee te vergelijken."
	}
	if s := v.Incomparable(); s != "" {
		if v.saidBefore(s) {
			return ""
		}
		return s
	}
	for i := range v.Table.Rows {
		if v.Table.Rows[i].Cells[v.Before].Status != stats.NotAvailable {
			return ""
		}
	}
	return fmt.Sprintf("Voor %d is dit cijfer niet beschikbaar.", v.Year-1)
}

// concealed returns the most that one hidden cell of a year can hold, judged
// by the published numbers alone: what the shown parts leave of the base.
// It is -1 where nothing is hidden.
func (v *View) concealed(year int) int {
	left, known := v.Table.Base(year)
	hidden := false
	for i := range v.Table.Rows {
		c := &v.Table.Rows[i].Cells[year]
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
