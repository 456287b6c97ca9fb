package chart

import (
	"math"
	"testing"

	"herstel/report/chart/scene"
)

func sizedCharts() map[string]Chart {
	few, many := make([]Value, 4), make([]Value, 30)
	for i := range many {
		many[i] = share(1+i, 100)
	}
	copy(few, many)
	charts := map[string]Chart{}
	for name, form := range map[string]Form{"bars": FormYears, "list": FormRanked, "dots": FormDots} {
		charts[name], charts["long "+name] = list(form, few...), list(form, many...)
	}
	trend := list(FormTrend, few[0])
	trend.Categories[0].Bars = append(trend.Categories[0].Bars, Bar{"2019", []Value{share(5, 100)}})
	charts["line"] = trend
	charts["steps"] = cohorts([3]Value{percentage(5, "5%"), percentage(9, "9%"), percentage(12, "12%")},
		[3]Value{percentage(4, "4%"), percentage(8, "8%"), percentage(9, "9%")})
	return charts
}

// A chart gets exactly the height that was asked for, all of its text within it and none over another; a list that does
// not fit loses categories.
func TestChartsFitTheirHeight(t *testing.T) {
	for name, c := range sizedCharts() {
		for _, size := range [][2]float64{{254, 143}, {91.44, 91.44}, {180, 110}, {210, 297}} {
			s := Layout(c, Options{Width: size[0], Height: size[1]})
			if w, h := s.Width/scene.MM, s.Height/scene.MM; math.Abs(w-size[0]) > 0.01 || math.Abs(h-size[1]) > 0.01 {
				t.Errorf("%s is %.1f by %.1f mm, want %v", name, w, h, size)
			}
			texts := s.Texts()
			for i, a := range texts {
				if a.Box.Left < 0 || a.Box.Right > s.Width || a.Box.Bottom > s.Height ||
					a.Text.Font.Size < smallSize-0.01 {
					t.Errorf("%s at %v mm: %q is cut off or small", name, size, a.Text.Content)
				}
				for _, b := range texts[:i] {
					if a.Box.Grow(-1.5).Overlaps(b.Box.Grow(-1.5)) {
						t.Errorf("%s at %v mm: %q is printed over %q", name, size, a.Text.Content, b.Text.Content)
					}
				}
			}
		}
	}
}

// What cannot be so low says how high it must be.
func TestHeightOfWhatDoesNotFit(t *testing.T) {
	c := sizedCharts()["bars"]
	if h := Height(c, Options{Width: 85, Height: 20}); h <= 20 {
		t.Errorf("the height is %v", h)
	}
	if natural, asked := Height(c, Options{Width: 85}), Height(c, Options{Width: 85, Text: 16.5}); asked < 1.5*natural {
		t.Errorf("with text twice as large the chart is %.0f mm high, before %.0f", asked, natural)
	}
}

// The choice of a chart itself holds where no other is asked for, and its height belongs to its width.
func TestChartHasASizeOfItsOwn(t *testing.T) {
	c := sizedCharts()["bars"]
	c.Width, c.Height = 210, 297
	if s := Layout(c, Options{}); math.Abs(s.Width/scene.MM-210) > 0.01 || math.Abs(s.Height/scene.MM-297) > 0.01 {
		t.Errorf("it is %.0f by %.0f mm", s.Width/scene.MM, s.Height/scene.MM)
	}
	if s := Layout(c, Options{Width: 85}); s.Height/scene.MM > 150 {
		t.Errorf("at 85 mm it is %.0f mm high", s.Height/scene.MM)
	}
}

// A list in groups that does not fit becomes one list: the largest of all groups, and what is not known last.
func TestListInGroupsIsCut(t *testing.T) {
	var c Chart
	c.Form, c.Year, c.Title, c.File = FormRanked, 2021, "Toets", "toets"
	for i, n := range []int{300, 20, 10, 200, 150, 5} {
		group := []string{"Geweld", "Geweld", "Geweld", "Zeden", "Zeden", "Onbekend"}[i]
		label := []string{"a", "b", "Overig geweld", "c", "d", "Onbekend"}[i]
		c.Categories = append(c.Categories, Category{Label: label, Group: group, Rest: i == 2 || i == 5,
			Bars: []Bar{{"2021", []Value{share(n, 1000)}}}})
	}
	o := Options{Width: 180, Height: 42}
	fit(&c, &o, 1)
	if len(c.Categories) != 6 {
		t.Fatalf("%d categories, want 6", len(c.Categories))
	}
	got := ""
	for _, category := range c.Categories {
		got += category.Label + ","
		if category.Group != "" {
			t.Errorf("%s is in group %s", category.Label, category.Group)
		}
	}
	if want := "a,c,d,b,Overig geweld,Onbekend,"; got != want || o.Top == 0 {
		t.Errorf("%s, cut at %d, want %s", got, o.Top, want)
	}
}
