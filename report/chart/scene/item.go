package scene

// Cap is how a stroke ends.
type Cap int

// The ends of a stroke.
const (
	Butt   Cap = iota // ends where the line ends
	Round             // half a circle beyond the end
	Square            // half a square beyond the end
)

// Stroke is how a line is drawn. Corners are round. The zero Stroke draws nothing.
type Stroke struct {
	Color Color
	// Width is in points.
	Width float64
	// Dash holds the lengths of dash and gap in turn, in points; none is a solid line.
	Dash []float64
	Cap  Cap
}

func (s Stroke) visible() bool { return s.Color.visible() && s.Width > 0 }

// dashes gives the dash pattern, or none when it cannot be drawn.
func (s Stroke) dashes() []float64 {
	total := 0.0
	for _, d := range s.Dash {
		if d < 0 {
			return nil
		}
		total += d
	}
	if total <= 0 {
		return nil
	}
	if len(s.Dash)%2 == 1 {
		return append(append([]float64{}, s.Dash...), s.Dash...)
	}
	return s.Dash
}

// Rect is a rectangle from a corner, with the radius of its corners. A negative W or H goes to the left or up, as a
// bar below zero does. Its stroke lies half inside and half outside.
type Rect struct {
	X, Y, W, H float64
	Radius     float64
	Fill       Color
	Stroke     Stroke
}

func (r Rect) paint(p painter) {
	if r.W < 0 {
		r.X, r.W = r.X+r.W, -r.W
	}
	if r.H < 0 {
		r.Y, r.H = r.Y+r.H, -r.H
	}
	r.Radius = min(max(r.Radius, 0), r.W/2, r.H/2)
	if r.Fill.visible() && r.W > 0 && r.H > 0 || r.Stroke.visible() {
		p.rect(r)
	}
}

// Line is a straight line.
type Line struct {
	X1, Y1, X2, Y2 float64
	Stroke         Stroke
}

func (l Line) paint(p painter) {
	if l.Stroke.visible() {
		p.line(l)
	}
}

// Circle is a circle around a centre: full with a Fill, hollow with a Stroke (and the paper as Fill to hide what lies
// under it).
type Circle struct {
	X, Y, R float64
	Fill    Color
	Stroke  Stroke
}

func (c Circle) paint(p painter) {
	if c.R > 0 && (c.Fill.visible() || c.Stroke.visible()) {
		p.circle(c)
	}
}

// Path is an outline, filled (non-zero winding), stroked or both.
type Path struct {
	Outline Outline
	Fill    Color
	Stroke  Stroke
}

func (q Path) paint(p painter) {
	if len(q.Outline.segments) > 0 && (q.Fill.visible() || q.Stroke.visible()) {
		p.path(q)
	}
}

// Group holds items that belong together. ID, Class and Key let the page find them; in print they do nothing.
type Group struct {
	// ID is unique within the scene: letters, digits and hyphens; other characters become a hyphen.
	ID string
	// Class is written as the class attribute, Key as data-key: marks of one thing in several charts share a Key.
	Class, Key string
	// Title is what a reader sees who points at the group, and what a screen reader says.
	Title string
	// X and Y move the group.
	X, Y  float64
	Items []Item
}

// Add puts items in front of what is in the group.
func (g *Group) Add(items ...Item) { g.Items = append(g.Items, items...) }

func (g *Group) paint(p painter) {
	p.open(g)
	paintAll(p, g.Items)
	p.close()
}
