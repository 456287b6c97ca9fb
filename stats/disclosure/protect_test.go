package disclosure

import (
	"errors"
	"slices"
	"testing"
)

// grid is a table of two attributes with all its totals.
type grid struct {
	model        *Model
	cells        [][]Cell
	rows, column []Cell
}

func newGrid(t *testing.T, counts [][]int) *grid {
	t.Helper()
	total := 0
	for _, row := range counts {
		for _, n := range row {
			total += n
		}
	}
	g := &grid{model: NewModel(total)}
	a, b := g.model.Attribute(), g.model.Attribute()
	publish := func(value int, at ...Coord) Cell {
		c, err := g.model.Publish(at, value, 10)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	var occurs [][]int
	for i, row := range counts {
		var line []Cell
		sum := 0
		for j, n := range row {
			line = append(line, publish(n, Coord{a, i}, Coord{b, j}))
			sum += n
			if n > 0 {
				occurs = append(occurs, []int{i, j})
			}
		}
		g.cells = append(g.cells, line)
		g.rows = append(g.rows, publish(sum, Coord{a, i}))
	}
	for j := range counts[0] {
		sum := 0
		for i := range counts {
			sum += counts[i][j]
		}
		g.column = append(g.column, publish(sum, Coord{b, j}))
	}
	g.model.Relate([]Attr{a, b}, occurs)
	return g
}

// TestFischettiSalazar audits the example that opens Fischetti and Salazar
// (2001): investment by activity and region, with activity II in region C
// sensitive and four cells hidden. With A and C of activity II summing to 30,
// of activity III to 29, and the columns to 25 and 34, the hidden 22 lies in
// 5..30 when cells may be zero, as in the paper. Here zeros are shown, so each
// hidden cell is at least 1: 6..29.
func TestFischettiSalazar(t *testing.T) {
	g := newGrid(t, [][]int{{20, 50, 10}, {8, 19, 22}, {17, 32, 12}})
	sys, err := newSystem(g.model, defaultLimits.wideDomain, plenty())
	if err != nil {
		t.Fatal(err)
	}
	hidden := make([]bool, len(g.model.cells))
	for _, c := range []Cell{g.cells[1][0], g.cells[1][2], g.cells[2][0], g.cells[2][2]} {
		hidden[c] = true
	}
	a := newReader(newAttack(sys, hidden, fromSides, plenty()))
	if low, high, _, err := a.span(int32(g.cells[1][2])); low != 6 || high != 29 || err != nil {
		t.Errorf("range is %d..%d, want 6..29", low, high)
	}
	clear(a.low)
	if low, high, _, err := newReader(a.attack).span(int32(g.cells[1][2])); low != 5 || high != 30 || err != nil {
		t.Errorf("range with zeros is %d..%d, want 5..30", low, high)
	}
}

// TestOneHiddenCellIsNone holds that hiding one cell of a row and a column, or
// two in the same row, is not enough: the audit works them out.
func TestOneHiddenCellIsNone(t *testing.T) {
	g := newGrid(t, [][]int{{20, 50, 10}, {8, 19, 22}, {17, 32, 12}})
	sys, err := newSystem(g.model, defaultLimits.wideDomain, plenty())
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range [][]Cell{{g.cells[1][2]}, {g.cells[1][2], g.cells[1][0]}, {g.cells[1][2], g.rows[1]}} {
		hidden := make([]bool, len(g.model.cells))
		for _, c := range pattern {
			hidden[c] = true
		}
		if low, high, _, err := newReader(newAttack(sys, hidden, fromSides,
			plenty())).span(int32(g.cells[1][2])); low != 22 || high != 22 || err != nil {
			t.Errorf("%v hidden: range is %d..%d, want 22..22", pattern, low, high)
		}
	}
}

// TestSecondaryInTheInterior hides one small cell of a grid: its row and its
// column each need another, and so does the cell where these cross. The totals
// stay.
func TestSecondaryInTheInterior(t *testing.T) {
	g := newGrid(t, [][]int{{20, 50, 10}, {30, 19, 2}, {17, 32, 12}})
	r, err := g.model.Protect(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, row := range g.cells {
		for _, c := range row {
			if r.Hidden(c) {
				count++
			}
		}
	}
	if count != 4 || !r.Primary(g.cells[1][2]) {
		t.Errorf("%d cells hidden, want 4 with the small one", count)
	}
	for _, c := range slices.Concat(g.rows, g.column) {
		if r.Hidden(c) {
			t.Errorf("total %d is hidden", c)
		}
	}
	givers, err := r.GivenAwayBy(g.cells[1][2])
	if err != nil || len(givers) != 3 {
		t.Errorf("given away by %v (%v), want each of the three others", givers, err)
	}
}

func TestThresholdsThatHideNothing(t *testing.T) {
	g := newGrid(t, [][]int{{1, 2}, {3, 1}})
	for _, threshold := range []int{0, 1} {
		r, err := g.model.Protect(t.Context(), threshold)
		if err != nil {
			t.Fatal(err)
		}
		for c := range g.model.cells {
			if r.Hidden(Cell(c)) {
				t.Errorf("threshold %d hides cell %d", threshold, c)
			}
		}
	}
}

func TestTotalTooSmallIsLimited(t *testing.T) {
	g := newGrid(t, [][]int{{1, 0}, {0, 2}})
	r, err := g.model.Protect(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Cell{g.cells[0][0], g.cells[1][1], g.rows[0], g.column[1]} {
		if !r.Hidden(c) || !r.Limited(c) {
			t.Errorf("cell %d: hidden %t, limited %t", c, r.Hidden(c), r.Limited(c))
		}
	}
	if r.Hidden(g.cells[0][1]) {
		t.Error("a zero is hidden")
	}
}

func TestLockedCellsStayAndAreProtectedAround(t *testing.T) {
	g := newGrid(t, [][]int{{20, 50, 2}, {30, 19, 3}, {17, 32, 12}})
	g.model.Lock(g.cells[0][2])
	r, err := g.model.Protect(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	if r.Hidden(g.cells[0][2]) || !r.Hidden(g.cells[1][2]) || !r.Hidden(g.cells[2][2]) {
		t.Error("want 2 shown, 3 hidden, and 12 hidden because it gives the 3 away")
	}
}

func TestContradictionsAreErrors(t *testing.T) {
	m := NewModel(10)
	a := m.Attribute()
	for v, n := range []int{4, 5} {
		if _, err := m.Publish([]Coord{{a, v}}, n, 1); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := m.Protect(t.Context(), 5); !errors.Is(err, ErrInconsistent) {
		t.Errorf("4 + 5 = 10 gives %v", err)
	}
	if _, err := m.Publish([]Coord{{a, 0}}, 3, 1); !errors.Is(err, ErrInconsistent) {
		t.Errorf("one cell with two values gives %v", err)
	}
	if _, err := m.Publish([]Coord{{a, 3}}, 11, 1); !errors.Is(err, ErrInconsistent) {
		t.Errorf("a part larger than the whole gives %v", err)
	}
}

// TestWideAttribute protects many values of which most are alike, through the
// pieces of wide.go.
func TestWideAttribute(t *testing.T) {
	const values = 3000
	total := 0
	size := func(v int) int { return 1 + v%7 + v/1000 }
	for v := range values {
		total += size(v)
	}
	m := NewModel(total)
	a, b := m.Attribute(), m.Attribute()
	var occurs [][]int
	with := 0
	var cells []Cell
	for v := range values {
		n, k := size(v), v%3%(size(v)+1)
		with += k
		whole, err := m.Publish([]Coord{{a, v}}, n, 10)
		if err != nil {
			t.Fatal(err)
		}
		part, err := m.Publish([]Coord{{a, v}, {b, 1}}, k, 8)
		if err != nil {
			t.Fatal(err)
		}
		side, err := m.Guard([]Coord{{a, v}, {b, 0}}, n-k)
		if err != nil {
			t.Fatal(err)
		}
		m.HideWith(part, side)
		cells = append(cells, whole, part)
		occurs = append(occurs, []int{v, 0})
		if k > 0 {
			occurs = append(occurs, []int{v, 1})
		}
	}
	if _, err := m.Publish([]Coord{{b, 1}}, with, Precious); err != nil {
		t.Fatal(err)
	}
	m.Relate([]Attr{a, b}, occurs)
	r, err := m.Protect(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	hidden := 0
	for _, c := range cells {
		if !r.Hidden(c) {
			continue
		}
		hidden++
		if low, high, _, err := r.Range(c); err != nil || r.Limited(c) || high-low < 5 {
			t.Fatalf("cell %d: %d..%d, limited %t, %v", c, low, high, r.Limited(c), err)
		}
	}
	if hidden < values {
		t.Errorf("only %d hidden", hidden)
	}
}
