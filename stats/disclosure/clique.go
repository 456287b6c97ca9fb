package disclosure

import (
	"maps"
	"slices"
)

// maxJoint is the largest number of cells a clique may have. No catalog of
// figures comes near it: a table crosses two or three attributes.
const maxJoint = 1 << 21

// clique is a set of attributes whose full crossing the attacker reasons over.
type clique struct {
	attrs  []Attr // ascending
	parent int    // in the junction tree; -1 for a root
	sep    []Attr // the attributes shared with the parent
	rows   [][]int
}

// cliques triangulates the graph of attributes that are crossed somewhere, by
// least fill-in, and returns its cliques as a junction forest.
func (m *Model) cliques() ([]clique, error) {
	list := maximal(eliminate(m.graph()))
	connect(list)
	for i := range list {
		if _, err := m.momentOf(list[i].attrs); err != nil {
			return nil, err
		}
		rows, err := m.join(list[i].attrs)
		if err != nil {
			return nil, err
		}
		list[i].rows = rows
	}
	return list, nil
}

// graph returns for each attribute the attributes it is crossed with.
func (m *Model) graph() []map[Attr]bool {
	near := make([]map[Attr]bool, len(m.attrs))
	for a := range near {
		near[a] = make(map[Attr]bool)
	}
	crossed := func(set []Attr) {
		for _, a := range set {
			for _, b := range set {
				if a != b {
					near[a][b] = true
				}
			}
		}
	}
	seen := make(map[string]bool)
	for _, c := range m.cells {
		if s := c.key.shape(); !seen[s] {
			seen[s] = true
			crossed(c.key.attrs())
		}
	}
	for _, r := range m.relations {
		crossed(r.attrs)
	}
	return near
}

// eliminate removes the attributes one by one, the one that adds the fewest
// edges first, and returns the clique each leaves behind.
func eliminate(near []map[Attr]bool) [][]Attr {
	left := make(map[Attr]bool, len(near))
	for a := range near {
		left[Attr(a)] = true
	}
	var cliques [][]Attr
	for len(left) > 0 {
		best, least := Attr(-1), -1
		for _, a := range slices.Sorted(maps.Keys(left)) {
			if f := fillIn(near, a); best < 0 || f < least {
				best, least = a, f
			}
		}
		around := slices.Sorted(maps.Keys(near[best]))
		for _, a := range around {
			for _, b := range around {
				if a != b {
					near[a][b] = true
				}
			}
			delete(near[a], best)
		}
		delete(left, best)
		set := append(around, best)
		slices.Sort(set)
		cliques = append(cliques, set)
	}
	return cliques
}

func fillIn(near []map[Attr]bool, a Attr) int {
	around := slices.Sorted(maps.Keys(near[a]))
	missing := 0
	for i, b := range around {
		for _, c := range around[:i] {
			if !near[b][c] {
				missing++
			}
		}
	}
	return missing
}

// maximal drops the sets that lie inside another one.
func maximal(sets [][]Attr) []clique {
	var kept []clique
	for i, s := range sets {
		inside := slices.ContainsFunc(sets[:i], func(t []Attr) bool { return subset(s, t) })
		if !inside {
			kept = append(kept, clique{attrs: s, parent: -1})
		}
	}
	return kept
}

// connect makes the junction forest: each clique hangs on the one before it
// with which it shares most. (A maximum spanning tree of a triangulated graph
// has the running intersection property.)
func connect(list []clique) {
	done := make([]bool, len(list))
	for range list {
		best, on, shared := -1, -1, -1
		for i := range list {
			if done[i] {
				continue
			}
			if best < 0 {
				best = i
			}
			for j := range list {
				if n := len(intersect(list[i].attrs, list[j].attrs)); done[j] && n > 0 && n > shared {
					best, on, shared = i, j, n
				}
			}
		}
		done[best] = true
		if on >= 0 {
			list[best].parent, list[best].sep = on, intersect(list[best].attrs, list[on].attrs)
		}
	}
}

// join lists the combinations of the attributes that can occur, as values in
// the order of attrs.
func (m *Model) join(attrs []Attr) ([][]int, error) {
	var covered []Attr
	rows := [][]int{make([]int, len(attrs))}
	extend := func(r relation) error {
		at := make([]int, len(r.attrs))
		for i, a := range r.attrs {
			at[i] = slices.Index(attrs, a)
		}
		rows = joinOne(rows, r, at, covered)
		covered = append(covered, r.attrs...)
		if len(rows) > maxJoint {
			return &TooMuchWorkError{Attrs: m.widest(attrs)}
		}
		return nil
	}
	for _, r := range m.relations {
		if subset(r.attrs, attrs) {
			if err := extend(r); err != nil {
				return nil, err
			}
		}
	}
	for _, a := range attrs {
		if !slices.Contains(covered, a) {
			if err := extend(relation{[]Attr{a}, m.domain(a)}); err != nil {
				return nil, err
			}
		}
	}
	return rows, nil
}

// joinOne keeps the rows that fit the relation and fills in its attributes; at
// is where they stand in a row.
func joinOne(rows [][]int, r relation, at []int, covered []Attr) [][]int {
	var shared []int // positions in r.attrs
	for i, a := range r.attrs {
		if slices.Contains(covered, a) {
			shared = append(shared, i)
		}
	}
	project := func(pick func(int) int) string {
		var buf []byte
		for _, i := range shared {
			buf = appendCoord(buf, Coord{0, pick(i)})
		}
		return string(buf)
	}
	matches := make(map[string][][]int)
	for _, values := range r.rows {
		k := project(func(i int) int { return values[i] })
		matches[k] = append(matches[k], values)
	}
	var out [][]int
	for _, row := range rows {
		for _, values := range matches[project(func(i int) int { return row[at[i]] })] {
			next := slices.Clone(row)
			for i, v := range values {
				next[at[i]] = v
			}
			out = append(out, next)
		}
	}
	return out
}

// widest orders attributes by their number of values, the most first.
func (m *Model) widest(attrs []Attr) []Attr {
	sorted := slices.Clone(attrs)
	slices.SortStableFunc(sorted, func(a, b Attr) int { return len(m.domain(b)) - len(m.domain(a)) })
	return sorted
}

// domain lists the values of an attribute that occur in any cell.
func (m *Model) domain(a Attr) [][]int {
	seen := make(map[int]bool)
	for _, c := range m.cells {
		for _, at := range c.key.coords() {
			if at.Attr == a {
				seen[at.Value] = true
			}
		}
	}
	var rows [][]int
	for _, v := range slices.Sorted(maps.Keys(seen)) {
		rows = append(rows, []int{v})
	}
	return rows
}

func subset(a, b []Attr) bool {
	return !slices.ContainsFunc(a, func(x Attr) bool { return !slices.Contains(b, x) })
}

func intersect(a, b []Attr) []Attr {
	var both []Attr
	for _, x := range a {
		if slices.Contains(b, x) {
			both = append(both, x)
		}
	}
	return both
}
