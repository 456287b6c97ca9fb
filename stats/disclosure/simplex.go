package disclosure

import (
	"math"
	"slices"
)

// unbounded is the upper bound of a column without one. Counts stay far below.
const unbounded = math.MaxInt32

// maxEntry bounds the numbers of the tableau, so that the product of two of
// them and a count fits in 64 bits. Beyond it the walk stops: what was reached
// stands.
const maxEntry = 1 << 15

// simplex walks over the points of {x : A x = A x0, low <= x <= high}, starting
// at the whole-number point x0, towards the maximum of a linear objective.
//
// It is the primal simplex method for bounded variables on an integer tableau
// with one common denominator (Edmonds 1967; Bareiss, Sylvester's identity and
// multistep integer-preserving Gaussian elimination, 1968), so without
// rounding. x0 need not be a vertex: a column outside the basis may lie at any
// whole number between its bounds.
type simplex struct {
	num       []int64 // the value of each column, times den
	low, high []int64
	table     [][]int64 // one row for each basic column
	den       int64     // common denominator, > 0
	basis     []int     // the column of each row
	rowOf     []int     // the row of each column, -1 outside the basis
	stuck     bool      // the tableau outgrew maxEntry, or the budget is spent
	budget    *budget
	moved     func() // called after each step
}

// newSimplex makes a basis for the equations A x = A x0. Dependent equations
// drop out.
func newSimplex(a [][]int64, x, low, high []int64, b *budget) *simplex {
	s := &simplex{num: slices.Clone(x), low: low, high: high, den: 1, rowOf: make([]int, len(x)), budget: b}
	for j := range s.rowOf {
		s.rowOf[j] = -1
	}
	weight := make([]int, len(x)) // nonzero entries of each column
	for _, r := range a {
		for j, v := range r {
			if v != 0 {
				weight[j]++
			}
		}
	}
	for _, r := range a {
		s.table, s.basis = append(s.table, r), append(s.basis, -1)
	}
	for i := range s.table {
		best := -1
		for j, v := range s.table[i] {
			if v != 0 && (best < 0 || weight[j] < weight[best]) {
				best = j
			}
		}
		if best >= 0 && !s.stuck {
			s.pivot(i, best)
		}
	}
	s.place(x)
	s.dropEmptyRows()
	return s
}

// place moves to a point in whole numbers that fits the equations and the
// bounds. Any tableau of the equations serves for it.
func (s *simplex) place(x []int64) {
	for j := range x {
		s.num[j] = x[j] * s.den
	}
}

func (s *simplex) dropEmptyRows() {
	kept := 0
	for i, j := range s.basis {
		if j < 0 {
			continue
		}
		s.table[kept], s.basis[kept] = s.table[i], j
		s.rowOf[j] = kept
		kept++
	}
	s.table, s.basis = s.table[:kept], s.basis[:kept]
}

// pivot brings column c into the basis in row r. All divisions are exact.
func (s *simplex) pivot(r, c int) {
	pivotRow := s.table[r]
	if pivotRow[c] < 0 {
		for j := range pivotRow {
			pivotRow[j] = -pivotRow[j]
		}
	}
	p, written := pivotRow[c], 1
	for i, row := range s.table {
		f := row[c]
		if i == r || f == 0 && p == s.den {
			continue
		}
		written++
		for j, v := range row {
			if v == 0 && pivotRow[j] == 0 {
				continue
			}
			v = (v*p - f*pivotRow[j]) / s.den
			if v > maxEntry || v < -maxEntry {
				s.stuck = true
			}
			row[j] = v
		}
	}
	s.den = p
	if old := s.basis[r]; old >= 0 {
		s.rowOf[old] = -1
	}
	s.basis[r], s.rowOf[c] = c, r
	if !s.budget.spend(written * len(pivotRow)) {
		s.stuck = true
	}
}

