package plain

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/rules"
	"herstel/stats/statstest"
)

func plain(t *testing.T, figs *stats.Figures,
	write func(io.Writer, *content.Chapter, []*content.Figure) error, ids ...string) string {
	t.Helper()
	c := content.Of(figs)
	figures := c.Chosen(ids)
	if len(figures) != len(ids) {
		t.Fatalf("%d figures of %v", len(figures), ids)
	}
	var b bytes.Buffer
	if err := write(&b, c, figures); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPlainTables(t *testing.T) {
	figs := statstest.Demo(t)
	got := plain(t, figs, Tables, "aanleiding", "contact", "doorlooptijd")
	for _, line := range []string{
		"Geweld                   668         53,0%          655         55,0%          471         45,0%         " +
			"−10,0         ja\n",
		"Alle zaken  328 van 1.260         26,0%  357 van 1.191         30,0%  356 van 1.047         34,0%          " +
			"+4,0        nee\n",
		"Uitzetting tot contact\n  2019                      [nb]  [nb]     [nb]   [nb]   [nb]\n  2020               " +
			"        395  51,5       79  130,5    211\n",
		"Noemer: uitgezette zaken van het jaar (2021: 1.047).",
		"VOORBEELDDATA",
		"Peildatum: 1 maart 2022.",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}

func TestMarkdownTablesEscapeLabels(t *testing.T) {
	figs := &stats.Figures{Years: []int{2021}, Threshold: 5, Tables: []stats.Table{{
		Figure: stats.Figure{ID: "delict", Title: "Delict", Breakdown: []rules.Dimension{rules.DimOffence}},
		Rows: []stats.Row{
			{Labels: []string{"a|b <i>*x*"},
				Cells: []stats.Cell{{Count: stats.Num(7), Base: stats.Num(1047),
					Share: stats.Share{Num: 7, Den: 1047, Known: true}}}},
			{Labels: []string{"klein"}, Cells: []stats.Cell{{Status: stats.Suppressed}}},
		},
	}}}
	got := plain(t, figs, MarkdownTables, "delict")
	for _, line := range []string{`| a\|b &lt;i&gt;\*x\* | 7 | 0,7% |`, "| klein | [v] | [v] |", "[v]: verborgen"} {
		if !strings.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}
