package chart

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"herstel/report/chart/scene"
)

func share(n, den int) Value {
	v := 100 * float64(n) / float64(den)
	return Value{Known: true, V: v, N: n, Den: den, Low: v * 0.8, High: min(100, v*1.2), Ranged: true, Short: "x%",
		Label: "x% (n)", Count: "n"}
}

var hiddenValue = Value{Label: MarkHidden, Tip: "verborgen"}

func list(form Form, values ...Value) Chart {
	c := Chart{ID: "toets", File: "toets-2021", Title: "Toets", Year: 2021, Form: form, Subtitle: "In %"}
	for i, v := range values {
		c.Categories = append(c.Categories,
			Category{Label: strings.Repeat("verantwoordelijkheid ", 1+i%4),
				Bars: []Bar{{"2021", []Value{v}}, {"2020", []Value{v}}}})
	}
	return c
}

// Whatever the data, every form draws its text inside the paper and none of it over another.
func TestHardData(t *testing.T) {
	many := make([]Value, 40)
	for i := range many {
		many[i] = share(1+i, 1000)
	}
	data := map[string][]Value{
		"two": {share(0, 1), share(1, 1)}, "forty": many, "one": {share(1, 1)},
		"all hidden but one": {hiddenValue, hiddenValue, share(3, 9), hiddenValue},
		"all hidden":         {hiddenValue, hiddenValue},
	}
	for name, values := range data {
		for _, form := range []Form{FormYears, FormRanked, FormDots, FormTiles, FormRanges, FormFunnel} {
			for _, mm := range []float64{60, 85, 180, 400} {
				s := Layout(list(form, values...), Options{Width: mm})
				texts := s.Texts()
				for i, a := range texts {
					if a.Box.Left < margin-0.1 || a.Box.Right > s.Width-margin+0.1 || a.Box.Bottom > s.Height {
						t.Errorf("%s, form %d at %v mm: %q is cut off", name, form, mm, a.Text.Content)
					}
					if a.Text.Font.Size < smallSize {
						t.Errorf("%s, form %d: %q is smaller than %v points", name, form, a.Text.Content, smallSize)
					}
					for _, b := range texts[:i] {
						if a.Box.Grow(-1).Overlaps(b.Box.Grow(-1)) {
							t.Errorf("%s, form %d at %v mm: %q is printed over %q", name, form, mm, a.Text.Content,
								b.Text.Content)
						}
					}
				}
				if err := s.WriteSVG(&bytes.Buffer{}); err != nil {
					t.Errorf("%s, form %d: %v", name, form, err)
				}
			}
		}
	}
}

