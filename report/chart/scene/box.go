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

// measurer is a painter that only looks where texts come.
type measurer struct {
	offset []Point
	at     Point
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

func (*measurer) rect(Rect)     {}
func (*measurer) line(Line)     {}
func (*measurer) circle(Circle) {}
func (*measurer) path(Path)     {}

func (m *measurer) text(t Text) {
	t.X, t.Y = t.X+m.at.X, t.Y+m.at.Y
	m.texts = append(m.texts, Placed{t, t.Box()})
}
