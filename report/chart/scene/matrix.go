package scene

import "math"

// Matrix maps (x, y) to (A*x + C*y + E, B*x + D*y + F), as matrix() of SVG does.
type Matrix struct{ A, B, C, D, E, F float64 }

var identity = Matrix{A: 1, D: 1}

// At maps a point.
func (m Matrix) At(p Point) Point { return P(m.A*p.X+m.C*p.Y+m.E, m.B*p.X+m.D*p.Y+m.F) }

// Times gives the matrix that does n first and m after it.
func (m Matrix) Times(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.C*n.B, m.B*n.A + m.D*n.B,
		m.A*n.C + m.C*n.D, m.B*n.C + m.D*n.D,
		m.A*n.E + m.C*n.F + m.E, m.B*n.E + m.D*n.F + m.F,
	}
}

// Translation moves.
func Translation(x, y float64) Matrix { return Matrix{1, 0, 0, 1, x, y} }

// Rotation turns clockwise, in degrees.
func Rotation(degrees float64) Matrix {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return Matrix{cos, sin, -sin, cos, 0, 0}
}

// Scale is how much longer a length becomes, on average over the directions.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }
