package chart

import (
	"image"
	"strings"
	"testing"

	"herstel/report/chart/scene"
)

// cohorts is a curve of two cohorts: the values of each at 30, 60 and 90 days.
func cohorts(now, before [3]Value) Chart {
	c := Chart{File: "toets", Form: FormCurve, Title: "Toets", Year: 2021, Reading: "Het vlak is de toevalsmarge."}
	for i := range now {
		c.Categories = append(c.Categories,
			Category{Label: "dagen", Day: 30 * (i + 1),
				Bars: []Bar{{"2021", []Value{now[i]}}, {"2020", []Value{before[i]}}}})
	}
	return c
}

func percentage(v float64, label string) Value {
	return Value{Known: true, V: v, Low: v - 2, High: v + 2, Ranged: true, Label: label}
}

// A line ends at the last day that its cohort is known for, and a hidden day is no corner of it.
func TestCurveEndsWhereItsCohortDoes(t *testing.T) {
	c := cohorts([3]Value{percentage(5, "5%"), hiddenValue, {Label: MarkNotAvailable}},
		[3]Value{percentage(4, "4%"), percentage(8, "8%"), percentage(9, "9%")})
	s := Layout(c, Options{Width: 180})
	var lines []image.Rectangle
	for _, item := range s.Items {
		if p, ok := item.(scene.Path); ok && p.Stroke.Width > 0 {
			lines = append(lines, inked(t, p))
		}
	}
	if len(lines) != 2 {
		t.Fatalf("%d lines, want 2", len(lines))
	}
	earlier, now := lines[0], lines[1]
	if whole := earlier.Dx(); now.Dx() > whole/3+2 || now.Dx() < whole/3-2 {
		t.Errorf("the line to day 30 is %d points wide, that to day 90 %d", now.Dx(), whole)
	}
	words := ""
	for _, text := range s.Texts() {
		words += text.Text.Content + "\n"
	}
	for _, want := range []string{"2021 5%", "2020 9%", c.Reading} {
		if !strings.Contains(words, want) {
			t.Errorf("the picture lacks %q", want)
		}
	}
}

// With nothing to show, the picture says so.
func TestCurveWithoutPoints(t *testing.T) {
	none := [3]Value{hiddenValue, hiddenValue, hiddenValue}
	s := Layout(cohorts(none, none), Options{Width: 85})
	if texts := s.Texts(); !strings.Contains(texts[len(texts)-1].Text.Content, "geen punt") {
		t.Errorf("the last text is %q", texts[len(texts)-1].Text.Content)
	}
}
