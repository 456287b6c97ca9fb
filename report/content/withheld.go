package content

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// withheldClauses say why figures of a year are withheld whole.
var withheldClauses = map[stats.Withholding]string{
	stats.TooFew:       "over %d zijn er te weinig zaken om kleine aantallen te verbergen",
	stats.NotHideable:  "over %d is een klein aantal uit te rekenen, wat herstel ook verbergt",
	stats.HiddenBefore: "over %d verborg een eerder verslag deze cijfers ook",
	stats.MakesWay:     "over %d laten andere cijfers meer zien zonder deze",
}

// WithheldClause says in Dutch why figures of a year are withheld whole.
func WithheldClause(why stats.Withholding, year int) string {
	return fmt.Sprintf(withheldClauses[why], year)
}

// WithheldGroup is the figures of a year that are withheld for one reason.
type WithheldGroup struct {
	Year    int
	Why     stats.Withholding
	Figures []stats.WithheldFigure
}

// WithheldGroups lists what is withheld whole, by year and by reason.
func WithheldGroups(figs *stats.Figures) []WithheldGroup {
	var groups []WithheldGroup
	for _, year := range figs.Years {
		for why := range stats.Withholding(len(withheldClauses)) {
			g := WithheldGroup{Year: year, Why: why}
			for _, w := range figs.Withheld() {
				if w.Year == year && w.Why == why {
					g.Figures = append(g.Figures, w)
				}
			}
			if len(g.Figures) > 0 {
				groups = append(groups, g)
			}
		}
	}
	return groups
}

// Clause says why the group is withheld.
func (g *WithheldGroup) Clause() string { return WithheldClause(g.Why, g.Year) }

// account is the line of the group in the account of what is hidden.
func (g *WithheldGroup) account() string {
	titles := ""
	for i, w := range g.Figures {
		if i > 0 {
			titles += "; "
		}
		titles += nl.CleanLabel(w.Title)
	}
	return fmt.Sprintf("%s. Daarom %s voor dat jaar helemaal weggelaten: %s.", nl.Capital(g.Clause()),
		nl.Plural(len(g.Figures), "is dit cijfer", "zijn deze cijfers"), titles)
}
