package scene

import "math"

// Font is a size and a weight of Liberation Sans, which has the widths of Arial.
type Font struct {
	// Size is in points.
	Size float64
	Bold bool
	// Italic is a slanted upright in PNG and PDF: the same widths.
	Italic bool
}

// The heights of Liberation Sans, as a share of the font size.
const (
	ascent    = 0.905
	descent   = 0.212
	capHeight = 1409.0 / unitsPerEm
	xHeight   = 1082.0 / unitsPerEm
)

// leading is the distance between two baselines, as a share of the font size.
const leading = 1.25

// Bolder gives the bold font of this size.
func (f Font) Bolder() Font {
	f.Bold = true
	return f
}

// Resize gives this font in another size.
func (f Font) Resize(size float64) Font {
	f.Size = size
	return f
}

// Width gives the width of one line of text in points, as all three writers draw it.
func (f Font) Width(text string) float64 {
	_, w := f.face().layout(clean(text))
	return float64(w) * f.Size / unitsPerEm
}

// Ascent is the height of the tallest letters above the baseline, Descent the depth of the lowest below it, CapHeight
// the height of a capital or a digit, XHeight that of a small x, Leading the usual distance between two baselines;
// all in points.
func (f Font) Ascent() float64 { return ascent * f.Size }

// Descent is described at Ascent.
func (f Font) Descent() float64 { return descent * f.Size }

// CapHeight is described at Ascent.
func (f Font) CapHeight() float64 { return capHeight * f.Size }

// XHeight is described at Ascent.
func (f Font) XHeight() float64 { return xHeight * f.Size }

// Leading is described at Ascent.
func (f Font) Leading() float64 { return leading * f.Size }

// BlockHeight is the height of lines under one another, from the top of the capitals of the first to the baseline of
// the last.
func (f Font) BlockHeight(lines int) float64 {
	if lines < 1 {
		return 0
	}
	return f.CapHeight() + f.Leading()*float64(lines-1)
}

func (f Font) face() *face {
	if f.Bold {
		return bold
	}
	return regular
}

// Anchor is the place in a line of text that stands at X.
type Anchor int

// The places in a line of text.
const (
	Start Anchor = iota
	Middle
	End
)

// Baseline is the height in a line of text that stands at Y.
type Baseline int

// The heights in a line of text.
const (
	OnBaseline Baseline = iota // the foot of the letters
	AtMiddle                   // half the height of a capital or digit: lines up with the middle of a bar or dot
	AtTop                      // the top of a capital or digit
	AtBottom                   // the foot of the letters that hang lowest
)

// Text is one line of text. White space is collapsed, and what cannot be drawn is left out.
type Text struct {
	X, Y     float64
	Content  string
	Font     Font
	Color    Color
	Anchor   Anchor
	Baseline Baseline
	// Rotate turns the text clockwise around X, Y, in degrees.
	Rotate float64
}

func (t Text) paint(p painter) {
	t.Content = clean(t.Content)
	if t.Content == "" || !t.Color.visible() || t.Font.Size <= 0 {
		return
	}
	p.text(t)
}

// Width is the width of the text in points.
func (t Text) Width() float64 { return t.Font.Width(t.Content) }

// drop is how far the baseline lies under Y.
func (t Text) drop() float64 {
	switch t.Baseline {
	case AtMiddle:
		return t.Font.CapHeight() / 2
	case AtTop:
		return t.Font.CapHeight()
	case AtBottom:
		return -t.Font.Descent()
	}
	return 0
}

// indent is how far the first character lies from X.
func (t Text) indent() float64 {
	if t.Anchor == Start {
		return 0
	}
	return t.Anchor.shift(t.Width())
}

// shift is how far something of a width begins from the place it is anchored at.
func (a Anchor) shift(width float64) float64 {
	switch a {
	case Middle:
		return -width / 2
	case End:
		return -width
	}
	return 0
}

// Box is what the text covers: its width, from the ascent to the descent.
func (t Text) Box() Box {
	x, y := t.indent(), t.drop()
	left, right, top, bottom := x, x+t.Width(), y-t.Font.Ascent(), y+t.Font.Descent()
	sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
	corners := []Point{{left, top}, {right, top}, {left, bottom}, {right, bottom}}
	for i, q := range corners {
		corners[i] = P(t.X+q.X*cos-q.Y*sin, t.Y+q.X*sin+q.Y*cos)
	}
	return boxAround(corners...)
}

// Block gives the lines under one another, the first where t stands. Leading is from baseline to baseline; 0 is the
// usual.
func (t Text) Block(lines []string, leading float64) *Group {
	if leading == 0 {
		leading = t.Font.Leading()
	}
	g := &Group{}
	for i, line := range lines {
		sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
		row := t
		row.Content = line
		row.X -= sin * leading * float64(i)
		row.Y += cos * leading * float64(i)
		g.Add(row)
	}
	return g
}
