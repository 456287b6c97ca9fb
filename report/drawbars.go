package report

import (
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"herstel/report/nl"
)

// plotRow is one line of a chart of horizontal bars: text at the left, a bar, text behind it. Every row is equally high.
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
	tip          *tooltip
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
	if v.chart.Form == FormStacked {
		v.legend()
	}
	var rows []plotRow
	var cols columns
	if v.chart.Form == FormRanked {
		rows, cols = v.rankedRows()
	} else {
		rows, cols = v.groupedRows()
	}
	v.plot(rows, cols)
}

// groupedRows gives each category a row for each of its bars. On a wide chart the category stands at the left, line by line beside its bars; on a
// narrow one above them.
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
func (v *canvas) barRows(category Category) []plotRow {
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
		head := strings.TrimPrefix(category.Label+", "+bar.Name, ", ")
		rows[i] = plotRow{inner: bar.Name, innerBold: i == 0, label: bar.Values[0].Label, labelBold: i == 0}
		switch v.chart.Form {
		case FormStacked:
			v.stack(&rows[i], bar, head)
		case FormRanges:
			v.span(&rows[i], bar.Values[0], i, head)
		case FormWaterfall:
			v.step(&rows[i], bar.Values[0], i, head)
		default:
			v.single(&rows[i], bar.Values[0], i, head, scale)
		}
	}
	if v.chart.Form == FormFunnel || v.chart.Form == FormWaterfall {
		for i := range rows {
			rows[i].innerBold, rows[i].labelBold = false, category.Label == nl.Year(v.chart.Year)
		}
	}
	return rows
}

// yearTints lighten the colour of earlier years; an outline in the full colour keeps them visible.
var yearTints = []float64{0, 0.55, 0.82}

func (v *canvas) yearStyle(age int) *itemStyle {
	fill := v.colors[0].tint(yearTints[min(age, len(yearTints)-1)])
	return &itemStyle{Color: fill.String(), BorderColor: edge(v.colors[0]), BorderWidth: 0.75}
}

// single draws one bar from zero.
func (v *canvas) single(row *plotRow, value Value, i int, head string, scale float64) {
	if !value.Known {
		return
	}
	if v.chart.Form == FormFunnel {
		i = min(i, 1) // the steps after the first are parts of it
	}
	row.end = value.V / scale
	row.segments = []segment{{shown: true, v: row.end, style: v.yearStyle(i), tip: v.newTooltip(head, value.Tip)}}
}

// span draws a range with a tick at its middle value.
func (v *canvas) span(row *plotRow, value Value, i int, head string) {
	if !value.Known {
		return
	}
	row.start, row.end = value.Low, value.High
	row.segments = []segment{{shown: true, v: value.High - value.Low, style: v.yearStyle(min(i+1, len(yearTints)-1)), tip: v.newTooltip(head, value.Tip)}}
	row.ticks = []float64{value.V}
}

// step draws a step of the waterfall from where the one before ended.
func (v *canvas) step(row *plotRow, value Value, i int, head string) {
	if !value.Known {
		return
	}
	row.start, row.end = value.Low, value.High
	tint := 0
	if value.Low != 0 || strings.HasPrefix(value.Label, "+") || strings.HasPrefix(value.Label, nl.Minus) {
		tint = i // erbij and eraf are lighter than the stands
	}
	row.segments = []segment{{shown: true, v: value.High - value.Low, style: v.yearStyle(tint), tip: v.newTooltip(head, value.Tip)}}
}

// stack draws the parts of a whole one after the other. A hidden part has no piece: the bar falls short, and the mark stands behind it.
func (v *canvas) stack(row *plotRow, bar Bar, head string) {
	row.label = ""
	for i, value := range bar.Values {
		if !value.Known {
			if value.Label != "" {
				row.label = value.Label
			}
			row.segments = append(row.segments, segment{})
			continue
		}
		row.segments = append(row.segments, segment{shown: true, v: value.V, inside: value.Label, ink: inkOn(v.colors[i]), tip: v.newTooltip(head+", "+v.chart.Parts[i], value.Tip)})
		row.end += value.V
	}
}

// partStyle is the look of a part of a stacked bar: with a pattern where its colour alone would not tell it from an earlier part in grey.
func (v *canvas) partStyle(part int) *itemStyle {
	const distinct = 1.35 // contrast ratio between two greys that print apart
	fill := v.colors[part]
	style := &itemStyle{Color: fill.String(), BorderColor: edge(fill), BorderWidth: 0.75}
	for _, earlier := range v.colors[:part] {
		if ratio, _ := Contrast(fill.String(), earlier.String()); ratio < distinct {
			style.Decal = &decal{Color: inkOn(fill), DashArrayX: []float64{1, 0}, DashArrayY: []float64{1, float64(4 + 2*part)}, Rotation: math.Pi / 4 * float64(2*(part%2)-1)}
		}
	}
	return style
}

