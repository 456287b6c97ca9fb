package echarts

import (
	"math"
	"strings"

	"herstel/report/chart"
	"herstel/report/housestyle"
	"herstel/stats/nl"
)

// plotRow is one line of a chart of horizontal bars: text at the left, a bar, text behind it. Every row is equally
// high.
type plotRow struct {
	outer, inner string // the left column, and the one beside the bar
	outerBold    bool
	innerBold    bool
	start        float64 // where the bar begins
	segments     []segment
	label        string
	labelBold    bool
	end          float64 // where the label stands
	ticks        []float64
}

// segment is a piece of a bar.
type segment struct {
	shown  bool
	v      float64
	style  *itemStyle // nil: that of the series
	inside string     // text in the piece, where it fits
	ink    string
	tip    *tooltip
}

// columns are the widths left of the bars.
type columns struct {
	outer, inner float64
	innerLeft    bool // the inner text begins at the left instead of ending at the bar
}

// bars draws every form that is made of horizontal bars.
func (v *canvas) bars() {
	if v.chart.Form == chart.FormStacked {
		v.legend()
	}
	var rows []plotRow
	var cols columns
	if v.chart.Form == chart.FormRanked {
		rows, cols = v.rankedRows()
	} else {
		rows, cols = v.groupedRows()
	}
	v.plot(rows, cols)
}

// groupedRows gives each category a row for each of its bars. On a wide chart the category stands at the left, line by
// line beside its bars; on a narrow one above them.
func (v *canvas) groupedRows() ([]plotRow, columns) {
	cols := columns{inner: v.innerWidth()}
	if v.wide() {
		cols.outer = v.outerWidth(0.34 * v.width)
	}
	var rows []plotRow
	for i, category := range v.chart.Categories {
		if i > 0 {
			rows = append(rows, plotRow{})
		}
		bars := v.barRows(category)
		room := cols.outer - v.em(10)
		if !v.wide() {
			room = v.width
		}
		lines := wrap(category.Label, v.bold, room, 4)
		if !v.wide() {
			for _, line := range lines {
				rows = append(rows, plotRow{outer: line, outerBold: true})
			}
			rows = append(rows, bars...)
			continue
		}
		for len(bars) < len(lines) {
			bars = append(bars, plotRow{})
		}
		for n, line := range lines {
			bars[n].outer, bars[n].outerBold = line, true
		}
		rows = append(rows, bars...)
	}
	return rows, cols
}

// innerWidth is the width of the names of the bars: years, steps.
func (v *canvas) innerWidth() float64 {
	widest := 0.0
	for _, category := range v.chart.Categories {
		for _, bar := range category.Bars {
			widest = max(widest, v.bold.width(bar.Name))
		}
	}
	return math.Ceil(widest) + v.em(8)
}

// outerWidth is the width of the column of category names, at most limit.
func (v *canvas) outerWidth(limit float64) float64 {
	widest := 0.0
	for _, category := range v.chart.Categories {
		widest = max(widest, v.bold.width(category.Label))
	}
	if widest == 0 {
		return 0
	}
	return math.Ceil(min(widest+v.em(12), limit))
}

// barRows draws the bars of a category.
func (v *canvas) barRows(category chart.Category) []plotRow {
	scale := 1.0
	if v.chart.OwnScale {
		scale = 0
		for _, bar := range category.Bars {
			scale = max(scale, bar.Values[0].V)
		}
		scale = max(scale, 1)
	}
	rows := make([]plotRow, len(category.Bars))
	for i, bar := range category.Bars {
		head := strings.TrimSuffix(strings.TrimPrefix(category.Label+", "+bar.Name, ", "), ", ")
		rows[i] = plotRow{inner: bar.Name, innerBold: i == 0, label: bar.Values[0].Label, labelBold: i == 0}
		switch v.chart.Form {
		case chart.FormStacked:
			v.stack(&rows[i], bar, head)
		case chart.FormRanges:
			v.span(&rows[i], bar.Values[0], i, head)
		case chart.FormStock:
			v.step(&rows[i], bar.Values[0], i, head)
		case chart.FormWaterfall:
			v.waterfall(&rows[i], bar.Values[0], category, head)
		default:
			v.single(&rows[i], bar.Values[0], i, head, scale)
		}
	}
	if v.chart.Form == chart.FormFunnel || v.chart.Form == chart.FormStock {
		for i := range rows {
			rows[i].innerBold, rows[i].labelBold = false, category.Label == nl.Year(v.chart.Year)
		}
	}
	return rows
}

// yearTints lighten the colour of earlier years; an outline in the full colour keeps them visible.
var yearTints = []float64{0, 0.55, 0.82}

func (v *canvas) yearStyle(age int) *itemStyle {
	fill := v.colors[0].Tint(yearTints[min(age, len(yearTints)-1)])
	return &itemStyle{Color: fill.String(), BorderColor: housestyle.Edge(v.colors[0]), BorderWidth: 0.75}
}

// single draws one bar from zero.
func (v *canvas) single(row *plotRow, value chart.Value, i int, head string, scale float64) {
	if !value.Known {
		return
	}
	if v.chart.Form == chart.FormFunnel {
		i = min(i, 1) // the steps after the first are parts of it
	}
	row.end = value.V / scale
	row.segments = []segment{{shown: true, v: row.end, style: v.yearStyle(i), tip: v.newTooltip(head, value.Tip)}}
}

// span draws a range with a tick at its middle value.
func (v *canvas) span(row *plotRow, value chart.Value, i int, head string) {
	if !value.Known {
		return
	}
	row.start, row.end = value.Low, value.High
	row.segments = []segment{{shown: true, v: value.High - value.Low, style: v.yearStyle(min(i+1, len(yearTints)-1)),
		tip: v.newTooltip(head, value.Tip)}}
	row.ticks = []float64{value.V}
}

// waterfall draws a number from zero, or a step from where the one before ended; the last is the number of the report
// year.
func (v *canvas) waterfall(row *plotRow, value chart.Value, category chart.Category, head string) {
	if !value.Known {
		return
	}
	rows := v.chart.Categories
	tint := 1
	switch category.Label {
	case rows[0].Label:
		tint = 2
	case rows[len(rows)-1].Label:
		tint = 0
	}
	row.labelBold = tint == 0
	row.start, row.end = value.Low, value.High
	row.segments = []segment{{shown: true, v: value.High - value.Low, style: v.yearStyle(tint),
		tip: v.newTooltip(head, value.Tip)}}
}

// step draws a step of the waterfall from where the one before ended.
func (v *canvas) step(row *plotRow, value chart.Value, i int, head string) {
	if !value.Known {
		return
	}
	row.start, row.end = value.Low, value.High
	tint := 0
	if value.Low != 0 || strings.HasPrefix(value.Label, "+") || strings.HasPrefix(value.Label, nl.Minus) {
		tint = i // erbij and eraf are lighter than the stands
	}
	row.segments = []segment{{shown: true, v: value.High - value.Low, style: v.yearStyle(tint),
		tip: v.newTooltip(head, value.Tip)}}
}
