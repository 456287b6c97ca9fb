package logo

import (
	"errors"
	"fmt"
	imagecolor "image/color"
	"math"
	"strings"
	"testing"

	"herstel/report/chart/scene"
)

const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">`

// pixel draws a logo with 4 pixels to the unit, and gives the colour at a place.
func pixel(t *testing.T, s *scene.Scene, x, y float64) string {
	t.Helper()
	picture, err := s.Image(int(s.Width*4), int(s.Height*4))
	if err != nil {
		t.Fatal(err)
	}
	c := imagecolor.NRGBAModel.Convert(picture.At(int(x*4), int(y*4))).(imagecolor.NRGBA)
	if c.A == 0 {
		return "none"
	}
	return fmt.Sprintf("%02x%02x%02x %.1f", c.R, c.G, c.B, float64(c.A)/255)
}

func TestShapesHaveTheirPlaceAndColor(t *testing.T) {
	for _, test := range []struct {
		name, svg string
		x, y      float64
		want      string
	}{
		{"rect", `<rect x="10" y="5" width="20" height="10" fill="#ff0000"/>`, 11, 6, "ff0000 1.0"},
		{"beside rect", `<rect x="10" y="5" width="20" height="10" fill="red"/>`, 9, 6, "none"},
		{"round corner", `<rect x="10" y="5" width="20" height="10" rx="5"/>`, 10.3, 5.3, "none"},
		{"circle", `<circle cx="20" cy="10" r="8" fill="#0f0"/>`, 27, 10, "00ff00 1.0"},
		{"beside circle", `<circle cx="20" cy="10" r="8"/>`, 27, 5, "none"},
		{"ellipse", `<ellipse cx="20" cy="10" rx="15" ry="5" fill="blue"/>`, 33, 10, "0000ff 1.0"},
		{"line", `<line x1="0" y1="10" x2="40" y2="10" stroke="#123456" stroke-width="4"/>`, 20, 11, "123456 1.0"},
		{"polyline", `<polyline points="0,0 40,0 40,20" fill="teal"/>`, 35, 5, "008080 1.0"},
		{"polygon stroke", `<polygon points="4 4 36 4 36 16 4 16" fill="none" stroke="#f00" stroke-width="2"/>`, 20, 4,
			"ff0000 1.0"},
		{"group moves", `<g transform="translate(10)"><rect width="5" height="5"/></g>`, 12, 2, "000000 1.0"},
		{"scale, then move", `<rect width="5" height="5" transform="translate(10,10) scale(2)"/>`, 19, 19,
			"000000 1.0"},
		{"turn about a point", `<rect x="20" y="9" width="10" height="2" transform="rotate(90 20 10)"/>`, 20, 18,
			"000000 1.0"},
		{"matrix", `<rect width="5" height="5" transform="matrix(-1 0 0 1 20 0)"/>`, 17, 2, "000000 1.0"},
		{"inherited fill", `<g fill="#00f"><rect width="5" height="5"/></g>`, 2, 2, "0000ff 1.0"},
		{"style wins", `<rect width="5" height="5" fill="#f00" style="fill: #0f0"/>`, 2, 2, "00ff00 1.0"},
		{"class", `<style>.a,.b{fill:#00f}</style><rect class="b" width="5" height="5" fill="#f00"/>`, 2, 2,
			"0000ff 1.0"},
		{"opacity of both", `<g opacity=".5"><rect width="5" height="5" fill-opacity="0.4"/></g>`, 2, 2, "000000 0.2"},
		{"rgb", `<rect width="5" height="5" fill="rgb(1, 2, 3)"/>`, 2, 2, "010203 1.0"},
		{"hidden", `<g display="none"><rect width="40" height="20"/></g><circle r="1"/>`, 20, 10, "none"},
		{"hole by winding", `<path d="M0 0h20v20H0zM5 5v10h10V5z"/>`, 10, 10, "none"},
		{"no hole by winding", `<path d="M0 0h20v20H0zM5 5h10v10H5z"/>`, 10, 10, "000000 1.0"},
		{"hole by even and odd", `<path fill-rule="evenodd" d="M0 0h20v20H0zM5 5h10v10H5z"/>`, 10, 10, "none"},
		{"island in the hole", `<path fill-rule="evenodd" d="M0 0h20v20H0zM2 2h16v16H2zM5 5h10v10H5z"/>`, 10, 10,
			"000000 1.0"},
		{"curve", `<path d="M0 20C0 0 40 0 40 20z"/>`, 20, 6, "000000 1.0"},
		{"above the curve", `<path d="M0 20C0 0 40 0 40 20z"/>`, 20, 4, "none"},
		{"smooth curve", `<path d="M0 10c0-10 10-10 10 0s10 10 10 0z"/>`, 15, 16, "000000 1.0"},
		{"quadratic", `<path d="M0 20Q20 0 40 20z"/>`, 20, 11, "000000 1.0"},
		{"above the quadratic", `<path d="M0 20Q20 0 40 20z"/>`, 20, 9, "none"},
		{"half circle by arc", `<path d="M10 10A10 10 0 0 1 30 10z"/>`, 20, 1, "000000 1.0"},
		{"other half", `<path d="M10 10A10 10 0 0 0 30 10z"/>`, 20, 1, "none"},
		{"arc with close numbers", `<path d="M20 2a8 8 0 10.001 16z"/>`, 15, 10, "000000 1.0"},
		{"other side of that arc", `<path d="M20 2a8 8 0 10.001 16z"/>`, 25, 10, "none"},
		{"foreign elements", `<x:view xmlns:x="urn:x"><x:a/></x:view><rect width="5" height="5"/>`, 2, 2, "000000 1.0"},
	} {
		s, err := Parse(strings.NewReader(head + test.svg + "</svg>"))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := pixel(t, s, test.x, test.y); got != test.want {
			t.Errorf("%s: %s at %g,%g, want %s", test.name, got, test.x, test.y, test.want)
		}
	}
}