// inked gives the box, in points, of the pixels that an item of a picture of 200 mm colours.
func inked(t *testing.T, item scene.Item) image.Rectangle {
	t.Helper()
	s := scene.New(200, 200)
	s.Add(item)
	var b bytes.Buffer
	if err := s.WritePNG(&b, 72); err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	var box image.Rectangle
	size := picture.Bounds()
	for y := range size.Dy() {
		for x := range size.Dx() {
			if r, g, b, _ := picture.At(x, y).RGBA(); r+g+b != 3*0xffff {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// hatches counts the hatched pieces of a picture and gives their whole width, and that of the filled bars.
func hatches(t *testing.T, s *scene.Scene) (n, width int) {
	for _, item := range s.Items {
		if h, ok := item.(scene.Hatch); ok {
			n++
			width += inked(t, h).Dx()
		}
	}
	return n, width
}

// The hidden parts of a bar are one piece: its width tells the sum, which follows from the known parts, and nothing of
// a single one.
func TestHiddenPartsAreOnePiece(t *testing.T) {
	stacked := func(values ...Value) Chart {
		return Chart{File: "toets", Form: FormStacked, Parts: []string{"a", "b", "c"}, Year: 2021,
			Categories: []Category{{Label: "Geweld", Bars: []Bar{{"2021", values}}}}}
	}
	tests := []struct {
		name   string
		values []Value
		pieces int
	}{
		{"none", []Value{share(60, 100), share(30, 100), share(10, 100)}, 0},
		{"two", []Value{share(60, 100), hiddenValue, hiddenValue}, 1},
		{"all", []Value{hiddenValue, hiddenValue, hiddenValue}, 1},
	}
	for _, tt := range tests {
		n, _ := hatches(t, Layout(stacked(tt.values...), Options{}))
		if key := min(tt.pieces, 1); n != tt.pieces+key {
			t.Errorf("%s: %d hatched pieces, want %d and %d in the key", tt.name, n, tt.pieces, key)
		}
	}
	one, two := stacked(share(60, 100), hiddenValue, hiddenValue), stacked(hiddenValue, share(60, 100), hiddenValue)
	_, a := hatches(t, Layout(one, Options{}))
	_, b := hatches(t, Layout(two, Options{}))
	if a != b {
		t.Errorf("the hatched piece is %v or %v wide, by which parts are hidden", a, b)
	}
}

// The tail has a share only where the categories make up the whole and none of them is hidden.
func TestFold(t *testing.T) {
	tests := []struct {
		name   string
		values []Value
		last   string // label of the last category
		note   bool
	}{
		{"a whole", []Value{share(50, 100), share(30, 100), share(15, 100), share(5, 100)}, "2 andere", false},
		{"one hidden", []Value{share(50, 100), share(30, 100), hiddenValue, hiddenValue}, "", true},
		{"not a whole", []Value{share(50, 100), share(40, 100), share(30, 100)}, "", true},
		{"nothing to fold", []Value{share(50, 100), share(50, 100)}, "", false},
	}
	for _, tt := range tests {
		c := list(FormRanked, tt.values...)
		c.fold(2)
		last := c.Categories[len(c.Categories)-1]
		if (last.Label == tt.last) != (tt.last != "") {
			t.Errorf("%s: the last category is %q", tt.name, last.Label)
		}
		if (len(c.Notes) > 0) != tt.note {
			t.Errorf("%s: notes %q", tt.name, c.Notes)
		}
		if tt.last != "" && last.Bars[0].first().N != 20 {
			t.Errorf("%s: the tail has %d cases, want 20", tt.name, last.Bars[0].first().N)
		}
	}
}

func TestCSV(t *testing.T) {
	c := list(FormYears, share(1, 2), hiddenValue)
	c.Categories[0].Label, c.Categories[1].Label = "=1+1", `een; "twee"`
	var b bytes.Buffer
	if err := CSV(&b, c); err != nil {
		t.Fatal(err)
	}
	if want := "\uFEFFToets;2020;2021\r\n'=1+1;x%;x%\r\n\"een; \"\"twee\"\"\";[v];[v]\r\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// Drawing a chart leaves the chart as it was: the next width draws all of it.
func TestLayoutLeavesTheChart(t *testing.T) {
	part := func(n int) Value { return share(n, 100) }
	c := Chart{File: "toets", Form: FormStacked, Parts: []string{"a", "b"}, Year: 2021, Categories: []Category{
		{Label: "Geweld", Bars: []Bar{{"2021", []Value{part(30), part(70)}}, {"2020", []Value{part(40), part(60)}}}},
		{Label: "Zeden", Bars: []Bar{{"2021", []Value{part(50), part(50)}}, {"2020", []Value{part(40), part(60)}}}}}}
	for _, form := range []Form{FormStacked, FormYears, FormDots, FormRanked} {
		c.Form = form
		var before, after bytes.Buffer
		Layout(c, Options{Width: 180}).WriteSVG(&before)
		Layout(c, Options{Width: 60}).WriteSVG(&bytes.Buffer{})
		Layout(c, Options{Width: 180}).WriteSVG(&after)
		if before.String() != after.String() {
			t.Errorf("form %d draws another picture after a narrow one", form)
		}
	}
}
