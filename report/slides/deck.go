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
			heading, subtitle := slideTitle(drawn)
			d.Slides = append(d.Slides, pptx.Slide{Title: heading, Subtitle: subtitle, Figure: figure,
				Source: strings.Join(append([]string{source}, slideNotes(drawn, figure)...), " "),
				Notes:  strings.TrimSpace(spoken)})
		}
	}
	return pptx.Write(w, d)
}

// slideTitle is the finding with the topic below it, or the topic alone. A topic
// that says what is measured too is not told twice.
func slideTitle(c *chart.Chart) (title, subtitle string) {
	switch {
	case c.Finding == "":
		return c.Title, c.Subtitle
	case strings.Contains(strings.ToLower(c.Subtitle), strings.ToLower(c.Title)):
		return c.Finding, c.Subtitle
	}
	return c.Finding, strings.TrimSuffix(c.Title+". "+c.Subtitle, ". ")
}

// slideColors are the colours of the years, the newest first: one for the
// report year, and greys.
func slideColors(style rules.HouseStyle) []string {
	return append([]string{housestyle.AccentColor(style)}, "#8C8C8C", "#C4C4C4", "#E0E0E0")
}

// lineColors are those of thin lines, the newest year first: greys that can be
// told apart, and from white.
func lineColors(style rules.HouseStyle) []string {
	return []string{housestyle.AccentColor(style), "#595959", "#949494", "#949494"}
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
// chart of PowerPoint has all rows and no ticks. A drawing has its notes itself,
// but not that its number may still change.
func slideNotes(c *chart.Chart, figure pptx.Figure) []string {
	var notes []string
	if _, native := figure.(pptx.Chart); native {
		notes = slices.DeleteFunc(slices.Clone(c.Notes),
			func(note string) bool { return !strings.HasPrefix(note, "[") })
	}
	if c.Early {
		notes = append(notes, c.Footer[len(c.Footer)-1]+".")
	}
	return notes
}

// earlyName is the name of a year, with what the report year may have behind it.
func earlyName(c *chart.Chart, name string, newest bool) string {
	if newest && c.Early {
		return name + " (voorlopig)"
	}
	return name
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
	case chart.FormYears:
		drawn.Kind = pptx.Bars
		barSeries(&drawn, c, len(c.Categories[0].Bars))
	case chart.FormDots: // of the report year alone where the others leave no room for numbers
		drawn.Kind = pptx.Bars
		years := len(c.Categories[0].Bars)
		if years*len(c.Categories) > mostLabelledBars {
			years = 1
		}
		barSeries(&drawn, c, years)
	case chart.FormRanked:
		drawn.Kind = pptx.Bars
		barSeries(&drawn, c, 2)
	case chart.FormLines:
		drawn.Kind = pptx.Lines
		barSeries(&drawn, c, len(c.Categories[0].Bars))
		for i, name := range lineColors(c.Style) {
			if color, ok := housestyle.ParseColor(name); ok && i < len(drawn.Series) {
				drawn.Series[i].Color, drawn.Series[i].Thin = lineColor(color), i > 0
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
	if drawn.Kind == pptx.StackedBars { // its numbers stand in the bars
		drawn.Labels = len(drawn.Categories) <= mostLabelledBars
	}
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
	for i, bar := range c.Categories[0].Bars[:min(years, len(c.Categories[0].Bars))] {
		drawn.Series = append(drawn.Series, pptx.Series{Name: earlyName(c, bar.Name, i == 0)})
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
		if mark, same := oneMark(category, len(drawn.Series)); same {
			marks = []string{mark}
		}
		drawn.Categories = append(drawn.Categories, withMarks(content.CategoryTitle(c, category), marks))
	}
}

// oneMark gives the mark that all of the newest years of a category have.
func oneMark(category chart.Category, years int) (string, bool) {
	mark := category.Bars[0].Values[0].Label
	for _, bar := range category.Bars[:min(years, len(category.Bars))] {
		if bar.Values[0].Known || bar.Values[0].Label != mark {
			return "", false
		}
	}
	return mark, true
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
	for i, bar := range slices.Backward(c.Categories[0].Bars) {
		var marks []string
		if m := bar.Values[0].Label; strings.HasPrefix(m, "[") {
			marks = []string{m}
		}
		drawn.Categories = append(drawn.Categories, withMarks(earlyName(c, bar.Name, i == 0), marks))
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

// withMarks puts marks behind a name.
func withMarks(name string, marks []string) string {
	if len(marks) == 0 {
		return name
	}
	if len(marks) == 1 && strings.HasPrefix(marks[0], "[") {
		return name + " " + marks[0]
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
