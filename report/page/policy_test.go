package page

import (
	"html"
	"regexp"
	"slices"
	"testing"

	"herstel/stats/rules"
	"herstel/stats/statstest"
)

// TestEveryPageHasTheSameSources holds that whoever shows a page in a frame can
// know its scripts and style sheets before it is made, whatever its colours.
func TestEveryPageHasTheSameSources(t *testing.T) {
	scripts, err := Scripts()
	if err != nil {
		t.Fatal(err)
	}
	known := slices.Concat(scripts, Styles())
	for _, demo := range []bool{false, true} {
		for _, style := range []rules.HouseStyle{{}, {Colors: []string{"#7A003C"}, Font: "Open Sans"}} {
			figs := statstest.Demo(t)
			figs.Demo, figs.HouseStyle = demo, style
			text := html.UnescapeString(string(pageOf(t, figs)))
			sources := regexp.MustCompile(`'sha256-[^']+'`).FindAllString(text, -1)
			if len(sources) != len(scripts)+1 {
				t.Errorf("the page has %d sources, and Scripts %d", len(sources), len(scripts))
			}
			for _, source := range sources {
				if !slices.Contains(known, source) {
					t.Errorf("demo %v, %v: %s is not known beforehand", demo, style, source)
				}
			}
		}
	}
}
