package report

import (
	"io"
	"math"
	"slices"
	"strings"

	"herstel/report/slides"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// Slides writes a PowerPoint file with a slide for each figure: bars and lines
// as charts that can be changed, the others as their drawing in pictures, by
// the id of the figure. A figure that can be neither has no slide. The same
// figures and pictures give the same bytes.
func Slides(w io.Writer, figs *stats.Figures, pictures map[string]Picture) error {
	title := "Cijfers over " + yearTitle(figs, figs.Year)
	source := "Peildatum: " + dayText(figs.ReferenceDate) + "."
	d := &slides.Deck{
		Title: title, Author: cleanLabel(figs.Presentation.Organisation), Created: figs.ReferenceDate.Time(), Banner: bannerOf(figs), Footer: title,
		Style: slides.Style{Font: firstFont(figs.HouseStyle.Font), Colors: slideColors(figs.HouseStyle)},
	}
	if p, ok := pictures[OverviewID]; ok {
		overview, _ := Overview(figs)
		d.Slides = append(d.Slides, slides.Slide{Title: overview.Finding, Notes: overview.Summary,
			Figure: slides.Picture{SVG: p.SVG, PNG: p.PNG, Width: p.Width, Height: p.Height, Alt: overview.Summary, Full: true}})
	}
	for _, section := range sectionTables(figs) {
		for _, t := range section.Tables {
			chart, ok := chartOf(figs, t)
			if !ok || chart.Form == FormNotice {
				continue
			}
			figure := slideFigure(&chart, t.Figure.Kind, pictures)
			if figure == nil {
				continue
			}
			spoken := strings.Join(append(Sentences(figs, t), baseLine(figs, t)), "\n")
			heading, subtitle := chart.Title, chart.Subtitle
			if chart.Finding != "" {
				heading, subtitle = chart.Finding, strings.TrimSuffix(chart.Title+". "+chart.Subtitle, ". ")
			}
			d.Slides = append(d.Slides, slides.Slide{Title: heading, Subtitle: subtitle, Figure: figure,
				Source: strings.Join(append([]string{source}, slideNotes(&chart, figure)...), " "),
				Notes:  strings.TrimSpace(spoken)})
		}
	}
	return slides.Write(w, d)
}

// slideColors are the colours of the years, the newest first: one for the
// report year, and greys.
func slideColors(style rules.HouseStyle) []string {
	return append([]string{accentColor(style)}, "#8C8C8C", "#C4C4C4", "#E0E0E0")
}

// partTints are the colours of parts, from the accent to light.
func partTints(style rules.HouseStyle, n int) []rgb {
	accent, ok := parseColor(accentColor(style))
	if !ok {
		accent, _ = parseColor(defaultColors[0])
	}
	tints := make([]rgb, n)
	for i := range tints {
		tints[i] = accent
		if n > 1 {
			tints[i] = accent.tint(min(0.85, 0.3*float64(n)) * float64(i) / float64(n-1))
		}
	}
	return tints
}

// slideNotes are the notes of the chart that go for what the slide shows: a
// chart of PowerPoint has all rows and no ticks.
func slideNotes(c *Chart, figure slides.Figure) []string {
	if _, native := figure.(slides.Chart); !native {
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
func slideFigure(c *Chart, kind stats.Kind, pictures map[string]Picture) slides.Figure {
	if chart, ok := nativeChart(c, kind); ok {
		return chart
	}
	if p, ok := pictures[c.ID]; ok {
		return slides.Picture{SVG: p.SVG, PNG: p.PNG, Width: p.Width, Height: p.Height, Alt: c.Summary}
	}
	return nil
}

func nativeChart(c *Chart, kind stats.Kind) (slides.Chart, bool) {
	if c.OwnScale || len(c.Categories) == 0 {
		return slides.Chart{}, false
	}
	chart := slides.Chart{Format: "#,##0", Alt: c.Summary}
	if kind == stats.KindParts || kind == stats.KindYesNo {
		chart.Format = `0.0"%"`
	}
	switch c.Form {
	case FormYears, FormDots:
		chart.Kind = slides.Bars
		barSeries(&chart, c, len(c.Categories[0].Bars))
	case FormRanked:
		chart.Kind = slides.Bars
		barSeries(&chart, c, 2)
	case FormLines:
		chart.Kind = slides.Lines
		barSeries(&chart, c, len(c.Categories[0].Bars))
		for i, name := range slideColors(c.Style) {
			if color, ok := parseColor(name); ok && i < len(chart.Series) {
				chart.Series[i].Color = lineColor(color)
			}
		}
	case FormTrend:
		if len(c.Categories) > 1 {
			return slides.Chart{}, false
		}
		chart.Kind = slides.Lines
		trendSeries(&chart, c)
	case FormStacked:
		if !whole(c) {
			return slides.Chart{}, false // a bar that is not whole reads as one that is
		}
		chart.Kind = slides.StackedBars
		stackedSeries(&chart, c)
	default:
		return slides.Chart{}, false
	}
	points := len(chart.Series) * len(chart.Categories)
	chart.Labels = points <= mostLabelledBars && (chart.Kind != slides.Lines || len(chart.Series) == 1)
	return chart, points <= mostSlideBars
}

// whole reports whether every part of every bar is known.
func whole(c *Chart) bool {
	for _, category := range c.Categories {
		for _, bar := range category.Bars {
			if slices.ContainsFunc(bar.Values, func(v Value) bool { return !v.Known }) {
				return false
			}
		}
	}
	return true
}

// barSeries makes a row of numbers of each of the newest years. A category has
// the marks of its years behind its name.
func barSeries(chart *slides.Chart, c *Chart, years int) {
	for _, bar := range c.Categories[0].Bars[:min(years, len(c.Categories[0].Bars))] {
		chart.Series = append(chart.Series, slides.Series{Name: bar.Name})
	}
	for _, category := range c.Categories {
		var marks []string
		for i := range chart.Series {
			v := math.NaN()
			if i < len(category.Bars) {
				v = slideValue(category.Bars[i].Values[0])
				if m := category.Bars[i].Values[0].Label; strings.HasPrefix(m, "[") {
					marks = append(marks, category.Bars[i].Name+": "+m)
				}
			}
			chart.Series[i].Values = append(chart.Series[i].Values, v)
		}
		chart.Categories = append(chart.Categories, withMarks(slideName(c, category), marks))
	}
}

// lineColor darkens a colour until a thin line in it shows against white.
func lineColor(c rgb) string {
	for 1.05/(c.luminance()+0.05) < minContrast {
		c = rgb{c.r * 0.95, c.g * 0.95, c.b * 0.95}
	}
	return c.String()
}

// trendSeries makes one row of numbers over the years, from old to new.
func trendSeries(chart *slides.Chart, c *Chart) {
	s := slides.Series{Name: slideName(c, c.Categories[0])}
	for _, bar := range slices.Backward(c.Categories[0].Bars) {
		var marks []string
		if m := bar.Values[0].Label; strings.HasPrefix(m, "[") {
			marks = []string{m}
		}
		chart.Categories = append(chart.Categories, withMarks(bar.Name, marks))
		s.Values = append(s.Values, slideValue(bar.Values[0]))
	}
	chart.Series = []slides.Series{s}
}

// stackedSeries makes a row of numbers of each part, and a bar of each category
// in each year.
func stackedSeries(chart *slides.Chart, c *Chart) {
	colors := partTints(c.Style, len(c.Parts))
	for i, part := range c.Parts {
		chart.Series = append(chart.Series, slides.Series{Name: part, Color: colors[i].String(), Ink: inkOn(colors[i])})
	}
	chart.Max = 100
	for _, category := range c.Categories {
		for _, bar := range category.Bars {
			chart.Categories = append(chart.Categories, category.Label+", "+bar.Name)
			for i, v := range bar.Values {
				chart.Series[i].Values = append(chart.Series[i].Values, slideValue(v))
			}
		}
	}
}

// slideName names a category; the one of a figure without a breakdown is the figure itself.
func slideName(c *Chart, category Category) string {
	switch name := categoryName(category); {
	case name == "":
		return c.Title
	case c.Form == FormLines:
		return nl.Capital(monthName(name))
	default:
		return name
	}
}

func withMarks(name string, marks []string) string {
	if len(marks) == 0 {
		return name
	}
	return name + " (" + strings.Join(marks, ", ") + ")"
}

// slideValue is a value of a chart of PowerPoint; one that may not or cannot be shown is none.
func slideValue(v Value) float64 {
	if !v.Known {
		return math.NaN()
	}
	return v.V
}
