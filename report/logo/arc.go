package logo

import (
	"math"

	"herstel/report/chart/scene"
)

// arc draws a piece of an ellipse as cubic curves of at most a quarter, by the conversion from endpoints to a centre
// of SVG 1.1, appendix F.6.5. It reports false for flags other than 0 and 1.
func (p *pen) arc(n [7]float64) bool {
	rx, ry, large, sweep, x, y := math.Abs(n[0]), math.Abs(n[1]), n[3], n[4], n[5], n[6]
	if large != 0 && large != 1 || sweep != 0 && sweep != 1 {
		return false
	}
	if rx == 0 || ry == 0 || p.x == x && p.y == y {
		p.to(x, y)
		return true
	}
	sin, cos := math.Sincos(n[2] * math.Pi / 180)
	hx, hy := (p.x-x)/2, (p.y-y)/2
	ax, ay := cos*hx+sin*hy, -sin*hx+cos*hy
	if grow := ax*ax/(rx*rx) + ay*ay/(ry*ry); grow > 1 {
		rx, ry = rx*math.Sqrt(grow), ry*math.Sqrt(grow)
	}
	over := rx*rx*ay*ay + ry*ry*ax*ax
	k := math.Sqrt(max(0, rx*rx*ry*ry-over) / over)
	if large == sweep {
		k = -k
	}
	bx, by := k*rx*ay/ry, -k*ry*ax/rx
	from := math.Atan2((ay-by)/ry, (ax-bx)/rx)
	turn := math.Atan2((-ay-by)/ry, (-ax-bx)/rx) - from
	if sweep == 1 && turn < 0 {
		turn += 2 * math.Pi
	} else if sweep == 0 && turn > 0 {
		turn -= 2 * math.Pi
	}
	m := scene.Matrix{A: cos * rx, B: sin * rx, C: -sin * ry, D: cos * ry,
		E: cos*bx - sin*by + (p.x+x)/2, F: sin*bx + cos*by + (p.y+y)/2}
	pieces := math.Max(1, math.Ceil(math.Abs(turn)/(math.Pi/2)-1e-9))
	for i := range int(pieces) {
		p.circular(m, from+turn*float64(i)/pieces, turn/pieces)
	}
	p.x, p.y = x, y
	last := &p.out[len(p.out)-1].points[2]
	last.X, last.Y = x, y
	return true
}

// circular draws a piece of the unit circle, mapped by m.
func (p *pen) circular(m scene.Matrix, from, turn float64) {
	k := 4.0 / 3 * math.Tan(turn/4)
	sin0, cos0 := math.Sincos(from)
	sin1, cos1 := math.Sincos(from + turn)
	a, b := m.At(scene.P(cos0-k*sin0, sin0+k*cos0)), m.At(scene.P(cos1+k*sin1, sin1-k*cos1))
	c := m.At(scene.P(cos1, sin1))
	p.curve(a.X, a.Y, b.X, b.Y, c.X, c.Y)
}
