package scene

import (
	"bytes"
	"errors"
	"math"
	"testing"
)

// written gives the files of a scene.
func written(t *testing.T, s *Scene) (svg, png, pdf []byte) {
	t.Helper()
	var a, b, c bytes.Buffer
	if err := errors.Join(s.WriteSVG(&a), s.WritePNG(&b, 100), s.WritePDF(&c)); err != nil {
		t.Fatal(err)
	}
	return a.Bytes(), b.Bytes(), c.Bytes()
}

func TestSameBytesTwice(t *testing.T) {
	svg1, png1, pdf1 := written(t, sample())
	svg2, png2, pdf2 := written(t, sample())
	if !bytes.Equal(svg1, svg2) || !bytes.Equal(png1, png2) || !bytes.Equal(pdf1, pdf2) {
		t.Errorf("two runs differ: svg %v, png %v, pdf %v", !bytes.Equal(svg1, svg2), !bytes.Equal(png1, png2),
			!bytes.Equal(pdf1, pdf2))
	}
}

func TestWhatNoFileCanHoldIsRefused(t *testing.T) {
	thick := Stroke{Color: Black, Width: 1}
	for name, c := range map[string]struct {
		scene *Scene
		want  error
	}{
		"no width":     {&Scene{Height: 10}, ErrSize},
		"endless":      {&Scene{Width: math.Inf(1), Height: 10}, ErrSize},
		"not a number": {New(10, 10).with(Rect{X: math.NaN(), W: 1, H: 1, Fill: Black}), ErrNumber},
		"far away":     {New(10, 10).with(Line{X2: 1e300, Stroke: thick}), ErrNumber},
		"dash": {New(10, 10).with(Line{X2: 1, Stroke: Stroke{Color: Black, Width: 1,
			Dash: []float64{math.Inf(1), 1}}}), ErrNumber},
		"path": {New(10, 10).with(Path{Outline: Polyline(P(0, 0), P(1, math.NaN())), Stroke: thick}),
			ErrNumber},
		"circle in group": {New(10, 10).with(&Group{X: math.NaN(), Items: []Item{Circle{R: 1, Fill: Black}}}),
			ErrNumber},
		"text": {New(10, 10).with(Text{Content: "a", Font: Font{Size: math.Inf(1)}, Color: Black}),
			ErrNumber},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			for _, err := range []error{c.scene.WriteSVG(&b), c.scene.WritePNG(&b, 100), c.scene.WritePDF(&b)} {
				if !errors.Is(err, c.want) {
					t.Errorf("got %v, want %v", err, c.want)
				}
			}
			if b.Len() > 0 {
				t.Error("wrote half a file")
			}
		})
	}
}

func (s *Scene) with(items ...Item) *Scene {
	s.Add(items...)
	return s
}

func TestPNGRefusesImpossibleDensities(t *testing.T) {
	for _, dpi := range []float64{0, -1, math.NaN(), math.Inf(1), 1e-9, 90_000} {
		var b bytes.Buffer
		if err := New(180, 100).WritePNG(&b, dpi); !errors.Is(err, ErrDPI) || b.Len() > 0 {
			t.Errorf("%v dpi: %v", dpi, err)
		}
	}
}

func TestColors(t *testing.T) {
	for s, ok := range map[string]bool{"#00466B": true, "#00466b": true, "": false, "00466B": false,
		"#12345": false, "#1234567": false, "#+12345": false, "#GG0000": false} {
		c, got := ParseColor(s)
		if got != ok {
			t.Errorf("ParseColor(%q) = %v, %v", s, c, got)
		}
		if ok && c != RGB(0x00466B) {
			t.Errorf("ParseColor(%q) = %v", s, c)
		}
	}
	if got := RGB(0x00466B).String(); got != "#00466B" {
		t.Error(got)
	}
	if got := Black.Mix(White, 0.5).String(); got != "#808080" {
		t.Error(got)
	}
	if got := Black.Opacity(0.5); got != (Color{A: 128}) {
		t.Error(got)
	}
}

func TestTextsInGroups(t *testing.T) {
	s := New(100, 100)
	f := Font{Size: 10}
	s.Add(&Group{X: 5, Y: 7, Items: []Item{Text{X: 50, Y: 20, Content: "zaken", Font: f, Color: Black, Anchor: End}}})
	texts := s.Texts()
	if len(texts) != 1 {
		t.Fatal(texts)
	}
	b := texts[0].Box
	if b.Right != 55 || math.Abs(b.Width()-f.Width("zaken")) > 1e-9 || math.Abs(b.Bottom-27-f.Descent()) > 1e-9 {
		t.Errorf("box %v", b)
	}
}

func TestRotatedTextStandsOnItsSide(t *testing.T) {
	up := Text{X: 10, Y: 90, Content: "omhoog", Font: Font{Size: 10}, Color: Black, Rotate: -90}
	b := up.Box()
	if math.Abs(b.Height()-up.Width()) > 1e-9 || math.Abs(b.Bottom-90) > 1e-9 ||
		math.Abs(b.Left-10+up.Font.Ascent()) > 1e-9 {
		t.Errorf("box %v, width of the text %v", b, up.Width())
	}
}
