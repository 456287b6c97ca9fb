package echarts

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"herstel/report/chart"
	"herstel/report/housestyle"
	"herstel/stats/nl"
)

// plane is the rectangle of a line chart, in pixels, and the value at its top.
type plane struct {
	left, top, width, height, most float64
}

func (p plane) y(value float64) float64 { return p.top + p.height*(1-value/p.most) }

// lines draws a line a year over the categories.
func (v *canvas) lines() {
	c := v.chart
	years := make([]chart.Bar, len(c.Categories[0].Bars))
	copy(years, c.Categories[0].Bars)
	most := 0.0
	for _, category := range c.Categories {
		for _, bar := range category.Bars {
			most = max(most, bar.Values[0].V)
		}
	}
	right := v.bold.width("0000") + v.em(10)
	p := v.newPlane(most, "", right, v.em(190))
	names := make([]string, len(c.Categories))
	for i, category := range c.Categories {
		names[i] = v.monthName(category.Label)
	}
	for y := len(years) - 1; y >= 0; y-- {
		v.series = append(v.series, v.yearLine(y, p))
	}
	v.yearNames(p, c.Categories[len(c.Categories)-1].Bars)
	v.setPlane(p, names, "")
}

// monthName shortens the name of a month to what fits.
func (v *canvas) monthName(name string) string {
	number, err := strconv.Atoi(name)
	if err != nil {
		return name
	}
	if v.wide() {
		return nl.ShortMonth(number)
	}
	return strings.ToUpper(nl.Month(number)[:1])
}

// lineLooks tell the years apart without colour: by dashes and width.
var lineLooks = []struct {
	kind  string
	width float32
	tint  float64
}{{"solid", 2.5, 0}, {"dashed", 1.5, 0.2}, {"dotted", 1.5, 0.35}}

func (v *canvas) yearLine(age int, p plane) series {
	look := lineLooks[min(age, len(lineLooks)-1)]
	color := v.colors[0].Tint(look.tint).String()
	high, low := v.extremes(age)
	data := make([]any, len(v.chart.Categories))
	for i, category := range v.chart.Categories {
		value := category.Bars[age].Values[0]
		if !value.Known {
			continue
		}
		d := datum{Value: drawn(value.V),
			Tooltip: v.newTooltip(v.categoryText(category.Label)+" "+category.Bars[age].Name, value.Tip),
			Symbol:  "none", ItemStyle: &itemStyle{Color: color}}
		if age == 0 {
			d.Symbol, d.Size = "circle", v.em(5)
			if v.wide() || i == high || i == low {
				place := "top"
				if i == low && !v.wide() {
					place = "bottom"
				}
				d.Label = v.newLabel(value.Label, place, v.bold, housestyle.InkColor)
				d.Label.TextBorder, d.Label.TextBorderWidth = housestyle.PaperColor, 2
			}
		}
		data[i] = d
	}
	s := newSeries("line", data)
	s.Name, s.Z = v.chart.Categories[0].Bars[age].Name, 5-min(age, 3)
	s.LineStyle = &opts.LineStyle{Color: color, Width: look.width, Type: look.kind}
	return s
}

// categoryText is the full name of a month, or the category as it is.
func (v *canvas) categoryText(label string) string {
	if number, err := strconv.Atoi(label); err == nil {
		return nl.Month(number)
	}
	return label
}

// extremes gives the places of the first largest and the first smallest value of a year.
func (v *canvas) extremes(age int) (high, low int) {
	high, low = -1, -1
	at := func(i int) float64 { return v.chart.Categories[i].Bars[age].Values[0].V }
	for i, category := range v.chart.Categories {
		if !category.Bars[age].Values[0].Known {
			continue
		}
		if high < 0 || at(i) > at(high) {
			high = i
		}
		if low < 0 || at(i) < at(low) {
			low = i
		}
	}
	return high, low
}

// yearNames writes each year behind the end of its line, apart from one another.
func (v *canvas) yearNames(p plane, ends []chart.Bar) {
	type name struct {
		text string
		y    float64
		f    face
	}
	var names []name
	for age, bar := range ends {
		f := v.text
		if age == 0 {
			f = v.bold
		}
		text := bar.Name
		if !bar.Values[0].Known {
			text += " " + bar.Values[0].Label
		}
		names = append(names, name{text, p.y(bar.Values[0].V) - lineHeight(f)/2, f})
	}
	slices.SortStableFunc(names, func(a, b name) int { return int(math.Copysign(1, a.y-b.y)) })
	for i := 1; i < len(names); i++ {
		names[i].y = max(names[i].y, names[i-1].y+lineHeight(v.text))
	}
	for _, n := range names {
		v.place(n.text, n.f, housestyle.InkColor, p.left+p.width+v.em(4), n.y)
	}
}

