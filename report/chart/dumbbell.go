package chart

import (
	"math"

	"herstel/report/chart/scene"
)

// columns are the texts beside the marks of a list, with their widths.
type columns struct {
	rank, was, label, value, count, change float64
	plotLeft, plotRight                    float64
}

const (
	columnGap = 2.5 * scene.MM
	leastPlot = 22 * scene.MM
	rowHeight = 5.2 * scene.MM
	dotRadius = 1.15 * scene.MM
)

// columnsOf shares the width between the columns of a list and its plot.
func (f *frame) columnsOf() columns {
	var c columns
	bold := text.Bolder()
	for _, category := range f.chart.Categories {
		now := category.Bars[0].first()
		c.rank = max(c.rank, bold.Width(category.Rank))
		c.label = max(c.label, text.Width(category.Label))
		c.value = max(c.value, bold.Width(now.short()))
		c.count = max(c.count, text.Width(now.Count))
		c.change = max(c.change, bold.Width(category.Change))
		c.was = max(c.was, small.Width(category.Was))
	}
	if c.was > 0 {
		c.was = max(c.was, small.Width("was"))
	}
	if c.count > 0 {
		c.count = max(c.count, small.Width("aantal"))
	}
	if c.change > 0 {
		c.change = max(c.change, small.Width("verschil"))
	}
	c.plotRight = f.right
	// On narrow paper the marks come first: the number of cases gives way, then the change.
	if room := f.width() - c.value - c.count - c.change - 3*columnGap; room < leastPlot {
		c.count = 0
		if room = f.width() - c.value - c.change - 2*columnGap; room < leastPlot {
			c.change = 0
		}
	}
	for _, w := range []float64{c.change, c.count, c.value} {
		if w > 0 {
			c.plotRight -= w + columnGap
		}
	}
	c.plotLeft = f.left + c.before()
	if f.wide() {
		c.label = min(c.label, 0.36*f.width())
		c.plotLeft += c.label + columnGap
	} else {
		c.label = f.right - c.plotLeft
		c.plotLeft = f.left + dotRadius
	}
	return c
}

// before is the width of the columns of ranks.
func (c columns) before() float64 {
	width := 0.0
	for _, w := range []float64{c.rank, c.was} {
		if w > 0 {
			width += w + 1.5*scene.MM
		}
	}
	return width
}

// dumbbell draws a list: last year as a hollow dot, this year as a full one, with an arrow between them and the
// interval of this year.
func (f *frame) dumbbell() {
	cols := f.columnsOf()
	f.dumbbellKey(cols)
	behind := len(f.items)
	a := newAxis(f.chart.largest(2, true), cols.plotLeft, cols.plotRight, f.chart.unit())
	group := ""
	for _, category := range f.chart.Categories {
		if category.Group != group {
			group = category.Group
			f.y += scene.MM
			f.write(group, text.Bolder(), ink, 2)
			f.y += 0.5 * scene.MM
		}
		f.dumbbellRow(category, cols, a)
	}
	f.behind(behind, f.across(a, f.y))
	f.y += axisHeight
	f.tellClear()
}

// tellClear explains the bold print of a change, where one has it.
func (f *frame) tellClear() {
	for _, category := range f.chart.Categories {
		if category.Clear {
			f.y += scene.MM
			f.write(clearWords, small, notable, 2)
			return
		}
	}
}

// clearWords tell what a change in bold is; they hold in grey too.
const clearWords = "Vet verschil: duidelijk, dus meer dan toeval."

// behind puts items in front of what was drawn before a place, and behind what came after.
func (f *frame) behind(place int, items []scene.Item) {
	rest := append([]scene.Item{}, f.items[place:]...)
	f.items = append(append(f.items[:place], items...), rest...)
}

// dumbbellKey tells what the dots are, and heads the columns.
func (f *frame) dumbbellKey(cols columns) {
	y := f.y + small.Leading()/2
	x := cols.plotLeft
	if !f.wide() {
		x = f.left
	}
	bars := f.chart.Categories[0].Bars
	x += dotRadius
	if len(bars) > 1 {
		f.hollow(x, y, earlier)
		f.put(x+dotRadius+2, y, bars[1].Name, small, muted, scene.Start)
		x += dotRadius + 2 + small.Width(bars[1].Name) + 4*scene.MM
	}
	f.add(scene.Circle{X: x, Y: y, R: dotRadius, Fill: f.accent})
	f.put(x+dotRadius+2, y, bars[0].Name, small.Bolder(), f.accent, scene.Start)
	x += dotRadius + 2 + small.Bolder().Width(bars[0].Name) + 4*scene.MM
	if f.chart.isShare() && x+small.Width("toevalsmarge")+8*scene.MM < cols.plotRight {
		f.interval(x, x+6*scene.MM, y)
		f.put(x+7*scene.MM, y, "toevalsmarge", small, muted, scene.Start)
	}
	if cols.was > 0 && f.wide() {
		f.put(f.left+cols.rank+1.5*scene.MM, y, "was", small, muted, scene.Start)
	}
	f.columnHeads(cols, y)
	f.y += small.Leading() + 1.5*scene.MM
}

