package chart

import (
	"math"
	"strconv"

	"herstel/report/chart/scene"
	"herstel/stats/nl"
)

const plotHeight = 42 * scene.MM

// plotHeight takes all the room there is.
func (f *frame) plotHeight() float64 {
	height := plotHeight + f.spare
	f.spare = 0
	return height
}

// trend draws one line over the years with its interval. The newest year is hollow and its piece dashed where it may
// still rise.
func (f *frame) trend() {
	bars := f.chart.Categories[0].Bars
	n := len(bars)
	if n == 1 {
		f.dots()
		return
	}
	if f.allNearWhole() {
		f.yearTiles()
		return
	}
	left := f.left + small.Width("100%") + 1.5*scene.MM
	top, bottom := f.y+text.Leading(), f.y+text.Leading()+f.plotHeight()
	a := newAxis(f.trendLargest(), bottom, top, f.chart.unit())
	start := len(f.items)
	f.add(f.upward(a, left, f.right)...)
	inset := max(8*scene.MM, (f.right-left)/float64(2*n))
	at := func(i int) float64 { // bars run from new to old
		return left + inset + float64(n-1-i)*(f.right-left-2*inset)/float64(n-1)
	}
	for i := n - 1; i > 0; i-- {
		from, to := bars[i].first(), bars[i-1].first()
		if from.Known && to.Known {
			stroke := scene.Stroke{Color: f.accent, Width: 1.75, Cap: scene.Round}
			if i == 1 && f.chart.Early {
				stroke.Dash, stroke.Cap = []float64{4, 3}, scene.Butt
			}
			f.add(scene.Line{X1: at(i), Y1: a.at(from.V), X2: at(i - 1), Y2: a.at(to.V), Stroke: stroke})
		}
	}
	for i, b := range bars {
		f.trendPoint(b, i, at(i), bottom, a)
	}
	f.breakGrid(start)
	f.y = bottom + 1.2*scene.MM + text.Leading()
	if f.chart.Early {
		f.y += text.Leading()
	}
}

func (f *frame) trendPoint(b Bar, i int, x, bottom float64, a axis) {
	v := b.first()
	font, color := text, ink
	if i == 0 {
		font, color = text.Bolder(), f.accent
	}
	f.put(x, bottom+1.2*scene.MM+text.Leading()/2, b.Name, font, color, scene.Middle)
	if i == 0 && f.chart.Early {
		f.put(x, bottom+1.2*scene.MM+text.Leading()*1.4, "voorlopig", small, color, scene.Middle)
	}
	if !v.Known {
		f.put(x, bottom-text.Leading()/2, v.Label, text, muted, scene.Middle)
		return
	}
	y := a.at(v.V)
	if v.Ranged {
		f.add(scene.Rect{X: x - 0.9, Y: a.at(v.High), W: 1.8, H: a.at(v.Low) - a.at(v.High),
			Fill: f.accent.Mix(scene.White, 0.65)})
	}
	switch {
	case i == 0 && f.chart.Early:
		f.add(scene.Circle{X: x, Y: y, R: 1.4 * scene.MM, Fill: scene.White,
			Stroke: scene.Stroke{Color: f.accent, Width: 1.5}})
	default:
		f.add(scene.Circle{X: x, Y: y, R: 1.4 * scene.MM, Fill: f.accent})
	}
	f.put(x, a.at(math.Max(v.High, v.V))-text.Leading()/2-0.6*scene.MM, v.short(), font, color, scene.Middle)
}

func (f *frame) trendLargest() float64 {
	most := 0.0
	for _, b := range f.chart.Categories[0].Bars {
		if v := b.first(); v.Known {
			most = max(most, v.V, v.High)
		}
	}
	return most
}

