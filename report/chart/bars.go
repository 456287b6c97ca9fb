package chart

import (
	"herstel/report/chart/scene"
)

const (
	barHeight = 3.4 * scene.MM
	barGap    = 0.5 * scene.MM
	mostYears = 3
)

// years draws for each category a bar a year, at most three.
func (f *frame) years() {
	for i := range f.chart.Categories {
		category := &f.chart.Categories[i]
		category.Bars = category.Bars[:min(len(category.Bars), mostYears)]
	}
	label, value, count := 0.0, 0.0, 0.0
	for _, category := range f.chart.Categories {
		label = max(label, text.Width(category.Label))
		for _, b := range category.Bars {
			value = max(value, text.Bolder().Width(b.first().short()))
			count = max(count, text.Bolder().Width(b.first().Count))
		}
	}
	year := small.Width("2000") + 1.5*scene.MM
	left := f.left + year
	if f.wide() {
		label = min(label, 0.36*f.width())
		left += label + columnGap
	} else {
		label = f.width()
	}
	cols := columns{label: label, value: value, count: count, plotLeft: left, plotRight: f.right - value - columnGap}
	if count > 0 {
		cols.count = max(count, small.Width("aantal"))
		cols.plotRight -= cols.count + columnGap
		f.columnHeads(cols, f.y+small.Leading()/2)
		f.y += small.Leading()
	}
	a := newAxis(f.chart.largest(mostYears, false), left, cols.plotRight, "")
	for i, category := range f.chart.Categories {
		if i > 0 {
			f.y += 2 * scene.MM
		}
		f.yearBars(category, cols, a)
	}
}

func (f *frame) yearBars(category Category, cols columns, a axis) {
	label, left := cols.label, cols.plotLeft
	lines := text.Wrap(category.Label, label, 3)
	top := f.y
	for _, line := range lines {
		f.put(f.left, f.y+text.Leading()/2, line, text, ink, scene.Start)
		f.y += text.Leading()
	}
	below := f.y
	if f.wide() {
		f.y = top
	}
	top = f.y
	for i, b := range category.Bars {
		v, y := b.first(), f.y+barHeight/2
		font, color := text, ink
		if i == 0 {
			font, color = text.Bolder(), f.valueColor(v)
		}
		f.put(left-1.5*scene.MM, y, b.Name, small, muted, scene.End)
		if v.Known {
			f.add(scene.Rect{X: left, Y: f.y, W: a.at(v.V) - left, H: barHeight, Fill: f.shade(i)})
		} else if v.Label == MarkHidden {
			f.add(hatched(left, f.y, 4*scene.MM, barHeight)...)
		}
		if x := f.right; cols.count > 0 {
			f.put(x, y, v.Count, font, color, scene.End)
			f.put(x-cols.count-columnGap, y, v.short(), font, color, scene.End)
		} else {
			f.put(x, y, v.short(), font, color, scene.End)
		}
		f.y += barHeight + barGap
	}
	f.add(scene.Line{X1: left, Y1: top, X2: left, Y2: f.y - barGap, Stroke: scene.Stroke{Color: earlier, Width: 0.75}})
	f.y = max(f.y, below)
}

// piece is a part of a stacked bar.
type piece struct {
	share  float64 // of the whole, 0 to 1
	fill   scene.Color
	label  string
	hidden bool
}

// bar draws a stacked bar, with the labels that fit inside their piece.
func (f *frame) bar(pieces []piece, x, y, width, height float64) {
	for _, p := range pieces {
		w := p.share * width
		if w <= 0 {
			continue
		}
		if p.hidden {
			f.add(hatched(x, y, w, height)...)
		} else {
			f.add(scene.Rect{X: x, Y: y, W: w, H: height, Fill: p.fill,
				Stroke: scene.Stroke{Color: scene.White, Width: 0.5}})
		}
		if room := text.Width(p.label) + 2; p.label != "" && !p.hidden && room <= w {
			f.put(x+w/2, y+height/2, p.label, text, inkOn(p.fill), scene.Middle)
		}
		x += w
	}
}

// inkOn gives white on a dark fill and black on a light one.
func inkOn(fill scene.Color) scene.Color {
	if 299*int(fill.R)+587*int(fill.G)+114*int(fill.B) > 125_000 {
		return ink
	}
	return scene.White
}

// key draws a legend of filled squares, wrapped over lines.
func (f *frame) key(names []string, fills []scene.Color, hiddenToo bool) {
	const side = 2.4 * scene.MM
	x, y := f.left, f.y+small.Leading()/2
	entry := func(name string, mark func(x float64)) {
		width := side + 1.2*scene.MM + small.Width(name)
		if x > f.left && x+width > f.right {
			x, y = f.left, y+small.Leading()+scene.MM
		}
		mark(x)
		f.put(x+side+1.2*scene.MM, y, small.Fit(name, f.right-x-side-1.2*scene.MM), small, ink, scene.Start)
		x += width + 4*scene.MM
	}
	for i, name := range names {
		entry(name, func(x float64) { f.add(scene.Rect{X: x, Y: y - side/2, W: side, H: side, Fill: fills[i]}) })
	}
	if hiddenToo {
		entry("verborgen "+MarkHidden, func(x float64) { f.add(hatched(x, y-side/2, side, side)...) })
	}
	f.y = y + small.Leading()/2 + 2*scene.MM
}

// partFills gives the colours of parts: from the accent to light.
func (f *frame) partFills(n int) []scene.Color {
	fills := make([]scene.Color, n)
	for i := range fills {
		share := 0.0
		if n > 1 {
			share = min(0.85, 0.3*float64(n)) * float64(i) / float64(n-1)
		}
		fills[i] = f.accent.Mix(scene.White, share)
	}
	return fills
}
