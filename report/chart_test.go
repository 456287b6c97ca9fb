package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/chart/scene"
	"herstel/stats"
	"herstel/stats/statstest"
)

// svgOf gives the printed chart of a width in millimetres.
func svgOf(t testing.TB, c Chart, mm float64) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := chart.SVG(&b, c, chart.Options{Width: mm}); err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	return b.Bytes()
}

func chartFor(t testing.TB, figs *stats.Figures, id string) Chart {
	t.Helper()
	c, ok := ChartFor(figs, id)
	if !ok {
		t.Fatalf("no chart for %s", id)
	}
	return c
}

func draw(t testing.TB, c Chart, l Layout) Drawing {
	t.Helper()
	d, err := Draw(c, l)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEveryFigureHasAChart(t *testing.T) {
	figs := statstest.Demo(t)
	charts := Charts(figs)
	alone := 0
	for _, id := range []string{"sindsdien", "contact_binnen", "doorlooptijd_cohort", "contact_ontleding", "afkeurreden_van_aanmeldingen"} { // a table says all
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

// The numbers that the annual report of 2021 printed stand in the charts.
func TestChartsShowTheReport(t *testing.T) {
	figs := statstest.Demo(t)
	tests := []struct {
		id   string
		want []string
	}{
		{"instroom", []string{"1.358", "1.047 (77,1%)", "311 (22,9%)"}},
		{"aanleiding", []string{"22,4% (235)", "2021: 1.047, 2020: 1.191"}},
		{"aanmelder", []string{"22,9% (240)", "▲ was 3", "▼ was 2"}},
		{"delict", []string{"8,0% (84)"}},
		{"contact", []string{"34,0%", "30,0%", "26,0%"}},
		{"contact_per_aanleiding", []string{"43,0% van 235"}},
		{"bemiddelaars", []string{`"22"`}},
		{"kerncijfers", []string{"17.500"}},
	}
	for _, tt := range tests {
		option := string(draw(t, chartFor(t, figs, tt.id), Layout{}).Option)
		for _, want := range tt.want {
			if !strings.Contains(option, want) {
				t.Errorf("%s: the option does not hold %q", tt.id, want)
			}
		}
		if !strings.Contains(option, demoMark) {
			t.Errorf("%s: a chart of the demo does not say so", tt.id)
		}
	}
}

// A hidden cell that still held its numbers would show them nowhere.
func TestNoHiddenNumberInAnyChart(t *testing.T) {
	const secret = 777_777
	leak := regexp.MustCompile(`777.?777|77[,.][78]`)
	figs := statstest.Demo(t)
	for i := range figs.Tables {
		table := &figs.Tables[i]
		if table.Figure.Work {
			continue
		}
		for r := range table.Rows {
			for y := range table.Rows[r].Cells {
				if (r+y)%2 == 0 {
					table.Rows[r].Cells[y] = stats.Cell{
						Status: stats.Suppressed, Count: stats.Num(secret), Share: stats.Share{Num: secret, Den: 1_000_000, Known: true, Interval: stats.Interval{Low: 0.777, High: 0.778}},
						Quantiles: stats.Quantiles{P25: secret, Median: secret, P75: secret, P90: secret, Known: true}, Rank: stats.Num(1),
					}
				}
			}
		}
	}
	for _, c := range Charts(figs) {
		svg := svgOf(t, c, 85)
		wide := draw(t, c, Layout{}).Option
		for kind, text := range map[string]string{"option": string(wide), "SVG": onlyText(t, svg), "summary": c.Summary} {
			if found := leak.FindString(text); found != "" {
				t.Errorf("%s: the %s holds %q", c.ID, kind, found)
			}
		}
		if table, _ := figs.Table(c.ID); !table.Figure.Work && !strings.Contains(string(svg), markHidden) {
			t.Errorf("%s: no mark where a number is hidden", c.ID)
		}
	}
}

// onlyText gives the text of an SVG, without the coordinates. It fails where the SVG is no well-formed XML.
func onlyText(t *testing.T, svg []byte) string {
	t.Helper()
	var b strings.Builder
	in := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
			b.WriteByte('\n')
		}
	}
}

// Labels from an export are text, whatever they look like.
func TestHostileLabelsAreText(t *testing.T) {
	hostile := []string{
		`</script><script>alert(1)</script>`, `"quotes" & 'apostrophes' <b>bold</b>`, `__f__function(){alert(1)}__f__`, "😀 emoji 👩‍👩‍👧", "rtl \u202Egnp.exe \u200Fمرحبا",
		strings.Repeat("lang ", 40), strings.Repeat("x", 200), `{a|rich} {b} {c} ${1}`, "nul\x00 bel\x07 \uFFFE", `]]>`, `url(#x)`, "\u0301",
	}
	for _, id := range []string{"aanleiding", "delict", "initiatief_per_aanleiding", "uitsplitsing:sport", "instroom", "kerncijfers"} {
		figs := statstest.Demo(t)
		figs.HouseStyle.Font = `Arial"; } </style><script>`
		table, _ := figs.Table(id)
		for i := range table.Rows {
			for d := range table.Rows[i].Labels {
				table.Rows[i].Labels[d] = hostile[(i+d)%len(hostile)]
			}
		}
		table.Figure.Title, table.Figure.BaseText = hostile[0], hostile[7]
		c := chartFor(t, figs, id)
		for _, width := range []float64{85, 180} {
			d := draw(t, c, Layout{Width: Millimetres(width)})
			if !json.Valid(d.Option) {
				t.Errorf("%s: the option is no JSON", id)
			}
			if strings.ContainsAny(string(d.Option), "<>") {
				t.Errorf("%s: the option holds < or > as such", id)
			}
			if m := regexp.MustCompile(`"formatter":"[^"]*\{(?:[abcde]|@[^}]*)\}`).FindString(string(d.Option)); m != "" {
				t.Errorf("%s: a label is a template: %s", id, m)
			}
			svg := svgOf(t, c, width)
			text := onlyText(t, svg)
			for _, code := range []string{"<script", "<b>", "<style"} {
				if strings.Contains(string(svg), code) {
					t.Errorf("%s: the SVG holds %s", id, code)
				}
			}
			if !strings.Contains(text, "</script>") {
				t.Errorf("%s: the label is not there as text", id)
			}
			if strings.ContainsAny(text, "\u202E\x00\x07") {
				t.Errorf("%s: control characters are left in", id)
			}
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
		for _, want := range []string{`width="180mm"`, `role="img"`, `lang="nl-NL"`, "<title id=", "<desc id=", "aria-labelledby=", "VOORBEELDDATA"} {
			if !strings.Contains(s, want) {
				t.Errorf("%s: no %s", c.ID, want)
			}
		}
		for _, no := range []string{"<style", "<script", "ecmeta", "http://www.w3.org/1999/xlink", "NaN", "undefined", "<image"} {
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
		for _, m := range regexp.MustCompile(`(?:url\(#|aria-labelledby="|href="#)([^)" ]+)`).FindAllStringSubmatch(s, -1) {
			if ids[m[1]] != c.ID {
				t.Errorf("%s refers to %s, which is not in it", c.ID, m[1])
			}
		}
		onlyText(t, svg)
	}
}

// No text runs out of a chart or over another, at any width.
func TestTextStandsApart(t *testing.T) {
	for _, c := range Charts(statstest.Demo(t)) {
		for _, mm := range []float64{60, 85, 120, 180, 254} {
			s := chart.Layout(c, chart.Options{Width: mm})
			texts := s.Texts()
			if len(texts) == 0 {
				t.Fatalf("%s at %v mm: no text found", c.ID, mm)
			}
			for i, a := range texts {
				if a.Box.Left < 2*scene.MM-0.1 || a.Box.Right > s.Width-2*scene.MM+0.1 || a.Box.Top < 0 || a.Box.Bottom > s.Height {
					t.Errorf("%s at %v mm: %q is cut off", c.ID, mm, a.Text.Content)
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
		first := svgOf(t, c, 85)
		if again := svgOf(t, c, 85); !slices.Equal(first, again) {
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
			svg := svgOf(t, c, 85)
			if keep == 0 && !strings.Contains(onlyText(t, svg), "De kolom ontbreekt.") {
				t.Errorf("%s does not say why there is nothing", c.ID)
			}
		}
	}
}
