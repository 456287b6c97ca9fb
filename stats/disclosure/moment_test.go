package disclosure

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// at is a number of a publication in a brute force: the cases of a cube that
// have the values of some attributes.
type at struct {
	set, values []int
	value       int
	cell        Cell
	hidden      bool
}

// count counts the cases of a cube that an at asks for.
func (a *at) count(c *cube, counts []int) int {
	n := 0
	for i, k := range counts {
		values := c.values(i)
		if k > 0 && !slices.ContainsFunc(a.set, func(s int) bool { return values[s] != a.values[s] }) {
			n += k
		}
	}
	return n
}

// fits says whether counts agree with what is shown; a hidden number is at
// least one.
func fits(c *cube, counts []int, list []*at) bool {
	return !slices.ContainsFunc(list, func(a *at) bool {
		n := a.count(c, counts)
		return a.hidden && n < 1 || !a.hidden && n != a.value
	})
}

// everyCube calls f with all counts of a total.
func everyCube(cells, total int, f func([]int)) {
	counts := make([]int, cells)
	var fill func(i, left int)
	fill = func(i, left int) {
		if i == cells-1 {
			counts[i] = left
			f(counts)
			return
		}
		for n := 0; n <= left; n++ {
			counts[i] = n
			fill(i+1, left-n)
		}
	}
	fill(0, total)
}

// marginals lists the numbers of the tables over sets of attributes.
func marginals(c *cube, sets [][]int) []*at {
	var list []*at
	for _, set := range sets {
		seen := map[string]bool{}
		for i := range c.counts {
			values := c.values(i)
			if label := c.label(set, values); !seen[label] {
				seen[label] = true
				a := &at{set: set, values: values}
				a.value = a.count(c, c.counts)
				list = append(list, a)
			}
		}
	}
	return list
}

// publish adds numbers to a model.
func publish(t *rapid.T, m *Model, attrs []Attr, list []*at) {
	var err error
	for _, a := range list {
		var coords []Coord
		for _, s := range a.set {
			coords = append(coords, Coord{attrs[s], a.values[s]})
		}
		if a.cell, err = m.Publish(coords, a.value, 10); err != nil {
			t.Fatal(err)
		}
	}
}

// relate states the zeros of the table over a set; free rows occur besides.
func relate(m *Model, attrs []Attr, set []int, list []*at, free [][]int) {
	rows := slices.Clone(free)
	for _, a := range list {
		if slices.Equal(a.set, set) && a.value > 0 {
			var row []int
			for _, s := range set {
				row = append(row, a.values[s])
			}
			rows = append(rows, row)
		}
	}
	var related []Attr
	for _, s := range set {
		related = append(related, attrs[s])
	}
	m.Relate(related, rows)
}

// earlier publishes the numbers for the first time, and notes what it hid.
func earlier(t *rapid.T, c *cube, sets [][]int, list []*at, threshold int) {
	m := NewModel(c.total())
	var attrs []Attr
	for range c.sizes {
		attrs = append(attrs, m.Attribute())
	}
	publish(t, m, attrs, list)
	for _, set := range sets {
		relate(m, attrs, set, list, nil)
	}
	r, err := m.Protect(t.Context(), threshold)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range list {
		a.hidden = r.Hidden(a.cell)
	}
}

// known tells a model what an earlier publication showed and hid.
func known(m *Model, list []*at) {
	for _, a := range list {
		if a.hidden {
			m.Hide(a.cell)
		} else {
			m.Lock(a.cell)
		}
	}
}

// hold checks the hidden numbers against the values that brute force found.
func hold(t *rapid.T, r *Result, list []*at, found map[*at]map[int]bool, threshold int) {
	for _, a := range list {
		if a.hidden = r.Hidden(a.cell); !a.hidden {
			continue
		}
		values := found[a]
		low, high := a.value, a.value
		for v := range values {
			low, high = min(low, v), max(high, v)
		}
		if high-low < threshold && !r.Limited(a.cell) {
			t.Fatalf("%v of %v = %d takes only %v", a.set, a.values, a.value, values)
		}
		if from, to, _, err := r.Range(a.cell); err != nil || from < low || to > high {
			t.Fatalf("%v of %v: range %d..%d (%v), brute force %v", a.set, a.values, from, to, err, values)
		}
	}
}

