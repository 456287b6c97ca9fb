package report

import (
	"html"
	"strings"
	"testing"

	"herstel/report/echarts"
	"herstel/stats/nl"
)

// lineBox is where a line of text stands in a picture.
type lineBox struct {
	text                     string
	left, right, top, bottom float64
}

// lineBoxes gives every line of text of an SVG that starts at the left of its place, by the real widths of the font. It knows no other moves than
// those that ECharts makes.
func lineBoxes(t *testing.T, svg []byte) []lineBox {
	t.Helper()
	var boxes []lineBox
	for _, m := range svgText.FindAllStringSubmatch(string(svg), -1) {
		text, size := html.UnescapeString(m[2]), numberIn(t, svgTextSize, m[1])
		x := numberIn(t, svgTextMoved, m[1]) + numberIn(t, svgTextX, m[1])
		y := numberIn(t, svgTextDown, m[1]) + numberIn(t, svgTextY, m[1])
		boxes = append(boxes, lineBox{text, x, x + echarts.TextWidth(text, size, strings.Contains(m[1], "bold")), y - 0.8*size, y + 0.2*size})
	}
	return boxes
}

func overlap(a, b lineBox) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// The labels of the ends never touch one another, however thin an end is.
func TestFlowLabelsStandApart(t *testing.T) {
	engine := chartEngine(t)
	tests := []struct{ out, rejected, open int }{
		{80, 19, 1}, {77, 23, 0}, {0, 0, 100}, {1, 1, 98}, {98, 1, 1}, {1, 98, 1}, {0, 99, 1}, {1, 0, 99}, {34, 33, 33}, {9998, 1, 1},
	}
	for _, tt := range tests {
		all := tt.out + tt.rejected + tt.open
		line := func(label string, n int) line { return row(label, of(all-n, all), of(n, all), of(n, all)) }
		figs := report2021(3, table(inflow, line("aanmeldingen", all), line("uitgezet", tt.out), line("afgekeurd", tt.rejected), line("nog te beoordelen", tt.open)))
		c := chartFor(t, figs, "instroom")
		for _, mm := range []float64{60, 85, 180} {
			svg, err := c.SVG(engine, SVGOptions{WidthMM: mm})
			if err != nil {
				t.Fatal(err)
			}
			d := draw(t, c, Layout{Width: Millimetres(mm)})
			boxes := lineBoxes(t, svg)
			for i, a := range boxes {
				if a.left < 0 || a.right > float64(d.Width)+1 || a.top < 0 || a.bottom > float64(d.Height) {
					t.Errorf("%v at %v mm: %q is cut off: %+v of %d by %d", tt, mm, a.text, a, d.Width, d.Height)
				}
				for _, b := range boxes[:i] {
					if overlap(a, b) {
						t.Errorf("%v at %v mm: %q is printed over %q", tt, mm, a.text, b.text)
					}
				}
			}
			for label, n := range map[string]int{"Uitgezet": tt.out, "Afgekeurd": tt.rejected, "Nog te beoordelen": tt.open} {
				if text := onlyText(t, svg); n > 0 && (!strings.Contains(text, label) || !strings.Contains(text, "2021: "+nl.Int(n)+" (")) {
					t.Errorf("%v at %v mm: %s lacks its label", tt, mm, label)
				}
			}
		}
	}
}
