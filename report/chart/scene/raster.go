package scene

import (
	"bytes"
	"image"
	"math"
)

// raster is the painter of pixels.
type raster struct {
	img    *image.RGBA
	now    Matrix
	before []Matrix
	filler filler
}

func newRaster(s *Scene, width, height int) *raster {
	r := &raster{img: blank(width, height)}
	r.now = Matrix{A: float64(width) / s.Width, D: float64(height) / s.Height}
	if s.Background.visible() {
		r.box(Box{0, 0, float64(width), float64(height)}, s.Background)
	}
	paintAll(r, s.Items)
	return r
}

func (r *raster) open(g *Group) {
	r.before = append(r.before, r.now)
	r.now = r.now.Times(Translation(g.X, g.Y))
}

func (r *raster) close() {
	r.now = r.before[len(r.before)-1]
	r.before = r.before[:len(r.before)-1]
}

func (r *raster) rect(q Rect) {
	o := RoundRect(q.X, q.Y, q.W, q.H, q.Radius)
	if q.Fill.visible() {
		if q.Radius == 0 {
			a, b := r.now.At(P(q.X, q.Y)), r.now.At(P(q.X+q.W, q.Y+q.H))
			r.box(Box{a.X, a.Y, b.X, b.Y}, q.Fill)
		} else {
			r.fill(o, r.now, q.Fill)
		}
	}
	r.stroke(o, q.Stroke)
}

func (r *raster) line(l Line) {
	level, plumb := l.Y1 == l.Y2, l.X1 == l.X2
	if level == plumb || l.Stroke.dashes() != nil || l.Stroke.Cap != Butt {
		r.stroke(Polyline(P(l.X1, l.Y1), P(l.X2, l.Y2)), l.Stroke)
		return
	}
	b := boxAround(P(l.X1, l.Y1), P(l.X2, l.Y2))
	if half := l.Stroke.Width / 2; level {
		b.Top, b.Bottom = b.Top-half, b.Bottom+half
	} else {
		b.Left, b.Right = b.Left-half, b.Right+half
	}
	p, q := r.now.At(P(b.Left, b.Top)), r.now.At(P(b.Right, b.Bottom))
	r.box(Box{p.X, p.Y, q.X, q.Y}, l.Stroke.Color)
}

func (r *raster) circle(c Circle) {
	if c.Fill.visible() {
		r.fill(Disc(c.X, c.Y, c.R), r.now, c.Fill)
	}
	if c.Stroke.dashes() != nil {
		r.stroke(Disc(c.X, c.Y, c.R), c.Stroke)
		return
	}
	if c.Stroke.visible() {
		ring := Disc(c.X, c.Y, c.R+c.Stroke.Width/2)
		if inner := c.R - c.Stroke.Width/2; inner > 0 {
			ring.Append(Disc(c.X, c.Y, inner).mirrored(c.X))
		}
		r.fill(ring, r.now, c.Stroke.Color)
	}
}

func (r *raster) path(p Path) {
	if p.Fill.visible() {
		r.fill(p.Outline, r.now, p.Fill)
	}
	r.stroke(p.Outline, p.Stroke)
}

func (r *raster) stroke(o Outline, s Stroke) {
	if !s.visible() {
		return
	}
	scale := r.now.Scale()
	var dash []float64
	for _, d := range s.dashes() {
		dash = append(dash, d*scale)
	}
	r.fill(strokeShape(o.mapped(r.now.At), s.Width*scale, flatness, dash, s.Cap), identity, s.Color)
}

func (r *raster) text(t Text) {
	m := r.now.Times(Translation(t.X, t.Y)).Times(Rotation(t.Rotate)).Times(Translation(t.indent(), t.drop()))
	size := t.Font.Size / unitsPerEm
	m = m.Times(Matrix{A: size, D: size})
	if t.Font.Italic {
		m = m.Times(Matrix{A: 1, C: -slant, D: 1})
	}
	chars, _ := t.Font.face().layout(t.Content)
	for _, c := range chars {
		r.fill(c.glyph.outline, m.Times(Translation(float64(c.x), 0)), t.Color)
	}
}

// box fills an upright rectangle in pixels; those it covers in part get their share.
func (r *raster) box(b Box, c Color) {
	size := r.img.Bounds()
	left, right := max(snap(b.Left), 0), min(snap(b.Right), float64(size.Max.X))
	top, bottom := max(snap(b.Top), 0), min(snap(b.Bottom), float64(size.Max.Y))
	if left >= right || top >= bottom {
		return
	}
	columns, first := shares(left, right), int(left)
	var solid []byte // what whole pixels of an opaque box become
	if c.A == 255 {
		solid = bytes.Repeat([]byte{c.R, c.G, c.B, 255}, len(columns))
	}
	for i, down := range shares(top, bottom) {
		row := r.img.Pix[(int(top)+i)*r.img.Stride+first*4:][:4*len(columns)]
		from, to := 0, len(columns)
		if down == 1 && solid != nil {
			copy(row[4:max(4, len(row)-4)], solid)
			to = 1
		}
		for from < len(columns) {
			for j := from; j < to; j++ {
				over(row[j*4:j*4+4:j*4+4], c, uint32(math.Round(float64(c.A)*down*columns[j])))
			}
			from, to = max(to, len(columns)-1), len(columns)
		}
	}
}

// shares tells how much of each pixel from the one of low on lies between low and high.
func shares(low, high float64) []float64 {
	first, last := int(low), int(math.Ceil(high))
	s := make([]float64, last-first)
	for i := range s {
		s[i] = min(high, float64(first+i+1)) - max(low, float64(first+i))
	}
	return s
}

// over puts a colour with a coverage of 0 to 255 on a pixel.
func over(pixel []byte, c Color, a uint32) {
	if a == 255 {
		pixel[0], pixel[1], pixel[2], pixel[3] = c.R, c.G, c.B, 255
		return
	}
	mix := func(new, old byte) byte { return byte((uint32(new)*a + uint32(old)*(255-a) + 127) / 255) }
	pixel[0], pixel[1], pixel[2], pixel[3] = mix(c.R, pixel[0]), mix(c.G, pixel[1]), mix(c.B, pixel[2]),
		mix(255, pixel[3])
}