func (f *frame) columnHeads(cols columns, y float64) {
	x := f.right
	if cols.change > 0 {
		f.put(x, y, "verschil", small, muted, scene.End)
		x -= cols.change + columnGap
	}
	if cols.count > 0 {
		f.put(x, y, "aantal", small, muted, scene.End)
		x -= cols.count + columnGap
	}
	if f.chart.isShare() {
		f.put(x, y, "%", small, muted, scene.End)
	}
}

func (f *frame) hollow(x, y float64, color scene.Color) {
	f.add(scene.Circle{X: x, Y: y, R: dotRadius - 0.4, Fill: scene.White, Stroke: scene.Stroke{Color: color, Width: 1}})
}

// interval is a thin bar under a dot.
func (f *frame) interval(from, to, y float64) {
	f.add(scene.Rect{X: from, Y: y - 0.9, W: to - from, H: 1.8, Fill: f.accent.Mix(scene.White, 0.65)})
}

func (f *frame) dumbbellRow(category Category, cols columns, a axis) {
	labelX, bold := f.left+cols.before(), text.Bolder()
	var y float64
	if f.wide() {
		lines := len(text.Wrap(category.Label, cols.label, 3))
		height := max(rowHeight, float64(lines)*text.Leading()+1.2*scene.MM)
		y = f.y + height/2
		f.label(labelX, y, cols.label, category.Label, text, ink)
		f.ranks(category, cols, y)
		f.open(f.y, f.y+height)
		f.y += height
	} else {
		lines := text.Wrap(category.Label, cols.label, 3)
		f.ranks(category, cols, f.y+text.Leading()/2)
		for _, line := range lines {
			f.put(labelX, f.y+text.Leading()/2, line, text, ink, scene.Start)
			f.y += text.Leading()
		}
		y = f.y + 1.6*scene.MM
		f.open(y-1.6*scene.MM, y+1.6*scene.MM)
		f.y += 4.2 * scene.MM
	}
	f.dumbbellMarks(category, a, y)
	x, now := f.right, category.Bars[0].first()
	if cols.change > 0 {
		font, color := text, muted
		if category.Clear {
			font, color = bold, notable
		}
		f.put(x, y, category.Change, font, color, scene.End)
		x -= cols.change + columnGap
	}
	if cols.count > 0 {
		f.put(x, y, now.Count, text, ink, scene.End)
		x -= cols.count + columnGap
	}
	f.put(x, y, now.short(), bold, f.valueColor(now), scene.End)
}

func (f *frame) valueColor(v Value) scene.Color {
	if v.Known {
		return f.accent
	}
	return muted
}

func (f *frame) ranks(category Category, cols columns, y float64) {
	if cols.rank > 0 {
		f.put(f.left+cols.rank, y, category.Rank, text.Bolder(), ink, scene.End)
	}
	if cols.was > 0 {
		f.put(f.left+cols.rank+1.5*scene.MM+cols.was, y, category.Was, small, muted, scene.End)
	}
}

func (f *frame) dumbbellMarks(category Category, a axis, y float64) {
	now := category.Bars[0].first()
	was := Value{}
	if len(category.Bars) > 1 {
		was = category.Bars[1].first()
	}
	if now.Known && now.Ranged {
		f.interval(a.at(now.Low), a.at(now.High), y)
	}
	if was.Known && now.Known {
		from, to := a.at(was.V), a.at(now.V)
		stroke := scene.Stroke{Color: earlier, Width: 0.9}
		if category.Clear {
			stroke = scene.Stroke{Color: notable, Width: 1.5}
		}
		if distance := math.Abs(to - from); distance > 3.2*dotRadius {
			direction := (to - from) / distance
			f.add(scene.Arrow(scene.P(from, y), scene.P(to-direction*dotRadius, y), stroke, 1.5*scene.MM, 1.5*scene.MM))
		} else if distance > 0 {
			f.add(scene.Line{X1: from, Y1: y, X2: to, Y2: y, Stroke: stroke})
		}
	}
	if was.Known {
		f.hollow(a.at(was.V), y, earlier)
	}
	if now.Known {
		f.add(scene.Circle{X: a.at(now.V), Y: y, R: dotRadius, Fill: f.accent})
	}
}
