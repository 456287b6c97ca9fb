package chart

import (
	"strings"

	"herstel/report/chart/scene"
)

// Sizes of the year in one picture.
const (
	tileSpace   = 5 * scene.MM
	tileHeight  = 45 * scene.MM // with a line over the years under the number
	smallTile   = 20.6 * scene.MM
	smallTiles  = 120 // millimetres: on narrower paper of a given height the line stands beside the number
	lineLabels  = 3.4 * scene.MM
	tileNumbers = 22 // points
)

// overview draws the numbers of a year as tiles: each with its change and a line over the years.
func (f *frame) overview() {
	n := len(f.chart.Categories)
	columns := 3
	if f.aspect >= 0.8 || f.aspect == 0 && !f.wide() {
		columns = 2
	}
	columns = max(1, min(columns, n))
	rows := (n + columns - 1) / columns
	height, tight := tileHeight, f.aspect > 0 && f.paper < smallTiles
	if tight {
		height = smallTile
	}
	height += f.spare / float64(rows)
	f.spare = 0
	width := (f.width() - float64(columns-1)*tileSpace) / float64(columns)
	top := f.y
	for i, category := range f.chart.Categories {
		x, y := f.left+float64(i%columns)*(width+tileSpace), top+float64(i/columns)*height
		if tight {
			f.tightTile(category, x, y, width)
		} else {
			f.wideTile(category, x, y, width, height)
		}
	}
	f.y = top + float64(rows)*height
}

// tileHead draws the rule and the name of a tile, and gives the top of what comes next.
func (f *frame) tileHead(category Category, x, y, width float64, lines int) float64 {
	f.add(scene.Line{X1: x, Y1: y, X2: x + width, Y2: y, Stroke: scene.Stroke{Color: f.accent, Width: 1.25}})
	y += 1.2 * scene.MM
	for _, line := range text.Wrap(category.Label, width, lines) {
		f.put(x, y+text.Leading()/2, line, text, ink, scene.Start)
		y += text.Leading()
	}
	return y
}

// changeLook gives the font and the colour of a change: one that is clear stands out in grey too.
func (c Category) changeLook(font scene.Font) (scene.Font, scene.Color) {
	if c.Clear {
		return font.Bolder(), notable
	}
	return font, muted
}

func (f *frame) wideTile(category Category, x, y, width, height float64) {
	bottom := y + height - 3*scene.MM
	y = f.tileHead(category, x, y, width, 2)
	now, number := category.Bars[0].first(), scene.Font{Size: tileNumbers, Bold: true}
	f.put(x, y+number.Leading()/2, number.Fit(now.Label, width), number, f.valueColor(now), scene.Start)
	if room := x + number.Width(now.Label) + 2*scene.MM; room+small.Width(now.Count) <= x+width {
		f.put(room, y+number.Leading()*0.62, now.Count, small, muted, scene.Start)
	}
	y += number.Leading()
	font, color := category.changeLook(text)
	for _, line := range font.Wrap(category.Change, width, 2) {
		f.put(x, y+font.Leading()/2, line, font, color, scene.Start)
		y += font.Leading()
	}
	f.yearLine(category, x, y+lineLabels+2*scene.MM, width, bottom-lineLabels, true)
}

func (f *frame) tightTile(category Category, x, y, width float64) {
	y = f.tileHead(category, x, y, width, 2)
	now, number := category.Bars[0].first(), scene.Font{Size: 16, Bold: true}
	f.put(x, y+number.Leading()/2, number.Fit(now.Label, width), number, f.valueColor(now), scene.Start)
	if from := x + number.Width(now.Label) + 3*scene.MM; x+width-from > 8*scene.MM {
		f.yearLine(category, from, y+scene.MM, x+width-from, y+number.Leading()-0.5*scene.MM, false)
	}
	y += number.Leading()
	font, color := category.changeLook(small)
	change := category.Change
	if font.Width(change) > width { // what is in brackets or behind a comma is for where there is room
		change, _, _ = strings.Cut(change, ",")
	}
	f.put(x, y+font.Leading()/2, font.Fit(change, width), font, color, scene.Start)
}

// yearLine draws a value over the years from zero, the report year at the right, hollow where it may still change.
func (f *frame) yearLine(category Category, x, top, width, bottom float64, labels bool) {
	n := len(category.Bars)
	if n < 2 || bottom-top < 3*scene.MM {
		return
	}
	most, known := 0.0, 0
	for _, b := range category.Bars {
		if v := b.first(); v.Known {
			most, known = max(most, v.V), known+1
		}
	}
	if known < 2 || most == 0 {
		return
	}
	wide := small.Bolder().Width(category.Bars[0].Name)
	for _, b := range category.Bars {
		wide = max(wide, small.Bolder().Width(b.first().Label))
	}
	inset := dotRadius + 1
	if labels {
		inset = wide/2 + 1
	}
	up := axis{high: most, from: bottom, to: top}
	at := func(i int) float64 { return x + inset + float64(n-1-i)*(width-2*inset)/float64(n-1) }
	f.add(scene.Line{X1: x, Y1: bottom, X2: x + width, Y2: bottom, Stroke: scene.Stroke{Color: grid, Width: 0.5}})
	for i := n - 1; i > 0; i-- {
		from, to := category.Bars[i].first(), category.Bars[i-1].first()
		if from.Known && to.Known {
			stroke := scene.Stroke{Color: f.accent, Width: 1.5}
			if i == 1 && category.Early {
				stroke.Dash = []float64{3, 2}
			}
			f.add(scene.Line{X1: at(i), Y1: up.at(from.V), X2: at(i - 1), Y2: up.at(to.V), Stroke: stroke})
		}
	}
	narrow := (width-2*inset)/float64(n-1) < wide+scene.MM // room for the first and the last alone
	for i, b := range category.Bars {
		f.linePoint(b, at(i), bottom, up, i == 0, i == 0 && category.Early,
			labels && (!narrow || i == 0 || i == n-1), category.dips(i))
	}
}

// dips tells whether a year lies lower than both beside it: its label stands under it, clear of the lines.
func (c Category) dips(i int) bool {
	if i == 0 || i == len(c.Bars)-1 {
		return false
	}
	v, after, before := c.Bars[i].first(), c.Bars[i-1].first(), c.Bars[i+1].first()
	return v.Known && after.Known && before.Known && v.V < after.V && v.V < before.V
}

func (f *frame) linePoint(b Bar, x, bottom float64, up axis, now, early, labels, below bool) {
	v, font, color := b.first(), small, muted
	if now {
		font, color = small.Bolder(), f.accent
	}
	if labels {
		f.put(x, bottom+lineLabels/2+0.4*scene.MM, b.Name, font, color, scene.Middle)
	}
	if !v.Known {
		return
	}
	y := up.at(v.V)
	if early {
		f.add(scene.Circle{X: x, Y: y, R: 0.9 * scene.MM, Fill: scene.White,
			Stroke: scene.Stroke{Color: f.accent, Width: 1}})
	} else {
		f.add(scene.Circle{X: x, Y: y, R: 0.9 * scene.MM, Fill: f.accent})
	}
	if place := y + small.Leading()/2 + scene.MM; labels && below && place+small.Leading()/2 < bottom {
		f.put(x, place, v.Label, font, color, scene.Middle)
	} else if labels {
		f.put(x, y-small.Leading()/2-scene.MM, v.Label, font, color, scene.Middle)
	}
}
