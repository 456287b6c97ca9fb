package scene

import "math"

// Point is a place, x to the right and y down, in points.
type Point struct{ X, Y float64 }

// P is short for Point{x, y}.
func P(x, y float64) Point { return Point{x, y} }

// Outline is made of straight lines and cubic curves. Its methods give the longer outline, so that calls chain:
//
//	new(Outline).Move(0, 0).Line(10, 0).Line(5, 8).Close()
type Outline struct{ segments []segment }

type verb byte

const (
	moveTo verb = iota
	lineTo
	curveTo
	closePath
)

// segment is one step of an outline; points holds what its verb needs: 1, 1, 3 or 0.
type segment struct {
	verb   verb
	points []Point
}

func (o *Outline) add(v verb, points ...Point) *Outline {
	o.segments = append(o.segments, segment{v, points})
	return o
}

// Move starts a new part.
func (o *Outline) Move(x, y float64) *Outline { return o.add(moveTo, P(x, y)) }

// Line goes straight to a point.
func (o *Outline) Line(x, y float64) *Outline {
	if len(o.segments) == 0 {
		return o.Move(x, y)
	}
	return o.add(lineTo, P(x, y))
}

// Curve goes to (x, y) as a cubic Bézier curve with two control points.
func (o *Outline) Curve(x1, y1, x2, y2, x, y float64) *Outline {
	if len(o.segments) == 0 {
		o.Move(x1, y1)
	}
	return o.add(curveTo, P(x1, y1), P(x2, y2), P(x, y))
}

// Close goes back to where the part began.
func (o *Outline) Close() *Outline { return o.add(closePath) }

// Append adds the parts of another outline.
func (o *Outline) Append(other Outline) *Outline {
	o.segments = append(o.segments, other.segments...)
	return o
}

// Empty tells whether there is nothing to draw.
func (o Outline) Empty() bool { return len(o.segments) == 0 }

// mapped gives the outline with every point moved by f.
func (o Outline) mapped(f func(Point) Point) Outline {
	out := Outline{segments: make([]segment, len(o.segments))}
	for i, s := range o.segments {
		points := make([]Point, len(s.points))
		for j, q := range s.points {
			points[j] = f(q)
		}
		out.segments[i] = segment{s.verb, points}
	}
	return out
}

// part is a piece of an outline as straight lines.
type part struct {
	points []Point
	closed bool
}

// flatten gives the outline as straight lines that stay within tolerance of its curves.
func (o Outline) flatten(tolerance float64) []part {
	var parts []part
	var now part
	end := func() {
		if len(now.points) > 0 {
			parts = append(parts, now)
		}
		now = part{}
	}
	for _, s := range o.segments {
		switch s.verb {
		case moveTo:
			end()
			now.points = append(now.points, s.points[0])
		case lineTo:
			now.points = append(now.points, s.points[0])
		case curveTo:
			now.points = flattenCurve(now.points, s.points, tolerance)
		case closePath:
			if len(now.points) > 0 {
				first := now.points[0]
				now.closed = true
				end()
				now.points = append(now.points, first)
			}
		}
	}
	if len(now.points) > 1 || len(parts) == 0 {
		end()
	}
	return parts
}

// flattenCurve adds a cubic curve from the last point. The second differences bound its distance to n chords.
func flattenCurve(points, c []Point, tolerance float64) []Point {
	a := points[len(points)-1]
	bend := func(p, q, r Point) float64 { return math.Hypot(p.X-2*q.X+r.X, p.Y-2*q.Y+r.Y) }
	n := int(math.Ceil(math.Sqrt(0.75 * max(bend(a, c[0], c[1]), bend(c[0], c[1], c[2])) / tolerance)))
	n = min(max(n, 1), 500)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		points = append(points, P(sum(w0*a.X, w1*c[0].X, w2*c[1].X, w3*c[2].X), sum(w0*a.Y, w1*c[0].Y,
			w2*c[1].Y, w3*c[2].Y)))
	}
	return append(points, c[2])
}

// sum adds four products. Each is rounded before it is added, on processors too that could do both at once: the same
// picture everywhere.
func sum(a, b, c, d float64) float64 { return float64(a) + float64(b) + float64(c) + float64(d) }
