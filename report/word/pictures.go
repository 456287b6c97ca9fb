package word

import (
	"bytes"
	"errors"

	"herstel/report/chart"
	"herstel/report/chart/scene"
	"herstel/report/content"
	"herstel/report/internal/docx"
	"herstel/report/logo"
)

// Pictures draws every chart of the chapter for the chapter in Word, at the width of
// its text and without the title and the footer, which the chapter has itself.
func Pictures(c *content.Chapter) (map[string]chart.Picture, error) {
	return chart.Pictures(c.Charts(), func(chart.Chart) chart.Options {
		return chart.Options{Width: chapterWidth, NoTitle: true, NoFooter: true}
	})
}

// chapterLogo is the logo of the organisation above the chapter; nothing where there is none.
func chapterLogo(c *content.Chapter) ([]docx.Block, error) {
	drawn, err := logo.Emblem(c.Numbers.Presentation.Logo.SVG, c.Author)
	if drawn == nil || err != nil {
		return nil, err
	}
	var svg, png bytes.Buffer
	if err := errors.Join(drawn.WriteSVG(&svg), drawn.WritePNG(&png, chart.PrintDPI)); err != nil {
		return nil, err
	}
	return []docx.Block{docx.Image{SVG: svg.Bytes(), PNG: png.Bytes(), Width: drawn.Width / scene.MM,
		Height: drawn.Height / scene.MM, Alt: drawn.Title}}, nil
}
