package chart

import (
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
	f.add(f.upward(up, left, right)...)
	along := axis{high: float64(last), from: left, to: right}
	f.dayTicks(along, bottom)
	for i := len(bars) - 1; i >= 0; i-- {
		f.cohort(i, along, up)
	}
	f.curveMarks(along, up, bottom)
	f.curveEnds(along, up, right+1.5*scene.MM)
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

// curveEnds names the lines at the right, apart from one another.
func (f *frame) curveEnds(along, up axis, x float64) {
	type end struct {
		cohort int
		y, at  float64
	}
	var ends []end
	for i := range f.chart.Categories[0].Bars {
		if v, _, ok := f.endOf(i); ok {
			ends = append(ends, end{i, up.at(v.V), up.at(v.V)})
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int {
		if a.y < b.y {
			return -1
		}
		return 1
	})
	for i := 1; i < len(ends); i++ {
		ends[i].y = max(ends[i].y, ends[i-1].y+text.Leading())
	}
	for _, e := range ends {
		font, color := text, muted
		if e.cohort == 0 {
			font, color = text.Bolder(), f.accent
		}
		f.put(x, e.y, f.endWords(e.cohort), font, color, scene.Start)
	}
}
