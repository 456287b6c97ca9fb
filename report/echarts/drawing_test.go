package echarts

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/chart/charttest"
	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/statstest"
)

func chartFor(t testing.TB, figs *stats.Figures, id string) chart.Chart {
	t.Helper()
	c, ok := content.ChartFor(figs, id)
	if !ok {
		t.Fatalf("no chart for %s", id)
	}
	return c
}

func draw(t testing.TB, c chart.Chart, l Layout) Drawing {
	t.Helper()
	d, err := Draw(c, l)
	if err != nil {
		t.Fatal(err)
	}
	return d
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
						Status: stats.Suppressed, Count: stats.Num(secret),
						Share: stats.Share{Num: secret, Den: 1_000_000, Known: true,
							Interval: stats.Interval{Low: 0.777, High: 0.778}},
						Quantiles: stats.Quantiles{P25: secret, Median: secret, P75: secret, P90: secret, Known: true},
						Rank:      stats.Num(1),
					}
				}
			}
		}
	}
	for _, c := range content.Charts(figs) {
		svg := charttest.SVG(t, c, 85)
		wide := draw(t, c, Layout{}).Option
		for kind, text := range map[string]string{"option": string(wide), "SVG": charttest.Text(t, svg),
			"summary": c.Summary} {
			if found := leak.FindString(text); found != "" {
				t.Errorf("%s: the %s holds %q", c.ID, kind, found)
			}
		}
		if table, _ := figs.Table(c.ID); !table.Figure.Work && !strings.Contains(string(svg), chart.MarkHidden) {
			t.Errorf("%s: no mark where a number is hidden", c.ID)
		}
	}
}

// Labels from an export are text, whatever they look like.
func TestHostileLabelsAreText(t *testing.T) {
	hostile := []string{
		`</script><script>alert(1)</script>`, `"quotes" & 'apostrophes' <b>bold</b>`, `__f__function(){alert(1)}__f__`,
		"😀 emoji 👩‍👩‍👧", "rtl \u202Egnp.exe \u200Fمرحبا",
		strings.Repeat("lang ", 40), strings.Repeat("x", 200), `{a|rich} {b} {c} ${1}`, "nul\x00 bel\x07 \uFFFE", `]]>`,
		`url(#x)`, "\u0301",
	}
	for _, id := range []string{"aanleiding", "delict", "initiatief_per_aanleiding", "uitsplitsing:sport", "instroom",
		"kerncijfers"} {
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
			svg := charttest.SVG(t, c, width)
			text := charttest.Text(t, svg)
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
