package slides

import (
	"io"
	"math"
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/housestyle"
	"herstel/report/internal/pptx"
	"herstel/stats"
	"herstel/stats/rules"
)

// Write writes a PowerPoint file with a slide for each figure: bars and lines
// as charts that can be changed, the others as their drawing in pictures, by
// the id of the figure. A figure that can be neither has no slide. The same
// figures and pictures give the same bytes.
func Write(w io.Writer, c *content.Chapter, pictures map[string]chart.Picture) error {
	style := c.Numbers.HouseStyle
	source := "Peildatum: " + c.Reference + "."
	if c.Run != "" {
		source += " " + c.Run + "."
	}
	d := &pptx.Deck{
		Title: c.Title, Author: c.Author, Created: c.Numbers.ReferenceDate.Time(), Description: c.Run,
		Banner: c.Banner, Footer: c.Title,
		Style: pptx.Style{Font: housestyle.FirstFont(style.Font), Colors: slideColors(style)},
	}
	if p, ok := pictures[content.OverviewID]; ok {
		overview := c.Overview
		d.Slides = append(d.Slides, pptx.Slide{Title: overview.Finding, Notes: overview.Summary,
			Figure: pptx.Picture{SVG: p.SVG, PNG: p.PNG, Width: p.Width, Height: p.Height, Alt: overview.Summary,
				Full: true}})
	}
	for _, section := range c.Sections {
		for _, f := range section.Figures {
			drawn := f.Chart
			if drawn == nil || drawn.Form == chart.FormNotice {
				continue
			}
			figure := slideFigure(drawn, f.Numbers.Figure.Kind, pictures)
			if figure == nil {
				continue
			}
			spoken := strings.Join(slices.Concat(f.Sentences, []string{f.Base}), "\n")
			heading, subtitle := drawn.Title, drawn.Subtitle
			if drawn.Finding != "" {
				heading, subtitle = drawn.Finding, strings.TrimSuffix(drawn.Title+". "+drawn.Subtitle, ". ")
			}
			d.Slides = append(d.Slides, pptx.Slide{Title: heading, Subtitle: subtitle, Figure: figure,
				Source: strings.Join(append([]string{source}, slideNotes(drawn, figure)...), " "),
				Notes:  strings.TrimSpace(spoken)})
		}
	}
	return pptx.Write(w, d)
}

// slideColors are the colours of the years, the newest first: one for the
// report year, and greys.
func slideColors(style rules.HouseStyle) []string {
	return append([]string{housestyle.AccentColor(style)}, "#8C8C8C", "#C4C4C4", "#E0E0E0")
}

// partTints are the colours of parts, from the accent to light.
func partTints(style rules.HouseStyle, n int) []housestyle.RGB {
	accent, ok := housestyle.ParseColor(housestyle.AccentColor(style))
	if !ok {
		accent, _ = housestyle.ParseColor(housestyle.DefaultColors[0])
	}
	tints := make([]housestyle.RGB, n)
	for i := range tints {
		tints[i] = accent
		if n > 1 {
			tints[i] = accent.Tint(min(0.85, 0.3*float64(n)) * float64(i) / float64(n-1))
		}
	}
	return tints
}

// slideNotes are the notes of the chart that go for what the slide shows: a
// chart of PowerPoint has all rows and no ticks.
func slideNotes(c *chart.Chart, figure pptx.Figure) []string {
	if _, native := figure.(pptx.Chart); !native {
		return nil // they stand in the drawing
	}
	return slices.DeleteFunc(slices.Clone(c.Notes), func(note string) bool { return !strings.HasPrefix(note, "[") })
}

// The most bars and points that can be told apart on a slide, and the most that
// have room for their number.
const (
	mostSlideBars    = 45
	mostLabelledBars = 16
)

// slideFigure is the chart of PowerPoint where the form is one of bars or
// lines that fit, else the drawing, else nil.
func slideFigure(c *chart.Chart, kind stats.Kind, pictures map[string]chart.Picture) pptx.Figure {
	if drawn, ok := nativeChart(c, kind); ok {
		return drawn
	}
	if p, ok := pictures[c.ID]; ok {
		return pptx.Picture{SVG: p.SVG, PNG: p.PNG, Width: p.Width, Height: p.Height, Alt: c.Summary}
	}
	return nil
}

