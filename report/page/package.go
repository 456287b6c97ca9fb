package page

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/echarts"
	"herstel/report/tidy"
	"herstel/stats"
)

// The widths, in CSS pixels, for which the page has its charts laid out: the
// column of text, a tablet, a large phone, and a phone of 320 pixels. The
// style sheet keeps room for each of them.
var pageLayouts = []echarts.Layout{{Width: 680, Text: 13, Bare: true}, {Width: 520, Text: 12, Bare: true},
	{Width: 400, Text: 12, Bare: true}, {Width: 300, Text: 12, Bare: true}}

// packageData is what the script of the page works with.
type packageData struct {
	Figures map[string]packageFigure `json:"figuren"`
}

type packageFigure struct {
	Name    string          `json:"naam"` // of its files, without extension
	CSV     string          `json:"csv"`
	SVG     string          `json:"svg,omitempty"` // the chart to take over, with its title
	Layouts []packageLayout `json:"vormen,omitempty"`
}

type packageLayout struct {
	Width  int             `json:"width"`
	Height int             `json:"height"`
	Option json.RawMessage `json:"option"`
}

// packLevel trades a few per cent of the page's size for most of the time that
// packing takes.
const packLevel = 5

// packedFigures gives the data of every figure, packed.
func packedFigures(c *content.Chapter, sections []pageSection) (string, error) {
	figures, err := figurePackages(c, sections)
	if err != nil {
		return "", err
	}
	data, err := json.Marshal(packageData{figures})
	if err != nil {
		return "", err
	}
	return packed(data)
}

// packed gives a text as base64 of gzip, which no label can break out of.
func packed(text []byte) (string, error) {
	var b bytes.Buffer
	base := base64.NewEncoder(base64.StdEncoding, &b)
	zip, err := gzip.NewWriterLevel(base, packLevel)
	if err != nil {
		return "", err
	}
	if _, err := zip.Write(text); err != nil {
		return "", err
	}
	if err := zip.Close(); err != nil {
		return "", err
	}
	if err := base.Close(); err != nil {
		return "", err
	}
	return b.String(), nil
}

// figurePackages makes the data of every figure, side by side, and tells the
// figures of the sections how much room their charts take.
func figurePackages(c *content.Chapter, sections []pageSection) (map[string]packageFigure, error) {
	var figures []pageFigure
	for _, s := range sections {
		figures = append(figures, s.Figures...)
	}
	made := make([]packageFigure, len(figures))
	errs := make([]error, len(figures))
	var wait sync.WaitGroup
	for i, f := range figures {
		wait.Go(func() { made[i], errs[i] = figurePackage(c, f) })
	}
	wait.Wait()
	packages := map[string]packageFigure{}
	at := 0
	for _, s := range sections {
		for i := range s.Figures {
			packages[s.Figures[i].Key] = made[at]
			s.Figures[i].Room += made[at].room()
			at++
		}
	}
	return packages, errors.Join(errs...)
}

// room gives the height of every layout as a property of the style sheet.
func (p packageFigure) room() template.CSS {
	var room strings.Builder
	for _, l := range p.Layouts {
		fmt.Fprintf(&room, ";--room-%d:%dpx", l.Width, l.Height)
	}
	return template.CSS(room.String())
}

func figurePackage(c *content.Chapter, f pageFigure) (packageFigure, error) {
	var csv strings.Builder
	if err := tidy.FiguresCSV(&csv, c.Numbers, []stats.Table{*f.Numbers}); err != nil {
		return packageFigure{}, err
	}
	p := packageFigure{Name: f.File, CSV: csv.String()}
	if f.Chart == nil {
		return p, nil
	}
	var svg strings.Builder
	if err := chart.SVG(&svg, *f.Chart, chart.Options{}); err != nil {
		return packageFigure{}, err
	}
	p.SVG = svg.String()
	for _, l := range pageLayouts {
		d, err := echarts.Draw(*f.Chart, l)
		if err != nil {
			return packageFigure{}, fmt.Errorf("grafiek %s: %w", f.Figure.ID, err)
		}
		p.Layouts = append(p.Layouts, packageLayout{d.Width, d.Height, d.Option})
	}
	return p, nil
}
