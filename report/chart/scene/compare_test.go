package scene

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// plate is the picture that is compared between programs: all of sample but the characters that each program draws in
// a font of its own.
func plate() *Scene {
	s := sample()
	var kept []Item
	for _, it := range s.Items {
		if t, ok := it.(Text); !ok || !bytes.Contains([]byte(t.Content), []byte("Onbekend")) {
			kept = append(kept, it)
		}
	}
	s.Items = kept
	return s
}

// difference is the mean over all pixels and channels of how far two pictures lie apart, 0 to 255. Where the sizes
// differ by a pixel the rest is left.
func difference(a, b image.Image) float64 {
	size := a.Bounds().Intersect(b.Bounds())
	flat := func(img image.Image) *image.RGBA {
		out := image.NewRGBA(size)
		draw.Draw(out, size, image.White, image.Point{}, draw.Src)
		draw.Draw(out, size, img, image.Point{}, draw.Over)
		return out
	}
	p, q := flat(a), flat(b)
	total := 0
	for i := range p.Pix {
		d := int(p.Pix[i]) - int(q.Pix[i])
		total += max(d, -d)
	}
	return float64(total) / float64(len(p.Pix))
}

// coarse gives the mean of each block of pixels.
func coarse(img image.Image, block int) *image.RGBA {
	size := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, size.Dx()/block, size.Dy()/block))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var sum [3]uint32
			for i := range block * block {
				r, g, b, _ := img.At(size.Min.X+x*block+i%block, size.Min.Y+y*block+i/block).RGBA()
				sum[0], sum[1], sum[2] = sum[0]+r>>8, sum[1]+g>>8, sum[2]+b>>8
			}
			n := uint32(block * block)
			out.Set(x, y, color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 255})
		}
	}
	return out
}

// TestOtherProgramsDrawTheSame compares our pixels with those that others make of our SVG and our PDF. Anti-aliasing
// differs at every edge, which makes 0.7 to 0.8; a plate that is moved by one pixel must differ by more than the
// bound, so that the bound means something.
func TestOtherProgramsDrawTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("starts other programs")
	}
	const dpi, bound = 192, 1.0
	dir := t.TempDir()
	svg, _, pdf := written(t, plate())
	file := filepath.Join(dir, "plate.svg")
	if err := os.WriteFile(file, svg, 0o600); err != nil {
		t.Fatal(err)
	}
	own, _ := pngOf(t, plate(), dpi)
	moved := plate()
	moved.Items = []Item{&Group{X: 72.0 / dpi, Items: moved.Items}}
	if other, _ := pngOf(t, moved, dpi); difference(own, other) < 1.5*bound {
		t.Fatalf("a moved plate differs by %.2f only", difference(own, other))
	}
	compare := func(t *testing.T, picture []byte) {
		t.Helper()
		img, err := png.Decode(bytes.NewReader(picture))
		if err != nil {
			t.Fatal(err)
		}
		if d := difference(own, img); d > bound {
			t.Errorf("the pictures differ by %.2f, more than %v", d, bound)
		} else {
			t.Logf("the pictures differ by %.2f", d)
		}
	}
	t.Run("rsvg", func(t *testing.T) {
		compare(t, []byte(output(t, svg, "rsvg-convert", "--dpi-x", strconv.Itoa(dpi), "--dpi-y", strconv.Itoa(dpi))))
	})
	t.Run("poppler", func(t *testing.T) {
		compare(t, []byte(output(t, pdf, "pdftocairo", "-png", "-singlefile", "-r", strconv.Itoa(dpi), "-", "-")))
	})
	t.Run("libreoffice", func(t *testing.T) {
		// It puts letters on a grid of its own and makes the page 0.2 mm larger, so blocks of pixels are compared.
		const block = 12
		bare := plate()
		bare.Items = slices.DeleteFunc(bare.Items, func(it Item) bool { _, ok := it.(Text); return ok })
		other, _ := pngOf(t, bare, dpi)
		without := difference(coarse(own, block), coarse(other, block))
		output(t, nil, "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "office"), "--headless",
			"--convert-to", "pdf:draw_pdf_Export", "--outdir", dir, file)
		page, err := os.ReadFile(filepath.Join(dir, "plate.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(strings.NewReader(output(t, page, "pdftocairo", "-png", "-singlefile", "-r",
			strconv.Itoa(dpi), "-", "-")))
		if err != nil {
			t.Fatal(err)
		}
		d := difference(coarse(own, block), coarse(img, block))
		if t.Logf("the pictures differ by %.2f, without text by %.2f", d, without); d > without {
			t.Error("the pictures differ more than by a picture without its text")
		}
	})
	t.Run("chromium", func(t *testing.T) {
		if _, err := exec.LookPath("chromium"); err != nil {
			t.Skip("chromium is not installed")
		}
		shot := filepath.Join(dir, "shot.png")
		out, err := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu",
			"--force-device-scale-factor=2", "--window-size=681,378",
			"--user-data-dir="+filepath.Join(dir, "profile"), "--screenshot="+shot, "file://"+file).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		picture, err := os.ReadFile(shot)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, picture)
	})
}
