package page

import (
	"html/template"
	"strings"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/logo"
)

// logoPicture draws the logo of the organisation; empty where there is none.
func logoPicture(c *content.Chapter) (template.HTML, error) {
	drawn, err := logo.Emblem(c.Numbers.Presentation.Logo.SVG, c.Author)
	if drawn == nil || err != nil {
		return "", err
	}
	var svg strings.Builder
	err = drawn.WriteInlineSVG(&svg, "logo-")
	return template.HTML(svg.String()), err
}

// overviewPicture is the year in one picture for one width of the page.
type overviewPicture struct {
	Class string
	SVG   template.HTML
}

// overviewPictures draws the year in one picture for a wide and for a narrow
// page; none where there is nothing to show.
func overviewPictures(drawn *chart.Chart) ([]overviewPicture, error) {
	if drawn == nil {
		return nil, nil
	}
	c := *drawn
	name := c.File
	var pictures []overviewPicture
	for _, place := range []struct {
		class string
		width float64
	}{{"broad", 180}, {"narrow", 85}} {
		var svg strings.Builder
		c.File = name + "-" + place.class // ids of the two must differ
		if err := chart.Inline(&svg, c, chart.Options{Width: place.width}); err != nil {
			return nil, err
		}
		pictures = append(pictures, overviewPicture{place.class, template.HTML(svg.String())})
	}
	return pictures, nil
}
