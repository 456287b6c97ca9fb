package word

import (
	"bytes"
	"errors"

	"herstel/report/chart"
	"herstel/report/chart/scene"
	"herstel/report/content"
	"herstel/report/internal/docx"
	"herstel/report/logo"
	"herstel/stats"
	"herstel/stats/nl"
)

// Pictures draws every chart of figures for the chapter in Word, at the width of
// its text and without the title and the footer, which the chapter has itself.
func Pictures(figs *stats.Figures) (map[string]chart.Picture, error) {
	return chart.Pictures(content.Charts(figs), func(c chart.Chart) chart.Options {
		return chart.Options{Width: chapterWidth, NoTitle: true, NoFooter: true}
	})
}

// chapterLogo is the logo of the organisation above the chapter; nothing where there is none.
func chapterLogo(figs *stats.Figures) ([]docx.Block, error) {
	p := figs.Presentation
	if len(p.Logo.SVG) == 0 {
		return nil, nil
	}
	drawn, err := logo.Draw(p.Logo.SVG, nl.CleanLabel(p.Organisation), logo.OnPage)
	if err != nil {
		return nil, err
	}
	var svg, png bytes.Buffer
	if err := errors.Join(drawn.WriteSVG(&svg), drawn.WritePNG(&png, chart.PrintDPI)); err != nil {
		return nil, err
	}
	return []docx.Block{docx.Image{SVG: svg.Bytes(), PNG: png.Bytes(), Width: drawn.Width / scene.MM,
		Height: drawn.Height / scene.MM, Alt: drawn.Title}}, nil
}
