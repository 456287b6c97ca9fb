package logo

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"herstel/report/chart/scene"
)

// Error tells in Dutch why a logo cannot be used, and what to do.
type Error struct {
	Line int // of the file, from 1; 0: the file as a whole
	What string
	Hint string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.What
	}
	return fmt.Sprintf("regel %d: %s", e.Line, e.What)
}

// The hints of the errors.
const (
	hintSimple = "vraag wie het logo maakte om een SVG met alleen vormen in effen kleuren"
	hintText   = "zet in het tekenprogramma de tekst om in vormen, en sla het logo opnieuw op als SVG"
	hintSVG    = "sla het logo op als SVG"
)

// MostBytes is the largest logo that is read.
const MostBytes = 1 << 20

// What bounds the work for a logo.
const (
	mostShapes = 5000   // elements that draw
	mostSteps  = 50_000 // lines and curves
	mostParts  = 500    // of one shape that is filled by the rule of even and odd
)

// Parse reads a logo from SVG. Its size in points is that of the viewBox. Errors are of type *Error, but for those of
// r itself.
func Parse(r io.Reader) (*scene.Scene, error) {
	data, err := io.ReadAll(io.LimitReader(r, MostBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MostBytes {
		return nil, &Error{What: "het logo is groter dan 1 MB", Hint: hintSimple}
	}
	p := &parser{decoder: xml.NewDecoder(strings.NewReader(string(data))), classes: map[string][]property{}}
	p.decoder.Entity = map[string]string{}
	if err := p.file(); err != nil {
		return nil, err
	}
	return p.finish()
}

// parser walks through the elements of a file.
type parser struct {
	decoder *xml.Decoder
	out     *scene.Scene
	classes map[string][]property
	stack   []graphics
	shapes  int
	steps   int
}

func (p *parser) fail(what, hint string) error {
	line, _ := p.decoder.InputPos()
	return &Error{line, what, hint}
}

// silent are elements that draw nothing and are skipped with all that is in them.
var silent = map[string]bool{"title": true, "desc": true, "metadata": true}

const namespace = "http://www.w3.org/2000/svg"

// refused are elements that a scene cannot draw, with what to do.
var refused = map[string]struct{ what, hint string }{
	"text":          {"het logo bevat tekst", hintText},
	"image":         {"het logo bevat een foto", hintSimple},
	"script":        {"het logo bevat een programma", hintSimple},
	"foreignObject": {"het logo bevat een stuk webpagina", hintSimple},
	"use":           {"het logo verwijst naar een andere vorm", hintSimple},
	"switch":        {"het logo bevat een keuze tussen vormen", hintSimple},
	"a":             {"het logo bevat een link", hintSimple},
}

func (p *parser) file() error {
	for {
		token, err := p.decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return p.fail("dit is geen leesbaar SVG-bestand", hintSVG)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := p.open(t); err != nil {
				return err
			}
		case xml.EndElement:
			p.stack = p.stack[:len(p.stack)-1]
		}
	}
}

func (p *parser) finish() (*scene.Scene, error) {
	switch {
	case p.out == nil:
		return nil, &Error{What: "dit is geen SVG-bestand", Hint: hintSVG}
	case len(p.out.Items) == 0:
		return nil, &Error{What: "in het logo staat geen vorm die te tekenen is", Hint: hintSimple}
	}
	if p.out.WriteSVG(io.Discard) != nil {
		return nil, &Error{What: "de maat van het logo is niet te gebruiken", Hint: hintSimple}
	}
	return p.out, nil
}

// open takes in one element.
func (p *parser) open(e xml.StartElement) error {
	name := e.Name.Local
	if p.out == nil {
		if name != "svg" {
			return p.fail("dit is geen SVG-bestand", hintSVG)
		}
		return p.root(e)
	}
	if why, ok := refused[name]; ok {
		return p.fail(why.what, why.hint)
	}
	if silent[name] || e.Name.Space != namespace && e.Name.Space != "" {
		return p.skip()
	}
	if name == "style" {
		return p.styleSheet()
	}
	if name == "defs" {
		return p.definitions()
	}
	g, err := p.inherit(e)
	if err != nil {
		return err
	}
	p.stack = append(p.stack, g)
	if name == "g" {
		return nil
	}
	return p.shape(name, e, g)
}

// skip reads past an element that draws nothing.
func (p *parser) skip() error {
	if p.decoder.Skip() != nil {
		return p.fail("dit is geen leesbaar SVG-bestand", hintSVG)
	}
	return nil
}

// definitions reads the styles among the definitions. Shapes that are defined there are drawn by a reference alone,
// and a reference is refused.
func (p *parser) definitions() error {
	depth := 0
	for {
		token, err := p.decoder.Token()
		if err != nil {
			return p.fail("dit is geen leesbaar SVG-bestand", hintSVG)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "style" {
				if err := p.styleSheet(); err != nil {
					return err
				}
				continue
			}
			depth++
		case xml.EndElement:
			if depth == 0 {
				return nil
			}
			depth--
		}
	}
}

// root reads the size of the picture.
func (p *parser) root(e xml.StartElement) error {
	box := numbers(attribute(e, "viewBox"))
	if len(box) != 4 {
		width, okWidth := length(attribute(e, "width"))
		height, okHeight := length(attribute(e, "height"))
		if !okWidth || !okHeight {
			return p.fail("het logo heeft geen maat (viewBox)", hintSimple)
		}
		box = []float64{0, 0, width, height}
	}
	if !(box[2] > 0 && box[2] <= largest && box[3] > 0 && box[3] <= largest) {
		return p.fail("de maat van het logo is niet te gebruiken", hintSimple)
	}
	p.out = &scene.Scene{Width: box[2], Height: box[3]}
	g := graphics{at: scene.Translation(-box[0], -box[1]), fill: scene.Black, opacity: 1, fillOpacity: 1,
		strokeOpacity: 1, strokeWidth: 1}
	if err := g.set(p, e); err != nil {
		return err
	}
	p.stack = append(p.stack, g)
	return nil
}

// inherit gives the graphics of an element inside the present one.
func (p *parser) inherit(e xml.StartElement) (graphics, error) {
	g := p.stack[len(p.stack)-1]
	m, ok := transform(attribute(e, "transform"))
	if !ok {
		return g, p.fail("een vorm in het logo is op een onbekende manier verschoven of gedraaid", hintSimple)
	}
	g.at = g.at.Times(m)
	return g, g.set(p, e)
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && (a.Name.Space == "" || a.Name.Space == e.Name.Space) {
			return a.Value
		}
	}
	return ""
}