// trend draws one line over the years, with an upright line for the interval of each.
func (v *canvas) trend() {
	bars := slices.Clone(v.chart.Categories[0].Bars)
	slices.Reverse(bars)
	most := 0.0
	for _, bar := range bars {
		most = max(most, bar.Values[0].V, bar.Values[0].High)
	}
	p := v.newPlane(most, "%", v.em(8), v.em(170))
	data, names := make([]any, len(bars)), make([]string, len(bars))
	var whiskers []any
	for i, bar := range bars {
		value := bar.Values[0]
		names[i] = bar.Name
		if !value.Known {
			names[i] += " " + value.Label
			continue
		}
		color := v.colors[0].String()
		text := v.newLabel(value.Short, "top", v.bold, housestyle.InkColor)
		if value.Ranged {
			whiskers = append(whiskers,
				[]any{whiskerEnd{[]any{i, drawn(value.Low)}}, whiskerEnd{[]any{i, drawn(value.High)}}})
			text.Offset = []float64{0, drawn(p.y(value.High) - p.y(value.V))}
		}
		data[i] = datum{Value: drawn(value.V), Symbol: "circle", Size: v.em(8), ItemStyle: &itemStyle{Color: color},
			Label: text, Tooltip: v.newTooltip(bar.Name, value.Tip)}
	}
	s := newSeries("line", data)
	s.LineStyle = &opts.LineStyle{Color: v.colors[0].String(), Width: 2.5, Type: "solid"}
	s.Z = 5
	v.series = append(v.series, s)
	if len(whiskers) > 0 {
		v.chart.Notes = append(v.chart.Notes, "Het streepje bij elk punt is de toevalsmarge (95%).")
	}
	v.setPlane(p, names, "%", whiskers...)
}

// whiskerEnd is one end of an upright line in the coordinates of the axes.
type whiskerEnd struct {
	Coord []any `json:"coord"`
}

// newPlane makes room for a line chart whose largest value is most.
func (v *canvas) newPlane(most float64, unit string, right, height float64) plane {
	step := niceStep(most)
	top := max(math.Ceil(most/step*1.04)*step, step)
	left := v.text.width(gridText(top, unit)) + v.em(8)
	p := plane{left: left, top: v.y + v.em(12), width: v.width - left - right, height: height, most: top}
	v.y = p.top + height + lineHeight(v.text) + v.em(8)
	return p
}

// niceStep is the distance of the grid lines: 1, 2 or 5 times a power of ten, four or five lines in all.
func niceStep(most float64) float64 {
	if most <= 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(most/4)))
	for _, n := range []float64{1, 2, 5} {
		if most/(n*power) <= 5 {
			return n * power
		}
	}
	return 10 * power
}

func gridText(value float64, unit string) string { return nl.DecimalShort(value, 1) + unit }

// gridLine is a grid line with its value, written the Dutch way.
type gridLine struct {
	YAxis float64 `json:"yAxis"`
	Label *label  `json:"label"`
}

// setPlane sets the axes of a line chart. Grid lines are mark lines of a series of their own: an axis would write its
// numbers the English way.
func (v *canvas) setPlane(p plane, names []string, unit string, whiskers ...any) {
	type markLine struct {
		Symbol    []string       `json:"symbol"`
		Silent    bool           `json:"silent"`
		LineStyle opts.LineStyle `json:"lineStyle"`
		Label     label          `json:"label"`
		Data      []any          `json:"data"`
		Precision int            `json:"precision"`
	}
	type marked struct {
		series
		MarkLine markLine `json:"markLine"`
	}
	none := []string{"none", "none"}
	grid := marked{series: newSeries("line", []any{}),
		MarkLine: markLine{Symbol: none, Silent: true, Precision: 12,
			LineStyle: opts.LineStyle{Color: housestyle.GridColor, Width: 0.75, Type: "solid"}}}
	step := niceStep(p.most / 1.04)
	for value := 0.0; value <= p.most+step/1000; value += step {
		grid.MarkLine.Data = append(grid.MarkLine.Data,
			gridLine{value, v.newLabel(gridText(value, unit), "start", v.text, housestyle.MutedColor)})
	}
	grid.Z = 1
	all := []any{grid}
	if len(whiskers) > 0 {
		bars := marked{series: newSeries("line", []any{}),
			MarkLine: markLine{Symbol: none, Silent: true, Precision: 12, Data: whiskers,
				LineStyle: opts.LineStyle{Color: housestyle.InkColor, Width: 1, Type: "solid"}}}
		bars.Z = 4
		all = append(all, bars)
	}
	v.series = append(all, v.series...)
	x, y := v.newAxis("category", true), v.newAxis("value", false)
	for _, name := range names {
		x.Data = append(x.Data, axisText{Value: name})
	}
	x.AxisLabel.Margin = v.em(6)
	y.Min, y.Max = 0, p.most
	v.option["xAxis"], v.option["yAxis"] = x, y
	v.option["grid"] = opts.Grid{Left: px(p.left), Top: px(p.top), Width: px(p.width), Height: px(p.height)}
}
