package stats

import "slices"

// part is what cases bring to one cell: how many it counts, how many lie in its
// noemer, and for a lead time the median of their days.
type part struct {
	count, base int
	days        float64
	end         string // KindIncidence and KindWaits: how the wait of a case ended
}

// Estimated says that the cells of a figure are estimates over cases of which not
// all have come to an end, and no shares of the cases behind them.
func (f *Figure) Estimated() bool { return f.Kind == KindIncidence || f.Kind == KindWaits }

// derived says that the cells of a figure follow from those of another one: no
// case by itself has a part in them.
func (f *Figure) derived() bool { return f.Kind == KindSplit }

// alone counts one case by the very code that counts them all: what the case
// brings to a cell is what the cell counts of it. Every cell but that of the
// different mediators is the sum of what its cases bring.
func (c *computation) alone(cs *Case, has Presence) *computation {
	one := *c
	one.at, one.joint = nil, nil
	one.count(func(yield func(*Case, Presence) bool) {
		unsettled := *cs
		yield(&unsettled, has)
	})
	return &one
}

// part returns what the cases of the computation bring to a cell of the i-th
// year shown. A category that has no row has no cases.
func (c *computation) part(f *Figure, labels []string, i int) part {
	if f.Estimated() {
		return c.estimatePart(f, labels, i)
	}
	var p part
	for _, row := range tableBuilders[f.Source](c, f) {
		cell := &row.Cells[i]
		if slices.Equal(row.Labels, labels) {
			p.count, p.days = cell.Count.N, cell.Quantiles.Median
		}
		if len(row.Labels) >= f.Within && slices.Equal(row.Labels[:f.Within], labels[:f.Within]) && cell.Base.Known {
			p.base = cell.Base.N
		}
	}
	return p
}
