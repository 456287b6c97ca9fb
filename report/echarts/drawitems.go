package echarts

import (
	"encoding/json"
	"html"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"herstel/report/housestyle"
)

// The types below add to those of go-echarts what these charts need and it has no field for.

// series is a series without hover effects: what is drawn stays as it is.
type series struct {
	charts.SingleSeries
	Silent   bool    `json:"silent,omitempty"`
	Emphasis disable `json:"emphasis"`
	Z        int     `json:"z,omitempty"`
	Clip     bool    `json:"clip"`

	Look *itemStyle `json:"itemStyle,omitempty"` // what a datum does not say itself
	Text *label     `json:"label,omitempty"`     // the same
}

type disable struct {
	Disabled bool `json:"disabled"`
}

// datum is one value of a series with its own look.
type datum struct {
	Value     any        `json:"value"`
	ItemStyle *itemStyle `json:"itemStyle,omitempty"`
	Label     *label     `json:"label,omitempty"`
	Tooltip   *tooltip   `json:"tooltip,omitempty"`
	Symbol    string     `json:"symbol,omitempty"`
	Size      any        `json:"symbolSize,omitempty"`
}

type itemStyle struct {
	Color       string  `json:"color,omitempty"`
	BorderColor string  `json:"borderColor,omitempty"`
	BorderWidth float64 `json:"borderWidth,omitempty"`
	Opacity     float64 `json:"opacity,omitempty"`
	Decal       *decal  `json:"decal,omitempty"`
}

// decal is a pattern over a fill.
type decal struct {
	Color      string    `json:"color"`
	Symbol     string    `json:"symbol,omitempty"`
	DashArrayX []float64 `json:"dashArrayX"`
	DashArrayY []float64 `json:"dashArrayY"`
	Rotation   float64   `json:"rotation"`
	SymbolSize float64   `json:"symbolSize,omitempty"`
}

// label is text at a value. Its text stands in Formatter, so braces in it would be read as a template: plainLabel takes
// them out.
type label struct {
	Show            bool      `json:"show"`
	Position        string    `json:"position,omitempty"`
	Formatter       string    `json:"formatter,omitempty"`
	Color           string    `json:"color,omitempty"`
	FontSize        float64   `json:"fontSize,omitempty"`
	FontWeight      string    `json:"fontWeight,omitempty"`
	LineHeight      float64   `json:"lineHeight,omitempty"`
	Align           string    `json:"align,omitempty"`
	Offset          []float64 `json:"offset,omitempty"`
	TextBorder      string    `json:"textBorderColor,omitempty"`
	TextBorderWidth float64   `json:"textBorderWidth,omitempty"`

	Rich map[string]richStyle `json:"rich,omitempty"`
}

// richStyle is the look of a piece of text that stands as {name|text} in a label.
type richStyle struct {
	FontWeight string  `json:"fontWeight"`
	FontSize   float64 `json:"fontSize"`
	LineHeight float64 `json:"lineHeight"`
	Color      string  `json:"color"`
}

// tooltip is the text under the pointer. ECharts reads it as HTML and as a template, so both are escaped.
type tooltip struct {
	Show      *bool  `json:"show,omitempty"`
	Formatter string `json:"formatter,omitempty"`
}

// tooltips is how every tooltip of a chart looks. go-echarts has no field for the style that breaks lines.
type tooltips struct {
	Trigger   string `json:"trigger"`
	Confine   bool   `json:"confine"`
	ExtraCSS  string `json:"extraCssText"`
	TextStyle struct {
		Color string `json:"color"`
	} `json:"textStyle"`
}

// axis is a category or a value axis without a line of its own.
type axis struct {
	Type        string         `json:"type"`
	Show        bool           `json:"show"`
	Position    string         `json:"position,omitempty"`
	Inverse     bool           `json:"inverse,omitempty"`
	Min         any            `json:"min,omitempty"`
	Max         any            `json:"max,omitempty"`
	Data        []axisText     `json:"data,omitempty"`
	AxisLine    opts.AxisLine  `json:"axisLine"`
	AxisTick    opts.AxisTick  `json:"axisTick"`
	SplitLine   opts.SplitLine `json:"splitLine"`
	AxisLabel   axisLabel      `json:"axisLabel"`
	BoundaryGap *bool          `json:"boundaryGap,omitempty"`
}

type axisText struct {
	Value     string     `json:"value"`
	TextStyle *axisStyle `json:"textStyle,omitempty"`
}

// MarshalJSON writes text without a style of its own as just the text.
func (t axisText) MarshalJSON() ([]byte, error) {
	if t.TextStyle == nil {
		return json.Marshal(t.Value)
	}
	type styled axisText
	return json.Marshal(styled(t))
}

type axisStyle struct {
	Align      string `json:"align,omitempty"` // not inherited from the axis
	FontWeight string `json:"fontWeight,omitempty"`
	Color      string `json:"color,omitempty"`
}

