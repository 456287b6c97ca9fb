package chart

import (
	"bytes"
	"runtime"

	"golang.org/x/sync/errgroup"

	"herstel/report/chart/scene"
)

// Picture is the drawing of a figure, for a document that is not made of
// drawings itself.
type Picture struct {
	SVG, PNG      []byte
	Width, Height float64 // millimetres
}

// Pictures draws charts side by side.
func Pictures(charts []Chart, options func(Chart) Options) (map[string]Picture, error) {
	drawn := make([]Picture, len(charts))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0)) // each holds all its pixels
	for i, c := range charts {
		g.Go(func() error {
			s := Layout(c, options(c))
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
