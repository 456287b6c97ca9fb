package logo

import (
	"encoding/xml"
	"strconv"
	"strings"

	"herstel/report/chart/scene"
)

// graphics is how the shapes of an element are drawn: what it inherits, changed by what it says itself.
type graphics struct {
	at                                     scene.Matrix
	fill, stroke                           scene.Color
	opacity, fillOpacity, strokeOpacity    float64
	strokeWidth                            float64
	hidden, evenOdd, roundEnds, squareEnds bool
}

// property is a declaration of CSS, or an attribute that says the same.
type property struct{ name, value string }

// set takes in the attributes, classes and style of an element, the weakest first.
func (g *graphics) set(p *parser, e xml.StartElement) error {
	var all []property
	for _, a := range e.Attr {
		if a.Name.Space == "" {
			all = append(all, property{a.Name.Local, a.Value})
		}
	}
	all = append(all, p.classes[e.Name.Local]...)
	for _, class := range strings.Fields(attribute(e, "class")) {
		all = append(all, p.classes["."+class]...)
	}
	all = append(all, declarations(attribute(e, "style"))...)
	for _, d := range all {
		if !g.apply(strings.TrimSpace(d.name), strings.TrimSpace(d.value)) {
			return p.fail("een vorm in het logo heeft een verloop, een masker, een filter of een onbekende kleur",
				hintSimple)
		}
	}
	return nil
}

// apply changes one property, and reports whether a scene can show it.
func (g *graphics) apply(name, value string) (ok bool) {
	ok = true
	switch name {
	case "fill":
		ok = paint(&g.fill, value)
	case "stroke":
		ok = paint(&g.stroke, value)
	case "opacity":
		var share float64
		share, ok = part(value)
		g.opacity *= share
	case "fill-opacity":
		g.fillOpacity, ok = part(value)
	case "stroke-opacity":
		g.strokeOpacity, ok = part(value)
	case "stroke-width":
		g.strokeWidth, ok = length(value)
	case "stroke-linecap":
		g.roundEnds, g.squareEnds = value == "round", value == "square"
	case "stroke-dasharray", "mask", "filter", "clip-path", "marker", "marker-start", "marker-end":
		ok = value == "none" || value == ""
	case "fill-rule":
		g.evenOdd = value == "evenodd"
	case "display":
		g.hidden = g.hidden || value == "none"
	case "visibility":
		g.hidden = g.hidden || value != "visible" && value != "inherit"
	case "mix-blend-mode":
		ok = value == "normal"
	}
	return ok
}

// paint reads a colour; none draws nothing.
func paint(c *scene.Color, value string) bool {
	switch value {
	case "none", "transparent":
		*c = scene.Color{}
		return true
	case "inherit", "":
		return true
	case "currentColor":
		*c = scene.Black
		return true
	}
	read, ok := color(value)
	if ok {
		*c = read
	}
	return ok
}

// color reads #rgb, #rrggbb, rgb(r, g, b) and the sixteen names of HTML 4.
func color(value string) (scene.Color, bool) {
	value = strings.ToLower(value)
	if hex, ok := names[value]; ok {
		value = hex
	}
	if len(value) == 4 && value[0] == '#' {
		value = "#" + strings.Repeat(value[1:2], 2) + strings.Repeat(value[2:3], 2) + strings.Repeat(value[3:4], 2)
	}
	if inside, ok := strings.CutPrefix(value, "rgb("); ok {
		n := numbers(strings.TrimSuffix(inside, ")"))
		if len(n) != 3 || strings.Contains(inside, "%") || min(n[0], n[1], n[2]) < 0 || max(n[0], n[1], n[2]) > 255 {
			return scene.Color{}, false
		}
		return scene.Color{R: uint8(n[0]), G: uint8(n[1]), B: uint8(n[2]), A: 255}, true
	}
	return scene.ParseColor(value)
}

var names = map[string]string{"black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000",
	"blue": "#0000ff", "yellow": "#ffff00", "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0",
	"maroon": "#800000", "olive": "#808000", "lime": "#00ff00", "aqua": "#00ffff", "teal": "#008080",
	"navy": "#000080", "fuchsia": "#ff00ff", "purple": "#800080", "orange": "#ffa500"}

// part reads a share, as 0.4 or 40%.
func part(value string) (float64, bool) {
	text, percent := strings.CutSuffix(value, "%")
	share, err := strconv.ParseFloat(text, 64)
	if percent {
		share /= 100
	}
	return share, err == nil && share >= 0 && share <= 1
}

// declarations reads "name: value; name: value".
func declarations(text string) []property {
	var list []property
	for one := range strings.SplitSeq(text, ";") {
		if name, value, ok := strings.Cut(one, ":"); ok {
			list = append(list, property{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
	return list
}

// styleSheet reads the rules of a style element: those of a class or of an element alone.
func (p *parser) styleSheet() error {
	var sheet strings.Builder
	for {
		token, err := p.decoder.Token()
		if err != nil {
			return p.fail("dit is geen leesbaar SVG-bestand", hintSVG)
		}
		if text, ok := token.(xml.CharData); ok {
			sheet.Write(text)
		}
		if _, ok := token.(xml.EndElement); ok {
			break
		}
		if _, ok := token.(xml.StartElement); ok {
			return p.fail("de stijlen van het logo zijn niet te lezen", hintSimple)
		}
	}
	for rule := range strings.SplitSeq(sheet.String(), "}") {
		selectors, body, ok := strings.Cut(rule, "{")
		if !ok {
			continue
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			selector = strings.TrimSpace(selector)
			if strings.ContainsAny(selector, " >+~[:#@*") || strings.Contains(selector, "/") {
				return p.fail("de stijlen van het logo zijn niet te lezen", hintSimple)
			}
			p.classes[selector] = append(p.classes[selector], declarations(body)...)
		}
	}
	return nil
}
