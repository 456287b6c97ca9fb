package sentences

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/stats"
	"herstel/stats/inference"
)

// What was not filled in is not told as another mix of aanleidingen.
func TestSplitOfChange(t *testing.T) {
	groups, _ := statsFigure("aanleiding")
	split, _ := statsFigure("contact_ontleding")
	points := func(v float64) []stats.Cell {
		return []stats.Cell{{Status: stats.NotAvailable}, {Points: stats.Estimate{Value: v, Known: true,
			Interval: inference.Interval{Low: -0.017, High: 0.06}, IntervalKnown: true}}}
	}
	share := func(n, of int) stats.Cell {
		return stats.Cell{Count: stats.Num(n), Base: stats.Num(of), Share: stats.Share{Num: n, Den: of, Known: true}}
	}
	const all = "Het verschil met 2020 in het aandeel zaken met contact is +4,0 procentpunt"
	for _, test := range []struct {
		name    string
		unknown stats.Reasons
		want    []string
	}{
		{"known", 0, []string{all +
			": +1,9 door een andere verdeling over de aanleidingen, en +2,1 doordat de kans op " +
			"contact binnen de aanleidingen anders was. Dat laatste deel kan toeval zijn (toevalsmarge −1,7 tot +6,0).",
			"Waren de aanleidingen in 2021 verdeeld als in 2020, dan was er in 32% van de zaken contact."}},
		{"unknown", stats.ReasonUnknown, []string{all + ". Hoeveel daarvan komt door een andere verdeling over de " +
			"aanleidingen, is niet te zeggen: van te veel zaken is de aanleiding niet bekend (2% in 2020 en 30% in " +
			"2021). " +
			"In de tabel telt Onbekend mee als een aanleiding."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			blank := share(300, 1000)
			blank.Change.Reasons = test.unknown
			figs := &stats.Figures{Year: 2021, Years: []int{2020, 2021}, Tables: []stats.Table{
				{Figure: groups, Rows: []stats.Row{
					{Labels: []string{"Geweld"}, Cells: []stats.Cell{share(980, 1000), share(700, 1000)}},
					{Labels: []string{"Onbekend"}, Cells: []stats.Cell{share(20, 1000), blank}}}},
				{Figure: split, Rows: []stats.Row{{Labels: []string{"verandering"}, Cells: points(0.04)},
					{Labels: []string{"samenstelling"}, Cells: points(0.019)},
					{Labels: []string{"kans"}, Cells: points(0.021)},
					{Labels: []string{"bij gelijke samenstelling"}, Cells: []stats.Cell{{Status: stats.NotAvailable},
						{Estimate: stats.Estimate{Value: 0.32, Known: true}}}}}}}}
			got := Of(figs, &figs.Tables[1])
			if diff := cmp.Diff(test.want, got[:min(len(got), len(test.want))]); diff != "" {
				t.Error(diff)
			}
		})
	}
}
