package disclosure

import "math"

// unbounded is the upper bound of a column without one. Counts stay far below.
const unbounded = math.MaxInt32

// maxEntry bounds the numbers of the tableau, so that products of two of them
// fit in 64 bits. Beyond it the walk stops: what was reached stands.
const maxEntry = 1 << 30

// simplex walks over the whole-number points of {x : A x = A x0, low <= x <=
// high}, starting at x0, towards the maximum of a linear objective.
//
// It is the primal simplex method for bounded variables on an integer tableau
// with one common denominator (Edmonds 1967; Bareiss, Sylvester's identity and
// multistep integer-preserving Gaussian elimination, 1968), so without
// rounding. x0 need not be a vertex: a column outside the basis may lie
// between its bounds. A step is cut to whole numbers; on the network-like
// matrices of linked tables every vertex is whole and nothing is lost.
type simplex struct {
	x, low, high []int64
	table        [][]int64 // one row for each basic column
	den          int64     // common denominator, > 0
	basis        []int     // the column of each row
	rowOf        []int     // the row of each column, -1 outside the basis
	stuck        bool      // the tableau outgrew maxEntry
	moved        func(step walk)
}

// walk is one step: count units along a whole-number direction.
type walk struct {
	count     int64
	entering  int
	direction int64   // of the entering column, for each unit
	rates     []int64 // of each row's column, for each unit
}

// newSimplex makes a basis for the equations A x = A x0. Dependent equations
// drop out.
func newSimplex(a [][]int64, x, low, high []int64) *simplex {
	s := &simplex{x: x, low: low, high: high, den: 1, rowOf: make([]int, len(x))}
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
	s.dropEmptyRows()
	return s
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
	p := pivotRow[c]
	for i, row := range s.table {
		f := row[c]
		if i == r || f == 0 && p == s.den {
			continue
		}
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
}

// maximize walks towards the maximum of the objective and stops as soon as
// done says so. It reports whether done stopped it.
func (s *simplex) maximize(objective []int64, done func() bool) bool {
	limit := 50 * (len(s.x) + len(s.basis) + 1)
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
		up := g > 0 && s.x[j] < s.high[j]
		down := g < 0 && s.x[j] > s.low[j]
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
	gain := make([]int64, len(s.x))
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
	unit := s.unit(c)
	room := s.high[c] - s.x[c]
	if sign < 0 {
		room = s.x[c] - s.low[c]
	}
	blocking := -1
	for i, b := range s.basis {
		rate := -sign * s.table[i][c]
		if rate == 0 {
			continue
		}
		slack := s.high[b] - s.x[b]
		if rate < 0 {
			slack, rate = s.x[b]-s.low[b], -rate
		}
		allowed := slack * s.den / rate
		if allowed < room || allowed == room && blocking >= 0 && b < s.basis[blocking] {
			room, blocking = allowed, i
		}
	}
	if room >= unbounded/2 {
		s.stuck = true // never on a closed table: every part has a whole
		return false
	}
	count := room / unit
	if count > 0 {
		s.move(walk{count: count, entering: c, direction: sign * unit, rates: s.rates(c, sign*unit)})
	}
	if blocking >= 0 {
		s.pivot(blocking, c)
	}
	return count > 0
}

// unit is the smallest change of column c that keeps every column whole.
func (s *simplex) unit(c int) int64 {
	g := s.den
	for i := range s.table {
		for v := s.table[i][c]; v != 0; {
			g, v = v, g%v
		}
	}
	return s.den / max(g, -g)
}

func (s *simplex) rates(c int, by int64) []int64 {
	rates := make([]int64, len(s.basis))
	for i := range s.basis {
		rates[i] = -by * s.table[i][c] / s.den
	}
	return rates
}

func (s *simplex) move(w walk) {
	if s.moved != nil {
		s.moved(w)
	}
	s.x[w.entering] += w.count * w.direction
	for i, b := range s.basis {
		s.x[b] += w.count * w.rates[i]
	}
}
