package chart

import (
	"cmp"
	"slices"
	"strconv"

	"herstel/report/chart/scene"
)

// dots draws a dot with its interval for each category of the newest year, and the share of all cases as a line.
func (f *frame) dots() {
	slices.SortStableFunc(f.chart.Categories, byShare)
	for i := range f.chart.Categories {
		category := &f.chart.Categories[i]
		category.Bars = category.Bars[:1]
	}
	cols := f.columnsOf()
	a := newAxis(f.chart.largest(1, true), cols.plotLeft, cols.plotRight, f.chart.unit())
	national := f.chart.National
	y := f.y + small.Leading()/2
	f.columnHeads(cols, y)
	if f.chart.isShare() {
		f.dotsKey(y)
		f.y += small.Leading()
		y += small.Leading()
	}
	if national != nil {
		f.nationalKey(a, *national, cols, y)
	}
	f.y += small.Leading() + scene.MM
	behind := len(f.items)
	for _, category := range f.chart.Categories {
		f.dumbbellRow(category, cols, a)
	}
	lines := f.across(a, f.y)
	if national != nil {
		x := a.at(national.V)
		for _, b := range f.bands {
			lines = append(lines, scene.Line{X1: x, Y1: b.top, X2: x, Y2: b.bottom,
				Stroke: scene.Stroke{Color: muted, Width: 1, Dash: []float64{3, 2}}})
		}
	}
	f.behind(behind, lines)
	f.y += axisHeight
	f.tellClear()
}

// dotsKey tells what a dot and the bar under it are.
func (f *frame) dotsKey(y float64) {
	x, name := f.left+dotRadius, strconv.Itoa(f.chart.Year)
	if len(f.chart.Categories) > 0 {
		name = cmp.Or(f.chart.Categories[0].Bars[0].Name, name)
	}
	f.add(scene.Circle{X: x, Y: y, R: dotRadius, Fill: f.accent})
	f.put(x+dotRadius+2, y, name, small.Bolder(), f.accent, scene.Start)
	x += dotRadius + 2 + small.Bolder().Width(name) + 4*scene.MM
	f.interval(x, x+6*scene.MM, y)
	f.put(x+7*scene.MM, y, "toevalsmarge", small, muted, scene.Start)
}

// nationalKey names the line of all cases, beside it where there is room.
func (f *frame) nationalKey(a axis, national Value, cols columns, y float64) {
	words := "alle zaken " + national.short()
	x, anchor := a.at(national.V), scene.Middle
	half := small.Width(words) / 2
	switch {
	case x+half > cols.plotRight:
		x, anchor = cols.plotRight, scene.End
	case x-half < f.left:
		x, anchor = f.left, scene.Start
	}
	f.put(x, y, words, small, muted, anchor)
}

// byShare puts the largest share first, what is not known after it, and what is unknown by nature last.
func byShare(a, b Category) int {
	place := func(c Category) float64 {
		switch v := c.Bars[0].first(); {
		case c.Rest:
			return 2e6
		case !v.Known:
			return 1e6
		default:
			return -v.V
		}
	}
	switch x, y := place(a), place(b); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}
