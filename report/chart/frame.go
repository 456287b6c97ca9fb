package chart

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"herstel/report/chart/scene"
)

// Options say how a chart is printed. The zero value is a chart of 180 mm on white.
type Options struct {
	Width       float64 // in millimetres, 60 to 400; 0: that of the chart, else 180
	Title       string  // instead of the finding; the topic stands above it
	Subtitle    string  // instead of what is measured
	NoTitle     bool    // without title and subtitle
	NoFooter    bool    // without the line that tells where the numbers come from
	Top         int     // at most so many categories, the largest; 0: all
	Height      float64 // in millimetres; 0: as high as it needs to be
	Text        float64 // the size of the text in points; 0: 8.25, or what fills the height
	Transparent bool    // without the white background
	Under       float64 // millimetres that stay free at the top, for a banner that says what the chart would
}

// Sizes of text in points, and of space.
const (
	defaultWidth = 180 // millimetres
	textSize     = 8.25
	smallSize    = 7.5
	titleSize    = 11.5
	margin       = 2 * scene.MM
	gap          = 1.5 * scene.MM
	wideFrom     = 120 * scene.MM // from here labels stand beside the marks, below it above them
	titleLines   = 4
	noteLines    = 8
)

// The fonts of a chart.
var (
	text  = scene.Font{Size: textSize}
	small = scene.Font{Size: smallSize}
	title = scene.Font{Size: titleSize, Bold: true}
)

// The colours that do not come from the house style.
var (
	ink       = scene.RGB(0x1A1A1A)
	muted     = scene.RGB(0x555555)
	grid      = scene.RGB(0xDADADA)
	earlier   = scene.RGB(0x8C8C8C) // the year before
	older     = scene.RGB(0xC4C4C4) // the years before that
	alarm     = scene.RGB(0xA3000B)
	notable   = scene.RGB(0xB3480F) // a clear change
	ownAccent = scene.RGB(0x00466B)
)

// demoMark stands above every chart that is made from the example data.
const demoMark = "VOORBEELDDATA – geen echte cijfers"

// yearNumber is a year before its number, which stay together.
var yearNumber = regexp.MustCompile(`(\d{4}): `)

// frame is a chart under construction. Everything in it is in points.
type frame struct {
	chart       *Chart
	accent      scene.Color
	left, right float64
	y           float64 // top of what comes next
	items       []scene.Item
	paper       float64 // the width that was asked for, in millimetres
	aspect      float64 // the height that was asked for against the width; 0: none was
	spare       float64 // what a plot may be higher than it needs to be
	bands       []band  // where the lines of the axis run
}

// compose lays a chart out at the usual size of text, for a width and with spare room in its height, both in points.
func compose(c Chart, o Options, width, spare float64) *scene.Scene {
	c.Categories = slices.Clone(c.Categories) // a form may order and shorten them
	f := &frame{chart: &c, accent: ownAccent, left: margin, right: width - margin, y: margin, spare: spare,
		paper: o.Width, aspect: o.Height / o.Width}
	if own, ok := scene.ParseColor(c.Accent); ok {
		f.accent = own
	}
	if o.Title == "" {
		o.Title = c.Finding
	}
	if o.Top > 0 {
		c.fold(o.Top)
	}
	f.head(o)
	if draw := forms[c.Form]; draw != nil {
		draw(f)
	}
	f.foot(o)
	s := scene.New(width/scene.MM, (f.y+margin)/scene.MM)
	s.Items, s.FontFamily = f.items, c.Style.Font
	s.Title, s.Description = f.topic(), c.Summary
	if c.Reading != "" {
		s.Description = strings.Replace(c.Summary, " "+c.Reading, "", 1)
	}
	if o.Title != "" {
		s.Title = o.Title + " (" + f.topic() + ")"
	}
	if o.Transparent {
		s.Background = scene.Color{}
	}
	return s
}

