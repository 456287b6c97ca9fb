package chart

import (
	"strconv"
	"testing"
)

// ofYears makes a chart of a form over a number of years, the newest first; the oldest is hidden where one is.
func ofYears(form Form, years int, oldest Value) Chart {
	c := Chart{ID: "toets", File: "toets-2021", Title: "Toets", Year: 2021, Form: form, Subtitle: "In %", Early: true}
	value := func(y int) Value {
		if y == years-1 && y > 0 {
			return oldest
		}
		return share(20+7*y, 100)
	}
	if form == FormFunnel || form == FormStock {
		for y := range years {
			category := Category{Label: strconv.Itoa(2021 - y)}
			for _, step := range []string{"Begin", "Erbij", "Eraf", "Eind"} {
				category.Bars = append(category.Bars, Bar{step, []Value{value(y)}})
			}
			c.Categories = append(c.Categories, category)
		}
		return c
	}
	rows := 3
	if form == FormTrend {
		rows = 1
	}
	for row := range rows {
		category := Category{Label: "Verantwoordelijkheid " + strconv.Itoa(row+1), Day: 30 * (row + 1)}
		if form == FormLines {
			category.Label = strconv.Itoa(row + 1) // a month
		}
		for y := range years {
			category.Bars = append(category.Bars, Bar{strconv.Itoa(2021 - y), []Value{value(y)}})
		}
		c.Categories = append(c.Categories, category)
	}
	return c
}

// One year or six, shown or hidden: the text stands inside the paper and none of it over another.
func TestOneYearAndSix(t *testing.T) {
	forms := []Form{FormYears, FormRanked, FormLines, FormTrend, FormFunnel, FormRanges, FormStock, FormDots, FormTiles,
		FormCurve, FormOverview}
	for _, form := range forms {
		for _, years := range []int{1, 6} {
			for _, oldest := range []Value{share(3, 9), hiddenValue} {
				for _, o := range []Options{{Width: 60}, {Width: 85}, {Width: 180}, {Width: 254, Height: 143}} {
					s := Layout(ofYears(form, years, oldest), o)
					texts := s.Texts()
					for i, a := range texts {
						if a.Box.Left < margin-0.1 || a.Box.Right > s.Width-margin+0.1 || a.Box.Bottom > s.Height {
							t.Errorf("form %d, %d years at %v mm: %q is cut off", form, years, o.Width, a.Text.Content)
						}
						for _, b := range texts[:i] {
							if a.Box.Grow(-1).Overlaps(b.Box.Grow(-1)) {
								t.Errorf("form %d, %d years at %v mm: %q is printed over %q", form, years, o.Width,
									a.Text.Content, b.Text.Content)
							}
						}
					}
				}
			}
		}
	}
}
