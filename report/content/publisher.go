package content

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// publisherOf says what herstel.yaml tells of who publishes the figures.
func publisherOf(figs *stats.Figures) []Term {
	p := figs.Presentation
	var told []Term
	for _, t := range []Term{{"Organisatie", p.Organisation}, {"Contact", p.Contact}, {"Licentie", p.Licence}} {
		if t.Text = nl.CleanLabel(t.Text); t.Text != "" {
			told = append(told, t)
		}
	}
	return told
}