// forms draws each form.
var forms = map[Form]func(*frame){
	FormYears: (*frame).years, FormRanked: (*frame).dumbbell, FormStacked: (*frame).stacked, FormLines: (*frame).months,
	FormTrend: (*frame).trend,
	FormFlow:  (*frame).flow, FormFunnel: (*frame).funnel, FormRanges: (*frame).ranges, FormStock: (*frame).stock,
	FormDots:  (*frame).dots,
	FormTiles: (*frame).tiles, FormCurve: (*frame).curve, FormOverview: (*frame).overview,
	FormWaterfall: (*frame).waterfall,
}

func (f *frame) topic() string { return f.chart.Title + ", " + strconv.Itoa(f.chart.Year) }

func (f *frame) width() float64 { return f.right - f.left }

func (f *frame) wide() bool { return f.width()+2*margin >= wideFrom }

func (f *frame) add(items ...scene.Item) { f.items = append(f.items, items...) }

func (f *frame) head(o Options) {
	if o.Under > 0 {
		f.y += o.Under * scene.MM
	}
	if f.chart.Demo && o.Under == 0 {
		f.write(demoMark, small.Bolder(), alarm, 2)
	}
	if f.chart.Open != "" && o.Under == 0 {
		f.write(f.chart.Open, small.Bolder(), alarm, 2)
	}
	if !o.NoTitle {
		heading, subtitle := f.topic(), f.chart.Subtitle
		if o.Title != "" {
			f.write(heading, small.Bolder(), f.accent, 2)
			heading = o.Title
		}
		f.writeLines(title.Balance(heading, f.width(), titleLines), title, ink)
		if o.Subtitle != "" {
			subtitle = o.Subtitle
		}
		f.y += 1
		f.write(yearNumber.ReplaceAllString(subtitle, "$1:\u00a0"), text, muted, titleLines)
	}
	f.y += 2 * scene.MM
}

func (f *frame) foot(o Options) {
	f.y += scene.MM + f.spare
	for _, note := range f.chart.Notes {
		f.write(note, small, muted, noteLines)
	}
	if !o.NoFooter && len(f.chart.Footer) > 0 {
		f.y += scene.MM
		f.add(scene.Line{X1: f.left, Y1: f.y, X2: f.right, Y2: f.y, Stroke: scene.Stroke{Color: grid, Width: 0.5}})
		f.y += scene.MM
		f.write(strings.Join(f.chart.Footer, " · "), small, muted, noteLines)
	}
}

// write puts lines of text at the left, below what is there.
func (f *frame) write(content string, font scene.Font, color scene.Color, maxLines int) {
	f.writeLines(font.Wrap(content, f.width(), maxLines), font, color)
}

func (f *frame) writeLines(lines []string, font scene.Font, color scene.Color) {
	if len(lines) == 0 {
		return
	}
	f.add(scene.Text{X: f.left, Y: f.y + font.Ascent(), Font: font, Color: color}.Block(lines, 0))
	f.y += float64(len(lines)) * font.Leading()
}

// put puts one line of text with its middle at a height.
func (f *frame) put(x, y float64, content string, font scene.Font, color scene.Color, anchor scene.Anchor) {
	f.add(scene.Text{X: x, Y: y, Content: content, Font: font, Color: color, Anchor: anchor, Baseline: scene.AtMiddle})
}

// label puts wrapped text with the middle of its block at a height, and gives the height of the block.
func (f *frame) label(x, y, width float64, content string, font scene.Font, color scene.Color) {
	lines := font.Wrap(content, width, 3)
	top := y - float64(len(lines)-1)*font.Leading()/2
	for i, line := range lines {
		f.put(x, top+float64(i)*font.Leading(), line, font, color, scene.Start)
	}
}

// widest gives the width of the widest of texts.
func widest(font scene.Font, texts ...string) float64 {
	width := 0.0
	for _, t := range texts {
		width = max(width, font.Width(t))
	}
	return width
}

// shade gives the colour of the year at a place, the newest first.
func (f *frame) shade(i int) scene.Color {
	switch i {
	case 0:
		return f.accent
	case 1:
		return earlier
	}
	return older
}

// first gives the only value of a bar that has one.
func (b Bar) first() Value {
	if len(b.Values) == 0 {
		return Value{}
	}
	return b.Values[0]
}

// short is what is printed where the count stands in a column of its own.
func (v Value) short() string {
	if v.Short != "" {
		return v.Short
	}
	return v.Label
}
