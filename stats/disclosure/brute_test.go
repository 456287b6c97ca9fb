package disclosure

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// plenty is a budget that no test exhausts.
func plenty() *budget { return newBudget(context.Background(), mostWork) }

// cube is a small table over all its attributes, for tests that know nothing
// of cliques: a case has one value of each attribute.
type cube struct {
	sizes  []int
	counts []int // mixed radix, the last attribute fastest
	tables [][]int
}

func (c *cube) values(i int) []int {
	at := make([]int, len(c.sizes))
	for a := len(c.sizes) - 1; a >= 0; a-- {
		at[a] = i % c.sizes[a]
		i /= c.sizes[a]
	}
	return at
}

// marginal sums counts over the attributes that are not in set.
func (c *cube) marginal(counts, set []int) map[string]int {
	sums := make(map[string]int)
	for i, n := range counts {
		sums[c.label(set, c.values(i))] += n
	}
	return sums
}

func (c *cube) label(set, values []int) string {
	s := ""
	for _, a := range set {
		s += fmt.Sprintf("%d=%d ", a, values[a])
	}
	return s
}

func (c *cube) total() int {
	n := 0
	for _, k := range c.counts {
		n += k
	}
	return n
}

// published is a cell of a table of the cube.
type published struct {
	table int
	label string
	value int
	cell  Cell
}

// model describes the tables of the cube.
func (c *cube) model(t interface{ Fatal(...any) }) (*Model, []published) {
	m := NewModel(c.total())
	for range c.sizes {
		m.Attribute()
	}
	var cells []published
	for n, set := range c.tables {
		sums := c.marginal(c.counts, set)
		done := make(map[string]bool)
		var attrs []Attr
		for _, a := range set {
			attrs = append(attrs, Attr(a))
		}
		var rows [][]int
		for i := range c.counts {
			values := c.values(i)
			label := c.label(set, values)
			if done[label] {
				continue
			}
			done[label] = true
			var at []Coord
			var row []int
			for _, a := range set {
				at = append(at, Coord{Attr(a), values[a]})
				row = append(row, values[a])
			}
			id, err := m.Publish(at, sums[label], 10-len(set))
			if err != nil {
				t.Fatal(err)
			}
			if sums[label] > 0 {
				rows = append(rows, row)
			}
			cells = append(cells, published{n, label, sums[label], id})
		}
		m.Relate(attrs, rows)
	}
	return m, cells
}

// possible enumerates every cube of the same size that agrees with what is
// shown, where a hidden cell is at least one, and returns the values each cell
// takes.
func (c *cube) possible(cells []published, r *Result) []map[int]bool {
	found := make([]map[int]bool, len(cells))
	for i := range found {
		found[i] = make(map[int]bool)
	}
	counts := make([]int, len(c.counts))
	var fill func(i, left int)
	fill = func(i, left int) {
		if i == len(counts)-1 {
			counts[i] = left
			c.note(counts, cells, r, found)
			return
		}
		for n := 0; n <= left; n++ {
			counts[i] = n
			fill(i+1, left-n)
		}
		counts[i] = 0
	}
	fill(0, c.total())
	return found
}

func (c *cube) note(counts []int, cells []published, r *Result, found []map[int]bool) {
	sums := make([]map[string]int, len(c.tables))
	for n, set := range c.tables {
		sums[n] = c.marginal(counts, set)
	}
	for _, p := range cells {
		n := sums[p.table][p.label]
		if r.Hidden(p.cell) && n < 1 || !r.Hidden(p.cell) && n != p.value {
			return
		}
	}
	for i, p := range cells {
		found[i][sums[p.table][p.label]] = true
	}
}

func drawCube(t *rapid.T) *cube {
	c := &cube{}
	shape := rapid.SampledFrom([]struct {
		sizes  []int
		tables [][]int
		cases  int
	}{
		{[]int{4}, [][]int{{0}}, 14},
		{[]int{3, 2}, [][]int{{0}, {1}, {0, 1}}, 12},
		{[]int{2, 2, 2}, [][]int{{0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}}, 9},
		{[]int{3, 2, 2}, [][]int{{0}, {0, 1}, {0, 2}}, 7},
		{[]int{2, 2, 2}, [][]int{{0}, {0, 1}, {1, 2}}, 9},
		{[]int{3, 3}, [][]int{{0}, {1}, {0, 1}}, 9},
		{[]int{3, 3, 2}, [][]int{{0}, {0, 1}, {0, 2}, {1, 2}}, 4},
	}).Draw(t, "shape")
	c.sizes, c.tables = shape.sizes, shape.tables
	n := 1
	for _, s := range c.sizes {
		n *= s
	}
	c.counts = make([]int, n)
	for range rapid.IntRange(1, shape.cases).Draw(t, "cases") {
		c.counts[rapid.IntRange(0, n-1).Draw(t, "cell")]++
	}
	return c
}

// drawLimits also draws limits under which every attribute is wide.
func drawLimits(t *rapid.T) limits {
	l := defaultLimits
	if rapid.Bool().Draw(t, "wide") {
		l.wideDomain, l.widePart, l.pool, l.batch = 1, 2, 1, 1
	}
	return l
}

// TestBruteForce holds the proof against every cube that could be meant: each
// hidden cell takes every value of its range, and at least as many as the
// threshold. A range that is called exact leaves no value out.
func TestBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCube(t)
		threshold := rapid.IntRange(2, 4).Draw(t, "threshold")
		m, cells := c.model(t)
		r, err := m.protect(plenty(), threshold, drawLimits(t))
		if err != nil {
			t.Fatal(err)
		}
		found := c.possible(cells, r)
		for i, p := range cells {
			if p.value > 0 && p.value < threshold && !r.Hidden(p.cell) {
				t.Fatalf("%q = %d is shown", p.label, p.value)
			}
			if !r.Hidden(p.cell) {
				continue
			}
			if len(found[i]) < threshold && !r.Limited(p.cell) {
				t.Fatalf("%q = %d takes only %v", p.label, p.value, found[i])
			}
			low, high, exact, err := r.Range(p.cell)
			if err != nil {
				t.Fatal(err)
			}
			for v := low; v <= high; v++ {
				if !found[i][v] {
					t.Fatalf("%q: range %d..%d, brute force %v", p.label, low, high, found[i])
				}
			}
			if exact && high-low+1 != len(found[i]) {
				t.Fatalf("%q: range %d..%d is too narrow: brute force %v", p.label, low, high, found[i])
			}
		}
	})
}
