package content

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"herstel/report/chart"
	"herstel/stats/statstest"
)

// goldenSizes are the sizes of the golden charts: a narrow and a usual column, a page, and a slide.
var goldenSizes = map[string]chart.Options{
	"060": {Width: 60}, "085": {Width: 85}, "180": {Width: 180}, "slide": {Width: 254, Height: 143},
}

// One chart of each form, at each size.
func TestGoldenSVG(t *testing.T) {
	figs := statstest.Demo(t)
	for _, id := range []string{"instroom", "aanleiding", "aanmelder", "initiatief_per_aanmeldgroep", "contact",
		"contact_na_bereidheid", "contact_ontleding", "contact_kromme", "contact_per_aanleiding", "bereidheid",
		"doorlooptijd", "standen", "maand", "kerncijfers"} {
		c := chartFor(t, figs, id)
		for name, size := range goldenSizes {
			var got bytes.Buffer
			if err := chart.SVG(&got, c, size); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("..", "..", "testdata", "golden", "charts", c.FileName()+"-"+name+".svg")
			if os.Getenv("HERSTEL_UPDATE") != "" {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got.Bytes(), want) {
				t.Errorf("%s differs from its golden file; run make update and look at the new picture",
					filepath.Base(golden))
			}
		}
	}
}
