package echarts

import (
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"herstel/report/chart"
	"herstel/report/housestyle"
)

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
	for _, s := range v.barSeries(rows, pixels) {
		v.series = append(v.series, s)
	}
	v.option["grid"] = opts.Grid{Left: px(left), Top: px(v.y), Width: px(room), Height: px(height * float64(len(rows)))}
	v.option["xAxis"], v.option["yAxis"] = valueAxis,
		[]axis{v.textAxis(rows, left, cols, false), v.textAxis(rows, left, cols, true)}
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

// barSeries makes the series of the rows: a clear one that lifts bars off zero, one for each piece, the ticks and the
// labels.
func (v *canvas) barSeries(rows []plotRow, pixels float64) []*series {
	thick := 11.0
	if v.chart.Form == chart.FormStacked {
		thick = 13 // there is text in the bars
	}
	width := px(v.em(thick))
	pieces := 0
	for _, row := range rows {
		pieces = max(pieces, len(row.segments))
	}
	var all []*series
	add := func(data []any, silent bool) *series {
		s := newSeries("bar", data)
		s.Stack, s.BarWidth, s.Silent = "staaf", width, silent
		all = append(all, &s)
		return &s
	}
	if slices.ContainsFunc(rows, func(r plotRow) bool { return r.start != 0 }) {
		lift := make([]any, len(rows))
		for i, row := range rows {
			lift[i] = datum{Value: drawn(row.start), ItemStyle: &itemStyle{Color: "transparent"},
				Tooltip: v.noTooltip()}
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
		if v.chart.Form == chart.FormStacked {
			s.Name, s.Look = v.chart.Parts[p], v.partStyle(p)
		}
	}
	for _, s := range []*series{v.ticks(rows), v.labels(rows)} {
		if len(s.Data.([]any)) > 0 {
			all = append(all, s)
		}
	}
	for _, s := range all {
		s.share()
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
	s.Look = &itemStyle{Color: housestyle.InkColor, BorderColor: housestyle.PaperColor, BorderWidth: 1, Opacity: 1}
	return &s
}

// labelOnBar tells whether the label of a row stands at the end of its one bar; else a point without a size carries it.
func (r plotRow) labelOnBar() bool {
	return r.label != "" && len(r.segments) == 1 && r.start+r.segments[0].v == r.end
}

func (v *canvas) rowLabel(row plotRow) *label {
	f, color := v.text, housestyle.InkColor
	if row.labelBold {
		f = v.bold
	}
	if row.end == 0 && strings.HasPrefix(row.label, "[") {
		color = housestyle.MutedColor
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
