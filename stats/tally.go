package stats

import "slices"

// place is where a case falls in a table: an index for each dimension.
type place [2]index

// tally counts the cells of one table for each of its years.
type tally struct {
	figure  *Figure
	domains []domain
	stride  int // places are numbered at[0]*stride + at[1]
	counts  [][]int
	bases   [][]int // numbered as counts, by the leading dimensions that narrow the base
}

func newTally(f *Figure, domains []domain, years int) *tally {
	size, stride := 1, 1
	for i, d := range domains {
		size *= len(d.labels)
		if i == 1 {
			stride = len(d.labels)
		}
	}
	t := &tally{figure: f, domains: domains, stride: stride}
	for range years {
		t.counts = append(t.counts, make([]int, size))
		t.bases = append(t.bases, make([]int, size))
	}
	return t
}

func (t *tally) number(at place) int { return int(at[0])*t.stride + int(at[1]) }

func (t *tally) addCount(year int, at place, n int) { t.counts[year][t.number(at)] += n }

func (t *tally) addBase(year int, at place, n int) { t.bases[year][t.number(t.basePlace(at))] += n }

// basePlace keeps the dimensions that narrow the base.
func (t *tally) basePlace(at place) place {
	for i := t.figure.Within; i < len(at); i++ {
		at[i] = 0
	}
	return at
}

// rows lists the rows of the table: the fixed values always, the others where
// something was counted in one of the years.
func (t *tally) rows() []Row {
	rows := []Row{}
	for number := range t.counts[0] {
		at := place{index(number / t.stride), index(number % t.stride)}
		if !t.shows(at) {
			continue
		}
		labels := make([]string, len(t.domains))
		for i := range labels {
			labels[i] = t.domains[i].labels[at[i]]
		}
		rows = append(rows, t.row(labels, at))
	}
	return rows
}

// shows reports whether a place has a row.
func (t *tally) shows(at place) bool {
	if anyCase(t.counts, t.number(at)) {
		return true
	}
	for i := len(t.domains) - 1; i >= 0; i-- {
		if int(at[i]) >= t.domains[i].fixed {
			return i < t.figure.Within && anyCase(t.bases, t.number(t.basePlace(at)))
		}
	}
	return true
}

func anyCase(years [][]int, number int) bool {
	return slices.ContainsFunc(years, func(counts []int) bool { return counts[number] != 0 })
}

func (t *tally) row(labels []string, at place) Row {
	row := Row{Labels: labels, Cells: make([]Cell, len(t.counts))}
	for year := range t.counts {
		count, base := t.counts[year][t.number(at)], t.bases[year][t.number(t.basePlace(at))]
		row.Cells[year] = Cell{Count: Num(count), Base: Num(base), Share: shareOf(count, base)}
	}
	return row
}
