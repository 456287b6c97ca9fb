package chart

import (
	"slices"

	"herstel/report/chart/scene"
)

// stepHeight is the height of a bar of a waterfall.
const stepHeight = 4.6 * scene.MM

// waterfall draws what lies between two numbers, a row each: the first, the steps from it, and the last. The first and
// the last stand on zero; a step runs from where the one before ended, which a thin line shows.
func (f *frame) waterfall() {
	rows := f.chart.Categories
	value, label, most := 0.0, 0.0, 0.0
	for _, row := range rows {
		v := row.Bars[0].first()
		value, label = max(value, text.Bolder().Width(v.short())), max(label, text.Width(row.Label))
		most = max(most, v.Low, v.High, v.Most)
	}
	left := f.left
	if f.wide() {
		label = min(label, 0.4*f.width())
		left += label + columnGap
	} else {
		label = f.width()
	}
	f.waterfallKey(left)
	a := newAxis(most, left, f.right-value-columnGap, "%")
	behind := len(f.items)
	middles := make([]float64, len(rows))
	for i, row := range rows {
		middles[i] = f.waterfallLabel(row, label, i == len(rows)-1)
		f.waterfallStep(row.Bars[0].first(), i, a, middles[i])
	}
	f.behind(behind, slices.Concat(f.across(a, f.y), f.waterfallLinks(a, middles)))
	f.y += axisHeight
}

// waterfallKey tells what the thin line over a step is, where one has it.
func (f *frame) waterfallKey(left float64) {
	if !slices.ContainsFunc(f.chart.Categories, func(c Category) bool { return c.Bars[0].first().Ranged }) {
		return
	}
	if !f.wide() {
		left = f.left
	}
	y := f.y + small.Leading()/2
	f.whisker(left, left+6*scene.MM, y)
	f.put(left+7.2*scene.MM, y, "toevalsmarge van de stap", small, muted, scene.Start)
	f.y += small.Leading() + scene.MM
}

// whisker is an interval that crosses a bar.
func (f *frame) whisker(from, to, y float64) {
	stroke := scene.Stroke{Color: ink, Width: 0.9}
	f.add(scene.Line{X1: from, Y1: y, X2: to, Y2: y, Stroke: stroke})
	for _, x := range []float64{from, to} {
		f.add(scene.Line{X1: x, Y1: y - scene.MM, X2: x, Y2: y + scene.MM, Stroke: stroke})
	}
}

// waterfallLabel writes the name of a row beside its bar, or above it on narrow paper, and gives the middle of the bar.
func (f *frame) waterfallLabel(row Category, width float64, last bool) (middle float64) {
	const between = 1.8 * scene.MM
	font := text
	if last {
		font = font.Bolder()
	}
	lines := font.Wrap(row.Label, width, 3)
	if !f.wide() {
		f.writeLines(lines, font, ink)
		top := f.y + 0.4*scene.MM
		f.y = top + stepHeight + between
		f.open(top, top+stepHeight)
		return top + stepHeight/2
	}
	block := max(stepHeight, float64(len(lines))*text.Leading())
	middle = f.y + block/2
	f.label(f.left, middle, width, row.Label, font, ink)
	f.open(f.y, f.y+block+between)
	f.y += block + between
	return middle
}

func (f *frame) waterfallStep(v Value, place int, a axis, y float64) {
	fill, font, color := f.accent.Mix(scene.White, 0.5), text, ink
	stroke := scene.Stroke{}
	switch place {
	case 0:
		fill = earlier
	case len(f.chart.Categories) - 1:
		fill, font, color = f.accent, text.Bolder(), f.accent
		if f.chart.Early { // the number may still change
			fill, stroke = f.accent.Mix(scene.White, 0.88),
				scene.Stroke{Color: f.accent, Width: 1.25, Dash: []float64{4, 2}}
		}
	}
	if v.Known {
		f.add(scene.Rect{X: a.at(v.Low), Y: y - stepHeight/2, W: max(0.6, a.at(v.High)-a.at(v.Low)), H: stepHeight,
			Fill: fill, Stroke: stroke})
	}
	if v.Known && v.Ranged {
		f.whisker(a.at(v.Least), a.at(v.Most), y)
	}
	f.put(f.right, y, v.short(), font, color, scene.End)
}

// waterfallLinks are the lines from where a bar ends to where the next begins.
func (f *frame) waterfallLinks(a axis, middles []float64) []scene.Item {
	var links []scene.Item
	for i := 1; i < len(middles); i++ {
		v := f.chart.Categories[i-1].Bars[0].first()
		x := a.at(v.arrival())
		lines := text.Bolder().Wrap(f.chart.Categories[i].Label, f.width(), 3)
		if !f.wide() && f.left+widest(text.Bolder(), lines...) > x-scene.MM {
			continue // the name of the next bar stands there
		}
		links = append(links, scene.Line{X1: x, Y1: middles[i-1] + stepHeight/2, X2: x, Y2: middles[i] - stepHeight/2,
			Stroke: scene.Stroke{Color: muted, Width: 0.75}})
	}
	return links
}

// arrival is where a step of a waterfall ends: at its low side where it goes down.
func (v Value) arrival() float64 {
	if v.V < 0 {
		return v.Low
	}
	return v.High
}
