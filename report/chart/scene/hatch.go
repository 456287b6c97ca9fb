package scene

import "math"

// Hatch fills an area with slanting lines, cut off in plain geometry: no program can lose a pattern that is not
// there. Hatches of one turn and gap line up with one another.
type Hatch struct {
	// Area must be closed: Polygon, RoundRect, Band.
	Area Outline
	// Ground lies under the lines.
	Ground Color
	Color  Color
	// Width of a line and Gap from one line to the next, centre to centre, in points: 0.6 and 2.2 when zero.
	Width, Gap float64
	// Turn turns the lines clockwise, in degrees, from rising to the right at 45: 45 is level, 90 is falling.
	Turn float64
	// Stroke draws the edge.
	Stroke Stroke
}

func (h Hatch) paint(p painter) {
	if h.Ground.visible() {
		Path{Outline: h.Area, Fill: h.Ground}.paint(p)
	}
	if h.Color.visible() {
		Path{Outline: h.lines(), Fill: h.Color}.paint(p)
	}
	if h.Stroke.visible() {
		Path{Outline: h.Area, Stroke: h.Stroke}.paint(p)
	}
}

// hatchTolerance is how far the cut-off lines may stay from a curved edge, in points.
const hatchTolerance = 0.02

// maxStripes bounds the work of an absurdly fine hatch.
const maxStripes = 5000

// spacing gives the width of the lines and the gap between them.
func (h Hatch) spacing() (width, gap float64) {
	width, gap = h.Width, h.Gap
	if width <= 0 {
		width = 0.6
	}
	if gap <= 0 {
		gap = 2.2
	}
	return width, gap
}

// lines gives the stripes as closed shapes: each is the part of the area between two parallel lines.
func (h Hatch) lines() Outline {
	width, gap := h.spacing()
	sin, cos := math.Sincos((45 - h.Turn) * math.Pi / 180)
	across := func(q Point) float64 { return q.X*sin + q.Y*cos }
	var o Outline
	for _, area := range h.Area.flatten(hatchTolerance) {
		low, high := math.Inf(1), math.Inf(-1)
		for _, q := range area.points {
			low, high = min(low, across(q)), max(high, across(q))
		}
		first, last := math.Floor((low-width/2)/gap), math.Ceil((high+width/2)/gap)
		if len(area.points) < 3 || last-first > maxStripes {
			continue
		}
		for k := first; k <= last; k++ {
			stripe := cut(area.points, across, k*gap-width/2, +1)
			stripe = cut(stripe, across, k*gap+width/2, -1)
			if len(stripe) >= 3 {
				o.Append(Polygon(stripe...))
			}
		}
	}
	return o
}

// cut keeps the part of a polygon that lies beyond an edge on the side of the sign (Sutherland and Hodgman, Reentrant
// polygon clipping, 1974).
func cut(polygon []Point, across func(Point) float64, edge, side float64) []Point {
	var kept []Point
	for i, q := range polygon {
		before := polygon[(i+len(polygon)-1)%len(polygon)]
		a, b := (across(before)-edge)*side, (across(q)-edge)*side
		if a >= 0 != (b >= 0) {
			t := a / (a - b)
			kept = append(kept, P(before.X+(q.X-before.X)*t, before.Y+(q.Y-before.Y)*t))
		}
		if b >= 0 {
			kept = append(kept, q)
		}
	}
	return kept
}
