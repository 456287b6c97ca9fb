package report

import (
	"bytes"

	"golang.org/x/sync/errgroup"

	"herstel/report/chart"
	"herstel/report/chart/scene"
	"herstel/stats"
)

// Pictures draws every chart of figures for a document, at the width of its
// text and without the title and the footer, which the document has itself.
func Pictures(figs *stats.Figures) (map[string]Picture, error) {
	charts := Charts(figs)
	drawn := make([]Picture, len(charts))
	var g errgroup.Group
	for i, c := range charts {
		g.Go(func() error {
			s := chart.Layout(c, chart.Options{Width: chapterWidth, NoTitle: true, NoFooter: true})
			var svg, png bytes.Buffer
			if err := s.WriteSVG(&svg); err != nil {
				return err
			}
			err := s.WritePNG(&png, pictureDPI)
			drawn[i] = Picture{svg.Bytes(), png.Bytes(), s.Width / scene.MM, s.Height / scene.MM}
			return err
		})
	}
	err := g.Wait()
	pictures := map[string]Picture{}
	for i, c := range charts {
		pictures[c.ID] = drawn[i]
	}
	return pictures, err
}

// pictureDPI is the density of the pictures for who does not see the SVG, in dots to the inch.
const pictureDPI = 150
