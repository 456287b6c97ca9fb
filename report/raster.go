package report

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"regexp"
	"strconv"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const (
	printDPI      = 300
	pixelsPerInch = 96
	inchesPerMM   = 1 / 25.4
	rasterTimeout = time.Minute // for one picture; a browser that hangs must not hang the program
)

// Raster turns SVG into PNG and PDF with a browser that runs hidden. It is not safe for use by several goroutines at once.
type Raster struct {
	ctx   context.Context
	close []context.CancelFunc
}

// rasterFlags keep the browser quiet and offline. The sandbox stays on, but for root: Chromium refuses it there and chromedp then leaves it out.
var rasterFlags = []string{"disable-background-networking", "disable-component-update", "disable-sync", "disable-extensions", "disable-breakpad",
	"disable-default-apps", "hide-scrollbars", "disable-dev-shm-usage"}

// NewRaster starts the browser at a path that FindBrowser gave. Close must be called in the end.
func NewRaster(ctx context.Context, browser string) (*Raster, error) {
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(browser), chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.Headless, chromedp.DisableGPU,
		chromedp.Flag("force-color-profile", "srgb"), chromedp.Flag("font-render-hinting", "none"),
	}
	for _, flag := range rasterFlags {
		options = append(options, chromedp.Flag(flag, true))
	}
	silent := func(string, ...any) {}
	allocator, stop := chromedp.NewExecAllocator(ctx, options...)
	tab, closeTab := chromedp.NewContext(allocator, chromedp.WithErrorf(silent), chromedp.WithLogf(silent))
	r := &Raster{ctx: tab, close: []context.CancelFunc{closeTab, stop}}
	if err := chromedp.Do(tab, chromedp.Navigate("about:blank")); err != nil {
		r.Close()
		return nil, fmt.Errorf("de browser %s start niet: %w", browser, err)
	}
	return r, nil
}

// Close ends the browser.
func (r *Raster) Close() {
	for _, stop := range r.close {
		stop()
	}
}

var svgSize = regexp.MustCompile(`viewBox="0 0 (\d+) (\d+)"`)

// show puts an SVG on an empty page of exactly its size, and gives that size in CSS pixels.
func (r *Raster) show(ctx context.Context, svg []byte) (width, height float64, err error) {
	m := svgSize.FindSubmatch(svg)
	if m == nil {
		return 0, 0, errors.New("de SVG heeft geen maten")
	}
	// The pattern admits digits only.
	width, _ = strconv.ParseFloat(string(m[1]), 64)
	height, _ = strconv.ParseFloat(string(m[2]), 64)
	html := `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
		`<style>html,body{margin:0;background:#fff}svg{display:block;width:` + px(width) + `px;height:` + px(height) + `px}@page{margin:0;size:` + px(width) + `px ` + px(height) + `px}</style>` + string(svg)
	tree, err := chromedp.Call(ctx, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return 0, 0, err
	}
	_, err = chromedp.Call(ctx, page.SetDocumentContent, page.SetDocumentContentParams{FrameID: tree.FrameTree.Frame.ID, HTML: html})
	return width, height, err
}

// PNG turns an SVG of this package into a picture of 300 dots to the inch of its printed width in millimetres.
func (r *Raster) PNG(svg []byte, widthMM float64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(r.ctx, rasterTimeout)
	defer cancel()
	width, height, err := r.show(ctx, svg)
	if err != nil {
		return nil, rasterError(err)
	}
	screen := emulation.SetDeviceMetricsOverrideParams{Width: int64(width), Height: int64(height), DeviceScaleFactor: widthMM * inchesPerMM * printDPI / width}
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, screen); err != nil {
		return nil, rasterError(err)
	}
	shot, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
	if err != nil {
		return nil, rasterError(err)
	}
	return withDensity(shot.Data)
}

// PDF turns an SVG of this package into a PDF of one page, as wide as the given millimetres.
func (r *Raster) PDF(svg []byte, widthMM float64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(r.ctx, rasterTimeout)
	defer cancel()
	width, height, err := r.show(ctx, svg)
	if err != nil {
		return nil, rasterError(err)
	}
	paper, yes, none := widthMM*inchesPerMM, true, 0.0
	printed, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{
		PrintBackground: &yes, GenerateTaggedPDF: &yes, PaperWidth: paper, PaperHeight: paper * height / width, Scale: paper * pixelsPerInch / width, PageRanges: "1",
		MarginTop: &none, MarginBottom: &none, MarginLeft: &none, MarginRight: &none,
	})
	if err != nil {
		return nil, rasterError(err)
	}
	return printed.Data, nil
}

func rasterError(err error) error {
	return fmt.Errorf("de browser kan de grafiek niet omzetten: %w", err)
}

// pngHeader is the length of the signature and the first chunk (IHDR), after which the density may stand.
const pngHeader = 8 + 4 + 4 + 13 + 4

// withDensity writes into a PNG that it has 300 dots to the inch (chunk pHYs, in dots to the metre), so that it is placed at its printed size.
func withDensity(b []byte) ([]byte, error) {
	if len(b) < pngHeader || !bytes.HasPrefix(b, []byte("\x89PNG")) {
		return nil, rasterError(errors.New("er kwam geen PNG terug"))
	}
	chunk := []byte("pHYs")
	perMetre := uint32(math.Round(printDPI / 0.0254))
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1)
	out := bytes.Clone(b[:pngHeader])
	out = binary.BigEndian.AppendUint32(out, uint32(len(chunk)-4))
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
	return append(out, b[pngHeader:]...), nil
}
