package main

import (
	"bytes"
	"context"
	"io"
	"runtime"

	"golang.org/x/sync/errgroup"

	"herstel/report/chart"
	"herstel/report/echarts"
)

// chartFormats are the forms of a chart, the default first.
var chartFormats = []string{"svg", "png", "pdf", "csv", "html", "json"}

// chartLook is how charts are printed.
type chartLook struct {
	chart.Options
	dpi float64
}

// chartRenderers write a chart in each form.
var chartRenderers = map[string]func(io.Writer, chart.Chart, chartLook) error{
	"svg":  func(w io.Writer, c chart.Chart, l chartLook) error { return chart.SVG(w, c, l.Options) },
	"png":  func(w io.Writer, c chart.Chart, l chartLook) error { return chart.PNG(w, c, l.Options, l.dpi) },
	"csv":  func(w io.Writer, c chart.Chart, _ chartLook) error { return chart.CSV(w, c) },
	"html": func(w io.Writer, c chart.Chart, _ chartLook) error { return echarts.WriteHTML(w, c) },
	"json": func(w io.Writer, c chart.Chart, l chartLook) error {
		return echarts.WriteJSON(w, c, echarts.Layout{Width: echarts.Millimetres(l.Width)})
	},
}

// renderCharts draws charts side by side.
func renderCharts(ctx context.Context, charts []chart.Chart, format string, look chartLook) ([]output, error) {
	files := make([]output, len(charts))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, c := range charts {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var b bytes.Buffer
			err := chartRenderers[format](&b, c, look)
			files[i] = output{c.FileName() + "." + format, b.Bytes()}
			return err
		})
	}
	return files, g.Wait()
}
