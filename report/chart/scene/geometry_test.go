package scene

import (
	"image/color"
	"math"
	"strings"
	"testing"
)

// darkness is how much of the picture is inked, in pixels.
func darkness(t *testing.T, s *Scene) float64 {
	t.Helper()
	img, _ := pngOf(t, s, 72)
	total := 0.0
	for y := range img.Bounds().Max.Y {
		for x := range img.Bounds().Max.X {
			total += 1 - float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)/255
		}
	}
	return total
}

// TestInkedAreas holds the pixels against the areas that geometry gives.
func TestInkedAreas(t *testing.T) {
	pen := Stroke{Color: Black, Width: 4}
	with := func(c Cap, dash ...float64) Stroke { return Stroke{Color: Black, Width: 4, Cap: c, Dash: dash} }
	square := Polygon(P(20, 20), P(120, 20), P(120, 120), P(20, 120))
	for name, c := range map[string]struct {
		item Item
		want float64
	}{
		"rect":          {Rect{X: 10.25, Y: 10.5, W: 50.5, H: 20.25, Fill: Black}, 50.5 * 20.25},
		"rect leftward": {Rect{X: 60, Y: 30, W: -50, H: -20, Fill: Black}, 1000},
		"rounded":       {Rect{X: 10, Y: 10, W: 50, H: 30, Radius: 10, Fill: Black}, 1500 - (4-math.Pi)*100},
		"frame":         {Rect{X: 20, Y: 20, W: 100, H: 50, Stroke: pen}, 104*54 - 96*46 - (4-math.Pi)*4},
		// its outer corners are round
		"disc":          {Circle{X: 70, Y: 70, R: 40, Fill: Black}, math.Pi * 1600},
		"ring":          {Circle{X: 70, Y: 70, R: 40, Stroke: pen}, math.Pi * (42*42 - 38*38)},
		"line":          {Line{10, 20, 110, 20, pen}, 400},
		"slanting":      {Line{10, 20, 70, 100, pen}, 400},
		"round ends":    {Line{20, 20, 120, 20, with(Round)}, 400 + math.Pi*4},
		"square ends":   {Line{20, 20, 120, 20, with(Square)}, 416},
		"dashes":        {Line{10, 20, 110, 20, with(Butt, 6, 4)}, 240},
		"dots":          {Line{20, 20, 120, 20, with(Round, 0, 10)}, 10 * math.Pi * 4},
		"dashed square": {Path{Outline: square, Stroke: with(Butt, 10, 10)}, 400 / 20 * 10 * 4},
		"band": {Path{Outline: Band([]Point{{10, 10}, {110, 20}}, []Point{{10, 40}, {110, 30}}),
			Fill: Black}, 2000},
		"arrow head":  {Path{Outline: ArrowHead(P(10, 10), P(60, 10), 10, 8), Fill: Black}, 40},
		"hatch":       {Hatch{Area: square, Color: Black, Width: 1, Gap: 4}, 2500},
		"steep hatch": {Hatch{Area: Disc(70, 70, 40), Color: Black, Width: 2, Gap: 4, Turn: 30}, math.Pi * 800},
		"full hatch": {Hatch{Area: Polygon(P(20, 20), P(120, 20), P(20, 120)), Color: Black, Width: 4,
			Gap: 4}, 5000},
		"nothing": {Rect{X: 10, Y: 10, W: 50, H: 50}, 0},
		"outside": {Circle{X: -100, Y: 500, R: 90, Fill: Black}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := &Scene{Width: 140, Height: 140, Background: White}
			s.Add(c.item)
			if got := darkness(t, s); math.Abs(got-c.want) > 0.025*c.want+0.3 {
				t.Errorf("%.1f pixels inked, want %.1f", got, c.want)
			}
		})
	}
}

// TestLongEdgesStayStraight holds a slanting edge across several tiles against the line it is.
func TestLongEdgesStayStraight(t *testing.T) {
	s := &Scene{Width: 1300, Height: 1700, Background: White}
	s.Add(Path{Outline: Polygon(P(0, 0), P(1300, 1700), P(0, 1700)), Fill: Black})
	img, _ := pngOf(t, s, 72)
	for y := range 1700 {
		edge := (float64(y) + 0.5) * 1300 / 1700
		for x := max(0, int(edge)-3); x < min(1300, int(edge)+3); x++ {
			dark := 1 - float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)/255
			want := min(max(edge-float64(x), 0), 1)
			if math.Abs(dark-want) > 0.3 {
				t.Fatalf("pixel %d, %d is %.2f dark, want %.2f", x, y, dark, want)
			}
		}
	}
}

// TestHatchStaysInside holds every corner of the lines against the area they fill.
func TestHatchStaysInside(t *testing.T) {
	for _, turn := range []float64{0, 30, 45, 90, 135} {
		lines := Hatch{Area: RoundRect(10, 20, 33, 17, 0), Color: Black, Turn: turn}.lines()
		if lines.Empty() {
			t.Fatal("no lines")
		}
		for _, s := range lines.segments {
			for _, q := range s.points {
				if q.X < 10-1e-9 || q.X > 43+1e-9 || q.Y < 20-1e-9 || q.Y > 37+1e-9 {
					t.Fatalf("turn %v: %v lies outside", turn, q)
				}
			}
		}
	}
}

func TestOutlines(t *testing.T) {
	for want, o := range map[string]Outline{
		"M0 0L4 0L4 3Z":        Polygon(P(0, 0), P(4, 0), P(4, 3)),
		"M1 2L3 2L3 4L1 4Z":    RoundRect(1, 2, 2, 2, 0),
		"M20 5L10 9L10 1Z":     ArrowHead(P(0, 5), P(20, 5), 10, 8),
		"":                     Polygon(),
		"M0 0C1 1 2 1 3 0L9 9": *new(Outline).Move(0, 0).Curve(1, 1, 2, 1, 3, 0).Line(9, 9),
	} {
		if got := pathData(o); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestBlock(t *testing.T) {
	s := New(50, 50)
	s.Add(Text{X: 5, Y: 5, Font: Font{Size: 8}, Color: Black, Baseline: AtTop}.Block([]string{"een", "twee"}, 0))
	texts := s.Texts()
	if len(texts) != 2 || texts[1].Text.Y != 15 || texts[0].Text.Content+texts[1].Text.Content != "eentwee" {
		t.Errorf("%v", texts)
	}
	if got, want := (Font{Size: 8}).BlockHeight(2), 8*1409.0/2048+10; math.Abs(got-want) > 1e-9 {
		t.Errorf("height %v, want %v", got, want)
	}
	if strings.Count(pathData(Disc(0, 0, 1)), "C") != 4 {
		t.Error("a disc is four curves")
	}
}
