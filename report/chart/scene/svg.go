package scene

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"strings"
)

// fallbackFonts are the fonts whose widths were measured, and what else may stand in for them.
const fallbackFonts = "Arial, 'Liberation Sans', Helvetica, sans-serif"

// WriteSVG writes the picture as a file of its own. It uses only what every program draws: text, path, rect, line,
// circle, g, title and desc.
func (s *Scene) WriteSVG(w io.Writer) error { return s.writeSVG(w, "", true) }

// WriteInlineSVG writes the svg element that stands in a web page. Every id in it begins with the prefix, which must
// differ from chart to chart.
func (s *Scene) WriteInlineSVG(w io.Writer, prefix string) error {
	return s.writeSVG(w, identifier(prefix), false)
}

func (s *Scene) writeSVG(w io.Writer, prefix string, file bool) error {
	if err := s.check(); err != nil {
		return err
	}
	v := &svgWriter{prefix: prefix}
	if file {
		v.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	}
	v.head(s)
	if s.Background.visible() {
		v.rect(Rect{W: s.Width, H: s.Height, Fill: s.Background})
	}
	paintAll(v, s.Items)
	v.raw("</svg>")
	if file {
		v.raw("\n")
	}
	_, err := w.Write(v.Bytes())
	return err
}

// svgWriter is the painter of SVG.
type svgWriter struct {
	bytes.Buffer
	prefix string
}

func (v *svgWriter) raw(s string) { v.WriteString(s) }

// start opens a tag on a line of its own.
func (v *svgWriter) start(tag string) { v.raw("<" + tag) }

func (v *svgWriter) head(s *Scene) {
	v.start("svg")
	v.attr("xmlns", "http://www.w3.org/2000/svg")
	v.attr("width", number(s.Width/MM)+"mm")
	v.attr("height", number(s.Height/MM)+"mm")
	v.attr("viewBox", "0 0 "+number(s.Width)+" "+number(s.Height))
	v.attr("role", "img")
	if language := identifier(s.Language); language != "" {
		v.attr("lang", language)
		v.attr("xml:lang", language)
	}
	var names []string
	if s.Title != "" {
		names = append(names, v.prefix+"title")
	}
	if s.Description != "" {
		names = append(names, v.prefix+"desc")
	}
	if len(names) > 0 {
		v.attr("aria-labelledby", strings.Join(names, " "))
	}
	v.attr("font-family", family(s.FontFamily))
	v.attr("text-rendering", "geometricPrecision")
	v.raw(">\n")
	v.element("title", v.prefix+"title", s.Title)
	v.element("desc", v.prefix+"desc", s.Description)
}

// family puts the font of the house in front of the measured ones.
func family(house string) string {
	house = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`'"\;{}<>&,`, r) {
			return -1
		}
		return r
	}, clean(house))
	if house == "" {
		return fallbackFonts
	}
	return "'" + house + "', " + fallbackFonts
}

// element writes a title or desc, unless it is empty.
func (v *svgWriter) element(tag, id, content string) {
	if content = clean(content); content == "" {
		return
	}
	v.start(tag)
	if id != "" {
		v.attr("id", id)
	}
	v.raw(">" + escape(content) + "</" + tag + ">\n")
}

// attr writes an attribute.
func (v *svgWriter) attr(name, value string) {
	v.raw(" " + name + `="` + escape(value) + `"`)
}

func (v *svgWriter) num(name string, value float64) { v.attr(name, number(value)) }

func (v *svgWriter) fill(c Color) {
	if !c.visible() {
		v.attr("fill", "none")
		return
	}
	v.attr("fill", c.String())
	if c.A < 255 {
		v.num("fill-opacity", c.opacity())
	}
}

func (v *svgWriter) stroke(s Stroke) {
	if !s.visible() {
		return
	}
	v.attr("stroke", s.Color.String())
	if s.Color.A < 255 {
		v.num("stroke-opacity", s.Color.opacity())
	}
	v.num("stroke-width", s.Width)
	var dashes []string
	for _, d := range s.dashes() {
		dashes = append(dashes, number(d))
	}
	if dashes != nil {
		v.attr("stroke-dasharray", strings.Join(dashes, " "))
	}
	switch s.Cap {
	case Round:
		v.attr("stroke-linecap", "round")
	case Square:
		v.attr("stroke-linecap", "square")
	}
}

// number writes a length to a hundredth of a point, which is finer than any printer.
func number(f float64) string {
	f = math.Round(f*100) / 100
	if f == 0 {
		return "0"
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// identifier makes an id that any program takes.
func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, s)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

func escape(s string) string { return escaper.Replace(s) }
