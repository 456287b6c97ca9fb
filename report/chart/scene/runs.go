package scene

import "math"

// run is a piece of text that a PDF reader spaces as we do: without kerning in it.
type run struct {
	text  string
	x     int
	glyph *glyph
	box   bool
}

// runs cuts a text where its characters are kerned, and around what the font lacks or what takes no room.
func runs(chars []placed) []run {
	var all []run
	next := math.MinInt
	for _, c := range chars {
		if c.glyph.missing {
			all = append(all, run{x: c.x, glyph: c.glyph, box: true})
			next = math.MinInt
			continue
		}
		if c.x != next {
			all = append(all, run{x: c.x})
		}
		all[len(all)-1].text += string(c.char)
		next = c.x + c.glyph.advance
		if c.glyph.advance == 0 {
			next = math.MinInt
		}
	}
	return all
}
