package scene

import (
	"bytes"
	"io"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// anyItem draws an item that may be absurd: far away, turned inside out, thick, empty.
func anyItem(t *rapid.T, depth int) Item {
	const far = longest / 4 // a shape may reach beyond its numbers, but not beyond what a scene takes
	number := rapid.OneOf(rapid.Float64Range(-50, 300), rapid.Float64Range(-far, far),
		rapid.SampledFrom([]float64{0, 0, 1e-9, far, -far}))
	n := func(name string) float64 { return number.Draw(t, name) }
	paint := Color{R: 200, A: rapid.SampledFrom([]uint8{0, 1, 128, 255}).Draw(t, "opacity")}
	stroke := Stroke{Color: paint, Width: n("width"), Cap: Cap(rapid.IntRange(0, 2).Draw(t, "cap")),
		Dash: rapid.SliceOfN(rapid.Float64Range(-1, 20), 0, 3).Draw(t, "dash")}
	points := func() (all []Point) {
		for range rapid.IntRange(0, 6).Draw(t, "points") {
			all = append(all, P(n("x"), n("y")))
		}
		return all
	}
	switch rapid.IntRange(0, 7-min(depth, 1)).Draw(t, "kind") {
	case 0:
		return Rect{n("x"), n("y"), n("w"), n("h"), n("radius"), paint, stroke}
	case 1:
		return Line{n("x"), n("y"), n("x"), n("y"), stroke}
	case 2:
		return Circle{n("x"), n("y"), n("r"), paint, stroke}
	case 3:
		return Path{Polygon(points()...), paint, stroke}
	case 4:
		o := Disc(n("x"), n("y"), n("r"))
		o.Append(Polyline(points()...))
		return Path{o, paint, stroke}
	case 5:
		return Hatch{Area: Polygon(points()...), Color: paint, Width: n("width"), Gap: n("gap"), Turn: n("turn")}
	case 6:
		return Text{X: n("x"), Y: n("y"), Content: rapid.String().Draw(t, "content"),
			Font:  Font{Size: n("size"), Italic: rapid.Bool().Draw(t, "italic")},
			Color: paint, Rotate: n("turn"), Anchor: Anchor(rapid.IntRange(0, 2).Draw(t, "anchor"))}
	}
	return &Group{X: n("x"), Y: n("y"), Items: []Item{anyItem(t, depth+1)}}
}

// TestNoPictureBreaksAWriter holds that every picture of finite numbers can be written.
func TestNoPictureBreaksAWriter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New(rapid.Float64Range(1, 300).Draw(t, "width"), rapid.Float64Range(1, 300).Draw(t, "height"))
		s.Add(anyItem(t, 0))
		s.Texts()
		for name, write := range map[string]func(io.Writer) error{"SVG": s.WriteSVG, "PDF": s.WritePDF,
			"PNG": func(w io.Writer) error { return s.WritePNG(w, 72) }} {
			if err := write(io.Discard); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	})
}

// TestSideBySide holds that pictures drawn at the same time are those drawn one by one.
func TestSideBySide(t *testing.T) {
	svg, png, pdf := written(t, sample())
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			a, b, c := written(t, sample())
			if !bytes.Equal(a, svg) || !bytes.Equal(b, png) || !bytes.Equal(c, pdf) {
				t.Error("another picture")
			}
		})
	}
	all.Wait()
}
