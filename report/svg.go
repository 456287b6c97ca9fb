package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// SVGOptions say how a chart becomes an SVG file.
type SVGOptions struct {
	Layout
	WidthMM float64 // the printed width in millimetres; 0: none, the file then has its size in pixels. It sets the layout too.
	ID      string  // goes before every id in the file, so that several files may stand in one page; empty: the file name of the chart
}

// A Renderer draws ECharts options as raw SVG: echarts.Engine and echarts.Pool do.
type Renderer interface {
	RenderSVG(option []byte, width, height int) (string, error)
}

// SVG draws a chart as a print-ready SVG document: with a title and a description for screen readers, without scripts, hover styles or references
// to anything outside. The same chart gives the same bytes.
func (c Chart) SVG(engine Renderer, o SVGOptions) ([]byte, error) {
	if o.WidthMM > 0 {
		o.Width = Millimetres(o.WidthMM)
	}
	if o.ID == "" {
		o.ID = c.FileName()
	}
	o.Still = true
	d, err := c.Draw(o.Layout)
	if err != nil {
		return nil, err
	}
	raw, err := engine.RenderSVG(d.Option, d.Width, d.Height)
	if err != nil {
		return nil, fmt.Errorf("grafiek %s: %w", c.ID, err)
	}
	b, err := printReady(raw, svgHead{id: o.ID, title: c.Title + ", " + strconv.Itoa(c.Year), desc: c.Summary, font: fontFamily(c.Style), width: d.Width, height: d.Height, mm: o.WidthMM})
	if err != nil {
		return nil, fmt.Errorf("grafiek %s: %w", c.ID, err)
	}
	return b, nil
}

// svgHead is what the root element of a chart says.
type svgHead struct {
	id, title, desc string
	font            string // of every text
	width, height   int
	mm              float64
}

// Elements and attributes that a printed chart may have. Whatever else the engine gives goes: style (hover rules), script, data of the series.
var (
	svgElements   = words("svg g rect path text tspan defs clipPath pattern circle ellipse line polygon polyline linearGradient stop use")
	svgAttributes = words(`d x y x1 y1 x2 y2 cx cy r rx ry width height points transform fill fill-opacity fill-rule stroke stroke-width stroke-opacity
		stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit paint-order opacity text-anchor
		style clip-path id patternUnits patternTransform offset stop-color stop-opacity href`)
)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// printReady copies what the engine drew, element by element, into a document of our own.
func printReady(raw string, head svgHead) ([]byte, error) {
	in := xml.NewDecoder(strings.NewReader(raw))
	out := &svgWriter{ids: map[string]string{}, prefix: head.id, font: "font-family:" + head.font + ";"}
	skip := 0
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("de SVG van ECharts is niet te lezen: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch {
			case skip > 0 || !svgElements[t.Name.Local]:
				skip++
			case t.Name.Local == "svg":
				out.root(head)
			default:
				out.start(t)
			}
		case xml.EndElement:
			if skip > 0 {
				skip--
				continue
			}
			out.end(t)
		case xml.CharData:
			if skip == 0 && out.inText > 0 {
				out.escape(string(t))
			}
		}
	}
	return append(out.Bytes(), '\n'), nil
}

// svgWriter writes the elements of a chart.
type svgWriter struct {
	bytes.Buffer
	prefix string
	font   string            // style that the root carries, and a text need not
	ids    map[string]string // id of the engine to ours
	inText int
	open   bool // the last start tag is still without its ">"
}

