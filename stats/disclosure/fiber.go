package disclosure

import (
	"cmp"
	"slices"
)

// mostListed is how many tables are listed at most. A number that hangs
// together with so many others is not narrowed by knowing the rule.
const mostListed = 20_000

// mostTried is how many values are tried at most on the way: a listing that
// runs into so many dead ends is given up as one that is too long.
const mostTried = 200_000

// fiber lists the tables in whole numbers that agree with what is shown: every
// value of the free variables that fits the equations.
type fiber struct {
	sys   *system
	low   []int
	order []int32 // the free variables, the most detailed first
	open  []int   // by row: how many of its variables have no value yet
	set   []bool  // by variable: it has a value
	x     []int
	list  [][]int // by table: the values of the cells
	tried int
	over  bool // there are more than mostListed, or mostTried was not enough
}

// tables lists the tables that agree with what an attack takes as shown, and
// reports false when there are too many.
func (a *attack) tables() (list [][]int, ok bool) {
	f := &fiber{sys: a.sys, low: a.low, open: make([]int, len(a.sys.rows)), set: slices.Clone(a.fixed),
		x: slices.Clone(a.sys.start)}
	for v, fixed := range a.fixed {
		if !fixed {
			f.order = append(f.order, int32(v))
			f.x[v] = 0
		}
	}
	slices.SortStableFunc(f.order, func(v, w int32) int { return cmp.Compare(len(a.sys.keys[w]), len(a.sys.keys[v])) })
	for i, r := range a.sys.rows {
		r.each(func(v int32, _ int64) {
			if !f.set[v] {
				f.open[i]++
			}
		})
	}
	f.fill(0)
	return f.list, !f.over
}

// fill gives the variables from the i-th on every value that fits.
func (f *fiber) fill(i int) {
	if f.tried++; f.tried > mostTried {
		f.over = true
	}
	if f.over {
		return
	}
	if i == len(f.order) {
		f.list = append(f.list, slices.Clone(f.x[:len(f.sys.model.cells)]))
		f.over = len(f.list) > mostListed
		return
	}
	v := f.order[i]
	low, high := f.bounds(v)
	f.take(v, -1)
	for n := low; n <= high; n++ {
		f.x[v] = n
		f.fill(i + 1)
	}
	f.x[v] = 0
	f.take(v, 1)
}

// take notes that a variable has a value, or with change 1 has none again.
func (f *fiber) take(v int32, change int) {
	f.set[v] = change < 0
	for _, r := range f.sys.within[v] {
		f.open[r] += change
	}
}

// bounds returns the values that the rows of v leave it, given those before it.
func (f *fiber) bounds(v int32) (low, high int) {
	low, high = f.low[v], slices.Max(f.sys.model.totals)
	for _, i := range f.sys.within[v] {
		r := f.sys.rows[i]
		rest := r.constant
		if r.head >= 0 {
			rest = f.x[r.head]
		}
		for _, w := range r.parts {
			rest -= f.x[w]
		}
		switch {
		case r.head == v && f.open[i] == 1:
			low, high = max(low, -rest), min(high, -rest)
		case r.head == v:
			low = max(low, -rest)
		case f.open[i] == 1:
			low, high = max(low, rest), min(high, rest)
		case r.head < 0 || f.set[r.head]:
			high = min(high, rest)
		}
	}
	return low, high
}