type axisLabel struct {
	Interval    int     `json:"interval"`
	Margin      float64 `json:"margin"`
	Align       string  `json:"align,omitempty"`
	Color       string  `json:"color"`
	FontSize    float64 `json:"fontSize"`
	HideOverlap bool    `json:"hideOverlap"`

	CustomValues []int `json:"customValues,omitempty"` // the places that have text; drawing empty text takes time
}

// legendItem is a legend of one name.
type legendItem struct {
	Data         []string   `json:"data"`
	Left         float64    `json:"left"`
	Top          float64    `json:"top"`
	Padding      int        `json:"padding"`
	ItemWidth    float64    `json:"itemWidth"`
	ItemHeight   float64    `json:"itemHeight"`
	Formatter    string     `json:"formatter"`
	Icon         string     `json:"icon"`
	SelectedMode bool       `json:"selectedMode"`
	ItemStyle    itemStyle  `json:"itemStyle"`
	TextStyle    legendText `json:"textStyle"`
}

type legendText struct {
	Color      string  `json:"color"`
	FontSize   float64 `json:"fontSize"`
	LineHeight float64 `json:"lineHeight"`
}

// newSeries makes a series of a type; data may hold any values.
func newSeries(kind string, data any) series {
	return series{SingleSeries: charts.SingleSeries{Type: kind, Data: data}, Emphasis: disable{true}}
}

// share says once, for the series, what all its data say of their outline and their labels. Options grow by a third
// without it.
func (s *series) share() {
	var items []*datum
	data := slices.Clone(s.Data.([]any))
	for i, d := range data {
		if d, ok := d.(datum); ok {
			items = append(items, &d)
			data[i] = &d
		}
	}
	s.Data = data
	s.shareOutline(items)
	s.shareLabel(items)
}

func (s *series) shareOutline(items []*datum) {
	if len(items) < 2 || s.Look != nil || items[0].ItemStyle == nil {
		return
	}
	first := *items[0].ItemStyle
	for _, d := range items {
		if d.ItemStyle == nil || d.ItemStyle.BorderColor != first.BorderColor ||
			d.ItemStyle.BorderWidth != first.BorderWidth {
			return
		}
	}
	s.Look = &itemStyle{BorderColor: first.BorderColor, BorderWidth: first.BorderWidth}
	for _, d := range items {
		own := *d.ItemStyle
		own.BorderColor, own.BorderWidth = "", 0
		d.ItemStyle = &own
	}
}

func (s *series) shareLabel(items []*datum) {
	var first *label
	for _, d := range items {
		switch {
		case d.Label == nil:
		case first == nil:
			first = d.Label
		case d.Label.Position != first.Position || d.Label.Color != first.Color || d.Label.FontSize != first.FontSize:
			return
		}
	}
	if first == nil {
		return
	}
	s.Text = &label{Position: first.Position, Color: first.Color, FontSize: first.FontSize}
	for _, d := range items {
		if d.Label != nil {
			own := *d.Label
			own.Position, own.Color, own.FontSize = "", "", 0
			d.Label = &own
		}
	}
}

// newAxis makes an axis of which only the labels show, and those only where show is true.
func (v *canvas) newAxis(kind string, show bool) axis {
	hidden := opts.Bool(false)
	return axis{Type: kind, Show: show, AxisLine: opts.AxisLine{Show: hidden}, AxisTick: opts.AxisTick{Show: hidden},
		SplitLine: opts.SplitLine{Show: hidden},
		AxisLabel: axisLabel{Color: housestyle.InkColor, FontSize: v.text.size}}
}

// newLabel makes a label; its text is data, never a template.
func (v *canvas) newLabel(text, position string, f face, color string) *label {
	l := &label{Show: true, Position: position, Formatter: plainLabel(text), Color: color}
	if f.size != v.text.size {
		l.FontSize = f.size // else that of the whole chart, as the font is
	}
	if f.bold {
		l.FontWeight = "bold"
	}
	return l
}

// plainLabel keeps ECharts from reading {a} in a text as a template.
func plainLabel(text string) string { return bracketed.Replace(text) }

// bracketed and written take the braces out of a label and a tooltip.
var (
	bracketed = strings.NewReplacer("{", "(", "}", ")")
	written   = strings.NewReplacer("{", "&#123;", "}", "&#125;")
)

// newTooltip makes the tooltip of a value: its name and, on the next line, the value in words.
func (v *canvas) newTooltip(head, text string) *tooltip {
	if v.still {
		return nil
	}
	escape := func(s string) string {
		return written.Replace(html.EscapeString(s))
	}
	return &tooltip{Formatter: escape(head) + "\n" + escape(text)}
}

// noTooltip keeps a value without a tooltip.
func (v *canvas) noTooltip() *tooltip {
	if v.still {
		return nil
	}
	hidden := false
	return &tooltip{Show: &hidden}
}

// drawn rounds a number for drawing, so that options stay short: a ten-thousandth of a per cent cannot be seen.
func drawn(n float64) float64 { return math.Round(n*1e4) / 1e4 }
