package chart

import (
	"slices"

	"herstel/report/chart/scene"
)

// The largest text that a chart gets to fill a height, against its usual size, and the steps in which it shrinks.
const (
	largestScale = 2.6
	scaleStep    = 0.1
	leastKept    = 3 // categories of a list that is cut to fit
)

// Layout lays a chart out for a width. Where a height is asked for, the text becomes as large as fits, and a list keeps
// its largest categories; a chart that cannot be that low is as high as it needs to be.
func Layout(c Chart, o Options) *scene.Scene {
	if o.Text == 0 {
		o.Text = c.Text
	}
	if o.Height == 0 && (o.Width == 0 || c.Width == 0) {
		o.Height = c.Height
	}
	if o.Width == 0 {
		o.Width = c.Width
	}
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	scale := 1.0
	if o.Text > 0 {
		scale = o.Text / textSize
	}
	spare := 0.0
	if o.Height > 0 {
		scale, spare = fit(&c, &o, scale)
	}
	s := compose(c, o, o.Width*scene.MM/scale, spare)
	if scale != 1 {
		s.Scale(scale)
	}
	if spare != 0 {
		s.Height = o.Height * scene.MM
	}
	return s
}

// fit looks for the scale at which a chart fills a height, and gives the room that is left, before scaling. Bars that
// do not fit become a list of two years, and a list that does not fit is cut.
func fit(c *Chart, o *Options, scale float64) (float64, float64) {
	height := o.Height * scene.MM
	left := func(scale float64) float64 {
		return height/scale - compose(*c, *o, o.Width*scene.MM/scale, 0).Height
	}
	if o.Text == 0 {
		for try := largestScale; try > 1; try -= scaleStep {
			if room := left(try); room >= 0 && o.Width/try >= narrowest {
				return try, room
			}
		}
	}
	room := left(scale)
	if room < 0 && c.Form == FormYears && c.isShare() {
		c.Form = FormRanked
		room = left(scale)
	}
	for room < 0 && c.dropYear() {
		room = left(scale)
	}
	if room < 0 && room > -lowerPlot && slices.Contains(plotForms, c.Form) {
		return scale, room
	}
	if room < 0 && c.ungroup() {
		room = left(scale)
	}
	for top := len(c.Categories) - 1; room < 0 && top >= leastKept && slices.Contains(foldable, c.Form); top-- {
		if o.Top == 0 || top < o.Top {
			o.Top = top
			room = left(scale)
		}
	}
	return scale, max(0, room)
}

// ungroup makes one list of a list in groups, for where it is cut anyway: the largest first, without headings.
func (c *Chart) ungroup() bool {
	if !slices.ContainsFunc(c.Categories, func(category Category) bool { return category.Group != "" }) ||
		!slices.Contains(foldable, c.Form) {
		return false
	}
	c.Categories = slices.Clone(c.Categories)
	for i := range c.Categories {
		category := &c.Categories[i]
		category.Rest = category.Rest && category.Group == category.Label // else it was the rest of its group
		category.Group = ""
	}
	slices.SortStableFunc(c.Categories, byShare)
	return true
}

// plotForms are the forms with a plot, and lowerPlot is how much lower than usual it may become.
var plotForms = []Form{FormTrend, FormLines, FormCurve}

const lowerPlot = 20 * scene.MM

// dropYear leaves the oldest year out of a form that has a block of lines for each year; two remain.
func (c *Chart) dropYear() bool {
	switch c.Form {
	case FormFunnel:
		if n := len(c.Categories); n > 2 {
			c.Categories = c.Categories[:n-1]
			return true
		}
	case FormRanges:
		dropped := false
		c.Categories = slices.Clone(c.Categories)
		for i := range c.Categories {
			if bars := c.Categories[i].Bars; len(bars) > 2 {
				c.Categories[i].Bars, dropped = bars[:len(bars)-1], true
			}
		}
		return dropped
	}
	return false
}

// narrowest is the least width that a chart is laid out for, in millimetres.
const narrowest = 60

// Height gives how high a chart becomes, in millimetres: more than was asked for where it does not fit.
func Height(c Chart, o Options) float64 { return Layout(c, o).Height / scene.MM }
