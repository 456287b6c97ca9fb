package report

import (
	"slices"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/statstest"
)

// A bar with a hidden part shows its mark alone: no part of it is drawn, so no place tells how large the hidden part is.
func TestStackedBarWithHiddenPartIsNotDrawn(t *testing.T) {
	const a, b, c = "slachtoffer of nabestaande", "verdachte, dader of veroorzaker", "overig"
	tests := []struct {
		name  string
		cells [3]num
		drawn bool
		note  bool
	}{
		{"all shown", [3]num{of(60, 100), of(30, 100), of(10, 100)}, true, false},
		{"first hidden", [3]num{hidden, of(61, 100), of(29, 100)}, false, true},
		{"middle hidden", [3]num{of(61, 100), hidden, of(29, 100)}, false, true},
		{"two hidden", [3]num{hidden, of(61, 100), hidden}, false, true},
		{"all hidden", [3]num{hidden, hidden, hidden}, false, true},
		{"hidden and not available", [3]num{absent("geen kolom"), hidden, of(61, 100)}, false, true},
		{"a part of nothing", [3]num{of(61, 100), of(0, 100), of(39, 100)}, true, false},
	}
	for _, tt := range tests {
		figs := report2021(1, table(initiativePerGroup, row2("Geweld", a, tt.cells[0]), row2("Geweld", b, tt.cells[1]), row2("Geweld", c, tt.cells[2]),
			row2("Zeden", a, of(50, 90)), row2("Zeden", b, of(25, 90)), row2("Zeden", c, of(15, 90))))
		chart := chartFor(t, figs, "initiatief_per_aanleiding")
		slices.SortFunc(chart.Categories, func(a, b Category) int { return strings.Compare(a.Label, b.Label) })
		v := newCanvas(&chart, Layout{})
		rows := v.barRows(chart.Categories[0])
		if got := len(rows[0].segments) > 0; got != tt.drawn {
			t.Errorf("%s: drawn is %v", tt.name, got)
		}
		if !tt.drawn && (rows[0].label != markHidden || rows[0].end != 0) {
			t.Errorf("%s: label %q at %v, want the mark at 0", tt.name, rows[0].label, rows[0].end)
		}
		if got := strings.Contains(strings.Join(chart.Notes, " "), markHidden); got != tt.note {
			t.Errorf("%s: notes %q", tt.name, chart.Notes)
		}
		if rows = v.barRows(chart.Categories[1]); len(rows[0].segments) != 3 {
			t.Errorf("%s: the bar beside it has %d parts", tt.name, len(rows[0].segments))
		}
	}
}

// A mark is explained where it stands; a tick that is not there is explained as that.
func TestRankedNotesSayWhatIsMissing(t *testing.T) {
	tests := []struct {
		name        string
		was, is     num
		mark, tick  bool
		unavailable bool
	}{
		{"all shown", of(20, 100), of(30, 100), false, false, false},
		{"hidden a year before", hidden, of(30, 100), false, true, false},
		{"hidden now", of(20, 100), hidden, true, false, false},
		{"hidden in both", hidden, hidden, true, true, false},
		{"not available a year before", absent("geen kolom"), of(30, 100), false, true, false},
		{"not available now", of(20, 100), absent("geen kolom"), false, false, true},
	}
	for _, tt := range tests {
		figs := report2021(3, table(offence, row2("Geweld", "Mishandeling", of(50, 100), of(40, 100), of(30, 100)), row2("Geweld", "Stalking", hidden, tt.was, tt.is)))
		c := chartFor(t, figs, "delict")
		notes := strings.Join(c.Notes, " ")
		if got := strings.Contains(notes, markHidden); got != tt.mark {
			t.Errorf("%s: %q explains the mark: %v", tt.name, notes, got)
		}
		if got := strings.Contains(notes, "2020 ontbreekt in de grafiek waar het getal"); got != tt.tick {
			t.Errorf("%s: %q tells of a tick: %v", tt.name, notes, got)
		}
		if got := strings.Contains(notes, markNotAvailable); got != tt.unavailable {
			t.Errorf("%s: %q explains what is not available: %v", tt.name, notes, got)
		}
	}
}

// Where nothing is hidden every chart says so, in the picture and in words.
func TestEveryChartSaysThatHidingIsOff(t *testing.T) {
	for threshold, want := range map[int]string{0: "Kleine aantallen niet verborgen (drempel 0)", 1: "Kleine aantallen niet verborgen (drempel 1)", 2: "", 5: ""} {
		figs := statstest.Demo(t)
		figs.Threshold = threshold
		for r := range figs.Tables[len(figs.Tables)-1].Rows {
			cells := figs.Tables[len(figs.Tables)-1].Rows[r].Cells
			for i := range cells {
				cells[i] = stats.Cell{Status: stats.NotAvailable, Reason: "de kolom ontbreekt"}
			}
		}
		for _, c := range Charts(figs) {
			drawings, err := ScreenDrawings(c)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range append(drawings, draw(t, c, Layout{})) {
				for where, text := range map[string]string{"picture": string(d.Option), "summary": c.Summary} {
					if said := strings.Contains(text, "niet verborgen"); said != (want != "") || !strings.Contains(text, want) {
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
