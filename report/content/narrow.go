package content

import (
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// NarrowTable lays a table out for a page of text: the report year, the main
// number of the year before, and the change.
func NarrowTable(figs *stats.Figures, t *stats.Table) Table {
	recent, table := lastYears(figs, t, 2)
	v := TableOf(recent, table)
	if YearsBelow(&t.Figure) {
		for i := range v.Bodies {
			slices.Reverse(v.Bodies[i].Rows)
		}
		return v
	}
	var heads []Head
	var order []int // of the cells
	at := 0
	for _, h := range v.Heads {
		columns := make([]int, max(1, len(h.Columns)))
		for i := range columns {
			columns[i] = at + i
		}
		at += len(columns)
		if h.Title == nl.Year(figs.Year-1) && len(h.Columns) > 0 {
			main := len(columns) - 1
			if h.Columns[main] == estimateMarginTitle {
				main--
			}
			h.Columns, columns = h.Columns[main:main+1], columns[main:main+1]
		}
		if h.Now {
			heads, order = slices.Insert(heads, 0, h), slices.Insert(order, 0, columns...)
		} else {
			heads, order = append(heads, h), append(order, columns...)
		}
	}
	v.Heads = heads
	v.pick(order)
	return v
}

// pick keeps the cells of these columns, in this order.
func (t *Table) pick(order []int) {
	picked := func(cells []Cell) []Cell {
		var kept []Cell
		for _, i := range order {
			if i < len(cells) {
				kept = append(kept, cells[i])
			}
		}
		return kept
	}
	for i := range t.Bodies {
		t.Bodies[i].Cells = picked(t.Bodies[i].Cells)
		for j := range t.Bodies[i].Rows {
			t.Bodies[i].Rows[j].Cells = picked(t.Bodies[i].Rows[j].Cells)
		}
	}
	if t.Total != nil {
		t.Total.Cells = picked(t.Total.Cells)
	}
}

// lastYears gives a table with its last n years, and figures of those years.
func lastYears(figs *stats.Figures, t *stats.Table, n int) (*stats.Figures, *stats.Table) {
	from := max(0, len(figs.Years)-n)
	recent := *figs
	recent.Years = figs.Years[from:]
	recent.ReferenceDates = figs.ReferenceDates[min(from, len(figs.ReferenceDates)):]
	recent.Provisional = figs.Provisional[min(from, len(figs.Provisional)):]
	recent.Tables = slices.Clone(figs.Tables) // the order of a table may depend on another
	for i := range recent.Tables {
		recent.Tables[i] = since(recent.Tables[i], from)
	}
	table := since(*t, from)
	return &recent, &table
}

// since leaves the years before one out of a table.
func since(t stats.Table, from int) stats.Table {
	t.Rows = slices.Clone(t.Rows)
	for i := range t.Rows {
		t.Rows[i].Cells = t.Rows[i].Cells[from:]
	}
	return t
}

// Shows reports whether a cell begins with a mark.
func (t *Table) Shows(mark string) bool {
	_, rows := Flatten(*t)
	return slices.ContainsFunc(rows, func(row []string) bool {
		return slices.ContainsFunc(row[1:], func(cell string) bool { return strings.HasPrefix(cell, mark) })
	})
}

// GroupRows tells of each row of flatten whether it heads a group.
func (t *Table) GroupRows() []bool {
	var heads []bool
	for _, body := range t.Bodies {
		if body.Title != "" {
			heads = append(heads, true)
		}
		heads = append(heads, make([]bool, len(body.Rows))...)
	}
	if t.Total != nil {
		heads = append(heads, false)
	}
	return heads
}
