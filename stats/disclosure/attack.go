package disclosure

import (
	"errors"
	"slices"
)

// errProof is returned when a table that the audit reached does not satisfy the
// equations. It would be a fault in the solver; nothing may be shown then.
var errProof = errors.New("the audit could not check its own proof")

// span is a range of values of which each one is proven to be possible.
type span struct {
	low, high int
	apart     map[int]bool // values proven beyond a value that is not
}

// add notes that from, from+step, ... from+count*step are possible.
func (s *span) add(from, step, count int) {
	for i := range count + 1 {
		if n := from + i*step; n < s.low || n > s.high {
			if s.apart == nil {
				s.apart = make(map[int]bool)
			}
			s.apart[n] = true
		}
	}
	for s.apart[s.low-1] {
		s.low--
		delete(s.apart, s.low)
	}
	for s.apart[s.high+1] {
		s.high++
		delete(s.apart, s.high)
	}
}

// attack is what is left to work out when some cells are hidden: the variables
// that the shown cells do not determine, in components without equations
// between them.
type attack struct {
	sys     *system
	low     []int // least value of each variable that an attacker must allow for
	fixed   []bool
	display []bool  // stands in a table, unhidden
	part    []int32 // the component of each variable, -1 when determined
	parts   [][]int32
	budget  *budget
}

// floors says of which numbers an attacker is taken to know that they are at
// least one.
type floors bool

const (
	fromTables floors = false // hidden cells, as zeros are shown
	fromSides  floors = true  // guarded numbers that are not zero as well
)

// newAttack removes from the system what is shown and what follows from it by
// substitution.
func newAttack(sys *system, hidden []bool, known floors, b *budget) *attack {
	a := &attack{sys: sys, budget: b, low: make([]int, len(sys.keys)), fixed: make([]bool, len(sys.keys))}
	for i, c := range sys.model.cells {
		a.fixed[i] = c.published && !hidden[i]
		if c.published || c.guarded && known == fromSides {
			a.low[i] = min(1, c.value)
		}
	}
	a.display = slices.Clone(a.fixed)
	b.spend(len(sys.keys) + len(sys.rows))
	a.propagate()
	a.split()
	return a
}

// propagate fixes the variables that are the only one left in a row, and those
// of rows that leave no room because every part is at its least value.
func (a *attack) propagate() {
	queue := make([]int32, len(a.sys.rows))
	for i := range queue {
		queue[i] = int32(i)
	}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		for _, v := range a.determined(a.sys.rows[r]) {
			a.fixed[v] = true
			for _, other := range a.sys.within[v] {
				if other != r {
					queue = append(queue, other)
				}
			}
		}
	}
}

// determined returns the variables of a row that it leaves only one value.
func (a *attack) determined(r row) []int32 {
	var first int32
	free, room := 0, 0
	for _, v := range r.parts {
		if !a.fixed[v] {
			first = v
			free++
			room += a.sys.start[v] - a.low[v]
			if free > 1 && room > 0 {
				return nil
			}
		}
	}
	headFree := r.head >= 0 && !a.fixed[r.head]
	switch {
	case headFree && free == 0:
		return []int32{r.head}
	case !headFree && free == 1:
		return []int32{first}
	case !headFree && free > 1 && room == 0:
		return slices.DeleteFunc(slices.Clone(r.parts), func(v int32) bool { return a.fixed[v] })
	}
	return nil
}

// atStart returns ranges that hold the real table alone.
func (s *system) atStart() []span {
	reach := make([]span, len(s.keys))
	for v, n := range s.start {
		reach[v] = span{low: n, high: n}
	}
	return reach
}

// split finds the components.
func (a *attack) split() {
	a.part = make([]int32, len(a.fixed))
	for v := range a.part {
		a.part[v] = -1
	}
	seenRow := make([]bool, len(a.sys.rows))
	for v := range a.fixed {
		if a.fixed[v] || a.part[v] >= 0 {
			continue
		}
		n := int32(len(a.parts))
		vars := []int32{int32(v)}
		a.part[v] = n
		for i := 0; i < len(vars); i++ {
			for _, r := range a.sys.within[vars[i]] {
				if seenRow[r] {
					continue
				}
				seenRow[r] = true
				a.sys.rows[r].each(func(w int32, _ int64) {
					if !a.fixed[w] && a.part[w] < 0 {
						a.part[w] = n
						vars = append(vars, w)
					}
				})
			}
		}
		slices.Sort(vars)
		a.parts = append(a.parts, vars)
	}
}

// each calls f for every variable of a row with its coefficient.
func (r row) each(f func(v int32, coefficient int64)) {
	for _, v := range r.parts {
		f(v, 1)
	}
	if r.head >= 0 {
		f(r.head, -1)
	}
}

// matrix returns the equations among some variables, the columns in their
// order; all other variables stay as they are.
func (s *system) matrix(vars []int32) (rows []int32, a [][]int64) {
	column := make(map[int32]int, len(vars))
	for j, v := range vars {
		column[v] = j
		rows = append(rows, s.within[v]...)
	}
	slices.Sort(rows)
	rows = slices.Compact(rows)
	for _, r := range rows {
		line := make([]int64, len(vars))
		s.rows[r].each(func(v int32, c int64) {
			if j, ok := column[v]; ok {
				line[j] += c
			}
		})
		a = append(a, line)
	}
	return rows, a
}

