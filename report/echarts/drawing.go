package echarts

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"herstel/report/chart"
	"herstel/report/housestyle"
	"herstel/stats/nl"
)

// Layout says for what a chart is laid out. The zero value is a chart of 180 mm wide for print.
type Layout struct {
	Width float64 // in CSS pixels, 96 to the inch; 0: 180 mm
	Text  float64 // font size in CSS pixels; 0: 11, which is 8.25 points
	Bare  bool    // without title and subtitle but with what the signs mean, for a place that has them already
	Still bool    // without tooltips, for paper
}

// Drawing is a chart as ECharts options, laid out for one width.
type Drawing struct {
	Option        []byte // JSON, with < > & escaped: it may stand inside a script element
	Width, Height int    // CSS pixels
}

const (
	pixelsPerMM   = 96 / 25.4
	defaultWidth  = 180 * pixelsPerMM
	narrowest     = 200
	defaultText   = 11
	wideFromWidth = 440 // at the default font size: from here labels stand beside the bars, below it above them
)

// Millimetres gives the layout width of a print width.
func Millimetres(mm float64) float64 { return mm * pixelsPerMM }

// canvas is a chart under construction: what go-echarts knows of it, and the text around it.
type canvas struct {
	chart  *chart.Chart
	option map[string]any // beside what go-echarts makes
	series []any
	texts  []textBlock
	width  float64
	y      float64 // top of what comes next
	text   face
	bold   face
	title  face
	small  face
	font   string
	colors []housestyle.RGB
	still  bool
}

// textBlock is a title of ECharts, which go-echarts has one of only, and without padding.
type textBlock struct {
	opts.Title
	Padding int `json:"padding"`
}

// Draw lays a chart out as ECharts options.
func Draw(c chart.Chart, l Layout) (Drawing, error) {
	v := newCanvas(&c, l)
	v.head(l.Bare)
	switch c.Form {
	case chart.FormFlow:
		v.flow()
	case chart.FormLines:
		v.lines()
	case chart.FormTrend:
		v.trend()
	case chart.FormCurve:
		v.curve()
	case chart.FormNotice:
	default:
		v.bars()
	}
	v.foot()
	return v.finish()
}

func newCanvas(c *chart.Chart, l Layout) *canvas {
	if l.Width == 0 {
		l.Width = defaultWidth
	}
	if l.Text == 0 {
		l.Text = defaultText
	}
	c.Notes = slices.Clone(c.Notes) // drawing adds its own
	v := &canvas{chart: c, option: map[string]any{}, width: math.Floor(max(l.Width, narrowest)),
		font: housestyle.FontFamily(c.Style), still: l.Still}
	v.text, v.bold = face{l.Text, false}, face{l.Text, true}
	v.title, v.small = face{math.Round(l.Text * 1.3), true}, face{math.Round(l.Text * 0.92), false}
	if c.Form == chart.FormDots || c.Form == chart.FormTiles || c.Form == chart.FormOverview {
		c.Form = chart.FormYears
	}
	v.colors = housestyle.Palette(c.Style, len(c.Parts))
	return v
}

func (v *canvas) wide() bool { return v.width >= wideFromWidth*v.text.size/defaultText }

// em gives a length that grows with the text: n pixels at the default size.
func (v *canvas) em(n float64) float64 { return math.Round(n * v.text.size / defaultText) }

func lineHeight(f face) float64 { return math.Round(f.size * 1.3) }

// write puts lines of text at the left, below what is there.
func (v *canvas) write(text string, f face, color string, maxLines int) {
	lines := wrap(text, f, v.width, maxLines)
	if len(lines) == 0 {
		return
	}
	v.place(strings.Join(lines, "\n"), f, color, 0, v.y)
	v.y += float64(len(lines)) * lineHeight(f)
}

// place puts text with its top left corner at x, y.
func (v *canvas) place(text string, f face, color string, x, y float64) {
	style := &opts.TextStyle{Color: color, FontSize: int(math.Round(f.size)), LineHeight: int(lineHeight(f)),
		FontWeight: weight(f)}
	v.texts = append(v.texts, textBlock{Title: opts.Title{Title: text, TitleStyle: style, Left: px(x), Top: px(y)}})
}

func weight(f face) string {
	if f.bold {
		return "bold"
	}
	return "normal"
}

// demoMark stands above every chart that is made from the example data.
const demoMark = "VOORBEELDDATA – geen echte cijfers"

const mostLines = 6 // of a title or a note

func (v *canvas) head(bare bool) {
	if v.chart.Demo {
		v.warn(demoMark)
	}
	v.warn(v.chart.Open)
	if !bare {
		v.write(v.chart.Title+", "+strconv.Itoa(v.chart.Year), v.title, housestyle.InkColor, mostLines)
		v.y += v.em(2)
	}
	text := v.chart.Reading
	switch {
	case bare:
	case text == "":
		text = v.chart.Subtitle
	default:
		text = nl.Sentence(v.chart.Subtitle) + " " + text
	}
	v.write(text, v.text, housestyle.MutedColor, mostLines)
	v.y += v.em(8)
}

// warn writes a line in red above the chart.
func (v *canvas) warn(text string) {
	if text != "" {
		v.write(text, face{v.small.size, true}, housestyle.AlarmColor, 2)
		v.y += v.em(2)
	}
}

func (v *canvas) foot() {
	v.y += v.em(4)
	for _, note := range v.chart.Notes {
		v.write(note, v.small, housestyle.MutedColor, mostLines)
	}
	v.y += v.em(2)
}

// finish lets go-echarts make the options, and adds what it has no words for. The map is marshalled with sorted keys,
// so that the same chart gives the same bytes; functions never stand in it.
func (v *canvas) finish() (Drawing, error) {
	base := charts.NewBar()
	base.ChartID = v.chart.FileName()
	base.SetGlobalOptions(charts.WithAnimation(false))
	option := base.JSON()
	for _, unused := range []string{"xAxis", "yAxis", "toolbox", "legend"} {
		delete(option, unused)
	}
	delete(option, "tooltip")
	if !v.still {
		tips := tooltips{Trigger: "item", Confine: true, ExtraCSS: "white-space:pre-line;max-width:20em"}
		tips.TextStyle.Color = housestyle.InkColor
		option["tooltip"] = tips
	}
	option["color"] = []string{v.colors[0].String()}
	option["title"] = v.texts
	option["series"] = v.series
	option["textStyle"] = opts.TextStyle{FontFamily: v.font, FontSize: int(math.Round(v.text.size)),
		Color: housestyle.InkColor}
	for key, value := range v.option {
		option[key] = value
	}
	b, err := json.Marshal(option)
	if err != nil {
		return Drawing{}, fmt.Errorf("grafiek %s: %w", v.chart.ID, err)
	}
	return Drawing{Option: b, Width: int(math.Ceil(v.width)), Height: int(math.Ceil(v.y))}, nil
}

// px writes a length as ECharts reads it from a string.
func px(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
