package logo

import (
	"math"
	"slices"

	"herstel/report/chart/scene"
)

// outline is a row of steps: M and L with one point, C with three, Z with none.
type outline []step

type step struct {
	verb   byte
	points []scene.Point
}

func (o *outline) move(x, y float64) { *o = append(*o, step{'M', []scene.Point{{X: x, Y: y}}}) }
func (o *outline) line(x, y float64) { *o = append(*o, step{'L', []scene.Point{{X: x, Y: y}}}) }
func (o *outline) close()            { *o = append(*o, step{verb: 'Z'}) }

func (o *outline) curve(x1, y1, x2, y2, x, y float64) {
	*o = append(*o, step{'C', []scene.Point{{X: x1, Y: y1}, {X: x2, Y: y2}, {X: x, Y: y}}})
}

// finite reports whether every point can be drawn.
func (o outline) finite() bool {
	for _, s := range o {
		for _, q := range s.points {
			if !(math.Abs(q.X) <= largest && math.Abs(q.Y) <= largest) {
				return false
			}
		}
	}
	return true
}

// parts splits an outline where it moves.
func (o outline) parts() []outline {
	var parts []outline
	for _, s := range o {
		if s.verb == 'M' || len(parts) == 0 {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], s)
	}
	return parts
}

// alternating turns the parts of an outline so that the rule of non-zero winding fills what the rule of even and odd
// fills, for parts that do not cross: a part that lies inside an odd number of others goes round the other way.
func (o outline) alternating() outline {
	parts := o.parts()
	corners := make([][]scene.Point, len(parts))
	for i, part := range parts {
		corners[i] = part.corners()
	}
	var turned outline
	for i, part := range parts {
		inside := 0
		for j := range parts {
			if i != j && len(corners[i]) > 0 && contains(corners[j], corners[i][0]) {
				inside++
			}
		}
		if (area(corners[i]) < 0) != (inside%2 == 1) {
			part = part.reversed()
		}
		turned = append(turned, part...)
	}
	return turned
}

// corners are points along a part, enough of them to tell what lies inside.
func (o outline) corners() []scene.Point {
	var points []scene.Point
	for _, s := range o {
		switch s.verb {
		case 'M', 'L':
			points = append(points, s.points[0])
		case 'C':
			from := points[len(points)-1]
			for i := 1; i <= 8; i++ {
				t := float64(i) / 8
				u := 1 - t
				points = append(points, scene.P(
					u*u*u*from.X+3*u*u*t*s.points[0].X+3*u*t*t*s.points[1].X+t*t*t*s.points[2].X,
					u*u*u*from.Y+3*u*u*t*s.points[0].Y+3*u*t*t*s.points[1].Y+t*t*t*s.points[2].Y))
			}
		}
	}
	return points
}

// area is twice the area of a polygon, negative when it goes round to the left.
func area(polygon []scene.Point) float64 {
	sum := 0.0
	for i, p := range polygon {
		q := polygon[(i+1)%len(polygon)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum
}

// contains reports whether a point lies inside a polygon.
func contains(polygon []scene.Point, p scene.Point) bool {
	inside := false
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < (b.X-a.X)*(p.Y-a.Y)/(b.Y-a.Y)+a.X {
			inside = !inside
		}
	}
	return inside
}

// reversed gives a part in the other direction.
func (o outline) reversed() outline {
	var points []scene.Point // the start, and the points of every step
	closed := false
	for _, s := range o {
		closed = closed || s.verb == 'Z'
		points = append(points, s.points...)
	}
	slices.Reverse(points)
	var back outline
	back.move(points[0].X, points[0].Y)
	points = points[1:]
	for _, s := range slices.Backward(o) {
		switch s.verb {
		case 'L':
			back.line(points[0].X, points[0].Y)
			points = points[1:]
		case 'C':
			back.curve(points[0].X, points[0].Y, points[1].X, points[1].Y, points[2].X, points[2].Y)
			points = points[3:]
		}
	}
	if closed {
		back.close()
	}
	return back
}