// drawCounts puts cases in a cube of some sizes.
func drawCounts(t *rapid.T, sizes []int, most int) *cube {
	n := 1
	for _, s := range sizes {
		n *= s
	}
	c := &cube{sizes: sizes, counts: make([]int, n)}
	for range rapid.IntRange(2, most).Draw(t, "cases") {
		c.counts[rapid.IntRange(0, n-1).Draw(t, "cell")]++
	}
	return c
}

// TestSinceIsAnAttribute publishes tables, and publishes them again when cases
// have come in since. The moment at which a case came in is an attribute, so
// that both publications are tables of one crossing. What was hidden stays
// hidden, what was shown is known, and no pair of publications gives a hidden
// number away: held against every set of cases that fits both.
func TestSinceIsAnAttribute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.SampledFrom([]struct {
			sizes []int
			sets  [][]int // without the moment
			cases int
		}{
			{[]int{2, 3}, [][]int{{0}}, 12},
			{[]int{2, 2, 2}, [][]int{{0}, {1}, {0, 1}}, 9},
		}).Draw(t, "shape")
		threshold := rapid.IntRange(2, 3).Draw(t, "threshold")
		c := drawCounts(t, shape.sizes, shape.cases)
		first := &cube{sizes: shape.sizes[1:], counts: c.counts[:len(c.counts)/2]} // moment 0
		if first.total() == 0 {
			return
		}
		old := marginals(first, shape.sets)
		earlier(t, first, shape.sets, old, threshold)

		m := NewModel(c.total())
		var attrs []Attr
		for range c.sizes {
			attrs = append(attrs, m.Attribute())
		}
		var then, now []*at
		for _, a := range old { // the same number of the crossing with the moment
			wider := &at{set: []int{0}, values: append([]int{0}, a.values...), value: a.value, hidden: a.hidden}
			for _, s := range a.set {
				wider.set = append(wider.set, s+1)
			}
			then = append(then, wider)
		}
		var sets [][]int
		for _, set := range shape.sets {
			var shifted []int
			for _, s := range set {
				shifted = append(shifted, s+1)
			}
			sets = append(sets, shifted)
		}
		now = marginals(c, sets)
		total := &at{set: []int{0}, values: make([]int, len(c.sizes)), value: first.total()}
		publish(t, m, attrs, slices.Concat(then, now, []*at{total}))
		m.Lock(total.cell)
		known(m, then)
		for i, set := range sets {
			relate(m, attrs, set, now, nil)
			relate(m, attrs, append([]int{0}, set...), then, since(c, sets[i]))
		}
		r, err := m.protect(plenty(), threshold, drawLimits(t))
		if err != nil {
			t.Fatal(err)
		}
		all := slices.Concat(then, now)
		for _, a := range all {
			if was := a.hidden; was && !r.Hidden(a.cell) {
				t.Fatalf("%v of %v was hidden and is shown", a.set, a.values)
			}
			a.hidden = r.Hidden(a.cell)
		}
		found := map[*at]map[int]bool{}
		for _, a := range all {
			found[a] = map[int]bool{}
		}
		everyCube(len(c.counts), c.total(), func(counts []int) {
			if fits(c, counts, append(all, total)) {
				for _, a := range all {
					found[a][a.count(c, counts)] = true
				}
			}
		})
		hold(t, r, all, found, threshold)
	})
}

// since lists every combination of a table for the cases that came in since.
func since(c *cube, set []int) [][]int {
	var rows [][]int
	for _, a := range marginals(c, [][]int{set}) {
		row := []int{1}
		for _, s := range set {
			row = append(row, a.values[s])
		}
		rows = append(rows, row)
	}
	return rows
}

