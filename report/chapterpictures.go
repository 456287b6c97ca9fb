package report

import (
	"bytes"

	"golang.org/x/sync/errgroup"

	"herstel/report/chart"
	"herstel/report/chart/scene"
	"herstel/stats"
)

// Pictures draws every chart of figures for the chapter in Word, at the width of
// its text and without the title and the footer, which the chapter has itself.
func Pictures(figs *stats.Figures) (map[string]Picture, error) {
	return pictures(Charts(figs), func(c Chart) chart.Options {
		return chart.Options{Width: chapterWidth, NoTitle: true, NoFooter: true}
	})
}

// The sizes of what a slide shows, in millimetres: the figure below its title,
// and the whole of it.
const (
	slideFigureWidth  = 230
	slideFigureHeight = 87
	slideWidth        = 254
	slideHeight       = 142.875
	slideBanner       = 6.5 // the banner, at the scale of the picture
)

// SlidePictures draws the charts that a slide cannot show as a chart of
// PowerPoint, and the year in one picture for a slide of its own.
func SlidePictures(figs *stats.Figures) (map[string]Picture, error) {
	var charts []Chart
	for i := range figs.Tables {
		c, ok := chartOf(figs, &figs.Tables[i])
		if _, native := nativeChart(&c, figs.Tables[i].Figure.Kind); ok && !native && c.Form != FormNotice {
			charts = append(charts, c)
		}
	}
	if c, ok := Overview(figs); ok {
		charts = append(charts, c)
	}
	return pictures(charts, func(c Chart) chart.Options {
		if c.ID == OverviewID {
			return chart.Options{Width: slideWidth, Height: slideHeight, Under: slideBanner}
		}
		return chart.Options{Width: slideFigureWidth, Height: slideFigureHeight, NoTitle: true, NoFooter: true}
	})
}

// pictures draws charts side by side.
func pictures(charts []Chart, options func(Chart) chart.Options) (map[string]Picture, error) {
	drawn := make([]Picture, len(charts))
	var g errgroup.Group
	for i, c := range charts {
		g.Go(func() error {
			s := chart.Layout(c, options(c))
			var svg, png bytes.Buffer
			if err := s.WriteSVG(&svg); err != nil {
				return err
			}
			err := s.WriteSmallPNG(&png, pictureDPI)
			drawn[i] = Picture{svg.Bytes(), png.Bytes(), s.Width / scene.MM, s.Height / scene.MM}
			return err
		})
	}
	err := g.Wait()
	found := map[string]Picture{}
	for i, c := range charts {
		found[c.ID] = drawn[i]
	}
	return found, err
}

// pictureDPI is the density of the pictures for who does not see the SVG, in dots to the inch.
const pictureDPI = 150
