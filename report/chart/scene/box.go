package scene

// Box is an upright rectangle. The zero Box is empty.
type Box struct{ Left, Top, Right, Bottom float64 }

// Width of the box.
func (b Box) Width() float64 { return b.Right - b.Left }

// Height of the box.
func (b Box) Height() float64 { return b.Bottom - b.Top }

// Empty tells whether the box has no size.
func (b Box) Empty() bool { return b == Box{} }

// Overlaps tells whether two boxes share more than an edge.
func (b Box) Overlaps(c Box) bool {
	return b.Left < c.Right && c.Left < b.Right && b.Top < c.Bottom && c.Top < b.Bottom
}

// Grow gives a box that is larger by d on all sides.
func (b Box) Grow(d float64) Box { return Box{b.Left - d, b.Top - d, b.Right + d, b.Bottom + d} }

// Union gives the box around both.
func (b Box) Union(c Box) Box {
	switch {
	case b.Empty():
		return c
	case c.Empty():
		return b
	}
	return Box{min(b.Left, c.Left), min(b.Top, c.Top), max(b.Right, c.Right), max(b.Bottom, c.Bottom)}
}

// boxAround gives the box around points.
func boxAround(points ...Point) Box {
	if len(points) == 0 {
		return Box{}
	}
	b := Box{points[0].X, points[0].Y, points[0].X, points[0].Y}
	for _, q := range points[1:] {
		b = Box{min(b.Left, q.X), min(b.Top, q.Y), max(b.Right, q.X), max(b.Bottom, q.Y)}
	}
	return b
}

// Bounds gives the box around items, with half their strokes.
func Bounds(items ...Item) Box {
	m := &measurer{}
	paintAll(m, items)
	return m.all
}

// Placed is a text in the coordinates of the scene.
type Placed struct {
	Text Text
	Box  Box
}

// Texts lists every text of the scene with the box it covers, for tests that hold a layout to its promises: none
// outside the picture, none across another, none too small.
func (s *Scene) Texts() []Placed {
	m := &measurer{}
	paintAll(m, s.Items)
	return m.texts
}

// measurer is a painter that only looks where things come.
type measurer struct {
	offset []Point
	at     Point
	all    Box
	texts  []Placed
}

func (m *measurer) open(g *Group) {
	m.offset = append(m.offset, m.at)
	m.at = P(m.at.X+g.X, m.at.Y+g.Y)
}

func (m *measurer) close() {
	m.at = m.offset[len(m.offset)-1]
	m.offset = m.offset[:len(m.offset)-1]
}

func (m *measurer) cover(b Box, s Stroke) {
	if s.visible() {
		b = b.Grow(s.Width / 2)
	}
	m.all = m.all.Union(Box{b.Left + m.at.X, b.Top + m.at.Y, b.Right + m.at.X, b.Bottom + m.at.Y})
}

func (m *measurer) rect(r Rect) { m.cover(Box{r.X, r.Y, r.X + r.W, r.Y + r.H}, r.Stroke) }

func (m *measurer) line(l Line) {
	m.cover(boxAround(P(l.X1, l.Y1), P(l.X2, l.Y2)), l.Stroke)
}

func (m *measurer) circle(c Circle) {
	m.cover(Box{c.X - c.R, c.Y - c.R, c.X + c.R, c.Y + c.R}, c.Stroke)
}

func (m *measurer) path(p Path) {
	var points []Point
	for _, part := range p.Outline.flatten(0.01) {
		points = append(points, part.points...)
	}
	m.cover(boxAround(points...), p.Stroke)
}

func (m *measurer) text(t Text) {
	t.X, t.Y = t.X+m.at.X, t.Y+m.at.Y
	box := t.Box()
	m.all = m.all.Union(box)
	m.texts = append(m.texts, Placed{t, box})
}
