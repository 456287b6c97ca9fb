package content

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"herstel/report/chart/charttest"
	"herstel/stats/statstest"
)

// One chart of each form, narrow and wide.
func TestGoldenSVG(t *testing.T) {
	figs := statstest.Demo(t)
	for _, id := range []string{"instroom", "aanleiding", "aanmelder", "initiatief_per_aanmeldgroep", "contact",
		"contact_na_bereidheid", "contact_kromme", "contact_per_aanleiding", "bereidheid", "doorlooptijd", "standen",
		"maand", "kerncijfers"} {
		c := chartFor(t, figs, id)
		for width, name := range map[float64]string{85: "085", 180: "180"} {
			got := charttest.SVG(t, c, width)
			golden := filepath.Join("..", "..", "testdata", "golden", "charts", c.FileName()+"-"+name+".svg")
			if os.Getenv("HERSTEL_UPDATE") != "" {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s differs from its golden file; run make update and look at the new picture",
					filepath.Base(golden))
			}
		}
	}
}
