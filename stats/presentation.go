package stats

import (
	"slices"

	"herstel/stats/rules"
)

// checkPresentation refuses a figure that the settings of the outputs name and
// that is not in the catalog.
func checkPresentation(ruleset *rules.Rules) error {
	figures := Catalog(ruleset)
	known := make([]string, len(figures))
	for i := range figures {
		known[i] = figures[i].ID
	}
	word := ruleset.Presentation.Word
	for _, id := range word.Figures {
		if !slices.Contains(known, id) {
			return rules.UnknownName(word.Line, "word: figuur", id, known)
		}
	}
	return nil
}
