package disclosure

import (
	"fmt"
	"slices"
)

// system is the attacker's view of a Model: variables, and equations between
// them. Variable i is cell i of the Model for i < len(Model.cells); the rest
// are cells of cliques and separators that stand in no table.
type system struct {
	keys    []key
	start   []int // the value of each variable in one table that fits; for cells the real one
	rows    []row
	within  [][]int32 // the rows of each variable
	cliques []clique
	home    [][]int32 // the cliques of each variable
	growths []int32   // by order: the variable of its difference
	unitOf  []int32   // the unit of each variable, -1 for none (see wide.go)
	units   []unit
	model   *Model
}

// row says that head is the sum of parts, or that the parts sum to a public
// constant when head is negative.
type row struct {
	head     int32
	constant int
	parts    []int32
}

// newSystem derives the equations from the model.
func newSystem(m *Model, wideDomain int, work *budget) (*system, error) {
	cliques, err := m.cliques()
	if err != nil {
		return nil, err
	}
	s := &system{model: m, cliques: cliques}
	b := &systemBuilder{system: s, index: make(map[key]int32, len(m.cells))}
	for i, c := range m.cells {
		s.keys = append(s.keys, c.key)
		b.index[c.key] = int32(i)
	}
	wanted := b.wanted()
	cells := b.addVariables()
	for i := range cliques {
		for _, set := range wanted[i] {
			b.addSums(i, set, cells[i])
		}
	}
	b.addOrders()
	s.findUnits(wideDomain)
	s.findHomes()
	s.within = make([][]int32, len(s.keys))
	for i, r := range s.rows {
		if r.head >= 0 {
			s.within[r.head] = append(s.within[r.head], int32(i))
		}
		for _, v := range r.parts {
			s.within[v] = append(s.within[v], int32(i))
		}
	}
	if err := s.solveStart(work); err != nil {
		return nil, err
	}
	return s, nil
}

// findHomes finds the cliques of each variable. A growth has those of both its
// cells, and so ties them together.
func (s *system) findHomes() {
	s.home = make([][]int32, len(s.keys))
	for v, k := range s.keys {
		set := k.attrs()
		for i, q := range s.cliques {
			if subset(set, q.attrs) {
				s.home[v] = append(s.home[v], int32(i))
			}
		}
	}
	for i, v := range s.growths {
		o := s.model.orders[i]
		s.home[v] = slices.Concat(s.home[o.later], s.home[o.earlier])
	}
}

// systemBuilder gathers variables and rows.
type systemBuilder struct {
	*system
	index map[key]int32
}

// wanted returns for each clique the attribute sets over which it must be
// summed: separators with its neighbours, and the tables that fit in no
// smaller clique.
func (b *systemBuilder) wanted() [][][]Attr {
	sets := make([][][]Attr, len(b.cliques))
	want := func(i int, set []Attr) {
		if !slices.ContainsFunc(sets[i], func(t []Attr) bool { return slices.Equal(t, set) }) {
			sets[i] = append(sets[i], set)
		}
	}
	for i, q := range b.cliques {
		want(i, q.sep)
		if len(q.sep) > 0 {
			want(q.parent, q.sep)
		}
	}
	seen := make(map[string]bool)
	for _, c := range b.model.cells {
		if s := c.key.shape(); !seen[s] {
			seen[s] = true
			set := c.key.attrs()
			home := -1
			for i, q := range b.cliques {
				if subset(set, q.attrs) && (home < 0 || len(q.rows) < len(b.cliques[home].rows)) {
					home = i
				}
			}
			want(home, set)
		}
	}
	return sets
}

// addVariables adds the cells of the cliques and of their separators, and
// returns the former for each clique.
func (b *systemBuilder) addVariables() [][]int32 {
	cells := make([][]int32, len(b.cliques))
	for i, q := range b.cliques {
		cells[i] = make([]int32, len(q.rows))
		for j, values := range q.rows {
			cells[i][j] = b.variable(project(q.attrs, values, q.attrs))
			if len(q.sep) > 0 {
				b.variable(project(q.attrs, values, q.sep))
			}
		}
		if q.parent >= 0 {
			up := b.cliques[q.parent]
			for _, values := range up.rows {
				b.variable(project(up.attrs, values, q.sep))
			}
		}
	}
	return cells
}