// TestArcsAreCircles draws a whole circle as four, two and one and a half arcs: every point of every curve lies at
// the radius from the centre, within 0.03%.
func TestArcsAreCircles(t *testing.T) {
	for _, d := range []string{
		"M110 50A60 60 0 0 1 50 110A60 60 0 0 1 -10 50A60 60 0 0 1 50 -10A60 60 0 0 1 110 50",
		"M110 50A60 60 0 0 1 -10 50A60 60 0 0 1 110 50",
		"M110 50a60 60 30 1 1 -60 -60a60 60 0 0 1 60 60z",
	} {
		o, ok := pathData(d)
		if !ok {
			t.Fatalf("%s is not read", d)
		}
		for _, p := range o.corners() {
			if r := math.Hypot(p.X-50, p.Y-50); math.Abs(r-60) > 0.02 {
				t.Errorf("%s: a point at %.3f from the centre, want 60", d, r)
			}
		}
	}
}

func TestWhatCannotBeDrawnIsRefused(t *testing.T) {
	for svg, want := range map[string]string{
		"":                                       "dit is geen SVG-bestand",
		"\x89PNG":                                "regel 1: dit is geen leesbaar SVG-bestand",
		"<html></html>":                          "regel 1: dit is geen SVG-bestand",
		head + "\n<rect>":                        "regel 2: dit is geen leesbaar SVG-bestand",
		head + "</svg>":                          "in het logo staat geen vorm die te tekenen is",
		"<svg><rect/></svg>":                     "regel 1: het logo heeft geen maat (viewBox)",
		head + "\n<text>Jan Jansen</text></svg>": "regel 2: het logo bevat tekst",
		head + `<script>alert(1)</script></svg>`: "regel 1: het logo bevat een programma",
		head + `<image href="https://example.org/x.png"/></svg>`: "regel 1: het logo bevat een " +
			"foto",
		head + `<use href="#a"/></svg>`: "regel 1: het logo verwijst " +
			"naar een andere vorm",
		head + `<rect width="5" height="5" transform="spin(3)"/></svg>`: "regel 1: een vorm in het " +
			"logo is op een onbekende manier verschoven of gedraaid",
		head + `<rect width="5" height="5" fill="url(#g)"/></svg>`: "regel 1: een vorm in het " +
			"logo heeft een verloop, een masker, een filter of een onbekende kleur",
		head + `<path d="M0 0L1"/></svg>`: "regel 1: een vorm in het " +
			"logo is niet te lezen",
		head + `<path d="M0 0L1e9 0"/></svg>`: "regel 1: een vorm in het " +
			"logo is niet te lezen",
		head + `<rect width="9" height="9" transform="scale(1e9)"/></svg>`: "de maat van het logo is niet te gebruiken",
		head + `<style>g rect{fill:red}</style></svg>`: "regel 1: de stijlen van het " +
			"logo zijn niet te lezen",
		head + strings.Repeat(`<circle r="1"/>`, mostShapes+1) +
			`</svg>`: "regel 1: het logo heeft te veel vormen",
		head + `<path fill-rule="evenodd" d="` + strings.Repeat("M0 0z", 600) +
			`"/>`: "regel 1: het logo heeft te veel vormen",
		strings.Repeat(" ", MostBytes+1): "het logo is groter dan 1 MB",
	} {
		_, err := Parse(strings.NewReader(svg))
		var fault *Error
		if !errors.As(err, &fault) || fault.Error() != want || fault.Hint == "" {
			t.Errorf("%.60q: %v, want %s, with a hint", svg, err, want)
		}
	}
}

func TestDrawFitsTheRoom(t *testing.T) {
	s, err := Draw([]byte(head+`<rect width="40" height="20"/></svg>`), "Stichting", Room{Width: 60, Height: 18})
	if err != nil || math.Abs(s.Width/scene.MM-36) > 1e-9 || math.Abs(s.Height/scene.MM-18) > 1e-9 ||
		s.Title != "Stichting" {
		t.Errorf("%+v, %v, want 36 by 18 mm", s, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(head + `<g transform="rotate(3)"><path d="M1 1a1 1 0 0 0 3 3t1-1s1 1 2 2z" fill-rule="evenodd"/></g></svg>`)
	f.Add(head + `<style>.a{fill:#fff}</style><rect class="a" rx="1" width="3" height="2"/></svg>`)
	f.Fuzz(func(t *testing.T, svg string) {
		s, err := Parse(strings.NewReader(svg))
		var fault *Error
		if err != nil {
			if !errors.As(err, &fault) || fault.Hint == "" {
				t.Fatalf("%v is no error with a hint", err)
			}
			return
		}
		if err := s.WriteSVG(new(strings.Builder)); err != nil {
			t.Fatal(err)
		}
	})
}
