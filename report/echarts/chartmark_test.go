package echarts

import (
	"slices"
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/internal/reporttest"
	"herstel/stats"
	"herstel/stats/statstest"
)

// A bar with a hidden part shows its mark alone: no part of it is drawn, so no place tells how large the hidden part
// is.
func TestStackedBarWithHiddenPartIsNotDrawn(t *testing.T) {
	const a, b, c = "slachtoffer of nabestaande", "verdachte, dader of veroorzaker", "overig"
	tests := []struct {
		name  string
		cells [3]reporttest.Num
		drawn bool
		note  bool
	}{
		{"all shown", [3]reporttest.Num{reporttest.Of(60, 100), reporttest.Of(30, 100), reporttest.Of(10, 100)}, true,
			false},
		{"first hidden", [3]reporttest.Num{reporttest.Hidden, reporttest.Of(61, 100), reporttest.Of(29, 100)}, false,
			true},
		{"middle hidden", [3]reporttest.Num{reporttest.Of(61, 100), reporttest.Hidden, reporttest.Of(29, 100)}, false,
			true},
		{"two hidden", [3]reporttest.Num{reporttest.Hidden, reporttest.Of(61, 100), reporttest.Hidden}, false, true},
		{"all hidden", [3]reporttest.Num{reporttest.Hidden, reporttest.Hidden, reporttest.Hidden}, false, true},
		{"hidden and not available",
			[3]reporttest.Num{reporttest.Absent("geen kolom"), reporttest.Hidden, reporttest.Of(61, 100)}, false, true},
		{"a part of nothing", [3]reporttest.Num{reporttest.Of(61, 100), reporttest.Of(0, 100), reporttest.Of(39, 100)},
			true, false},
	}
	for _, tt := range tests {
		figs := reporttest.Report2021(1,
			reporttest.Table(reporttest.InitiativePerGroup, reporttest.Row2("Geweld", a, tt.cells[0]),
				reporttest.Row2("Geweld", b, tt.cells[1]), reporttest.Row2("Geweld", c, tt.cells[2]),
				reporttest.Row2("Zeden", a, reporttest.Of(50, 90)), reporttest.Row2("Zeden", b, reporttest.Of(25, 90)),
				reporttest.Row2("Zeden", c, reporttest.Of(15, 90))))
		drawn := chartFor(t, figs, "initiatief_per_aanleiding")
		slices.SortFunc(drawn.Categories, func(a, b chart.Category) int { return strings.Compare(a.Label, b.Label) })
		v := newCanvas(&drawn, Layout{})
		rows := v.barRows(drawn.Categories[0])
		if got := len(rows[0].segments) > 0; got != tt.drawn {
			t.Errorf("%s: drawn is %v", tt.name, got)
		}
		if !tt.drawn && (rows[0].label != chart.MarkHidden || rows[0].end != 0) {
			t.Errorf("%s: label %q at %v, want the mark at 0", tt.name, rows[0].label, rows[0].end)
		}
		if got := strings.Contains(strings.Join(drawn.Notes, " "), chart.MarkHidden); got != tt.note {
			t.Errorf("%s: notes %q", tt.name, drawn.Notes)
		}
		if rows = v.barRows(drawn.Categories[1]); len(rows[0].segments) != 3 {
			t.Errorf("%s: the bar beside it has %d parts", tt.name, len(rows[0].segments))
		}
	}
}

