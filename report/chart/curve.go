package chart

import (
	"cmp"
	"slices"
	"strconv"

	"herstel/report/chart/scene"
)

// markedDays are the days at which a curve is read, where it runs so far.
var markedDays = []int{180, 365}

// curve draws for each cohort how the share grows with the days, as steps; a line ends where its follow-up ends.
func (f *frame) curve() {
	last, most := f.chart.reach()
	if last == 0 {
		f.write("Er is nog geen punt van de lijn te tonen.", text, muted, 2)
		return
	}
	f.write(f.chart.Reading, small, muted, 3)
	bars := f.chart.Categories[0].Bars
	end := 0.0
	for i := range bars {
		end = max(end, text.Bolder().Width(f.endWords(i)))
	}
	left, right := f.left+small.Width("100%")+1.5*scene.MM, f.right-end-1.5*scene.MM
	top := f.y + text.Leading()
	bottom := top + f.plotHeight()
	up := newAxis(most, bottom, top, "%")
	start := len(f.items)
	f.add(f.upward(up, left, right)...)
	along := axis{high: float64(last), from: left, to: right}
	f.dayTicks(along, bottom)
	for i := len(bars) - 1; i >= 0; i-- {
		f.cohort(i, along, up)
	}
	f.curveMarks(along, up, bottom)
	f.curveEnds(along, up, right+1.5*scene.MM)
	f.breakGrid(start)
	f.y = bottom + 1.2*scene.MM + 2*text.Leading()
}

// reach gives the last day at which any cohort is known, and the highest value there is to draw.
func (c *Chart) reach() (last int, most float64) {
	for _, category := range c.Categories {
		for i, b := range category.Bars {
			if v := b.first(); v.Known {
				last, most = max(last, category.Day), max(most, v.V)
				if i == 0 && v.Ranged {
					most = max(most, v.High)
				}
			}
		}
	}
	return last, most
}

// dayTicks writes the days under the plot.
func (f *frame) dayTicks(along axis, bottom float64) {
	step := 30
	for float64(step)/along.high*(along.to-along.from) < small.Width("000")+2*scene.MM {
		step += 30
	}
	for day := 0; day <= int(along.high); day += step {
		f.put(along.at(float64(day)), bottom+1.2*scene.MM+small.Leading()/2, strconv.Itoa(day), small, muted,
			scene.Middle)
	}
	words := "dagen na de uitzetting"
	f.put((along.from+along.to)/2, bottom+1.2*scene.MM+small.Leading()*1.5, words, small, muted, scene.Middle)
}

// points gives the corners of the steps of a cohort, by what is drawn of a value.
func (f *frame) points(i int, along, up axis, height func(Value) float64) []scene.Point {
	points := []scene.Point{scene.P(along.at(0), up.at(0))}
	for _, category := range f.chart.Categories {
		if v := category.Bars[i].first(); v.Known {
			points = append(points, scene.P(along.at(float64(category.Day)), up.at(height(v))))
		}
	}
	return points
}

func (f *frame) cohort(i int, along, up axis) {
	stroke := scene.Stroke{Color: f.shade(i), Width: 1.25}
	if i == 0 {
		stroke.Width = 2
		high := stairs(f.points(i, along, up, func(v Value) float64 { return v.High }))
		low := stairs(f.points(i, along, up, func(v Value) float64 { return v.Low }))
		f.add(scene.Path{Outline: scene.Band(high, low), Fill: f.accent.Mix(scene.White, 0.82)})
	}
	line := stairs(f.points(i, along, up, func(v Value) float64 { return v.V }))
	f.add(scene.Path{Outline: scene.Polyline(line...), Stroke: stroke})
}

// stairs keeps the height of each point until the next.
func stairs(points []scene.Point) []scene.Point {
	var all []scene.Point
	for i, p := range points {
		if i > 0 {
			all = append(all, scene.P(p.X, points[i-1].Y))
		}
		all = append(all, p)
	}
	return all
}

