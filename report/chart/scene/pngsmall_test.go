package scene

import (
	"bytes"
	"image"
	"image/png"
	"testing"
)

// A small PNG has a palette, looks like the large one, and has the colours of its areas exactly.
func TestSmallPNG(t *testing.T) {
	var small, large bytes.Buffer
	s := sample()
	for i := range 60 { // more colours than a palette has
		s.Add(Line{X1: 0, Y1: float64(3 * i), X2: 300, Y2: float64(3*i + 7),
			Stroke: Stroke{Color: RGB(uint32(0x123456 + 0x040302*i)), Width: 0.7}})
	}
	fill := RGB(0x00466B)
	s.Add(Rect{X: 10, Y: 10, W: 40, H: 30, Fill: fill})
	if err := s.WriteSmallPNG(&small, 150); err != nil {
		t.Fatal(err)
	}
	if err := s.WritePNG(&large, 150); err != nil {
		t.Fatal(err)
	}
	if small.Len() > large.Len()/2 {
		t.Errorf("%d bytes, and the large one has %d", small.Len(), large.Len())
	}
	a, err := png.Decode(bytes.NewReader(small.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	b, err := png.Decode(bytes.NewReader(large.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := a.(*image.Paletted); !ok {
		t.Errorf("it is a %T", a)
	}
	if d := difference(a, b); d > 1.5 {
		t.Errorf("the pictures differ by %.2f", d)
	}
	red, green, blue, _ := a.At(50, 50).RGBA()
	if got := RGB(red>>8<<16 | green>>8<<8 | blue>>8); got != fill {
		t.Errorf("the area is %v, want %v", got, fill)
	}
}
