package scene

import (
	"encoding/binary"
	"image"
	"io"
	"slices"
)

// WriteSmallPNG is WritePNG for a document that has the picture as SVG too: at most 256 colours, so that the file is a
// third as large. The colours of areas stay as they are; those of edges are rounded.
func (s *Scene) WriteSmallPNG(w io.Writer, dpi float64) error {
	return s.writePNG(w, dpi, smallRows)
}

// area is the number of pixels, in a row of one colour, from which they are more than an edge.
const area = 4

// smallRows numbers the colours, with those of edges rounded until they fit.
func smallRows(img *image.RGBA) packedRows {
	if !img.Opaque() {
		return packRows(img)
	}
	exact := areaColors(img)
	for _, bits := range []uint{8, 5, 4, 3} {
		if rows, ok := roundedRows(img, exact, bits); ok {
			return rows
		}
	}
	return packRows(img)
}

// roundedRows numbers the colours with this many bits of each channel where a colour is that of an edge.
func roundedRows(img *image.RGBA, exact []uint32, bits uint) (packedRows, bool) {
	rows := packedRows{kind: indexedColor}
	shades := map[uint32]byte{}
	data, ok := numbered(img, func(c uint32) (byte, bool) {
		if !slices.Contains(exact, c) {
			c = roundedColor(c, bits)
		}
		n, known := shades[c]
		if !known {
			if len(shades) == 256 {
				return 0, false
			}
			n = byte(len(shades))
			shades[c] = n
			rows.palette = append(rows.palette, byte(c), byte(c>>8), byte(c>>16))
		}
		return n, true
	})
	rows.data = data
	return rows, ok
}

// areaColors lists colours that lie side by side somewhere, at most 64 of them.
func areaColors(img *image.RGBA) []uint32 {
	const most = 64
	var colors []uint32
	width := img.Bounds().Dx()
	for y := range img.Bounds().Dy() {
		if sameAsAbove(img, y) {
			continue
		}
		run, last := 0, uint32(0)
		for line := img.Pix[y*img.Stride : y*img.Stride+4*width]; len(line) > 0; line = line[4:] {
			c := binary.LittleEndian.Uint32(line)
			if run++; c != last {
				run, last = 1, c
			}
			if run == area && !slices.Contains(colors, c) {
				if colors = append(colors, c); len(colors) == most {
					return colors
				}
			}
		}
	}
	return colors
}

// roundedColor keeps the highest bits of each channel, spread over the whole range.
func roundedColor(c uint32, bits uint) uint32 {
	most := uint32(1)<<bits - 1
	out := uint32(0)
	for shift := 0; shift < 24; shift += 8 {
		v := c >> shift & 0xFF
		out |= (v*most + 127) / 255 * 255 / most << shift
	}
	return out | 0xFF<<24
}
