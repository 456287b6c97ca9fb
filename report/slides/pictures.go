package slides

import (
	"herstel/report/chart"
	"herstel/report/content"
	"herstel/stats"
)

// Pictures draws the charts that a slide cannot show as a chart of
// PowerPoint, and the year in one picture for a slide of its own.
func Pictures(figs *stats.Figures) (map[string]chart.Picture, error) {
	var charts []chart.Chart
	for i := range figs.Tables {
		c, ok := content.ChartOf(figs, &figs.Tables[i])
		if _, native := nativeChart(&c, figs.Tables[i].Figure.Kind); ok && !native && c.Form != chart.FormNotice {
			charts = append(charts, c)
		}
	}
	if c, ok := content.Overview(figs); ok {
		charts = append(charts, c)
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
