package echarts

import (
	"math"

	"herstel/report/chart"
	"herstel/report/housestyle"
)

// stack draws the parts of a whole one after the other. A bar of which a part may not be shown is not drawn, only its
// mark: the parts behind a gap would stand in the place of others, and their places would tell how large the gap is.
func (v *canvas) stack(row *plotRow, bar chart.Bar, head string) {
	if row.label = chart.Missing(bar); row.label != "" {
		return
	}
	for i, value := range bar.Values {
		if !value.Known {
			row.segments = append(row.segments, segment{})
			continue
		}
		row.segments = append(row.segments,
			segment{shown: true, v: value.V, inside: value.Label, ink: housestyle.InkOn(v.colors[i]),
				tip: v.newTooltip(head+", "+v.chart.Parts[i], value.Tip)})
		row.end += value.V
	}
}

// partStyle is the look of a part of a stacked bar: with a pattern where its colour alone would not tell it from an
// earlier part in grey.
func (v *canvas) partStyle(part int) *itemStyle {
	const distinct = 1.35 // contrast ratio between two greys that print apart
	fill := v.colors[part]
	style := &itemStyle{Color: fill.String(), BorderColor: housestyle.Edge(fill), BorderWidth: 0.75}
	for _, earlier := range v.colors[:part] {
		if ratio, _ := housestyle.Contrast(fill.String(), earlier.String()); ratio < distinct {
			style.Decal = &decal{Color: housestyle.InkOn(fill), DashArrayX: []float64{1, 0},
				DashArrayY: []float64{1, float64(4 + 2*part)}, Rotation: math.Pi / 4 * float64(2*(part%2)-1)}
		}
	}
	return style
}

// legend names the parts, in the order of the bars, each behind a patch of its colour and pattern. Each name is a
// legend of its own, because only so its place is certain.
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
		item := legendItem{Data: []string{part}, Left: x, Top: v.y, ItemWidth: patch, ItemHeight: patch,
			Formatter: plainLabel(lines[0]), Icon: "rect", ItemStyle: itemStyle{BorderWidth: 0.75}}
		item.TextStyle = legendText{Color: housestyle.InkColor, FontSize: v.text.size, LineHeight: lineHeight(v.text)}
		all = append(all, item)
		x += needed + gap
	}
	v.y += lineHeight(v.text) + v.em(6)
	v.option["legend"] = all
}
