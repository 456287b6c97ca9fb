package echarts

import (
	"fmt"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

const (
	// unitsPerEm is the scale of the width tables: a thousandth of the font size.
	unitsPerEm = 1000
	// otherWidth is the width of a character outside the tables, wideWidth of one from the blocks of ideographs and
	// emoji.
	otherWidth = 600
	wideWidth  = 1000
	// firstWide is where the blocks of wide characters begin (CJK Radicals).
	firstWide = 0x2E80
)

// measured lists the ranges of characters that the width tables hold: Latin with its extensions, general punctuation,
// currency, arrows, mathematical signs and geometric shapes.
var measured = [][2]rune{{0x20, 0x24F}, {0x2010, 0x2027}, {0x2030, 0x205E}, {0x20A0, 0x20BF}, {0x2190, 0x2199},
	{0x2212, 0x2212}, {0x2260, 0x2265}, {0x25A0, 0x25CF}}

// invisible lists the ranges of characters without a width: control characters, combining marks, joiners, direction
// marks and variation selectors.
var invisible = [][2]rune{{0x00, 0x1F}, {0x300, 0x36F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},
	{0xFE00, 0xFE0F}}

// widths maps a character to its width in thousandths of the font size.
type widths map[rune]int

// fonts holds the width tables of the regular and the bold face.
var fonts = sync.OnceValue(func() [2]widths {
	return [2]widths{readWidths(liberationsansregular.TTF), readWidths(liberationsansbold.TTF)}
})

// readWidths reads the advance widths of a font that is part of the program; a font that cannot be read is a broken
// build.
func readWidths(ttf []byte) widths {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(fmt.Sprintf("embedded font: %v", err))
	}
	var buffer sfnt.Buffer
	table := widths{}
	for _, r := range measured {
		for c := r[0]; c <= r[1]; c++ {
			glyph, err := f.GlyphIndex(&buffer, c)
			if err != nil || glyph == 0 {
				continue
			}
			advance, err := f.GlyphAdvance(&buffer, glyph, fixed.I(unitsPerEm), font.HintingNone)
			if err == nil {
				table[c] = advance.Round()
			}
		}
	}
	for _, r := range invisible {
		for c := r[0]; c <= r[1]; c++ {
			table[c] = 0
		}
	}
	return table
}

// width gives the width of one character in thousandths of the font size.
func (w widths) width(c rune) int {
	if n, ok := w[c]; ok {
		return n
	}
	if c >= firstWide {
		return wideWidth
	}
	return otherWidth
}

// TextWidth gives the width of one line of text in Arial or Liberation Sans, in the unit of size.
func TextWidth(text string, size float64, bold bool) float64 {
	table := fonts()[0]
	if bold {
		table = fonts()[1]
	}
	total := 0
	for _, c := range text {
		total += table.width(c)
	}
	return float64(total) * size / unitsPerEm
}
