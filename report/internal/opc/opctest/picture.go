package opctest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// Picture draws a light PNG of a size in pixels with a dark quarter, top left.
func Picture(t testing.TB, width, height int) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			c := color.RGBA{0xD3, 0xE3, 0xEA, 0xFF}
			if x < width/2 && y < height/2 {
				c = color.RGBA{0x00, 0x46, 0x6B, 0xFF}
			}
			picture.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
