package chart

import (
	"herstel/report/chart/scene"
)

// Places of the stands in the bars of FormStock.
const (
	stockIn  = 1
	stockOut = 2
	stockEnd = 3
)

// stock draws the stand at the end of each year as a line, with what came in and went out as bars under it.
func (f *frame) stock() {
	f.chart.Categories = f.chart.Categories[:f.stockYears()]
	years := f.chart.Categories // the newest first
	f.y += 0.5 * scene.MM
	f.write("Zaken aan het eind van het jaar", text.Bolder(), f.accent, 1)
	n := len(years)
	height := 24 * scene.MM
	at := func(i int) float64 { return f.left + (float64(n-1-i)+0.5)*f.width()/float64(n) }
	top := f.y + 2*text.Leading()
	a := bareAxis(f.stockLargest(stockEnd), top+height, top)
	f.add(scene.Line{X1: f.left, Y1: top + height, X2: f.right, Y2: top + height,
		Stroke: scene.Stroke{Color: earlier, Width: 0.75}})
	for i := n - 1; i >= 0; i-- {
		v := years[i].Bars[stockEnd].first()
		if i > 0 {
			if next := years[i-1].Bars[stockEnd].first(); v.Known && next.Known {
				f.add(scene.Line{X1: at(i), Y1: a.at(v.V), X2: at(i - 1), Y2: a.at(next.V),
					Stroke: scene.Stroke{Color: f.accent, Width: 1.75, Cap: scene.Round}})
			}
		}
	}
	for i, category := range years {
		v, font, color := category.Bars[stockEnd].first(), text, ink
		if i == 0 {
			font, color = text.Bolder(), f.accent
		}
		y := top + height/2
		if v.Known {
			y = a.at(v.V)
			f.add(scene.Circle{X: at(i), Y: y, R: 1.4 * scene.MM, Fill: f.accent})
		}
		f.put(at(i), y-text.Leading()/2-1.8*scene.MM, v.Label, font, color, scene.Middle)
		f.put(at(i), top+height+text.Leading()/2+0.8*scene.MM, category.Label, font, color, scene.Middle)
	}
	f.y = top + height + text.Leading() + 4*scene.MM
	f.stockFlows(at)
}

// stockYears is how many years have room for their numbers beside one another, from the newest on; two always do.
func (f *frame) stockYears() int {
	widest := 0.0
	for _, category := range f.chart.Categories {
		widest = max(widest, small.Width(category.Bars[stockIn].first().Label),
			small.Width(category.Bars[stockOut].first().Label),
			text.Bolder().Width(category.Bars[stockEnd].first().Label)/2)
	}
	room := int(f.width() / (2*widest + 3*scene.MM))
	return min(len(f.chart.Categories), max(2, room))
}

// stockFlows draws what came in and went out beside one another, under the year.
func (f *frame) stockFlows(at func(int) float64) {
	in, out := f.accent.Mix(scene.White, 0.45), older
	f.key([]string{f.chart.Categories[0].Bars[stockIn].Name, f.chart.Categories[0].Bars[stockOut].Name},
		[]scene.Color{in, out}, false)
	height, width := 12*scene.MM, min(7*scene.MM, f.width()/float64(3*len(f.chart.Categories)))
	top := f.y + text.Leading()
	a := bareAxis(max(f.stockLargest(stockIn), f.stockLargest(stockOut)), top+height, top)
	for i, category := range f.chart.Categories {
		for _, bar := range []struct {
			step int
			side float64
			fill scene.Color
		}{{stockIn, -1, in}, {stockOut, 1, out}} {
			v, x := category.Bars[bar.step].first(),
				at(i)+bar.side*min(width/2+2.5*scene.MM, f.width()/float64(4*len(f.chart.Categories)))
			y := top + height
			if v.Known {
				y = a.at(v.V)
				f.add(scene.Rect{X: x - width/2, Y: y, W: width, H: top + height - y, Fill: bar.fill})
			}
			f.put(x, y-text.Leading()/2, v.Label, small, ink, scene.Middle)
		}
	}
	f.add(scene.Line{X1: f.left, Y1: top + height, X2: f.right, Y2: top + height,
		Stroke: scene.Stroke{Color: earlier, Width: 0.75}})
	f.y = top + height + scene.MM
}

func (f *frame) stockLargest(step int) float64 {
	most := 1.0
	for _, category := range f.chart.Categories {
		if v := category.Bars[step].first(); v.Known {
			most = max(most, v.V)
		}
	}
	return most
}

// tiles draws each number large, with its change and the years before.
func (f *frame) tiles() {
	const least = 38 * scene.MM
	number := scene.Font{Size: 18, Bold: true}
	n := max(1, min(int(f.width()/least), len(f.chart.Categories), 4))
	width := min(2*least, (f.width()-float64(n-1)*4*scene.MM)/float64(n))
	for start := 0; start < len(f.chart.Categories); start += n {
		row := f.chart.Categories[start:min(start+n, len(f.chart.Categories))]
		lines := 0
		for _, category := range row {
			lines = max(lines, len(text.Wrap(category.Label, width, 3)))
		}
		bottom := f.y
		for i, category := range row {
			bottom = max(bottom, f.tile(category, f.left+float64(i)*(width+4*scene.MM), width, lines, number))
		}
		f.y = bottom + 3*scene.MM
	}
}

func (f *frame) tile(category Category, x, width float64, lines int, number scene.Font) (bottom float64) {
	y := f.y
	f.add(scene.Line{X1: x, Y1: y, X2: x + width, Y2: y, Stroke: scene.Stroke{Color: f.accent, Width: 1.25}})
	y += 1.5*scene.MM + text.Leading()/2
	for _, line := range text.Wrap(category.Label, width, 3) {
		f.put(x, y, line, text, ink, scene.Start)
		y += text.Leading()
	}
	y = f.y + 1.5*scene.MM + float64(lines)*text.Leading() + number.Leading()/2
	now := category.Bars[0].first()
	f.put(x, y, number.Fit(now.Label, width), number, f.valueColor(now), scene.Start)
	if room := x + number.Width(now.Label) + 2*scene.MM; category.Change != "" &&
		room+text.Width(category.Change) <= x+width {
		f.put(room, y, category.Change, text, muted, scene.Start)
	}
	y += number.Leading()/2 + small.Leading()/2
	before := ""
	for i, b := range category.Bars {
		if i == 0 || i >= mostYears {
			continue
		}
		if before != "" {
			before += " · "
		}
		before += b.Name + ": " + b.first().Label
	}
	for _, line := range small.Wrap(before, width, 2) {
		f.put(x, y, line, small, muted, scene.Start)
		y += small.Leading()
	}
	return y
}
