package logo

import (
	"math"
	"strings"

	"herstel/report/chart/scene"
)

// matrix maps (x, y) to (a*x + c*y + e, b*x + d*y + f), as matrix() of SVG does.
type matrix struct{ a, b, c, d, e, f float64 }

func translation(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

func (m matrix) at(x, y float64) scene.Point { return scene.P(m.a*x+m.c*y+m.e, m.b*x+m.d*y+m.f) }

func (m matrix) of(p scene.Point) scene.Point { return m.at(p.X, p.Y) }

// times gives the matrix that does n first and m after it.
func (m matrix) times(n matrix) matrix {
	return matrix{m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b, m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f}
}

// scale is how much longer a length becomes, on average over the directions.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// transform reads the transform attribute: a row of functions, the last of which is done first.
func transform(text string) (matrix, bool) {
	m := translation(0, 0)
	for text = strings.TrimLeft(text, " ,\t\r\n"); text != ""; text = strings.TrimLeft(text, " ,\t\r\n") {
		name, rest, opened := strings.Cut(text, "(")
		inside, after, closed := strings.Cut(rest, ")")
		if !opened || !closed {
			return m, false
		}
		one, ok := oneTransform(strings.TrimSpace(name), numbers(inside))
		if !ok {
			return m, false
		}
		m, text = m.times(one), after
	}
	return m, true
}

func oneTransform(name string, n []float64) (matrix, bool) {
	switch {
	case name == "matrix" && len(n) == 6:
		return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}, true
	case name == "translate" && len(n) == 1:
		return translation(n[0], 0), true
	case name == "translate" && len(n) == 2:
		return translation(n[0], n[1]), true
	case name == "scale" && len(n) == 1:
		return matrix{n[0], 0, 0, n[0], 0, 0}, true
	case name == "scale" && len(n) == 2:
		return matrix{n[0], 0, 0, n[1], 0, 0}, true
	case name == "rotate" && (len(n) == 1 || len(n) == 3):
		sin, cos := math.Sincos(n[0] * math.Pi / 180)
		turned := matrix{cos, sin, -sin, cos, 0, 0}
		if len(n) == 3 {
			turned = translation(n[1], n[2]).times(turned).times(translation(-n[1], -n[2]))
		}
		return turned, true
	case name == "skewX" && len(n) == 1:
		return matrix{1, 0, math.Tan(n[0] * math.Pi / 180), 1, 0, 0}, true
	case name == "skewY" && len(n) == 1:
		return matrix{1, math.Tan(n[0] * math.Pi / 180), 0, 1, 0, 0}, true
	}
	return matrix{}, false
}
