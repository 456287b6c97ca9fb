package chart

import (
	"strings"
	"testing"

	"herstel/report/chart/scene"
)

// stepsFrom makes a waterfall of a first number and the steps from it, in per cent; each step has a margin of 4.
func stepsFrom(level float64, steps ...float64) Chart {
	c := Chart{ID: "toets", File: "toets", Title: "Toets", Year: 2021, Form: FormWaterfall, Subtitle: "In %"}
	row := func(v Value) {
		v.Known, v.Label = true, "x%"
		c.Categories = append(c.Categories, Category{Bars: []Bar{{Values: []Value{v}}},
			Label: strings.Repeat("verantwoordelijkheidsverdelingen ", len(c.Categories))})
	}
	row(Value{V: level, High: level})
	for _, step := range steps {
		to := level + step
		row(Value{V: step, Low: min(level, to), High: max(level, to), Ranged: true, Least: max(0, to-4),
			Most: min(100, to+4)})
		level = to
	}
	row(Value{V: level, High: level})
	return c
}

// Whatever the steps, the text stands inside the paper and none over another, and no line runs through it.
func TestWaterfallOfHardData(t *testing.T) {
	for name, c := range map[string]Chart{
		"up": stepsFrom(30, 2, 2), "down": stepsFrom(30, -12, 3), "to nothing": stepsFrom(12, -8, -4),
		"from nothing": stepsFrom(0, 50, 50), "all": stepsFrom(100, 0, 0), "small": stepsFrom(0.1, 0.01, -0.01),
	} {
		for _, early := range []bool{false, true} {
			c.Early = early
			for _, mm := range []float64{60, 85, 180, 254, 400} {
				s := Layout(c, Options{Width: mm})
				texts := s.Texts()
				for i, a := range texts {
					if a.Box.Left < margin-0.1 || a.Box.Right > s.Width-margin+0.1 || a.Box.Bottom > s.Height {
						t.Errorf("%s at %v mm: %q is cut off", name, mm, a.Text.Content)
					}
					for _, b := range texts[:i] {
						if a.Box.Grow(-1).Overlaps(b.Box.Grow(-1)) {
							t.Errorf("%s at %v mm: %q is printed over %q", name, mm, a.Text.Content, b.Text.Content)
						}
					}
					for _, item := range s.Items {
						line, ok := item.(scene.Line)
						if ok && line.X1 == line.X2 && line.X1 > a.Box.Left+1 && line.X1 < a.Box.Right-1 &&
							min(line.Y1, line.Y2) < a.Box.Bottom-1 && max(line.Y1, line.Y2) > a.Box.Top+1 {
							t.Errorf("%s at %v mm: a line runs through %q", name, mm, a.Text.Content)
						}
					}
				}
			}
		}
	}
}

// A step begins where the one before ended, and the last bar ends there too.
func TestWaterfallSteps(t *testing.T) {
	s := Layout(stepsFrom(30, -10, 20), Options{Width: 180})
	var bars []scene.Rect
	for _, item := range s.Items {
		if bar, ok := item.(scene.Rect); ok && bar.H == stepHeight {
			bars = append(bars, bar)
		}
	}
	if len(bars) != 4 {
		t.Fatalf("%d bars, want 4", len(bars))
	}
	unit := bars[0].W / 30
	for i, want := range []struct{ from, to float64 }{{0, 30}, {20, 30}, {20, 40}, {0, 40}} {
		from := (bars[i].X - bars[0].X) / unit
		if to := from + bars[i].W/unit; abs(from-want.from) > 0.01 || abs(to-want.to) > 0.01 {
			t.Errorf("bar %d runs from %.2f to %.2f, want %v to %v", i, from, to, want.from, want.to)
		}
	}
}

func abs(f float64) float64 { return max(f, -f) }
