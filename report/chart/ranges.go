package chart

import (
	"math"

	"herstel/report/chart/scene"
)

// ranges draws a bar from the first to the third quartile of each year, with the median as a line.
func (f *frame) ranges() {
	most, value := 0.0, 0.0
	for _, category := range f.chart.Categories {
		for _, b := range category.Bars {
			v := b.first()
			value = max(value, text.Bolder().Width(v.Label))
			if v.Known {
				most = math.Max(most, v.High)
			}
		}
	}
	left := f.left + small.Bolder().Width("2000") + 1.5*scene.MM
	a := newAxis(most, left, f.right-value-columnGap, "")
	f.write("De streep is de mediaan: de helft van de zaken duurt korter. Tussen de uiteinden van de staaf ligt de "+
		"helft van de zaken.", small, muted, 3)
	f.y += scene.MM
	behind := len(f.items)
	for _, category := range f.chart.Categories {
		f.write(category.Label, text.Bolder(), ink, 2)
		f.y += 0.4 * scene.MM
		for i, b := range category.Bars {
			f.rangeRow(i, b, left, a)
		}
		f.y += 1.5 * scene.MM
	}
	f.behind(behind, f.across(a, f.y))
	f.y += axisHeight
	f.put((a.from+a.to)/2, f.y+small.Leading()/2+0.5*scene.MM, "dagen", small, muted, scene.Middle)
	f.y += small.Leading() + 0.5*scene.MM
}

func (f *frame) rangeRow(i int, b Bar, left float64, a axis) {
	v, y := b.first(), f.y+barHeight/2
	font, year, color := text, small, ink
	if i == 0 {
		font, year, color = text.Bolder(), small.Bolder(), f.valueColor(v)
	}
	f.open(f.y-0.4*scene.MM, f.y+barHeight+1.2*scene.MM)
	f.put(left-1.5*scene.MM, y, b.Name, year, color, scene.End)
	if v.Known {
		f.add(scene.Rect{X: a.at(v.Low), Y: f.y, W: a.at(v.High) - a.at(v.Low), H: barHeight,
			Fill: f.shade(i).Mix(scene.White, 0.6)},
			scene.Line{X1: a.at(v.V), Y1: f.y - 0.4*scene.MM, X2: a.at(v.V), Y2: f.y + barHeight + 0.4*scene.MM,
				Stroke: scene.Stroke{Color: f.shade(i), Width: 2}})
	}
	f.put(f.right, y, v.Label, font, color, scene.End)
	f.y += barHeight + 1.2*scene.MM
}

// funnel draws the steps of each year, each a part of the one before.
func (f *frame) funnel() {
	step, value := 0.0, 0.0
	for _, category := range f.chart.Categories {
		for _, b := range category.Bars {
			step = max(step, text.Width(b.Name))
			value = max(value, text.Bolder().Width(b.first().Label))
		}
	}
	left := f.left + step + columnGap
	inside := f.wide()
	a := newAxis(f.funnelLargest(), left, f.right-value-columnGap, "")
	if !inside {
		left = f.left
		a.from, a.to = left, f.right
	}
	for i, category := range f.chart.Categories {
		font, color := text.Bolder(), ink
		if i == 0 {
			color = f.accent
		}
		f.write(category.Label, font, color, 1)
		for _, b := range category.Bars {
			f.funnelStep(i, b, left, a, inside)
		}
		f.y += 1.5 * scene.MM
	}
}

func (f *frame) funnelLargest() float64 {
	most := 1.0
	for _, category := range f.chart.Categories {
		for _, b := range category.Bars {
			if v := b.first(); v.Known {
				most = max(most, v.V)
			}
		}
	}
	return most
}

func (f *frame) funnelStep(i int, b Bar, left float64, a axis, inside bool) {
	v, font, color := b.first(), text, ink
	if i == 0 {
		font, color = text.Bolder(), f.valueColor(b.first())
	}
	if !inside { // its name and number stand above the bar
		f.put(f.left, f.y+text.Leading()/2, b.Name, text, ink, scene.Start)
		f.put(f.right, f.y+text.Leading()/2, v.Label, font, color, scene.End)
		f.y += text.Leading()
	}
	y := f.y + barHeight/2
	if inside {
		f.put(f.left, y, b.Name, text, ink, scene.Start)
	}
	if v.Known {
		f.add(scene.Rect{X: left, Y: f.y, W: a.at(v.V) - left, H: barHeight, Fill: f.shade(i)})
	} else if v.Label == MarkHidden {
		f.add(hatched(left, f.y, 4*scene.MM, barHeight)...)
	}
	if inside {
		f.put(f.right, y, v.Label, font, color, scene.End)
	}
	f.y += barHeight + 0.7*scene.MM
}