// addSums adds a row for each variable over set that is not a cell of clique i
// itself: the sum of the cells of the clique that have its values.
func (b *systemBuilder) addSums(i int, set []Attr, cells []int32) {
	q := b.cliques[i]
	if len(set) == 0 {
		moment := b.model.attrs[q.attrs[0]]
		b.rows = append(b.rows, row{head: -1, constant: b.model.totals[moment], parts: cells})
		if total, ok := b.index[""]; ok && moment == present {
			b.rows = append(b.rows, row{head: total, parts: cells})
		}
		return
	}
	rowOf := make(map[int32]int)
	for j, values := range q.rows {
		head, ok := b.index[project(q.attrs, values, set)]
		if !ok {
			continue
		}
		if head == cells[j] {
			rowOf[head] = -1
			continue
		}
		at, ok := rowOf[head]
		if !ok {
			at = len(b.rows)
			rowOf[head] = at
			b.rows = append(b.rows, row{head: head})
		}
		b.rows[at].parts = append(b.rows[at].parts, cells[j])
	}
	b.addEmptySums(set, rowOf)
}

// addEmptySums states that a cell of which no combination occurs is zero.
func (b *systemBuilder) addEmptySums(set []Attr, rowOf map[int32]int) {
	shape := project(set, make([]int, len(set)), set).shape()
	for v, k := range b.keys {
		if _, ok := rowOf[int32(v)]; !ok && k.shape() == shape {
			b.rows = append(b.rows, row{head: int32(v)})
		}
	}
}

func (b *systemBuilder) variable(k key) int32 {
	v, ok := b.index[k]
	if !ok {
		v = int32(len(b.keys))
		b.index[k] = v
		b.keys = append(b.keys, k)
	}
	return v
}

// project returns the key of the values restricted to set.
func project(attrs []Attr, values []int, set []Attr) key {
	buf := make([]byte, 0, coordBytes*len(set))
	for i, a := range attrs {
		if slices.Contains(set, a) {
			buf = appendCoord(buf, Coord{a, values[i]})
		}
	}
	return key(buf)
}

// solveStart finds values for the variables that stand in no table, such that
// all equations hold: by substitution as far as it goes, then by a linear
// program that drives the remaining differences to zero.
func (s *system) solveStart(b *budget) error {
	s.start = make([]int, len(s.keys))
	known := make([]bool, len(s.keys))
	for i, c := range s.model.cells {
		s.start[i], known[i] = c.value, true
	}
	queue := make([]int32, len(s.rows))
	for i := range queue {
		queue[i] = int32(i)
	}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		v, value, ok := s.single(r, known)
		if !ok {
			continue
		}
		s.start[v], known[v] = value, true
		queue = append(queue, s.within[v]...)
	}
	if slices.Contains(known, false) {
		if err := s.fillStart(known, b); err != nil {
			return err
		}
	}
	for i, r := range s.rows {
		if s.residual(r) != 0 {
			return fmt.Errorf("%w (equation %d)", ErrInconsistent, i)
		}
	}
	if slices.Min(append(s.start, 0)) < 0 {
		return fmt.Errorf("%w: a negative count", ErrInconsistent)
	}
	return nil
}

// single returns the value of the only unknown variable of a row.
func (s *system) single(i int32, known []bool) (v int32, value int, ok bool) {
	r := s.rows[i]
	v = -1
	unknown := func(x int32) bool {
		if known[x] {
			return false
		}
		v = x
		return true
	}
	n := 0
	for _, x := range r.parts {
		if unknown(x) {
			if n++; n > 1 {
				return 0, 0, false
			}
		}
	}
	if r.head >= 0 && unknown(r.head) {
		n++
	}
	if n != 1 {
		return 0, 0, false
	}
	rest := s.residual(r) // the unknown itself still counts as zero
	if v == r.head {
		rest = -rest
	}
	return v, rest, true
}

// residual is the right-hand side minus the left-hand side of a row at start.
func (s *system) residual(r row) int {
	rest := r.constant
	if r.head >= 0 {
		rest = s.start[r.head]
	}
	for _, v := range r.parts {
		rest -= s.start[v]
	}
	return rest
}
