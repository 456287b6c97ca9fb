package chart

import (
	"cmp"
	"math"
	"slices"

	"herstel/report/chart/scene"
	"herstel/stats/nl"
)

// axis maps values to places in points.
type axis struct {
	low, high float64 // values
	from, to  float64 // points
	step      float64
	unit      string
}

// newAxis makes an axis from zero to the largest value; one that stands runs on to a round number.
func newAxis(largest, from, to float64, unit string) axis {
	steps := max(2, math.Floor(math.Abs(to-from)/(22*scene.MM)))
	a := axis{from: from, to: to, unit: unit, step: roundStep(largest / steps)}
	if lower := roundStep(largest / 2.5); from < to && a.step > largest && lower < a.step {
		a.step = lower // zero alone is no scale
	}
	a.high = math.Max(largest, math.SmallestNonzeroFloat32)
	if from > to { // an axis that stands ends in a number
		a.high = a.step * math.Max(1, math.Ceil(largest/a.step-1e-9))
	}
	return a
}

// bareAxis makes an axis without numbers, from zero to the largest value.
func bareAxis(largest, from, to float64) axis {
	return axis{high: largest, from: from, to: to, step: largest}
}

// roundStep gives the step of 1, 2 or 5 times a power of ten that is at least n.
func roundStep(n float64) float64 {
	if !(n > 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(n)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= n-1e-9 {
			return m * power
		}
	}
	return 10 * power
}

func (a axis) at(v float64) float64 {
	if a.high == a.low {
		return a.from
	}
	return a.from + (math.Min(math.Max(v, a.low), a.high)-a.low)/(a.high-a.low)*(a.to-a.from)
}

// ticks gives the values of the axis.
func (a axis) ticks() []float64 {
	var ticks []float64
	for i := 0; float64(i)*a.step <= a.high+1e-9; i++ {
		ticks = append(ticks, float64(i)*a.step)
	}
	return ticks
}

func (a axis) word(v float64) string {
	word := nl.DecimalShort(v, 2)
	if a.unit == "%" {
		word += "%"
	}
	return word
}

// band is a piece of the height in which no text stands in the plot.
type band struct{ top, bottom float64 }

// open notes that the lines of the axis may be drawn here.
func (f *frame) open(top, bottom float64) {
	if n := len(f.bands); n > 0 && f.bands[n-1].bottom >= top-0.1 {
		f.bands[n-1].bottom = bottom
		return
	}
	f.bands = append(f.bands, band{top, bottom})
}

// across draws the lines of a horizontal axis behind the open bands of a plot, with their numbers under it.
func (f *frame) across(a axis, bottom float64) []scene.Item {
	var items []scene.Item
	for i, v := range a.ticks() {
		color, width := grid, 0.5
		if i == 0 {
			color, width = earlier, 0.75
		}
		x := a.at(v)
		for _, b := range f.bands {
			items = append(items, scene.Line{X1: x, Y1: b.top, X2: x, Y2: b.bottom,
				Stroke: scene.Stroke{Color: color, Width: width}})
		}
		half := small.Width(a.word(v)) / 2
		items = append(items, scene.Text{X: min(max(x, f.left+half), f.right-half), Y: bottom + 1.2*scene.MM,
			Content: a.word(v), Font: small, Color: muted, Anchor: scene.Middle, Baseline: scene.AtTop})
	}
	return items
}

// axisHeight is the room under a plot for the numbers of its axis.
const axisHeight = 1.2*scene.MM + smallSize

// upward draws the lines of a vertical axis behind a plot, with their numbers at the left.
func (f *frame) upward(a axis, left, right float64) []scene.Item {
	var items []scene.Item
	for _, v := range a.ticks() {
		y := a.at(v)
		items = append(items, scene.Line{X1: left, Y1: y, X2: right, Y2: y,
			Stroke: scene.Stroke{Color: grid, Width: 0.5}},
			scene.Text{X: left - 1.2*scene.MM, Y: y, Content: a.word(v), Font: small, Color: muted, Anchor: scene.End,
				Baseline: scene.AtMiddle})
	}
	return items
}

// breakGrid interrupts the level grid lines that were added from a place on where a text stands on them.
func (f *frame) breakGrid(from int) {
	var texts []scene.Box
	for _, item := range f.items[from:] {
		if t, ok := item.(scene.Text); ok {
			texts = append(texts, t.Box().Grow(1))
		}
	}
	slices.SortFunc(texts, func(a, b scene.Box) int { return cmp.Compare(a.Left, b.Left) })
	items := slices.Clone(f.items[:from])
	for _, item := range f.items[from:] {
		line, ok := item.(scene.Line)
		if !ok || line.Stroke.Color != grid || line.Y1 != line.Y2 {
			items = append(items, item)
			continue
		}
		for _, box := range texts {
			if box.Top >= line.Y1 || box.Bottom <= line.Y1 || box.Right <= line.X1 || box.Left >= line.X2 {
				continue
			}
			if box.Left > line.X1 {
				piece := line
				piece.X2 = box.Left
				items = append(items, piece)
			}
			line.X1 = min(box.Right, line.X2)
		}
		if line.X1 < line.X2 {
			items = append(items, line)
		}
	}
	f.items = items
}

// isShare tells whether the values of the chart are shares.
func (c *Chart) isShare() bool {
	for _, category := range c.Categories {
		for _, b := range category.Bars {
			for _, v := range b.Values {
				if v.Known {
					return v.Den > 0
				}
			}
		}
	}
	return false
}

func (c *Chart) unit() string {
	if c.isShare() {
		return "%"
	}
	return ""
}

// largest gives the largest known value of the first bars of each category, with the end of its range where ends is
// set.
func (c *Chart) largest(bars int, ends bool) float64 {
	most := 0.0
	for _, category := range c.Categories {
		for i, b := range category.Bars {
			if v := b.first(); i < bars && v.Known {
				most = math.Max(most, v.V)
				if ends && v.Ranged && i == 0 {
					most = math.Max(most, v.High)
				}
			}
		}
	}
	return most
}

// hatched is an area that holds what may not be shown.
func hatched(x, y, w, h float64) []scene.Item {
	return []scene.Item{
		scene.Hatch{Area: scene.RoundRect(x, y, w, h, 0), Color: earlier, Width: 0.6, Gap: 2.6},
		scene.Rect{X: x, Y: y, W: w, H: h, Stroke: scene.Stroke{Color: earlier, Width: 0.5}},
	}
}
