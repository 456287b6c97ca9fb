package scene

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

const (
	// tile is the largest side that the rasterizer fills at once: up to it, it counts in whole numbers, which are the
	// same on every processor.
	tile = 512
	// grid is the number of steps in a pixel. Points are put on it, so that the last bits of a calculation cannot
	// show.
	grid = 512
	// stretch is the longest piece of an edge, in rows: the rasterizer rounds at every row.
	stretch = 32
	// flatness is how far a drawn curve may stay from the true one, in pixels.
	flatness = 0.05
)

// snap puts a coordinate in pixels on the grid.
func snap(v float64) float64 { return math.Round(v*grid) / grid }

func snapped(p Point) Point { return P(snap(p.X), snap(p.Y)) }

// filler fills closed shapes. Its memory is used again for each.
type filler struct {
	vector.Rasterizer
	edges [][2]Point
}

// fill fills an outline under non-zero winding.
func (r *raster) fill(o Outline, m Matrix, c Color) {
	bounds := r.filler.load(o, m).Intersect(r.img.Bounds())
	source := image.NewUniform(color.NRGBA{c.R, c.G, c.B, c.A})
	for y := bounds.Min.Y; y < bounds.Max.Y; y += tile {
		for x := bounds.Min.X; x < bounds.Max.X; x += tile {
			part := image.Rect(x, y, x+tile, y+tile).Intersect(bounds)
			r.filler.Reset(part.Dx(), part.Dy())
			for _, e := range r.filler.edges {
				r.filler.edge(e[0], e[1], part)
			}
			r.filler.Draw(r.img, part, source, image.Point{})
		}
	}
}

// load takes the edges of an outline in pixels, and gives the pixels they lie in.
func (f *filler) load(o Outline, m Matrix) image.Rectangle {
	f.edges = f.edges[:0]
	box := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	var first, now Point
	to := func(p Point) {
		if p.Y != now.Y {
			f.edges = append(f.edges, [2]Point{now, p})
			box = Box{min(box.Left, p.X, now.X), min(box.Top, p.Y, now.Y), max(box.Right, p.X, now.X),
				max(box.Bottom, p.Y, now.Y)}
		}
		now = p
	}
	var control [3]Point
	var curve []Point
	for _, s := range o.segments {
		for i, p := range s.points {
			control[i] = snapped(m.At(p))
		}
		switch s.verb {
		case moveTo:
			to(first)
			first, now = control[0], control[0]
		case lineTo:
			to(control[0])
		case curveTo:
			curve = flattenCurve(append(curve[:0], now), control[:], flatness)
			for _, p := range curve[1:] {
				to(snapped(p))
			}
		case closePath:
			to(first)
		}
	}
	to(first)
	if len(f.edges) == 0 {
		return image.Rectangle{}
	}
	return image.Rect(pixel(math.Floor(box.Left)), pixel(math.Floor(box.Top)), pixel(math.Ceil(box.Right)),
		pixel(math.Ceil(box.Bottom)))
}

// pixel is a coordinate as a whole number, far away being far enough.
func pixel(v float64) int { return int(min(max(v, math.MinInt32), math.MaxInt32)) }

// edge gives the rasterizer the part of an edge in the rows of a tile. What lies beside the tile is as good as on its
// border.
func (f *filler) edge(a, b Point, tile image.Rectangle) {
	left, top := float64(tile.Min.X), float64(tile.Min.Y)
	width, height := float64(tile.Dx()), float64(tile.Dy())
	a, b = P(a.X-left, a.Y-top), P(b.X-left, b.Y-top)
	low, high := max(min(a.Y, b.Y), 0), min(max(a.Y, b.Y), height)
	if low >= high {
		return
	}
	at := func(y float64) Point {
		switch y {
		case a.Y:
			return a
		case b.Y:
			return b
		}
		return P(snap(a.X+float64((b.X-a.X)*((y-a.Y)/(b.Y-a.Y)))), y)
	}
	from, to := at(low), at(high)
	if a.Y > b.Y {
		from, to = to, from
	}
	f.across(from, to, width)
}

// across splits an edge where it leaves the tile at its sides, and into stretches.
func (f *filler) across(a, b Point, width float64) {
	for _, border := range []float64{0, width} {
		if min(a.X, b.X) < border && max(a.X, b.X) > border && max(a.X, b.X)-min(a.X, b.X) > 1.0/grid {
			y := snap(a.Y + float64((b.Y-a.Y)*((border-a.X)/(b.X-a.X))))
			f.across(a, P(border, y), width)
			f.across(P(border, y), b, width)
			return
		}
	}
	a.X, b.X = min(max(a.X, 0), width), min(max(b.X, 0), width)
	n := math.Ceil(math.Abs(b.Y-a.Y) / stretch)
	f.MoveTo(float32(a.X), float32(a.Y))
	for i := 1.0; i < n; i++ {
		t := i / n
		f.LineTo(float32(snap(a.X+float64((b.X-a.X)*t))), float32(snap(a.Y+float64((b.Y-a.Y)*t))))
	}
	f.LineTo(float32(b.X), float32(b.Y))
}
