package scene

import "math"

// Polyline goes through the points in straight lines.
func Polyline(points ...Point) Outline {
	var o Outline
	for _, q := range points {
		o.Line(q.X, q.Y)
	}
	return o
}

// Polygon is a closed Polyline.
func Polygon(points ...Point) Outline {
	o := Polyline(points...)
	if !o.Empty() {
		o.Close()
	}
	return o
}

// Band is the closed area between an upper and a lower line.
func Band(upper, lower []Point) Outline {
	points := append([]Point{}, upper...)
	for i := len(lower) - 1; i >= 0; i-- {
		points = append(points, lower[i])
	}
	return Polygon(points...)
}

// RoundRect is a rectangle with rounded corners as an outline, clockwise.
func RoundRect(x, y, w, h, radius float64) Outline {
	r := min(max(radius, 0), w/2, h/2)
	var o Outline
	if r <= 0 {
		o.Move(x, y).Line(x+w, y).Line(x+w, y+h).Line(x, y+h).Close()
		return o
	}
	k := r * (1 - kappa)
	o.Move(x+r, y).Line(x+w-r, y).Curve(x+w-k, y, x+w, y+k, x+w, y+r)
	o.Line(x+w, y+h-r).Curve(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h)
	o.Line(x+r, y+h).Curve(x+k, y+h, x, y+h-k, x, y+h-r)
	o.Line(x, y+r).Curve(x, y+k, x+k, y, x+r, y).Close()
	return o
}

// kappa is how far the control points of a quarter circle lie from its ends, for radius 1.
const kappa = 0.5522847498

// Disc is a circle as an outline.
func Disc(x, y, r float64) Outline { return RoundRect(x-r, y-r, 2*r, 2*r, r) }

// ArrowHead is a closed triangle with its tip at a point, coming from another. Length runs along the arrow, width
// across it.
func ArrowHead(from, tip Point, length, width float64) Outline {
	d := math.Hypot(tip.X-from.X, tip.Y-from.Y)
	if d == 0 {
		return Outline{}
	}
	dx, dy := (tip.X-from.X)/d, (tip.Y-from.Y)/d
	bx, by := tip.X-dx*length, tip.Y-dy*length
	return Polygon(tip, P(bx-dy*width/2, by+dx*width/2), P(bx+dy*width/2, by-dx*width/2))
}

// Arrow is a line with a head at its end. The line stops inside the head, so that its end does not stick out.
func Arrow(from, tip Point, s Stroke, length, width float64) *Group {
	d := math.Hypot(tip.X-from.X, tip.Y-from.Y)
	g := &Group{}
	if d == 0 {
		return g
	}
	length = min(length, d)
	end := P(tip.X-(tip.X-from.X)/d*length*0.8, tip.Y-(tip.Y-from.Y)/d*length*0.8)
	g.Add(Line{from.X, from.Y, end.X, end.Y, s}, Path{Outline: ArrowHead(from, tip, length, width), Fill: s.Color})
	return g
}
