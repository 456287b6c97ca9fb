package stats

import (
	"slices"
)

// place is where a case falls in a table: an index for each dimension.
type place [2]index

// tally holds the counts of one table for one year.
type tally struct {
	counts map[place]int
	bases  map[place]int // by the leading dimensions that narrow the base
}

func newTally() tally { return tally{counts: map[place]int{}, bases: map[place]int{}} }

// add counts n cases of the base at a place; those that also meet the figure's
// own condition are in the count.
func (t tally) add(f *Figure, at place, counted bool, n int) {
	t.bases[f.basePlace(at)] += n
	if counted {
		t.counts[at] += n
	}
}

// basePlace keeps the dimensions that narrow the base.
func (f *Figure) basePlace(at place) place {
	for i := f.Within; i < len(at); i++ {
		at[i] = 0
	}
	return at
}

// rows lists the rows of a table: the fixed values always, the others where
// something was counted in one of the years.
func (f *Figure) rows(domains []domain, years []tally) []Row {
	if len(f.Breakdown) == 0 {
		return []Row{f.row(nil, place{}, years)}
	}
	var places []place
	for at := range f.places(domains, years) {
		places = append(places, at)
	}
	slices.SortFunc(places, func(a, b place) int { return slices.Compare(a[:], b[:]) })
	rows := make([]Row, 0, len(places))
	for _, at := range places {
		labels := make([]string, len(f.Breakdown))
		for i := range labels {
			labels[i] = domains[i].labels[at[i]]
		}
		rows = append(rows, f.row(labels, at, years))
	}
	return rows
}

// places collects the places that have a row.
func (f *Figure) places(domains []domain, years []tally) map[place]bool {
	set := map[place]bool{}
	for _, year := range years {
		for at, n := range year.counts {
			if n != 0 {
				set[at] = true
			}
		}
		for base, n := range year.bases {
			if n != 0 && f.Within > 0 {
				f.addFixed(set, domains, base, f.Within)
			}
		}
	}
	f.addFixed(set, domains, place{}, 0)
	return set
}

// addFixed adds the fixed values of the dimensions from i on.
func (f *Figure) addFixed(set map[place]bool, domains []domain, at place, i int) {
	if i == len(domains) {
		set[at] = true
		return
	}
	for v := range domains[i].fixed {
		at[i] = index(v)
		f.addFixed(set, domains, at, i+1)
	}
}

func (f *Figure) row(labels []string, at place, years []tally) Row {
	row := Row{Labels: labels, Cells: make([]Cell, len(years))}
	for i, year := range years {
		count, base := year.counts[at], year.bases[f.basePlace(at)]
		row.Cells[i] = Cell{Count: Num(count), Base: Num(base), Share: shareOf(count, base)}
	}
	return row
}
