package scene

import (
	"math"
	"testing"
)

// A picture that is made larger has the same pixels as one that is drawn at a higher density.
func TestScaleIsDensity(t *testing.T) {
	large := sample()
	large.Scale(2)
	a, _ := pngOf(t, large, 72)
	b, _ := pngOf(t, sample(), 144)
	if a.Bounds() != b.Bounds() {
		t.Fatalf("%v and %v", a.Bounds(), b.Bounds())
	}
	if d := difference(a, b); d > 0.05 {
		t.Errorf("the pictures differ by %.3f", d)
	}
}

// The items of the picture it was stay as they are.
func TestScaleCopies(t *testing.T) {
	g := &Group{Items: []Item{Line{X2: 10, Stroke: Stroke{Width: 1, Dash: []float64{2, 1}}}}}
	s := New(20, 20)
	s.Add(g)
	s.Scale(3)
	if line := g.Items[0].(Line); line.X2 != 10 || line.Stroke.Dash[0] != 2 {
		t.Errorf("the line became %+v", line)
	}
	if got := s.Items[0].(*Group).Items[0].(Line); got.X2 != 30 || got.Stroke.Dash[1] != 3 ||
		math.Abs(s.Width-60*MM) > 1e-9 {
		t.Errorf("the scaled line is %+v on %v points", got, s.Width)
	}
}