// legend names the parts, in the order of the bars, each behind a patch of its colour and pattern. Each name is a legend of its own, because only so
// its place is certain.
func (v *canvas) legend() {
	patch, gap := v.em(10), v.em(14)
	x := 0.0
	var all []legendItem
	for _, part := range v.chart.Parts {
		lines := wrap(part, v.text, v.width-patch-v.em(6), 1)
		if len(lines) == 0 {
			continue
		}
		needed := patch + v.em(6) + v.text.width(lines[0])
		if x > 0 && x+needed > v.width {
			x = 0
			v.y += lineHeight(v.text)
		}
		item := legendItem{Data: []string{part}, Left: x, Top: v.y, ItemWidth: patch, ItemHeight: patch, Formatter: plainLabel(lines[0]), Icon: "rect", ItemStyle: itemStyle{BorderWidth: 0.75}}
		item.TextStyle = legendText{Color: inkColor, FontSize: v.text.size, FontFamily: v.font, LineHeight: lineHeight(v.text)}
		all = append(all, item)
		x += needed + gap
	}
	v.y += lineHeight(v.text) + v.em(6)
	v.option["legend"] = all
}

// rankedRows gives each category one row: its newest year as a bar, the year before as a tick.
func (v *canvas) rankedRows() ([]plotRow, columns) {
	cols := columns{innerLeft: true}
	ranked := slices.ContainsFunc(v.chart.Categories, func(c Category) bool { return c.Rank != "" })
	if ranked {
		cols.outer = math.Ceil(v.text.width("00")) + v.em(6)
	}
	widest := 0.0
	for _, category := range v.chart.Categories {
		widest = max(widest, v.text.width(category.Label))
	}
	cols.inner = math.Ceil(min(widest, 0.42*v.width-cols.outer)) + v.em(8)
	var rows []plotRow
	group := ""
	for _, category := range v.chart.Categories {
		if category.Group != group {
			if group != "" {
				rows = append(rows, plotRow{})
			}
			group = category.Group
			for _, line := range wrap(group, v.bold, v.width, 2) {
				rows = append(rows, plotRow{outer: line, outerBold: true})
			}
		}
		rows = append(rows, v.rankedRow(category, cols)...)
	}
	return rows, cols
}

func (v *canvas) rankedRow(category Category, cols columns) []plotRow {
	value := category.Bars[0].Values[0]
	text := value.Label
	if !v.wide() && value.Short != "" {
		text = value.Short
	}
	row := plotRow{outer: category.Rank, label: strings.TrimSpace(text + "  " + category.Aside)}
	tip := category.Bars[0].Name + ": " + value.Tip
	v.single(&row, value, 0, category.Label, 1)
	if len(category.Bars) > 1 {
		before := category.Bars[1].Values[0]
		if before.Known {
			row.ticks = []float64{before.V}
			row.end = max(row.end, before.V)
		}
		tip += "; " + category.Bars[1].Name + ": " + before.Tip
	}
	for i := range row.segments {
		row.segments[i].tip = v.newTooltip(category.Label, tip)
	}
	rows := []plotRow{row}
	for i, line := range wrap(category.Label, v.text, cols.inner-v.em(8), 3) {
		if i >= len(rows) {
			rows = append(rows, plotRow{})
		}
		rows[i].inner = line
	}
	return rows
}

// plot turns rows into axes and series.
func (v *canvas) plot(rows []plotRow, cols columns) {
	height := v.em(15)
	left := cols.outer + cols.inner
	room := v.width - left - v.em(2)
	if len(rows) == 0 {
		return
	}
	pixels := v.scale(rows, room)
	most := room / pixels
	valueAxis := v.newAxis("value", false)
	valueAxis.Min, valueAxis.Max = 0, most
	v.series = append(v.series, v.barSeries(rows, pixels)...)
	v.option["grid"] = opts.Grid{Left: px(left), Top: px(v.y), Width: px(room), Height: px(height * float64(len(rows)))}
	v.option["xAxis"], v.option["yAxis"] = valueAxis, []axis{v.textAxis(rows, left, cols, false), v.textAxis(rows, left, cols, true)}
	v.y += height * float64(len(rows))
}

// scale gives the pixels of one unit: as many as leave room for every label behind its bar.
func (v *canvas) scale(rows []plotRow, room float64) float64 {
	pixels := math.Inf(1)
	for _, row := range rows {
		if row.end <= 0 {
			continue
		}
		behind := 0.0
		if row.label != "" {
			behind = v.bold.width(row.label) + v.em(6)
		}
		pixels = min(pixels, max(room-behind, room/8)/row.end)
	}
	if math.IsInf(pixels, 1) {
		return 1
	}
	return pixels
}