// maximize walks towards the maximum of the objective and stops as soon as
// done says so. It reports whether done stopped it.
func (s *simplex) maximize(objective []int64, done func() bool) bool {
	limit := 50 * (len(s.num) + len(s.basis) + 1)
	standstill := 0
	for range limit {
		if done() {
			return true
		}
		if s.stuck {
			return false
		}
		c, sign := s.enter(objective, standstill > len(s.basis))
		if c < 0 {
			return false
		}
		if s.step(c, sign) {
			standstill = 0
		} else {
			standstill++
		}
	}
	return false
}

// enter chooses the column that gains most for each unit, or after a
// standstill the first that gains (Bland's rule, which cannot cycle).
func (s *simplex) enter(objective []int64, bland bool) (column int, sign int64) {
	gain := s.gains(objective)
	best, most := -1, int64(0)
	for j, g := range gain {
		up := g > 0 && s.num[j] < s.high[j]*s.den
		down := g < 0 && s.num[j] > s.low[j]*s.den
		if s.rowOf[j] >= 0 || !up && !down {
			continue
		}
		if size := max(g, -g); size > most {
			best, most, sign = j, size, g/size
			if bland {
				break
			}
		}
	}
	return best, sign
}

// gains returns what the objective gains for each unit of each column, times
// the denominator.
func (s *simplex) gains(objective []int64) []int64 {
	gain := make([]int64, len(s.num))
	for j, c := range objective {
		gain[j] = c * s.den
	}
	for i, b := range s.basis {
		if c := objective[b]; c != 0 {
			for j, v := range s.table[i] {
				gain[j] -= c * v
			}
		}
	}
	return gain
}

// step moves column c in the direction of sign as far as the bounds allow, and
// exchanges it with the column that blocks it. It reports whether x changed.
func (s *simplex) step(c int, sign int64) bool {
	// Column c can move slack/rate; its own bound counts as rate den.
	slack, rate := s.slack(c, sign), s.den
	blocking := -1
	for i, b := range s.basis {
		r := -sign * s.table[i][c]
		if r == 0 {
			continue
		}
		room := s.slack(b, r)
		r = max(r, -r)
		here, best := room*rate, slack*r
		if here < best || here == best && blocking >= 0 && b < s.basis[blocking] {
			slack, rate, blocking = room, r, i
		}
	}
	if slack/rate >= unbounded/2 {
		s.stuck = true // never on a closed table: every part has a whole
		return false
	}
	if blocking < 0 {
		s.flip(c, sign*slack/rate)
	} else {
		s.exchange(blocking, c, sign, slack)
	}
	if slack > 0 && s.moved != nil {
		s.moved()
	}
	return slack > 0
}

// slack is how far a column can go, times the denominator: up when direction is
// positive, else down.
func (s *simplex) slack(j int, direction int64) int64 {
	if direction > 0 {
		return s.high[j]*s.den - s.num[j]
	}
	return s.num[j] - s.low[j]*s.den
}

// flip moves column c by a whole number and leaves the basis as it is.
func (s *simplex) flip(c int, by int64) {
	s.num[c] += by * s.den
	for i, b := range s.basis {
		s.num[b] -= by * s.table[i][c]
	}
}

// exchange moves column c by slack over the pivot, which brings the column of
// row r to its bound, and pivots. The values move to the new denominator, which
// is the pivot; all divisions are exact.
func (s *simplex) exchange(r, c int, sign, slack int64) {
	p := max(s.table[r][c], -s.table[r][c])
	for j := range s.num {
		switch i := s.rowOf[j]; {
		case i >= 0:
			s.num[j] = (s.num[j]*p - sign*s.table[i][c]*slack) / s.den
		case j == c:
			s.num[j] = s.num[j]/s.den*p + sign*slack
		default:
			s.num[j] = s.num[j] / s.den * p
		}
	}
	s.pivot(r, c)
}

// whole reports whether every value is a whole number.
func (s *simplex) whole() bool {
	return s.den == 1 || !slices.ContainsFunc(s.num, func(n int64) bool { return n%s.den != 0 })
}

// value returns the value of a column, rounded towards zero.
func (s *simplex) value(j int) int64 { return s.num[j] / s.den }

// equals reports whether a column has a whole value.
func (s *simplex) equals(j int, n int64) bool { return s.num[j] == n*s.den }
