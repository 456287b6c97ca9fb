package logo

import (
	"encoding/xml"
	"math"
	"slices"

	"herstel/report/chart/scene"
)

// largest is the largest coordinate that a logo may have.
const largest = 20000

// quarter is the distance of the control points of a quarter of a circle with radius 1, within 0.03% of the circle.
const quarter = 0.5522847498307936

// shape adds what an element draws.
func (p *parser) shape(name string, e xml.StartElement, g graphics) error {
	var o outline
	ok := true
	at := func(name string) float64 {
		text := attribute(e, name)
		if text == "" {
			return 0
		}
		v, known := length(text)
		ok = ok && known
		return v
	}
	switch name {
	case "path":
		o, ok = pathData(attribute(e, "d"))
	case "rect":
		o = rectangle(at("x"), at("y"), at("width"), at("height"), at("rx"), at("ry"))
	case "circle":
		r := at("r")
		o = ellipse(at("cx"), at("cy"), r, r)
	case "ellipse":
		o = ellipse(at("cx"), at("cy"), at("rx"), at("ry"))
	case "line":
		o = polygon([]float64{at("x1"), at("y1"), at("x2"), at("y2")}, false)
		g.fill = scene.Color{}
	case "polyline", "polygon":
		points := numbers(attribute(e, "points"))
		ok = len(points)%2 == 0
		o = polygon(points, name == "polygon")
	default:
		return p.fail("het logo bevat een onderdeel dat herstel niet kan tekenen", hintSimple)
	}
	if !ok || !o.finite() {
		return p.fail("een vorm in het logo is niet te lezen", hintSimple)
	}
	p.shapes++
	p.steps += len(o)
	if p.shapes > mostShapes || p.steps > mostSteps || g.evenOdd && len(o.parts()) > mostParts {
		return p.fail("het logo heeft te veel vormen", hintSimple)
	}
	p.draw(o, g)
	return nil
}

// draw puts an outline in the scene.
func (p *parser) draw(o outline, g graphics) {
	if g.hidden || len(o) == 0 {
		return
	}
	if g.evenOdd {
		o = o.alternating()
	}
	path := scene.Path{Fill: faded(g.fill, g.opacity*g.fillOpacity)}
	for _, s := range o {
		q := s.points
		for i := range q {
			q[i] = g.at.At(q[i])
		}
		switch s.verb {
		case 'M':
			path.Outline.Move(q[0].X, q[0].Y)
		case 'L':
			path.Outline.Line(q[0].X, q[0].Y)
		case 'C':
			path.Outline.Curve(q[0].X, q[0].Y, q[1].X, q[1].Y, q[2].X, q[2].Y)
		case 'Z':
			path.Outline.Close()
		}
	}
	if color := faded(g.stroke, g.opacity*g.strokeOpacity); color.A > 0 {
		path.Stroke = scene.Stroke{Color: color, Width: g.strokeWidth * g.at.Scale()}
		switch {
		case g.roundEnds:
			path.Stroke.Cap = scene.Round
		case g.squareEnds:
			path.Stroke.Cap = scene.Square
		}
	}
	if path.Fill.A > 0 || path.Stroke.Width > 0 {
		p.out.Add(path)
	}
}

func faded(c scene.Color, share float64) scene.Color {
	c.A = uint8(math.Round(float64(c.A) * share))
	return c
}

func rectangle(x, y, w, h, rx, ry float64) outline {
	if w <= 0 || h <= 0 {
		return nil
	}
	if rx == 0 {
		rx = ry
	}
	if ry == 0 {
		ry = rx
	}
	rx, ry = min(max(rx, 0), w/2), min(max(ry, 0), h/2)
	var o outline
	if rx == 0 || ry == 0 {
		return polygon([]float64{x, y, x + w, y, x + w, y + h, x, y + h}, true)
	}
	kx, ky := rx*(1-quarter), ry*(1-quarter)
	o.move(x+rx, y)
	o.line(x+w-rx, y)
	o.curve(x+w-kx, y, x+w, y+ky, x+w, y+ry)
	o.line(x+w, y+h-ry)
	o.curve(x+w, y+h-ky, x+w-kx, y+h, x+w-rx, y+h)
	o.line(x+rx, y+h)
	o.curve(x+kx, y+h, x, y+h-ky, x, y+h-ry)
	o.line(x, y+ry)
	o.curve(x, y+ky, x+kx, y, x+rx, y)
	o.close()
	return o
}

func ellipse(x, y, rx, ry float64) outline {
	if rx <= 0 || ry <= 0 {
		return nil
	}
	return rectangle(x-rx, y-ry, 2*rx, 2*ry, rx, ry)
}

func polygon(points []float64, closed bool) outline {
	var o outline
	for pair := range slices.Chunk(points, 2) {
		switch {
		case len(pair) < 2:
		case len(o) == 0:
			o.move(pair[0], pair[1])
		default:
			o.line(pair[0], pair[1])
		}
	}
	if closed && len(o) > 0 {
		o.close()
	}
	return o
}