// textAxis writes one column of text left of the bars.
func (v *canvas) textAxis(rows []plotRow, left float64, cols columns, outer bool) axis {
	a := v.newAxis("category", true)
	a.Position, a.Inverse = "left", true
	a.AxisLabel.Align, a.AxisLabel.Margin = "right", v.em(6)
	if outer {
		a.AxisLabel.Align, a.AxisLabel.Margin = "left", left
	} else if cols.innerLeft {
		a.AxisLabel.Align, a.AxisLabel.Margin = "left", cols.inner
	}
	for i, row := range rows {
		text := axisText{Value: row.inner}
		bold := row.innerBold
		if outer {
			text.Value, bold = row.outer, row.outerBold
		}
		if bold {
			text.TextStyle = &axisStyle{Align: a.AxisLabel.Align, FontWeight: "bold"}
		}
		a.Data = append(a.Data, text)
		if text.Value != "" {
			a.AxisLabel.CustomValues = append(a.AxisLabel.CustomValues, i)
		}
	}
	a.Show = len(a.AxisLabel.CustomValues) > 0
	return a
}

// barSeries makes the series of the rows: a clear one that lifts bars off zero, one for each piece, the ticks and the labels.
func (v *canvas) barSeries(rows []plotRow, pixels float64) []any {
	thick := 11.0
	if v.chart.Form == FormStacked {
		thick = 13 // there is text in the bars
	}
	width := px(v.em(thick))
	pieces := 0
	for _, row := range rows {
		pieces = max(pieces, len(row.segments))
	}
	var all []any
	add := func(data []any, silent bool) *series {
		s := newSeries("bar", data)
		s.Stack, s.BarWidth, s.Silent = "staaf", width, silent
		all = append(all, &s)
		return &s
	}
	if slices.ContainsFunc(rows, func(r plotRow) bool { return r.start != 0 }) {
		lift := make([]any, len(rows))
		for i, row := range rows {
			lift[i] = datum{Value: drawn(row.start), ItemStyle: &itemStyle{Color: "transparent"}, Tooltip: v.noTooltip()}
		}
		add(lift, true)
	}
	for p := range pieces {
		data := make([]any, len(rows))
		for i, row := range rows {
			if p < len(row.segments) && row.segments[p].shown {
				data[i] = v.piece(row, p, pixels)
			}
		}
		s := add(data, false)
		if v.chart.Form == FormStacked {
			s.Name, s.Look = v.chart.Parts[p], v.partStyle(p)
		}
	}
	for _, s := range []*series{v.ticks(rows), v.labels(rows)} {
		if len(s.Data.([]any)) > 0 {
			all = append(all, s)
		}
	}
	return all
}

func (v *canvas) piece(row plotRow, p int, pixels float64) datum {
	s := row.segments[p]
	d := datum{Value: drawn(s.v), ItemStyle: s.style, Tooltip: s.tip}
	if row.labelOnBar() {
		d.Label = v.rowLabel(row)
	} else if s.inside != "" && v.small.width(s.inside)+v.em(4) <= s.v*pixels {
		d.Label = v.newLabel(s.inside, "inside", v.small, s.ink)
		if v.partStyle(p).Decal != nil {
			d.Label.TextBorder, d.Label.TextBorderWidth = v.colors[p].String(), 3
		}
	}
	return d
}

// ticks draws a short upright line at values of other years and at medians.
func (v *canvas) ticks(rows []plotRow) *series {
	data := []any{}
	for i, row := range rows {
		for _, tick := range row.ticks {
			data = append(data, datum{Value: []float64{drawn(tick), float64(i)}})
		}
	}
	s := newSeries("scatter", data)
	s.Symbol, s.SymbolSize, s.Silent, s.Z = "rect", []float64{v.em(3), v.em(16)}, true, 4
	s.Look = &itemStyle{Color: inkColor, BorderColor: paperColor, BorderWidth: 1, Opacity: 1}
	return &s
}

// labelOnBar tells whether the label of a row stands at the end of its one bar; else a point without a size carries it.
func (r plotRow) labelOnBar() bool {
	return r.label != "" && len(r.segments) == 1 && r.start+r.segments[0].v == r.end
}

func (v *canvas) rowLabel(row plotRow) *label {
	f, color := v.text, inkColor
	if row.labelBold {
		f = v.bold
	}
	if row.end == 0 && strings.HasPrefix(row.label, "[") {
		color = mutedColor
	}
	return v.newLabel(row.label, "right", f, color)
}

// labels writes the text behind the rows that have no bar to carry it.
func (v *canvas) labels(rows []plotRow) *series {
	data := []any{}
	for i, row := range rows {
		if row.label == "" || row.labelOnBar() {
			continue
		}
		data = append(data, datum{Value: []float64{drawn(row.end), float64(i)}, Label: v.rowLabel(row)})
	}
	s := newSeries("scatter", data)
	s.SymbolSize, s.Silent, s.Z = 0, true, 5
	s.Look = &itemStyle{Opacity: 1} // a point of ECharts is a fifth clear, and its label with it
	return &s
}