// TestTwoMoments publishes two states of the cases that differ in unknown
// ways, but for one number that can only have grown. Held against every pair
// of sets of cases that fits.
func TestTwoMoments(t *testing.T) {
	sets := [][]int{{0}, {1}, {0, 1}}
	rapid.Check(t, func(t *rapid.T) {
		threshold := rapid.IntRange(2, 3).Draw(t, "threshold")
		first, c := drawCounts(t, []int{2, 2}, 8), drawCounts(t, []int{2, 2}, 9)
		old, now := marginals(first, sets), marginals(c, sets)
		earlier(t, first, sets, old, threshold)
		m := NewModel(c.total())
		attrs := []Attr{m.Attribute(), m.Attribute()}
		moment := m.Moment(first.total())
		before := []Attr{m.AttributeAt(moment), m.AttributeAt(moment)}
		publish(t, m, attrs, now)
		publish(t, m, before, old)
		known(m, old)
		for _, set := range sets {
			relate(m, attrs, set, now, nil)
			relate(m, before, set, old, nil)
		}
		var grown []int // the numbers that did not shrink
		for i, a := range now {
			if a.value >= old[i].value && rapid.Bool().Draw(t, "known to grow") {
				m.AtLeast(a.cell, old[i].cell)
				grown = append(grown, i)
			}
		}
		r, err := m.protect(plenty(), threshold, drawLimits(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range slices.Concat(old, now) {
			a.hidden = r.Hidden(a.cell)
		}
		found := map[*at]map[int]bool{}
		for _, a := range slices.Concat(old, now) {
			found[a] = map[int]bool{}
		}
		var pasts [][]int // the numbers of each earlier state that fits
		everyCube(4, first.total(), func(counts []int) {
			if fits(first, counts, old) {
				pasts = append(pasts, numbersOf(first, counts, old))
			}
		})
		everyCube(4, c.total(), func(counts []int) {
			if !fits(c, counts, now) {
				return
			}
			numbers := numbersOf(c, counts, now)
			for _, past := range pasts {
				if slices.ContainsFunc(grown, func(i int) bool { return numbers[i] < past[i] }) {
					continue
				}
				for i := range now {
					found[now[i]][numbers[i]], found[old[i]][past[i]] = true, true
				}
			}
		})
		hold(t, r, slices.Concat(old, now), found, threshold)
	})
}

func numbersOf(c *cube, counts []int, list []*at) []int {
	var numbers []int
	for _, a := range list {
		numbers = append(numbers, a.count(c, counts))
	}
	return numbers
}

// TestGrowthKnown works the smallest example by hand: 3 and 9 of 12 cases,
// earlier 2 and 8 of 10, hidden both times. Without more, the later 3 lies in
// 1..11 and the earlier 2 in 1..9. Knowing that neither number shrank, a reader
// has as little: 2 cases came in, and an earlier 1 may have become any of 1..3,
// an earlier 9 any of 9..11.
func TestGrowthKnown(t *testing.T) {
	m := NewModel(12)
	a := m.Attribute()
	b := m.AttributeAt(m.Moment(10))
	var later, before []Cell
	for i, n := range []int{3, 9} {
		c, err := m.Publish([]Coord{{a, i}}, n, 10)
		if err != nil {
			t.Fatal(err)
		}
		o, err := m.Publish([]Coord{{b, i}}, n-1, 10)
		if err != nil {
			t.Fatal(err)
		}
		later, before = append(later, c), append(before, o)
		m.AtLeast(c, o)
	}
	r, err := m.Protect(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		cell      Cell
		low, high int
	}{{later[0], 1, 11}, {later[1], 1, 11}, {before[0], 1, 9}, {before[1], 1, 9}} {
		if low, high, _, err := r.Range(want.cell); low != want.low || high != want.high || err != nil {
			t.Errorf("cell %d: %d..%d (%v), want %d..%d", want.cell, low, high, err, want.low, want.high)
		}
	}
}

// TestMomentsDoNotMix holds that no number or relation crosses two moments,
// and that a number that shrank is not said to have grown.
func TestMomentsDoNotMix(t *testing.T) {
	m := NewModel(9)
	a, b := m.Attribute(), m.AttributeAt(m.Moment(7))
	if _, err := m.Publish([]Coord{{a, 0}, {b, 0}}, 2, 1); !errors.Is(err, ErrInconsistent) {
		t.Errorf("a number of two moments gives %v", err)
	}
	if _, err := m.Publish([]Coord{{b, 0}}, 8, 1); !errors.Is(err, ErrInconsistent) {
		t.Errorf("a part larger than its whole gives %v", err)
	}
	now, err := m.Publish([]Coord{{a, 0}}, 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	then, err := m.Publish([]Coord{{b, 0}}, 3, 1)
	if err != nil {
		t.Fatal(err)
	}
	m.AtLeast(now, then)
	if _, err := m.Protect(t.Context(), 5); !errors.Is(err, ErrInconsistent) {
		t.Errorf("a number that shrank gives %v", err)
	}
}