// months draws the report year as a bold line over the band of the years before.
func (f *frame) months() {
	categories := f.chart.Categories
	f.monthKey(categories[0].Bars)
	left := f.left + small.Width("1.000") + 1.5*scene.MM
	top := f.y + text.Leading()
	bottom := top + f.plotHeight()
	a := newAxis(f.chart.largest(len(categories[0].Bars), false), bottom, top, "")
	start := len(f.items)
	f.add(f.upward(a, left, f.right)...)
	inset := 4 * scene.MM
	at := func(i int) float64 {
		return left + inset + float64(i)*(f.right-left-2*inset)/float64(max(1, len(categories)-1))
	}
	f.monthBand(a, at)
	highest, lowest := -1, -1
	for i, category := range categories {
		v := category.Bars[0].first()
		name := category.Label
		if n, err := strconv.Atoi(name); err == nil {
			name = nl.ShortMonth(n)
			if (f.right-left-2*inset)/float64(len(categories)) < small.Width("mmmm") {
				name = name[:1]
			}
		}
		f.put(at(i), bottom+1.2*scene.MM+text.Leading()/2, name, small, muted, scene.Middle)
		if !v.Known {
			f.put(at(i), bottom-text.Leading()/2, v.Label, small, muted, scene.Middle)
			continue
		}
		if i > 0 {
			if before := categories[i-1].Bars[0].first(); before.Known {
				f.add(scene.Line{X1: at(i - 1), Y1: a.at(before.V), X2: at(i), Y2: a.at(v.V),
					Stroke: scene.Stroke{Color: f.accent, Width: 1.75, Cap: scene.Round}})
			}
		}
		if highest < 0 || v.V > categories[highest].Bars[0].first().V {
			highest = i
		}
		if lowest < 0 || v.V < categories[lowest].Bars[0].first().V {
			lowest = i
		}
	}
	for _, mark := range []struct {
		month int
		up    float64
	}{{highest, -1}, {lowest, 1}} {
		if i, up := mark.month, mark.up; i >= 0 && (up < 0 || lowest != highest) {
			v := categories[i].Bars[0].first()
			f.add(scene.Circle{X: at(i), Y: a.at(v.V), R: 1.2 * scene.MM, Fill: f.accent})
			f.put(at(i), a.at(v.V)+up*(text.Leading()/2+1.6*scene.MM), v.Label, text.Bolder(), f.accent, scene.Middle)
		}
	}
	f.breakGrid(start)
	f.y = bottom + 1.2*scene.MM + text.Leading()
}

// monthBand is the area between the lowest and highest of the years before; with one such year it is a line.
func (f *frame) monthBand(a axis, at func(int) float64) {
	var upper, lower []scene.Point
	flush := func() {
		if len(upper) > 1 {
			f.add(scene.Path{Outline: scene.Band(upper, lower), Fill: older.Mix(scene.White, 0.45),
				Stroke: scene.Stroke{Color: older, Width: 0.75}})
		}
		upper, lower = nil, nil
	}
	for i, category := range f.chart.Categories {
		low, high, known := math.Inf(1), math.Inf(-1), false
		for _, b := range category.Bars[1:] {
			if v := b.first(); v.Known {
				low, high, known = math.Min(low, v.V), math.Max(high, v.V), true
			}
		}
		if !known {
			flush()
			continue
		}
		upper, lower = append(upper, scene.P(at(i), a.at(high))), append(lower, scene.P(at(i), a.at(low)))
	}
	flush()
}

func (f *frame) monthKey(bars []Bar) {
	y := f.y + small.Leading()/2
	f.add(scene.Line{X1: f.left, Y1: y, X2: f.left + 6*scene.MM, Y2: y,
		Stroke: scene.Stroke{Color: f.accent, Width: 1.75}})
	f.put(f.left+7.2*scene.MM, y, bars[0].Name, small.Bolder(), f.accent, scene.Start)
	if len(bars) > 1 {
		x := f.left + 7.2*scene.MM + small.Bolder().Width(bars[0].Name) + 4*scene.MM
		name := bars[1].Name
		if len(bars) > 2 {
			name = bars[len(bars)-1].Name + "–" + bars[1].Name + ", laagste tot hoogste"
		}
		if x+7.2*scene.MM+small.Width(name) > f.right {
			x, y = f.left, y+small.Leading()
			f.y += small.Leading()
		}
		f.add(scene.Rect{X: x, Y: y - 1.2*scene.MM, W: 6 * scene.MM, H: 2.4 * scene.MM,
			Fill: older.Mix(scene.White, 0.45)})
		f.put(x+7.2*scene.MM, y, name, small, muted, scene.Start)
	}
	f.y += small.Leading() + scene.MM
}
