package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/chart/charttest"
	"herstel/report/chart/scene"
	"herstel/stats"
	"herstel/stats/statstest"
)

func chartFor(t testing.TB, figs *stats.Figures, id string) chart.Chart {
	t.Helper()
	c, ok := ChartFor(figs, id)
	if !ok {
		t.Fatalf("no chart for %s", id)
	}
	return c
}

func TestEveryFigureHasAChart(t *testing.T) {
	figs := statstest.Demo(t)
	charts := Charts(figs)
	alone := 0
	// a table says all
	for _, id := range []string{"sindsdien", "contact_binnen", "doorlooptijd_cohort", "afkeurreden_van_aanmeldingen"} {
		if _, ok := ChartFor(figs, id); !ok {
			alone++
		}
	}
	if len(charts) != len(figs.Tables)-alone {
		t.Errorf("%d figures, %d charts", len(figs.Tables), len(charts))
	}
	names := map[string]bool{}
	for _, c := range charts {
		if names[c.FileName()] {
			t.Errorf("%s: file name %s is taken", c.ID, c.FileName())
		}
		names[c.FileName()] = true
		if c.Summary == "" || c.Title == "" || c.Subtitle == "" {
			t.Errorf("%s lacks a title, a subtitle or a summary", c.ID)
		}
	}
}

func TestSVGIsFitForPrint(t *testing.T) {
	ids := map[string]string{}
	for _, c := range Charts(statstest.Demo(t)) {
		var b bytes.Buffer
		if err := chart.Inline(&b, c, chart.Options{}); err != nil {
			t.Fatal(err)
		}
		svg := b.Bytes()
		s := string(svg)
		for _, want := range []string{`width="180mm"`, `role="img"`, `lang="nl-NL"`, "<title id=", "<desc id=",
			"aria-labelledby=", "VOORBEELDDATA"} {
			if !strings.Contains(s, want) {
				t.Errorf("%s: no %s", c.ID, want)
			}
		}
		for _, no := range []string{"<style", "<script", "ecmeta", "http://www.w3.org/1999/xlink", "NaN", "undefined",
			"<image"} {
			if strings.Contains(s, no) {
				t.Errorf("%s: holds %s", c.ID, no)
			}
		}
		for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(s, -1) {
			if other, taken := ids[m[1]]; taken {
				t.Errorf("id %s stands in %s and in %s", m[1], other, c.ID)
			}
			ids[m[1]] = c.ID
		}
		for _, m := range regexp.MustCompile(`(?:url\(#|aria-labelledby="|href="#)([^)" ]+)`).FindAllStringSubmatch(s,
			-1) {
			if ids[m[1]] != c.ID {
				t.Errorf("%s refers to %s, which is not in it", c.ID, m[1])
			}
		}
		charttest.Text(t, svg)
	}
}

// crossed gives the level or upright line of a scene that runs through a box.
func crossed(s *scene.Scene, box scene.Box) (scene.Line, bool) {
	box = box.Grow(-1)
	for _, item := range s.Items {
		line, ok := item.(scene.Line)
		if ok && min(line.X1, line.X2) < box.Right && max(line.X1, line.X2) > box.Left &&
			min(line.Y1, line.Y2) < box.Bottom && max(line.Y1, line.Y2) > box.Top &&
			(line.X1 == line.X2 || line.Y1 == line.Y2) {
			return line, true
		}
	}
	return scene.Line{}, false
}

// No text runs out of a chart or over another, and no line through it, at any width.
func TestTextStandsApart(t *testing.T) {
	for _, c := range Charts(statstest.Demo(t)) {
		for _, mm := range []float64{60, 85, 120, 180, 254} {
			s := chart.Layout(c, chart.Options{Width: mm})
			texts := s.Texts()
			if len(texts) == 0 {
				t.Fatalf("%s at %v mm: no text found", c.ID, mm)
			}
			for i, a := range texts {
				if a.Box.Left < 2*scene.MM-0.1 || a.Box.Right > s.Width-2*scene.MM+0.1 || a.Box.Top < 0 ||
					a.Box.Bottom > s.Height {
					t.Errorf("%s at %v mm: %q is cut off", c.ID, mm, a.Text.Content)
				}
				if line, ok := crossed(s, a.Box); ok {
					t.Errorf("%s at %v mm: %v runs through %q", c.ID, mm, line, a.Text.Content)
				}
				for _, b := range texts[:i] {
					if a.Box.Grow(-1).Overlaps(b.Box.Grow(-1)) {
						t.Errorf("%s at %v mm: %q is printed over %q", c.ID, mm, a.Text.Content, b.Text.Content)
					}
				}
			}
		}
	}
}

func TestChartsAreTheSameEveryTime(t *testing.T) {
	for _, c := range Charts(statstest.Demo(t)) {
		first := charttest.SVG(t, c, 85)
		if again := charttest.SVG(t, c, 85); !slices.Equal(first, again) {
			t.Errorf("%s: two drawings differ", c.ID)
		}
	}
}

// A chart of which nothing is available says why, and one with a single year still draws.
func TestChartsWithoutData(t *testing.T) {
	for _, keep := range []int{0, 1} {
		figs := statstest.Demo(t)
		figs.Years = figs.Years[len(figs.Years)-1:]
		for i := range figs.Tables {
			for r := range figs.Tables[i].Rows {
				row := &figs.Tables[i].Rows[r]
				row.Cells = row.Cells[len(row.Cells)-1:]
				if keep == 0 {
					row.Cells[0] = stats.Cell{Status: stats.NotAvailable, Reason: "de kolom ontbreekt"}
				}
			}
		}
		for _, c := range Charts(figs) {
			svg := charttest.SVG(t, c, 85)
			if keep == 0 && !strings.Contains(charttest.Text(t, svg), "De kolom ontbreekt.") {
				t.Errorf("%s does not say why there is nothing", c.ID)
			}
		}
	}
}
