package scene

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func pngOf(t *testing.T, s *Scene, dpi float64) (image.Image, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := s.WritePNG(&b, dpi); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return img, b.Bytes()
}

func TestPNGSizeAndDensity(t *testing.T) {
	for _, c := range []struct {
		width, height, dpi float64
		want               image.Point
		perMetre           uint32
	}{
		{180, 100, 300, image.Pt(2126, 1181), 11811}, // 180 mm is 2125.98 pixels
		{85, 45, 300, image.Pt(1004, 531), 11811},
		{108, 108, 254, image.Pt(1080, 1080), 10000},
		{254, 143, 96, image.Pt(960, 540), 3780},
	} {
		img, file := pngOf(t, New(c.width, c.height), c.dpi)
		if img.Bounds().Size() != c.want {
			t.Errorf("%v x %v mm at %v dpi: %v, want %v", c.width, c.height, c.dpi, img.Bounds().Size(), c.want)
		}
		at := bytes.Index(file, []byte("pHYs"))
		if x, y := binary.BigEndian.Uint32(file[at+4:]), binary.BigEndian.Uint32(file[at+8:]); x != c.perMetre ||
			y != c.perMetre || file[at+12] != 1 {
			t.Errorf("density %d x %d (unit %d), want %d a metre", x, y, file[at+12], c.perMetre)
		}
	}
}

// TestPNGKeepsItsEdgesClean holds that nothing of a picture comes back at another edge: a mark at the left edge stays
// there.
func TestPNGKeepsItsEdgesClean(t *testing.T) {
	s := New(60.01, 40.01)
	s.Add(Rect{X: 0, Y: 0, W: 1, H: s.Height, Fill: Black}, Path{Outline: Disc(0, s.Height/2, 20), Fill: Black})
	img, _ := pngOf(t, s, 300)
	b := img.Bounds()
	for y := range b.Max.Y {
		if c := color.NRGBAModel.Convert(img.At(b.Max.X-1, y)); c != (color.NRGBA{255, 255, 255, 255}) {
			t.Fatalf("right edge, row %d: %v", y, c)
		}
		if c := color.NRGBAModel.Convert(img.At(0, y)); c != (color.NRGBA{0, 0, 0, 255}) {
			t.Fatalf("left edge, row %d: %v", y, c)
		}
	}
}

func TestPNGPixels(t *testing.T) {
	red, half := color.NRGBA{255, 0, 0, 255}, color.NRGBA{255, 0, 0, 128}
	for name, background := range map[string]Color{"white": White, "transparent": {}} {
		s := &Scene{Width: 72, Height: 72, Background: background}
		s.Add(Rect{X: 10, Y: 10, W: 10, H: 10, Fill: RGB(0xFF0000)}, Rect{X: 30, Y: 10, W: 9.5, H: 10,
			Fill: RGB(0xFF0000)},
			Circle{X: 60, Y: 60, R: 5, Fill: RGB(0xFF0000)})
		img, _ := pngOf(t, s, 72)
		paper := color.NRGBA{background.R, background.G, background.B, background.A}
		edge := half
		if background.visible() {
			edge = color.NRGBA{255, 127, 127, 255}
		}
		for _, c := range []struct {
			x, y int
			want color.NRGBA
		}{{0, 0, paper}, {71, 71, paper}, {10, 10, red}, {19, 19, red}, {20, 19, paper}, {9, 10, paper}, {38,
			15, red}, {39, 15, edge}, {60, 60, red}} {
			if got := color.NRGBAModel.Convert(img.At(c.x, c.y)).(color.NRGBA); got != c.want {
				t.Errorf("%s: pixel %d, %d is %v, want %v", name, c.x, c.y, got, c.want)
			}
		}
	}
}

// TestPNGFewAndManyColours holds that the picture is the same whether its colours fit a palette or not.
func TestPNGFewAndManyColours(t *testing.T) {
	for _, background := range []Color{White, {}} {
		s := &Scene{Width: 300, Height: 10, Background: background}
		few, fewFile := pngOf(t, s, 72)
		for i := range 290 {
			s.Add(Rect{X: float64(i), Y: 2, W: 1, H: 3,
				Fill: RGB(uint32(i * 0x010307)).Opacity(0.3 + float64(i)/500)})
		}
		many, manyFile := pngOf(t, s, 72)
		direct, err := s.Image(300, 10)
		if err != nil {
			t.Fatal(err)
		}
		if fewFile[25] != indexedColor || manyFile[25] == indexedColor {
			t.Errorf("colour types %d and %d", fewFile[25], manyFile[25])
		}
		if few.At(299, 9) != many.At(299, 9) && background.visible() {
			t.Error("the paper differs")
		}
		for x := range 300 {
			got, want := color.NRGBAModel.Convert(many.At(x, 3)).(color.NRGBA),
				color.NRGBAModel.Convert(direct.At(x, 3)).(color.NRGBA)
			if near := func(a, b uint8) bool { return a-b <= 1 || b-a <= 1 }; !near(got.R, want.R) ||
				!near(got.G, want.G) || !near(got.B, want.B) || got.A != want.A {
				t.Fatalf("column %d: %v, want %v", x, got, want)
			}
		}
	}
}