func (w *svgWriter) root(h svgHead) {
	size := fmt.Sprintf(`width="%d" height="%d"`, h.width, h.height)
	if h.mm > 0 {
		size = fmt.Sprintf(`width="%smm" height="%smm"`, px(drawn(h.mm)), px(drawn(h.mm*float64(h.height)/float64(h.width))))
	}
	fmt.Fprintf(w, svgStart+` %s viewBox="0 0 %d %d" role="img" lang="nl" `+svgMark, size, h.width, h.height, w.prefix, w.prefix)
	w.WriteString(` font-family="`)
	w.escape(h.font)
	w.WriteString(`">`)
	fmt.Fprintf(w, "\n<title id=\"%s-titel\">", w.prefix)
	w.escape(h.title)
	fmt.Fprintf(w, "</title>\n<desc id=\"%s-uitleg\">", w.prefix)
	w.escape(h.desc)
	w.WriteString("</desc>")
}

func (w *svgWriter) start(t xml.StartElement) {
	w.closeTag()
	if w.inText == 0 {
		w.WriteByte('\n')
	}
	w.WriteString("<" + t.Name.Local)
	if t.Name.Local == "text" {
		t.Attr = onBaseline(t.Attr)
	}
	for _, a := range t.Attr {
		if !svgAttributes[a.Name.Local] {
			continue
		}
		w.WriteString(" " + a.Name.Local + `="`)
		w.escape(w.attribute(a.Name.Local, a.Value))
		w.WriteByte('"')
	}
	w.open = true
	if t.Name.Local == "text" || t.Name.Local == "tspan" {
		w.inText++
		w.closeTag()
	}
}

// centralBaseline is how far the middle of a line of Liberation Sans lies above its baseline, in font sizes: half of ascent less descent.
const centralBaseline = 0.3465

var fontSize = regexp.MustCompile(`font(?:-size)?:[^;]*?([\d.]+)px`)

// onBaseline moves a text that is centred on its line to the baseline: drawing programs and Word do not know dominant-baseline.
func onBaseline(attrs []xml.Attr) []xml.Attr {
	y, size, central := 0.0, 0.0, false
	kept := attrs[:0:0]
	for _, a := range attrs {
		switch a.Name.Local {
		case "y":
			y, _ = strconv.ParseFloat(a.Value, 64) // ECharts writes numbers only
			continue
		case "dominant-baseline":
			central = a.Value == "central"
			continue
		case "style":
			if m := fontSize.FindStringSubmatch(a.Value); m != nil {
				size, _ = strconv.ParseFloat(m[1], 64) // the pattern admits a number only
			}
		}
		kept = append(kept, a)
	}
	if central {
		y += centralBaseline * size
	}
	return append(kept, xml.Attr{Name: xml.Name{Local: "y"}, Value: px(drawn(y))})
}

func (w *svgWriter) end(t xml.EndElement) {
	if w.open && t.Name.Local != "svg" {
		w.WriteString("/>")
		w.open = false
		return
	}
	if t.Name.Local == "text" || t.Name.Local == "tspan" {
		w.inText--
	} else {
		w.WriteByte('\n')
	}
	w.WriteString("</" + t.Name.Local + ">")
}

func (w *svgWriter) closeTag() {
	if w.open {
		w.WriteByte('>')
		w.open = false
	}
}

func (w *svgWriter) escape(s string) {
	// EscapeText fails only where its writer does; a Buffer does not.
	_ = xml.EscapeText(w, []byte(s))
}

var reference = regexp.MustCompile(`url\(#([^)]+)\)`)

// attribute gives ids names of our own, numbered within the file. The engine numbers them over all charts that it drew.
func (w *svgWriter) attribute(name, value string) string {
	switch name {
	case "id":
		return w.id(value)
	case "href":
		return "#" + w.id(strings.TrimPrefix(value, "#"))
	}
	value = strings.ReplaceAll(value, w.font, "")
	return reference.ReplaceAllStringFunc(value, func(m string) string { return "url(#" + w.id(reference.FindStringSubmatch(m)[1]) + ")" })
}

func (w *svgWriter) id(theirs string) string {
	if _, ok := w.ids[theirs]; !ok {
		w.ids[theirs] = w.prefix + "-" + strconv.Itoa(len(w.ids)+1)
	}
	return w.ids[theirs]
}
