package scene

import (
	"errors"
	"math"
	"time"
)

// MM is a millimetre in points: write 12*MM for twelve millimetres.
const MM = 72 / 25.4

// Scene is a picture of a fixed size. Every length in it is in points.
type Scene struct {
	// Width and Height are in points.
	Width, Height float64
	// Background fills the picture; the zero Color leaves it transparent.
	Background Color
	// Language is the language of the texts as BCP 47 writes it.
	Language string
	// Title and Description are what a screen reader says, and the title and subject of a PDF.
	Title, Description string
	// FontFamily is put before Arial and Liberation Sans in an SVG. PNG and PDF always have Liberation Sans, and so
	// have the measured widths.
	FontFamily string
	// Date stands in the properties of a PDF; without one it is 1 January 2000, for the clock is never read.
	Date time.Time
	// Items are drawn in order, the first at the back.
	Items []Item
}

// New gives an empty white picture, in Dutch. Width and height are in millimetres.
func New(width, height float64) *Scene {
	return &Scene{Width: width * MM, Height: height * MM, Background: White, Language: "nl-NL"}
}

// Add puts items in front of what is there.
func (s *Scene) Add(items ...Item) { s.Items = append(s.Items, items...) }

// Item is something to draw: Rect, Line, Circle, Path, Hatch, Text or *Group.
type Item interface{ paint(painter) }

// painter turns primitives into the marks of a file format. Everything between open and close lies in a group, with
// its offset.
type painter interface {
	open(*Group)
	close()
	rect(Rect)
	line(Line)
	circle(Circle)
	path(Path)
	text(Text)
}

// Errors of a picture that cannot be written.
var (
	ErrSize   = errors.New("scene: width and height must lie between 0 and 10 metres")
	ErrNumber = errors.New("scene: a coordinate or size is not a usable number")
	ErrDPI    = errors.New("scene: the picture has no pixels, or more than 400 million")
)

// longest is the longest side of a picture and the largest coordinate, in points: 10 metres.
const longest = 10_000 * MM

// check refuses what no file can hold.
func (s *Scene) check() error {
	if !(s.Width > 0 && s.Width <= longest && s.Height > 0 && s.Height <= longest) {
		return ErrSize
	}
	c := &checker{}
	paintAll(c, s.Items)
	if c.bad {
		return ErrNumber
	}
	return nil
}

func paintAll(p painter, items []Item) {
	for _, it := range items {
		it.paint(p)
	}
}

// checker is a painter that notices numbers that are not finite or absurdly large.
type checker struct{ bad bool }

func (c *checker) numbers(all ...float64) {
	for _, v := range all {
		if !(math.Abs(v) <= longest) {
			c.bad = true
		}
	}
}

func (c *checker) stroke(s Stroke) {
	c.numbers(s.Width)
	c.numbers(s.Dash...)
}

func (c *checker) open(g *Group) { c.numbers(g.X, g.Y) }
func (c *checker) close()        {}

func (c *checker) rect(r Rect) {
	c.numbers(r.X, r.Y, r.W, r.H, r.Radius)
	c.stroke(r.Stroke)
}

func (c *checker) line(l Line) {
	c.numbers(l.X1, l.Y1, l.X2, l.Y2)
	c.stroke(l.Stroke)
}

func (c *checker) circle(k Circle) {
	c.numbers(k.X, k.Y, k.R)
	c.stroke(k.Stroke)
}

func (c *checker) path(p Path) {
	for _, s := range p.Outline.segments {
		for _, q := range s.points {
			c.numbers(q.X, q.Y)
		}
	}
	c.stroke(p.Stroke)
}

func (c *checker) text(t Text) { c.numbers(t.X, t.Y, t.Font.Size, t.Rotate) }
