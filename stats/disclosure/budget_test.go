package disclosure

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// TestTooMuchWork holds that a spent budget ends the proof, and names the
// attributes that were being solved, the one with most values first.
func TestTooMuchWork(t *testing.T) {
	g := newGrid(t, [][]int{{20, 50, 10}, {30, 19, 2}, {17, 32, 12}, {9, 9, 9}})
	for _, work := range []int64{0, 50, 200} {
		_, err := g.model.protect(newBudget(t.Context(), work), 5, defaultLimits)
		var e *TooMuchWorkError
		if !errors.As(err, &e) || !slices.Equal(e.Attrs, []Attr{0, 1}) {
			t.Errorf("work %d gives %v", work, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := g.model.Protect(ctx, 5); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context gives %v", err)
	}
}

// TestGiversAreThoseThatGive holds the shortcut of givers against trying every
// hidden cell with a program of its own.
func TestGiversAreThoseThatGive(t *testing.T) {
	g := newGrid(t, [][]int{{20, 50, 10, 3}, {30, 19, 2, 6}, {17, 3, 12, 8}, {2, 9, 14, 7}})
	r, err := g.model.Protect(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	for c := range g.model.cells {
		if !r.Hidden(Cell(c)) {
			continue
		}
		var want []Cell
		for o := range g.model.cells {
			hidden := slices.Clone(r.p.hidden)
			if o == c || !hidden[o] {
				continue
			}
			hidden[o] = false
			low, high, _, err := newReader(newAttack(r.p.system, hidden, fromTables, plenty())).span(int32(c))
			if err != nil {
				t.Fatal(err)
			}
			if high-low < 5 {
				want = append(want, Cell(o))
			}
		}
		if got, err := r.GivenAwayBy(Cell(c)); err != nil || !slices.Equal(got, want) {
			t.Errorf("cell %d is given away by %v (%v), want %v", c, got, err, want)
		}
	}
}
