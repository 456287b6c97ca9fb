package stats

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// brings is what one case brings to every cell that it touches, and to every noemer.
type brings struct {
	cells map[effectCell]part
	bases map[effectCell]int // by the labels that narrow the noemer
}

// follow works out what every case of the pairs does to the figures.
func (d *CaseDiff) follow(ctx context.Context, old, now *numbered, cases pairs) error {
	for n, pair := range cases {
		if n%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		before, after := old.brings(pair[0]), now.brings(pair[1])
		number := ""
		if pair[1] >= 0 {
			number = now.origin(pair[1]).Number
		} else {
			number = old.origin(pair[0]).Number
		}
		for _, cell := range keysOf(before.cells, after.cells) {
			a, b := before.cells[cell], after.cells[cell]
			if a != b {
				d.effects[cell] = append(d.effects[cell], CaseEffect{Number: number, Count: b.count - a.count})
			}
		}
		for _, cell := range keysOf(before.bases, after.bases) {
			if change := after.bases[cell] - before.bases[cell]; change != 0 {
				d.effects[cell] = append(d.effects[cell], CaseEffect{Number: number, Base: change})
			}
		}
	}
	return nil
}

func keysOf[V any](a, b map[effectCell]V) []effectCell {
	keys := slices.Collect(maps.Keys(a))
	for key := range b {
		if _, ok := a[key]; !ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// brings counts the i-th case alone in every table; -1 brings nothing.
func (n *numbered) brings(i int) brings {
	found := brings{cells: map[effectCell]part{}, bases: map[effectCell]int{}}
	if i < 0 {
		return found
	}
	c := n.tr.c
	one := c.alone(&n.cases[i], n.has[i])
	for t := range n.tr.figs.Tables {
		f := &n.tr.figs.Tables[t].Figure
		if f.Source == fromKeyFigures || f.Source == fromMediators || f.Estimated() || f.derived() {
			continue // these are no sum of what their cases bring
		}
		for _, row := range tableBuilders[f.Source](one, f) {
			for y, year := range c.years {
				found.add(f, year, row.Labels, &row.Cells[y])
			}
		}
	}
	return found
}

func (b *brings) add(f *Figure, year int, labels []string, cell *Cell) {
	if cell.Count.N > 0 {
		b.cells[cellKey(f.ID, labels, year)] = part{count: cell.Count.N, days: cell.Quantiles.Median}
	}
	if cell.Base.Known && cell.Base.N > 0 && len(labels) >= f.Within {
		b.bases[baseKey(f.ID, labels[:f.Within], year)] = cell.Base.N
	}
}

func cellKey(figure string, labels []string, year int) effectCell {
	return effectCell{figure, strings.Join(labels, "\x00"), year}
}

// baseKey cannot be the key of a cell: no label holds such a byte.
func baseKey(figure string, within []string, year int) effectCell {
	return effectCell{figure, "\x01" + strings.Join(within, "\x00"), year}
}

// Effects lists the cases that explain why a number changed, and those that
// explain the change of its noemer, in the order in which they were met.
func (d *CaseDiff) Effects(figure string, labels []string, year int) (count, base []CaseEffect) {
	if within := d.within[figure]; len(labels) >= within {
		base = d.effects[baseKey(figure, labels[:within], year)]
	}
	return d.effects[cellKey(figure, labels, year)], base
}