func nativeChart(c *chart.Chart, kind stats.Kind) (pptx.Chart, bool) {
	if c.OwnScale || len(c.Categories) == 0 {
		return pptx.Chart{}, false
	}
	drawn := pptx.Chart{Format: "#,##0", Alt: c.Summary}
	if kind == stats.KindParts || kind == stats.KindYesNo {
		drawn.Format = `0.0"%"`
	}
	switch c.Form {
	case chart.FormYears, chart.FormDots:
		drawn.Kind = pptx.Bars
		barSeries(&drawn, c, len(c.Categories[0].Bars))
	case chart.FormRanked:
		drawn.Kind = pptx.Bars
		barSeries(&drawn, c, 2)
	case chart.FormLines:
		drawn.Kind = pptx.Lines
		barSeries(&drawn, c, len(c.Categories[0].Bars))
		for i, name := range slideColors(c.Style) {
			if color, ok := housestyle.ParseColor(name); ok && i < len(drawn.Series) {
				drawn.Series[i].Color = lineColor(color)
			}
		}
	case chart.FormTrend:
		if len(c.Categories) > 1 {
			return pptx.Chart{}, false
		}
		drawn.Kind = pptx.Lines
		trendSeries(&drawn, c)
	case chart.FormStacked:
		if !whole(c) {
			return pptx.Chart{}, false // a bar that is not whole reads as one that is
		}
		drawn.Kind = pptx.StackedBars
		stackedSeries(&drawn, c)
	default:
		return pptx.Chart{}, false
	}
	points := len(drawn.Series) * len(drawn.Categories)
	drawn.Labels = points <= mostLabelledBars && (drawn.Kind != pptx.Lines || len(drawn.Series) == 1)
	return drawn, points <= mostSlideBars
}

// whole reports whether every part of every bar is known.
func whole(c *chart.Chart) bool {
	for _, category := range c.Categories {
		for _, bar := range category.Bars {
			if slices.ContainsFunc(bar.Values, func(v chart.Value) bool { return !v.Known }) {
				return false
			}
		}
	}
	return true
}

// barSeries makes a row of numbers of each of the newest years. A category has
// the marks of its years behind its name.
func barSeries(drawn *pptx.Chart, c *chart.Chart, years int) {
	for _, bar := range c.Categories[0].Bars[:min(years, len(c.Categories[0].Bars))] {
		drawn.Series = append(drawn.Series, pptx.Series{Name: bar.Name})
	}
	for _, category := range c.Categories {
		var marks []string
		for i := range drawn.Series {
			v := math.NaN()
			if i < len(category.Bars) {
				v = slideValue(category.Bars[i].Values[0])
				if m := category.Bars[i].Values[0].Label; strings.HasPrefix(m, "[") {
					marks = append(marks, category.Bars[i].Name+": "+m)
				}
			}
			drawn.Series[i].Values = append(drawn.Series[i].Values, v)
		}
		drawn.Categories = append(drawn.Categories, withMarks(content.CategoryTitle(c, category), marks))
	}
}

// lineColor darkens a colour until a thin line in it shows against white.
func lineColor(c housestyle.RGB) string {
	for 1.05/(c.Luminance()+0.05) < housestyle.MinContrast {
		c = housestyle.RGB{R: c.R * 0.95, G: c.G * 0.95, B: c.B * 0.95}
	}
	return c.String()
}

// trendSeries makes one row of numbers over the years, from old to new.
func trendSeries(drawn *pptx.Chart, c *chart.Chart) {
	s := pptx.Series{Name: content.CategoryTitle(c, c.Categories[0])}
	for _, bar := range slices.Backward(c.Categories[0].Bars) {
		var marks []string
		if m := bar.Values[0].Label; strings.HasPrefix(m, "[") {
			marks = []string{m}
		}
		drawn.Categories = append(drawn.Categories, withMarks(bar.Name, marks))
		s.Values = append(s.Values, slideValue(bar.Values[0]))
	}
	drawn.Series = []pptx.Series{s}
}

// stackedSeries makes a row of numbers of each part, and a bar of each category
// in each year.
func stackedSeries(drawn *pptx.Chart, c *chart.Chart) {
	colors := partTints(c.Style, len(c.Parts))
	for i, part := range c.Parts {
		drawn.Series = append(drawn.Series,
			pptx.Series{Name: part, Color: colors[i].String(), Ink: housestyle.InkOn(colors[i])})
	}
	drawn.Max = 100
	for _, category := range c.Categories {
		for _, bar := range category.Bars {
			drawn.Categories = append(drawn.Categories, category.Label+", "+bar.Name)
			for i, v := range bar.Values {
				drawn.Series[i].Values = append(drawn.Series[i].Values, slideValue(v))
			}
		}
	}
}

func withMarks(name string, marks []string) string {
	if len(marks) == 0 {
		return name
	}
	return name + " (" + strings.Join(marks, ", ") + ")"
}

// slideValue is a value of a chart of PowerPoint; one that may not or cannot be shown is none.
func slideValue(v chart.Value) float64 {
	if !v.Known {
		return math.NaN()
	}
	return v.V
}
