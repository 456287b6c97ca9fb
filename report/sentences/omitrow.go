package sentences

import (
	"slices"

	"herstel/stats"
	"herstel/stats/rules"
)

// Omits reports whether the user wants a row left out of chart and text: of an
// uitsplitsing, by its last label.
func Omits(figs *stats.Figures, t *stats.Table, r *stats.Row) bool {
	return t.Figure.Breaks > 0 && HasLabel(r, figs.Presentation.Omitted(t.Figure.Breakdown[0].ID))
}

// HasLabel reports whether the last label of a row is one of labels, by the folding of the rules.
func HasLabel(r *stats.Row, labels []string) bool {
	if len(r.Labels) == 0 {
		return false
	}
	label := rules.Fold(r.Labels[len(r.Labels)-1])
	return slices.ContainsFunc(labels, func(l string) bool { return rules.Fold(l) == label })
}
