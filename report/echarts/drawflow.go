package echarts

import (
	"math"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"herstel/report/chart"
	"herstel/report/housestyle"
)

// flowNode is a node of the flow with its own label.
type flowNode struct {
	Name      string     `json:"name"`
	Depth     int        `json:"depth"`
	ItemStyle *itemStyle `json:"itemStyle"`
	Label     *label     `json:"label"`
	Tooltip   *tooltip   `json:"tooltip,omitempty"`
}

type flowLink struct {
	Source    string         `json:"source"`
	Target    string         `json:"target"`
	Value     float64        `json:"value"`
	LineStyle opts.LineStyle `json:"lineStyle"`
	Tooltip   *tooltip       `json:"tooltip,omitempty"`
}

// flow draws what came in at the left and where it went at the right; each end tells its number in every year. The
// first category is the whole.
func (v *canvas) flow() {
	right := v.flowRoom()
	var nodes []any
	var links []any
	tints := []float64{0, 0.55, 0.82}
	for i, category := range v.chart.Categories {
		value := category.Bars[0].Values[0]
		fill := v.colors[0].Tint(tints[max(0, min(i-1, len(tints)-1))])
		text := v.flowLabel(category)
		name := category.Label
		if i == 0 {
			name = "geheel" // apart from a part of the same name
			text.TextBorder, text.TextBorderWidth = housestyle.PaperColor, 2
		}
		nodes = append(nodes, flowNode{Name: name, Depth: min(i, 1), Label: text,
			Tooltip:   v.newTooltip(category.Label, flowTip(category)),
			ItemStyle: &itemStyle{Color: fill.String(), BorderColor: housestyle.Edge(v.colors[0]), BorderWidth: 0.75}})
		if i > 0 && value.Known && value.V > 0 {
			links = append(links, flowLink{Source: "geheel", Target: name, Value: value.V,
				Tooltip:   v.newTooltip(category.Label, flowTip(category)),
				LineStyle: opts.LineStyle{Color: v.colors[0].Tint(0.6).String(), Opacity: opts.Float(0.5)}})
		}
	}
	v.zeroNotes()
	if len(links) == 0 {
		return
	}
	room := v.spaceOf(links)
	s := newSeries("sankey", keepLinked(nodes, links))
	s.Links, s.Left, s.Right, s.Top = links, "1", px(right), px(v.y+room.above)
	s.NodeWidth, s.NodeGap, s.NodeAlign, s.Draggable = opts.Int(int(v.em(14))), opts.Int(int(room.gap)), "left",
		opts.Bool(false)
	type sized struct {
		series
		Height           float64 `json:"height"`
		LayoutIterations int     `json:"layoutIterations"`
	}
	v.series = append(v.series, sized{s, room.height, 0})
	v.y += room.above + room.height + room.below + v.em(4)
}

// flowSpace is the room that the flow takes, in pixels.
type flowSpace struct {
	above, below float64 // what the labels of the highest and the lowest end stick out
	height       float64 // of the flow, with the gaps between its ends
	gap          float64
}

// spaceOf keeps the ends so far apart that their labels, each as high as all its lines and centred on its end, never
// touch, however thin the ends.
func (v *canvas) spaceOf(links []any) flowSpace {
	stack := v.em(112) // the ends without the gaps
	block := float64(1+len(v.chart.Categories[0].Bars))*lineHeight(v.text) + v.em(8)
	total := 0.0
	for _, link := range links {
		total += link.(flowLink).Value
	}
	half := func(i int) float64 { return stack * links[i].(flowLink).Value / total / 2 }
	last := len(links) - 1
	space := flowSpace{above: math.Ceil(max(0, block/2-half(0))), below: math.Ceil(max(0, block/2-half(last))),
		gap: v.em(14)}
	for i := range last {
		space.gap = max(space.gap, math.Ceil(block-half(i)-half(i+1)))
	}
	space.height = stack + float64(last)*space.gap
	return space
}

// flowLabel is flowText with its first line in bold. Every line has a style: ECharts writes text without one in a form
// of its own.
func (v *canvas) flowLabel(c chart.Category) *label {
	lines := strings.Split(plainLabel(flowText(c)), "\n")
	for i, line := range lines {
		style := "jaar"
		if i == 0 {
			style = "naam"
		}
		lines[i] = "{" + style + "|" + line + "}"
	}
	l := v.newLabel("", "right", v.text, housestyle.InkColor)
	l.Formatter = strings.Join(lines, "\n")
	l.LineHeight, l.Align = lineHeight(v.text), "left"
	l.Rich = map[string]richStyle{
		"naam": {"bold", v.text.size, lineHeight(v.text), housestyle.InkColor},
		"jaar": {"normal", v.text.size, lineHeight(v.text), housestyle.InkColor},
	}
	return l
}

// flowRoom is the room right of the flow for the labels of its ends.
func (v *canvas) flowRoom() float64 {
	widest := 0.0
	for _, category := range v.chart.Categories[1:] {
		for _, line := range strings.Split(flowText(category), "\n") {
			widest = max(widest, v.bold.width(line)) // the first is bold
		}
	}
	return math.Ceil(widest) + v.em(8)
}

// flowText is a name with its number in every year, a line each.
func flowText(c chart.Category) string {
	lines := []string{c.Label}
	for _, bar := range c.Bars {
		lines = append(lines, bar.Name+": "+bar.Values[0].Label)
	}
	return strings.Join(lines, "\n")
}

func flowTip(c chart.Category) string {
	var words []string
	for _, bar := range c.Bars {
		words = append(words, bar.Name+": "+bar.Values[0].Tip)
	}
	return strings.Join(words, "; ")
}

// zeroNotes tells of the ends that nothing goes to this year: the flow does not draw them.
func (v *canvas) zeroNotes() {
	for _, category := range v.chart.Categories[1:] {
		if value := category.Bars[0].Values[0]; value.Known && value.V == 0 {
			v.chart.Notes = append(v.chart.Notes, category.Label+": "+flowTip(category)+".")
		}
	}
}

// keepLinked leaves out the ends that no link goes to.
func keepLinked(nodes, links []any) []any {
	kept := nodes[:1]
	for _, node := range nodes[1:] {
		for _, link := range links {
			if link.(flowLink).Target == node.(flowNode).Name {
				kept = append(kept, node)
			}
		}
	}
	return kept
}
