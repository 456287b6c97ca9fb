package scene

import "math"

// strokeShape gives the shape that a pen of a width leaves along an outline: one closed polygon for each piece, all
// turning the same way, so that they add up under non-zero winding. Corners are round.
func strokeShape(o Outline, width, tolerance float64, dash []float64, end Cap) Outline {
	s := pen{r: width / 2, tolerance: tolerance, cap: end}
	for _, part := range o.flatten(tolerance) {
		part.points = distinct(part.points)
		if dash == nil {
			s.draw(part)
			continue
		}
		for _, piece := range dashed(part, dash) {
			s.draw(piece)
		}
	}
	return s.shape
}

// distinct leaves out points that repeat the one before.
func distinct(points []Point) []Point {
	var kept []Point
	for _, q := range points {
		if len(kept) == 0 || q != kept[len(kept)-1] {
			kept = append(kept, q)
		}
	}
	return kept
}

// maxDashes bounds the work of an absurdly fine pattern.
const maxDashes = 20000

// dashed cuts a part into its dashes.
func dashed(p part, pattern []float64) []part {
	points := p.points
	if p.closed && len(points) > 1 {
		points = append(append([]Point{}, points...), points[0])
	}
	var pieces []part
	i, left, on := 0, pattern[0], true
	piece := []Point{}
	for k, q := range points {
		if k == 0 {
			piece = append(piece, q)
			continue
		}
		from := points[k-1]
		for length := math.Hypot(q.X-from.X, q.Y-from.Y); length > 0; {
			step := min(left, length)
			from = P(from.X+(q.X-from.X)*step/length, from.Y+(q.Y-from.Y)*step/length)
			length, left = length-step, left-step
			if on {
				piece = append(piece, from)
			}
			if left > 0 {
				continue
			}
			if on {
				pieces = append(pieces, part{points: distinct(piece)})
			}
			if len(pieces) > maxDashes {
				return pieces
			}
			i = (i + 1) % len(pattern)
			left, on = pattern[i], !on
			piece = []Point{from}
		}
	}
	if on && len(piece) > 1 {
		pieces = append(pieces, part{points: distinct(piece)})
	}
	return pieces
}

// pen collects the pieces of a stroke.
type pen struct {
	r, tolerance float64
	cap          Cap
	shape        Outline
}

func (s *pen) draw(p part) {
	points := p.points
	if p.closed && len(points) > 1 && points[0] == points[len(points)-1] {
		points = points[:len(points)-1]
	}
	n := len(points)
	if n == 1 {
		s.dot(points[0])
	}
	if n < 2 {
		return
	}
	pieces := n - 1
	if p.closed && n > 2 {
		pieces = n
	}
	for i := range pieces {
		a, b := points[i], points[(i+1)%n]
		if pieces < n {
			a, b = s.lengthen(a, b, i == 0, i == pieces-1)
		}
		s.bar(a, b)
		if i > 0 || pieces == n {
			s.corner(points[(i+n-1)%n], points[i], points[(i+1)%n])
		}
	}
	if pieces < n && s.cap == Round {
		s.disc(points[0])
		s.disc(points[n-1])
	}
}

// dot is a dash without a length: nothing, unless its ends stick out.
func (s *pen) dot(at Point) {
	switch s.cap {
	case Round:
		s.disc(at)
	case Square:
		s.bar(P(at.X-s.r, at.Y), P(at.X+s.r, at.Y))
	}
}

// lengthen moves the ends of an open stroke outward for square caps.
func (s *pen) lengthen(a, b Point, first, last bool) (Point, Point) {
	if s.cap != Square {
		return a, b
	}
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	dx, dy := (b.X-a.X)/d*s.r, (b.Y-a.Y)/d*s.r
	if first {
		a = P(a.X-dx, a.Y-dy)
	}
	if last {
		b = P(b.X+dx, b.Y+dy)
	}
	return a, b
}

// bar is the straight piece between two points.
func (s *pen) bar(a, b Point) {
	nx, ny := s.normal(a, b)
	s.shape.Append(Polygon(P(a.X+nx, a.Y+ny), P(b.X+nx, b.Y+ny), P(b.X-nx, b.Y-ny), P(a.X-nx, a.Y-ny)))
}

// normal points from the middle of the piece from a to b to its edge.
func (s *pen) normal(a, b Point) (x, y float64) {
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	if d == 0 {
		return 0, 0
	}
	return -(b.Y - a.Y) / d * s.r, (b.X - a.X) / d * s.r
}

// corner fills the gap where two pieces meet: a wedge for a slight turn, else a disc.
func (s *pen) corner(a, b, c Point) {
	x1, y1 := s.normal(a, b)
	x2, y2 := s.normal(b, c)
	turn := x1*y2 - y1*x2
	if x1*x2+y1*y2 < 0.95*s.r*s.r {
		s.disc(b)
	} else if turn > 0 {
		s.shape.Append(Polygon(b, P(b.X-x2, b.Y-y2), P(b.X-x1, b.Y-y1)))
	} else {
		s.shape.Append(Polygon(b, P(b.X+x1, b.Y+y1), P(b.X+x2, b.Y+y2)))
	}
}

// disc is a circle that turns the way a bar does.
func (s *pen) disc(at Point) { s.shape.Append(Disc(at.X, at.Y, s.r).mirrored(at.X)) }

// mirrored gives the outline seen in a mirror at x; what is symmetric only turns the other way.
func (o Outline) mirrored(x float64) Outline {
	return o.mapped(func(q Point) Point { return P(2*x-q.X, q.Y) })
}