// walker explores the tables that differ from the real one in some variables
// only, and notes the values each variable takes.
type walker struct {
	attack *attack
	vars   []int32
	lp     *simplex
	first  []int64 // the real table
	last   []int64 // the last table in whole numbers that was reached
	moved  []bool  // the columns that had another value in one of those
	reach  []span  // by variable of the system
	err    error
}

// newWalker starts at the real table. The fewer variables may change, the
// smaller the program; leaving some out makes ranges narrower, never wider.
func (a *attack) newWalker(vars []int32, reach []span) *walker {
	_, matrix := a.sys.matrix(vars)
	w := &walker{attack: a, vars: vars, reach: reach}
	x, low, high := make([]int64, len(vars)), make([]int64, len(vars)), make([]int64, len(vars))
	for j, v := range vars {
		x[j], low[j], high[j] = int64(a.sys.start[v]), int64(a.low[v]), unbounded
	}
	w.lp = newSimplex(matrix, x, low, high, a.budget)
	w.first, w.last, w.moved = x, slices.Clone(x), make([]bool, len(x))
	w.lp.moved = w.note
	return w
}

// restart goes back to the real table and keeps the tableau.
func (w *walker) restart() {
	w.lp.place(w.first)
	copy(w.last, w.first)
	clear(w.moved)
}

// note adds the whole-number tables between the last one and this one to the
// ranges, when this one is in whole numbers. All of them fit.
func (w *walker) note() {
	if w.err != nil || !w.lp.whole() {
		return
	}
	if w.err = w.check(); w.err != nil {
		return
	}
	between := int64(0) // greatest common divisor of the changes
	for j := range w.last {
		for v := w.lp.value(j) - w.last[j]; v != 0; {
			between, v = v, between%v
		}
	}
	between = max(between, -between)
	for j, from := range w.last {
		if change := w.lp.value(j) - from; change != 0 {
			w.extend(&w.reach[w.vars[j]], int(from), int(change/between), int(between))
			w.last[j] += change
			w.moved[j] = true
		}
	}
}

// mostApart bounds what is remembered of values that leave others out.
const mostApart = 64

func (w *walker) extend(s *span, from, step, count int) {
	if to := from + step*count; (step == 1 || step == -1) && from >= s.low && from <= s.high {
		s.low, s.high = min(s.low, to), max(s.high, to)
		count = 0
	}
	s.add(from, step, min(count, mostApart))
}

// prove walks until the range of v is at least gap wide, or as far as it can.
func (w *walker) prove(v int32, gap int) error {
	column, ok := slices.BinarySearch(w.vars, v)
	if !ok {
		return nil
	}
	s := &w.reach[v]
	done := func() bool { return s.high-s.low >= gap }
	objective := make([]int64, len(w.vars))
	for _, sign := range []int64{1, -1} {
		if done() {
			return nil
		}
		objective[column] = sign
		w.lp.maximize(objective, done)
		if err := w.fault(); err != nil {
			return err
		}
	}
	return nil
}

// check verifies the table that was reached against the equations themselves.
func (w *walker) check() error {
	for j, v := range w.vars {
		if w.lp.value(j) < int64(w.attack.low[v]) {
			return errProof
		}
	}
	sums := make(map[int32]int64)
	for j, v := range w.vars {
		change := w.lp.value(j) - int64(w.attack.sys.start[v])
		if change == 0 {
			continue
		}
		for _, r := range w.attack.sys.within[v] {
			if w.attack.sys.rows[r].head == v {
				sums[r] -= change
			} else {
				sums[r] += change
			}
		}
	}
	for _, sum := range sums {
		if sum != 0 {
			return errProof
		}
	}
	return nil
}

// fillStart finds whole numbers for the variables that substitution left
// unknown, by driving artificial differences to zero.
func (s *system) fillStart(known []bool, b *budget) error {
	var vars []int32
	for v := range known {
		if !known[v] {
			vars = append(vars, int32(v))
		}
	}
	rows, a := s.matrix(vars)
	n := len(vars)
	width := n + len(rows)
	x, low, high, objective := make([]int64, width), make([]int64, width), make([]int64, width), make([]int64, width)
	for i, r := range rows {
		rest := int64(s.residual(s.rows[r]))
		a[i] = append(a[i], make([]int64, len(rows))...)
		a[i][n+i] = 1
		if rest < 0 {
			a[i][n+i], rest = -1, -rest
		}
		x[n+i], objective[n+i] = rest, -1
	}
	for j := range high {
		high[j] = unbounded
	}
	lp := newSimplex(a, x, low, high, b)
	lp.maximize(objective, func() bool { return slices.Max(append(lp.num[n:], 0)) == 0 })
	if b.err != nil {
		return b.blame(s, vars)
	}
	for j, v := range vars {
		s.start[v] = int(lp.value(j))
	}
	return nil
}
