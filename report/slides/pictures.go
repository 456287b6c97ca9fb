package slides

import (
	"herstel/report/chart"
	"herstel/report/content"
)

// Pictures draws the charts that a slide cannot show as a chart of
// PowerPoint, and the year in one picture for a slide of its own.
func Pictures(chapter *content.Chapter) (map[string]chart.Picture, error) {
	var charts []chart.Chart
	for _, f := range chapter.Figures {
		if f.Chart == nil || f.Chart.Form == chart.FormNotice {
			continue
		}
		if _, native := nativeChart(f.Chart, f.Numbers.Figure.Kind); !native {
			charts = append(charts, *f.Chart)
		}
	}
	if chapter.Overview != nil {
		charts = append(charts, *chapter.Overview)
	}
	return chart.Pictures(charts, func(c chart.Chart) chart.Options {
		if c.ID == content.OverviewID {
			return chart.Options{Width: slideWidth, Height: slideHeight, Under: slideBanner}
		}
		return chart.Options{Width: slideFigureWidth, Height: slideFigureHeight, NoTitle: true, NoFooter: true}
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
