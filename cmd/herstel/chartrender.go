package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"

	"golang.org/x/sync/errgroup"

	"herstel/report"
	"herstel/report/echarts"
)

// chartFormats are the forms of a chart, the default first.
var chartFormats = []string{"svg", "png", "pdf", "html", "json"}

// chartRenderer makes the files of charts at a printed width in millimetres.
type chartRenderer func(ctx context.Context, charts []report.Chart, pool *echarts.Pool, width float64) ([]output, error)

var chartRenderers = map[string]chartRenderer{
	"svg":  renderSVGs,
	"png":  rasterised(".png", (*report.Raster).PNG),
	"pdf":  rasterised(".pdf", (*report.Raster).PDF),
	"html": renderHTML,
	"json": renderOptions,
}

// poolSize is the number of engines that draw side by side: no more than there
// are charts (0: all of them), and two use the cores of a laptop well.
func poolSize(charts int) int {
	size := min(2, runtime.GOMAXPROCS(0))
	if charts > 0 {
		size = min(size, charts)
	}
	return size
}

// renderSVGs draws charts side by side.
func renderSVGs(ctx context.Context, charts []report.Chart, pool *echarts.Pool, width float64) ([]output, error) {
	files := make([]output, len(charts))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(pool.Size())
	for i, chart := range charts {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			svg, err := chart.SVG(pool, report.SVGOptions{WidthMM: width})
			files[i] = output{chart.FileName() + ".svg", svg}
			return err
		})
	}
	return files, g.Wait()
}

// rasterised renders charts with an installed browser.
func rasterised(extension string, convert func(*report.Raster, []byte, float64) ([]byte, error)) chartRenderer {
	return func(ctx context.Context, charts []report.Chart, pool *echarts.Pool, width float64) ([]output, error) {
		browser, err := report.FindBrowser(report.Lookup{OS: runtime.GOOS, Getenv: os.Getenv, LookPath: exec.LookPath, Exists: isFile})
		if err != nil {
			return nil, browserError(err)
		}
		svgs, err := renderSVGs(ctx, charts, pool, width)
		if err != nil {
			return nil, err
		}
		raster, err := report.NewRaster(ctx, browser)
		if err != nil {
			return nil, err
		}
		defer raster.Close()
		files := make([]output, len(charts))
		for i, chart := range charts {
			picture, err := convert(raster, svgs[i].data, width)
			if err := errors.Join(ctx.Err(), err); err != nil {
				return nil, err
			}
			files[i] = output{chart.FileName() + extension, picture}
		}
		return files, nil
	}
}

// browserError gives the want of a browser its hint.
func browserError(err error) error {
	if errors.Is(err, report.ErrNoBrowser) {
		return failed(err, "kies --format svg, of gebruik de knop PNG op de pagina: die hebben geen browser nodig",
			"geen Edge, Chrome of Chromium gevonden, en die is nodig voor PNG en PDF")
	}
	return err
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func renderHTML(_ context.Context, charts []report.Chart, pool *echarts.Pool, _ float64) ([]output, error) {
	return renderEach(charts, ".html", func(b *bytes.Buffer, chart report.Chart) error { return report.WriteHTML(b, chart, pool) })
}

func renderOptions(_ context.Context, charts []report.Chart, _ *echarts.Pool, width float64) ([]output, error) {
	layout := report.Layout{Width: report.Millimetres(width)}
	return renderEach(charts, ".json", func(b *bytes.Buffer, chart report.Chart) error { return report.WriteJSON(b, chart, layout) })
}

func renderEach(charts []report.Chart, extension string, write func(*bytes.Buffer, report.Chart) error) ([]output, error) {
	var files []output
	for _, chart := range charts {
		var b bytes.Buffer
		if err := write(&b, chart); err != nil {
			return nil, err
		}
		files = append(files, output{chart.FileName() + extension, b.Bytes()})
	}
	return files, nil
}
