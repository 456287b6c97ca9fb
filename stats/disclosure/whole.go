package disclosure

import "slices"

// The least or greatest value of a number among whole-number tables is not
// always that of the linear program: the walk may end at a table that is not in
// whole numbers, and the program may have no whole-number table with that value
// at all. Branch and bound then settles it (Land and Doig, An automatic method
// of solving discrete programming problems, Econometrica 28, 1960): on a
// variable that is not whole, the tables on either side of it are tried.

// mostBranches bounds the programs of one search.
const mostBranches = 200

// settleEnds walks to both ends of the range of v. It reports whether nothing
// lies beyond them.
func (w *walker) settleEnds(v int32) (exact bool, err error) {
	column, ok := slices.BinarySearch(w.vars, v)
	if !ok {
		return true, nil
	}
	exact = true
	for _, sign := range []int64{1, -1} {
		settled, err := w.settleEnd(v, column, sign)
		if err != nil {
			return false, err
		}
		exact = exact && settled
	}
	return exact, nil
}

// settleEnd settles the greatest value of v, or with sign -1 the least.
func (w *walker) settleEnd(v int32, column int, sign int64) (bool, error) {
	objective := make([]int64, len(w.vars))
	objective[column] = sign
	w.lp.maximize(objective, func() bool { return false })
	if err := w.fault(); err != nil {
		return false, err
	}
	if !w.lp.optimal(objective) {
		return false, nil
	}
	top := w.lp
	defer func() { w.lp = top }()
	end := func() int64 {
		if sign > 0 {
			return int64(w.reach[v].high)
		}
		return -int64(w.reach[v].low)
	}
	furthest := end()
	for target := top.most(column, sign); target > end(); target-- {
		s := branches{walker: w, left: mostBranches}
		found := s.whole(top.standingAt(column, sign*target))
		if err := w.fault(); err != nil {
			return false, err
		}
		switch {
		case found:
			furthest = max(furthest, target)
		case s.left == 0:
			return false, nil
		}
	}
	return end() >= furthest, nil // else there are values beyond one that no table has
}

// branches looks for one whole-number table.
type branches struct {
	*walker
	left int // programs that may still be solved; 0 when it gave up
}

// whole searches between the bounds of a program that stands within them.
func (s *branches) whole(lp *simplex) bool {
	s.lp = lp
	if lp.stuck {
		s.left = 0
		return false
	}
	if lp.whole() {
		s.note()
		return true
	}
	j := slices.IndexFunc(lp.num, func(n int64) bool { return n%lp.den != 0 })
	below := lp.most(j, 1)
	for _, side := range []int64{-1, 1} {
		if s.left--; s.left <= 0 {
			s.left = 0
			return false
		}
		bound := side * below // of side times the variable, at least
		if side > 0 {
			bound++
		}
		child := lp.clone()
		objective := make([]int64, len(child.num))
		objective[j] = side
		s.lp = child
		within := func() bool { return side*child.num[j] >= bound*child.den }
		if !child.maximize(objective, within) {
			if !child.optimal(objective) {
				s.left = 0
				return false
			}
			continue
		}
		if side > 0 {
			child.low[j] = bound
		} else {
			child.high[j] = -bound
		}
		if s.whole(child) || s.left == 0 {
			return s.left > 0
		}
	}
	return false
}

// fault is what stops a walk altogether.
func (w *walker) fault() error {
	if w.err == nil && w.attack.budget.err != nil {
		return w.attack.budget.blame(w.attack.sys, w.vars)
	}
	return w.err
}

// clone copies a program where it stands.
func (s *simplex) clone() *simplex {
	c := *s
	c.num, c.low, c.high = slices.Clone(s.num), slices.Clone(s.low), slices.Clone(s.high)
	c.basis, c.rowOf = slices.Clone(s.basis), slices.Clone(s.rowOf)
	c.table = make([][]int64, len(s.table))
	for i, row := range s.table {
		c.table[i] = slices.Clone(row)
	}
	return &c
}

// standingAt copies a program and moves a column to a value between what it is and
// what it can be, where it stays.
func (s *simplex) standingAt(column int, value int64) *simplex {
	c := s.clone()
	objective := make([]int64, len(c.num))
	if c.num[column] > value*c.den {
		c.low[column], objective[column] = value, -1
	} else {
		c.high[column], objective[column] = value, 1
	}
	if !c.maximize(objective, func() bool { return c.equals(column, value) }) {
		c.stuck = true
	}
	c.low[column], c.high[column] = value, value
	return c
}

// optimal reports whether no column gains anything for the objective.
func (s *simplex) optimal(objective []int64) bool {
	if s.stuck {
		return false
	}
	c, _ := s.enter(objective, false)
	return c < 0
}

// most is the greatest whole number that is not above sign times a column.
func (s *simplex) most(column int, sign int64) int64 {
	n := sign * s.num[column]
	if n < 0 {
		return -((-n + s.den - 1) / s.den)
	}
	return n / s.den
}
