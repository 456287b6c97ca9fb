package scene

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
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