// A mark is explained where it stands; a tick that is not there is explained as that.
func TestRankedNotesSayWhatIsMissing(t *testing.T) {
	tests := []struct {
		name        string
		was, is     reporttest.Num
		mark, tick  bool
		unavailable bool
	}{
		{"all shown", reporttest.Of(20, 100), reporttest.Of(30, 100), false, false, false},
		{"hidden a year before", reporttest.Hidden, reporttest.Of(30, 100), false, true, false},
		{"hidden now", reporttest.Of(20, 100), reporttest.Hidden, true, false, false},
		{"hidden in both", reporttest.Hidden, reporttest.Hidden, true, true, false},
		{"not available a year before", reporttest.Absent("geen kolom"), reporttest.Of(30, 100), false, true, false},
		{"not available now", reporttest.Of(20, 100), reporttest.Absent("geen kolom"), false, false, true},
	}
	for _, tt := range tests {
		figs := reporttest.Report2021(3,
			reporttest.Table(reporttest.Offence,
				reporttest.Row2("Geweld", "Mishandeling", reporttest.Of(50, 100), reporttest.Of(40, 100),
					reporttest.Of(30, 100)), reporttest.Row2("Geweld", "Stalking", reporttest.Hidden, tt.was, tt.is)))
		c := chartFor(t, figs, "delict")
		notes := strings.Join(c.Notes, " ")
		if got := strings.Contains(notes, chart.MarkHidden); got != tt.mark {
			t.Errorf("%s: %q explains the mark: %v", tt.name, notes, got)
		}
		if got := strings.Contains(notes, "2020 ontbreekt in de grafiek waar het getal"); got != tt.tick {
			t.Errorf("%s: %q tells of a tick: %v", tt.name, notes, got)
		}
		if got := strings.Contains(notes, chart.MarkNotAvailable); got != tt.unavailable {
			t.Errorf("%s: %q explains what is not available: %v", tt.name, notes, got)
		}
	}
}

// Where nothing is hidden every chart says so, in the picture and in words.
func TestEveryChartSaysThatHidingIsOff(t *testing.T) {
	for threshold, want := range map[int]string{0: "Kleine aantallen niet verborgen (drempel 0)",
		1: "Kleine aantallen niet verborgen (drempel 1)", 2: "", 5: ""} {
		figs := statstest.Demo(t)
		figs.Threshold = threshold
		for r := range figs.Tables[len(figs.Tables)-1].Rows {
			cells := figs.Tables[len(figs.Tables)-1].Rows[r].Cells
			for i := range cells {
				cells[i] = stats.Cell{Status: stats.NotAvailable, Reason: "de kolom ontbreekt"}
			}
		}
		for _, c := range content.Charts(figs) {
			drawings, err := ScreenDrawings(c)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range append(drawings, draw(t, c, Layout{})) {
				for where, text := range map[string]string{"picture": string(d.Option), "summary": c.Summary} {
					if said := strings.Contains(text, "niet verborgen"); said != (want != "") ||
						!strings.Contains(text, want) {
						t.Errorf("drempel %d, %s: the %s says it: %v", threshold, c.ID, where, said)
					}
				}
			}
		}
	}
}

// On a screen the page has the title and the noemer; what a tick or a sign means stands in the picture itself.
func TestScreenDrawingsExplainTheirSigns(t *testing.T) {
	figs := statstest.Demo(t)
	tests := map[string][]string{
		"aanmelder":    {"Het streepje is 2020.", "▲ gestegen", "▼ gedaald", "= gelijk gebleven"},
		"delict":       {"Het streepje is 2020."},
		"doorlooptijd": {"de streep is de mediaan"},
		"kerncijfers":  {"zijn eigen schaal"},
	}
	for id, wants := range tests {
		c := chartFor(t, figs, id)
		drawings, err := ScreenDrawings(c)
		if err != nil {
			t.Fatal(err)
		}
		drawings = append(drawings, draw(t, c, Layout{}))
		for _, d := range drawings {
			text := strings.ReplaceAll(string(d.Option), `\n`, " ")
			for _, want := range wants {
				if !strings.Contains(text, want) || !strings.Contains(c.Summary, want) {
					t.Errorf("%s at %d: does not explain %q", id, d.Width, want)
				}
			}
		}
	}
	if text := string(draw(t, chartFor(t, figs, "delict"), Layout{}).Option); strings.Contains(text, "gestegen") {
		t.Error("a chart without ranks explains them")
	}
}
