package report

import (
	"bytes"
	"errors"
	"image/png"
	"math"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"testing"
)

// localBrowser finds the browser of this machine, and skips the test where there is none.
func localBrowser(t *testing.T) string {
	t.Helper()
	exists := func(path string) bool { _, err := os.Stat(path); return err == nil }
	browser, err := FindBrowser(Lookup{OS: runtime.GOOS, Getenv: os.Getenv, LookPath: exec.LookPath, Exists: exists})
	if errors.Is(err, ErrNoBrowser) {
		t.Skip("no Edge, Chrome or Chromium on this machine")
	}
	if err != nil {
		t.Fatal(err)
	}
	return browser
}

func TestRasterPNGAndPDF(t *testing.T) {
	browser := localBrowser(t)
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="85mm" height="42.5mm" viewBox="0 0 320 160"><rect width="320" height="160" fill="#00466B"/></svg>`)
	raster, err := NewRaster(t.Context(), browser)
	if err != nil {
		t.Fatal(err)
	}
	defer raster.Close()

	picture, err := raster.PNG(svg, 85)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	// 85 mm at 300 dots to the inch.
	if got, want := img.Bounds().Dx(), 1004.0; math.Abs(float64(got)-want) > 2 {
		t.Errorf("the PNG is %d pixels wide, want about %v", got, want)
	}
	if r, g, b, _ := img.At(500, 250).RGBA(); r>>8 != 0 || g>>8 != 0x46 || b>>8 != 0x6B {
		t.Errorf("the middle of the PNG has colour %x %x %x", r>>8, g>>8, b>>8)
	}
	// 300 dots to the inch are 11811 to the metre, big-endian 0x00002E23, unit 1.
	if !bytes.Contains(picture, []byte("pHYs\x00\x00\x2E\x23\x00\x00\x2E\x23\x01")) {
		t.Error("the PNG does not say that it has 300 dots to the inch")
	}

	doc, err := raster.PDF(svg, 85)
	if err != nil {
		t.Fatal(err)
	}
	box := regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`).FindSubmatch(doc)
	if box == nil {
		t.Fatal("the PDF has no MediaBox")
	}
	width, _ := strconv.ParseFloat(string(box[1]), 64)
	if want := 85 / 25.4 * 72; math.Abs(width-want) > 1.5 {
		t.Errorf("the PDF is %v points wide, want about %v", width, want)
	}
	if pages := bytes.Count(doc, []byte("/Type /Page\n")); pages > 1 {
		t.Errorf("the PDF has %d pages", pages)
	}
}

func TestWithDensityRefusesWhatIsNoPNG(t *testing.T) {
	if _, err := withDensity([]byte("<html>")); err == nil {
		t.Error("no error")
	}
}
