package chart

import (
	"herstel/report/chart/scene"
	"herstel/stats/nl"
)

// nearWhole is the share, in per cent, from which a line over the years says less than its numbers.
const nearWhole = 85

// allNearWhole tells whether every year is known and nearly whole.
func (f *frame) allNearWhole() bool {
	if !f.chart.isShare() {
		return false
	}
	for _, b := range f.chart.Categories[0].Bars {
		if v := b.first(); !v.Known || v.V < nearWhole {
			return false
		}
	}
	return true
}

// yearTiles draws the share of each year as a large number, from old to new, with its count and its margin of chance.
func (f *frame) yearTiles() {
	const space = 4 * scene.MM
	bars := f.chart.Categories[0].Bars
	n := len(bars)
	columns := max(1, min(n, int((f.width()+space)/(24*scene.MM+space))))
	width := min(50*scene.MM, (f.width()-float64(columns-1)*space)/float64(columns))
	bottom := f.y
	for i := range bars {
		at := n - 1 - i // from old to new
		if i > 0 && i%columns == 0 {
			f.y = bottom + 2*scene.MM
		}
		bottom = max(bottom, f.yearTile(bars[at], at, f.left+float64(i%columns)*(width+space), width))
	}
	f.y = bottom + scene.MM
}

func (f *frame) yearTile(b Bar, at int, x, width float64) (bottom float64) {
	v, number, color := b.first(), scene.Font{Size: 16, Bold: true}, ink
	if at == 0 {
		color = f.accent
	}
	f.add(scene.Line{X1: x, Y1: f.y, X2: x + width, Y2: f.y, Stroke: scene.Stroke{Color: f.shade(at), Width: 1.25}})
	y := f.y + 1.5*scene.MM + text.Leading()/2
	name := b.Name
	if at == 0 && f.chart.Early {
		name += ", voorlopig"
	}
	f.put(x, y, text.Fit(name, width), text, ink, scene.Start)
	y += text.Leading()/2 + number.Leading()/2
	f.put(x, y, number.Fit(v.short(), width), number, color, scene.Start)
	y += number.Leading()/2 + small.Leading()/2
	for _, line := range small.Wrap(nl.Int(v.N)+" van "+nl.Int(v.Den), width, 2) {
		f.put(x, y, line, small, muted, scene.Start)
		y += small.Leading()
	}
	return y
}
