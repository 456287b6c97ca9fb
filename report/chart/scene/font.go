package scene

import (
	"fmt"
	"sync"
	"unicode"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

const (
	// unitsPerEm is the grid of Liberation Sans: a font size has 2048 units.
	unitsPerEm = 2048
	// otherAdvance is the width of a character that the font lacks, wideAdvance that of one from the blocks of
	// ideographs and emoji.
	otherAdvance = unitsPerEm * 6 / 10
	wideAdvance  = unitsPerEm
	// firstWide is where the blocks of wide characters begin (CJK Radicals).
	firstWide = 0x2E80
)

// slant is the tangent of the angle of italics: 12 degrees, that of Liberation Sans Italic, whose widths are those of
// the upright face.
const slant = 0.2126

// face is one weight of Liberation Sans. What was read of it is kept.
type face struct {
	ttf    []byte
	mu     sync.Mutex
	font   *sfnt.Font
	buffer sfnt.Buffer
	glyphs map[rune]*glyph
	kerns  map[[2]sfnt.GlyphIndex]int
}

// glyph is the shape of a character on the grid of the font, y down and 0 on the baseline.
type glyph struct {
	index   sfnt.GlyphIndex
	advance int
	outline Outline
	// missing tells that the font lacks the character, or a PDF cannot name it: it is drawn as a box.
	missing bool
	// stiff tells that the character is never kerned: a digit, so that columns of numbers line up, or a space;
	// programs that draw SVG do the same.
	stiff bool
}

var regular, bold = &face{ttf: liberationsansregular.TTF}, &face{ttf: liberationsansbold.TTF}

// load parses the font, which is part of the program: one that cannot be read is a broken build.
func (f *face) load() {
	if f.font != nil {
		return
	}
	parsed, err := sfnt.Parse(f.ttf)
	if err != nil {
		panic(fmt.Sprintf("embedded font: %v", err))
	}
	f.font, f.glyphs, f.kerns = parsed, map[rune]*glyph{}, map[[2]sfnt.GlyphIndex]int{}
}

// lookup gives the glyph of a character. The lock is held.
func (f *face) lookup(c rune) *glyph {
	if g := f.glyphs[c]; g != nil {
		return g
	}
	g := f.read(c)
	f.glyphs[c] = g
	return g
}

func (f *face) read(c rune) *glyph {
	index, err := f.font.GlyphIndex(&f.buffer, c)
	if err != nil || index == 0 || c > 0xFFFF {
		return missingGlyph(c)
	}
	g := &glyph{index: index, stiff: unicode.IsDigit(c) || unicode.IsSpace(c)}
	advance, err := f.font.GlyphAdvance(&f.buffer, index, fixed.I(unitsPerEm), font.HintingNone)
	if err != nil {
		return missingGlyph(c)
	}
	if !combining(c) {
		g.advance = advance.Round()
	}
	segments, err := f.font.LoadGlyph(&f.buffer, index, fixed.I(unitsPerEm), nil)
	if err != nil {
		return missingGlyph(c)
	}
	for _, s := range segments {
		g.outline.addGlyph(s)
	}
	return g
}

// missingGlyph is an open box, or nothing for a space that the font lacks.
func missingGlyph(c rune) *glyph {
	g := &glyph{advance: otherAdvance, missing: true}
	switch {
	case combining(c):
		g.advance = 0
		return g
	case c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F:
		g.advance = unitsPerEm / 5
		return g
	case c >= firstWide:
		g.advance = wideAdvance
	}
	const left, top, line = 150, 1409, 120
	w := float64(g.advance) - 2*left
	g.outline = Polygon(P(left, -top), P(left+w, -top), P(left+w, 0), P(left, 0))
	inner := Polygon(P(left+line, -line), P(left+w-line, -line), P(left+w-line, line-top), P(left+line, line-top))
	g.outline.Append(inner)
	return g
}

// addGlyph adds a step of a glyph; a quadratic curve becomes the same cubic one.
func (o *Outline) addGlyph(s sfnt.Segment) {
	at := func(i int) (x, y float64) { return float64(s.Args[i].X) / 64, float64(s.Args[i].Y) / 64 }
	x, y := at(0)
	switch s.Op {
	case sfnt.SegmentOpMoveTo:
		if !o.Empty() {
			o.Close()
		}
		o.Move(x, y)
	case sfnt.SegmentOpLineTo:
		o.Line(x, y)
	case sfnt.SegmentOpQuadTo:
		last := o.segments[len(o.segments)-1].points
		from := last[len(last)-1]
		x2, y2 := at(1)
		o.Curve(from.X+(x-from.X)*2/3, from.Y+(y-from.Y)*2/3, x2+(x-x2)*2/3, y2+(y-y2)*2/3, x2, y2)
	case sfnt.SegmentOpCubeTo:
		x2, y2 := at(1)
		x3, y3 := at(2)
		o.Curve(x, y, x2, y2, x3, y3)
	}
}

// kern is how much the font moves the second of two glyphs. The lock is held.
func (f *face) kern(a, b *glyph) int {
	if a.missing || b.missing || a.stiff || b.stiff {
		return 0
	}
	key := [2]sfnt.GlyphIndex{a.index, b.index}
	if k, ok := f.kerns[key]; ok {
		return k
	}
	k := 0
	if move, err := f.font.Kern(&f.buffer, a.index, b.index, fixed.I(unitsPerEm), font.HintingNone); err == nil {
		k = move.Round()
	}
	f.kerns[key] = k
	return k
}

// placed is a character where it stands: x on the grid of the font, from the start of the text.
type placed struct {
	char  rune
	glyph *glyph
	x     int
}

// layout puts the characters of a clean text one after the other, kerned, and gives the width of all.
func (f *face) layout(text string) (chars []placed, width int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.load()
	chars = make([]placed, 0, len(text))
	var before *glyph
	for _, c := range text {
		g := f.lookup(c)
		if before != nil {
			width += f.kern(before, g)
		}
		chars = append(chars, placed{c, g, width})
		width += g.advance
		before = g
	}
	return chars, width
}
