package logo

import (
	"math"
	"strings"

	"herstel/report/chart/scene"
)

// transform reads the transform attribute: a row of functions, the last of which is done first.
func transform(text string) (scene.Matrix, bool) {
	m := scene.Translation(0, 0)
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
		m, text = m.Times(one), after
	}
	return m, true
}

func oneTransform(name string, n []float64) (scene.Matrix, bool) {
	switch {
	case name == "matrix" && len(n) == 6:
		return scene.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]}, true
	case name == "translate" && len(n) == 1:
		return scene.Translation(n[0], 0), true
	case name == "translate" && len(n) == 2:
		return scene.Translation(n[0], n[1]), true
	case name == "scale" && len(n) == 1:
		return scene.Matrix{A: n[0], D: n[0]}, true
	case name == "scale" && len(n) == 2:
		return scene.Matrix{A: n[0], D: n[1]}, true
	case name == "rotate" && (len(n) == 1 || len(n) == 3):
		turned := scene.Rotation(n[0])
		if len(n) == 3 {
			turned = scene.Translation(n[1], n[2]).Times(turned).Times(scene.Translation(-n[1], -n[2]))
		}
		return turned, true
	case name == "skewX" && len(n) == 1:
		return scene.Matrix{A: 1, C: math.Tan(n[0] * math.Pi / 180), D: 1}, true
	case name == "skewY" && len(n) == 1:
		return scene.Matrix{A: 1, B: math.Tan(n[0] * math.Pi / 180), D: 1}, true
	}
	return scene.Matrix{}, false
}