// curveMarks reads the report year at the marked days.
func (f *frame) curveMarks(along, up axis, bottom float64) {
	for _, category := range f.chart.Categories {
		v := category.Bars[0].first()
		if !slices.Contains(markedDays, category.Day) || !v.Known {
			continue
		}
		x, y := along.at(float64(category.Day)), up.at(v.V)
		stroke := scene.Stroke{Color: muted, Width: 0.75, Dash: []float64{2, 2}}
		f.add(scene.Line{X1: x, Y1: bottom, X2: x, Y2: y, Stroke: stroke},
			scene.Circle{X: x, Y: y, R: dotRadius, Fill: f.accent})
		words := "na " + strconv.Itoa(category.Day) + " dagen " + v.short()
		if text.Bolder().Width(words) > x-dotRadius-1-along.from {
			words = v.short()
		}
		f.put(x-dotRadius-1, up.at(max(v.V, v.High))-text.Leading()/2-1, words, text.Bolder(), f.accent, scene.End)
	}
}

// endWords name a cohort at the end of its line, with what it reached.
func (f *frame) endWords(i int) string {
	if v, _, ok := f.endOf(i); ok {
		return f.chart.Categories[0].Bars[i].Name + " " + v.short()
	}
	return ""
}

func (f *frame) endOf(i int) (last Value, day int, ok bool) {
	for _, category := range f.chart.Categories {
		if v := category.Bars[i].first(); v.Known {
			last, day, ok = v, category.Day, true
		}
	}
	return last, day, ok
}

// cohortEnd is the place of the name of a line.
type cohortEnd struct {
	cohort int
	x, y   float64
}

// curveEnds names the lines where they end. A name that does not stand free there comes at the right, among those of
// the lines that run on to there.
func (f *frame) curveEnds(along, up axis, right float64) {
	var ends []cohortEnd
	for i := range f.chart.Categories[0].Bars {
		if v, day, ok := f.endOf(i); ok {
			ends = append(ends, cohortEnd{i, along.at(float64(day)) + 1.2*scene.MM, up.at(v.V)})
		}
	}
	slices.SortStableFunc(ends, func(a, b cohortEnd) int { return cmp.Compare(a.y, b.y) })
	for moved := true; moved; {
		moved = false
		names := f.apart(ends, right)
		for i, name := range names {
			if ends[i].x < right && !f.standsFree(name.Box(), slices.Delete(slices.Clone(names), i, i+1), along, up) {
				ends[i].x, moved = right, true
				break
			}
		}
	}
	for _, name := range f.apart(ends, right) {
		f.add(name)
	}
}

// apart gives the names of lines, those at the right pushed down until they stand apart.
func (f *frame) apart(ends []cohortEnd, right float64) []scene.Text {
	var names []scene.Text
	free := 0.0
	for _, e := range ends {
		if e.x >= right-scene.MM {
			e.x, e.y = right, max(e.y, free)
			free = e.y + text.Leading()
		}
		names = append(names, f.endText(e))
	}
	return names
}

func (f *frame) endText(e cohortEnd) scene.Text {
	font, color := text, muted
	if e.cohort == 0 {
		font, color = text.Bolder(), f.accent
	}
	return scene.Text{X: e.x, Y: e.y, Content: f.endWords(e.cohort), Font: font, Color: color, Anchor: scene.Start,
		Baseline: scene.AtMiddle}
}

// standsFree tells whether no line and no other text comes near a box.
func (f *frame) standsFree(box scene.Box, others []scene.Text, along, up axis) bool {
	box = box.Grow(1.5)
	for _, item := range f.items {
		if t, ok := item.(scene.Text); ok {
			others = append(others, t)
		}
	}
	if slices.ContainsFunc(others, func(t scene.Text) bool { return t.Box().Overlaps(box) }) {
		return false
	}
	for _, item := range f.items {
		if line, ok := item.(scene.Line); ok && line.Stroke.Color != grid && crosses(scene.P(line.X1, line.Y1),
			scene.P(line.X2, line.Y2), box) {
			return false
		}
	}
	for i := range f.chart.Categories[0].Bars {
		steps := stairs(f.points(i, along, up, func(v Value) float64 { return v.V }))
		for n := 1; n < len(steps); n++ {
			if crosses(steps[n-1], steps[n], box) {
				return false
			}
		}
	}
	return box.Right <= f.right+1.5
}

// crosses tells whether an upright or level line touches a box.
func crosses(a, b scene.Point, box scene.Box) bool {
	return min(a.X, b.X) <= box.Right && max(a.X, b.X) >= box.Left && min(a.Y, b.Y) <= box.Bottom &&
		max(a.Y, b.Y) >= box.Top
}
