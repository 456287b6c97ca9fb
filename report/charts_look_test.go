package report

import (
	"os"
	"testing"

	"herstel/report/echarts"
	"herstel/stats/statstest"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	figs := statstest.Demo(t)
	e, err := echarts.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range Charts(figs) {
		for _, mm := range []float64{85, 180} {
			b, err := c.SVG(e, SVGOptions{WidthMM: mm})
			if err != nil {
				t.Error(err)
				continue
			}
			w := "180"
			if mm == 85 {
				w = "085"
			}
			os.WriteFile(dir+"/"+c.FileName()+"-"+w+".svg", b, 0o644)
		}
	}
}
