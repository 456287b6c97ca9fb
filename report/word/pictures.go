package word

import (
	"herstel/report/chart"
	"herstel/report/content"
	"herstel/stats"
)

// Pictures draws every chart of figures for the chapter in Word, at the width of
// its text and without the title and the footer, which the chapter has itself.
func Pictures(figs *stats.Figures) (map[string]chart.Picture, error) {
	return chart.Pictures(content.Charts(figs), func(c chart.Chart) chart.Options {
		return chart.Options{Width: chapterWidth, NoTitle: true, NoFooter: true}
	})
}
