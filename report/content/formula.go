package content

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// FormulaAdvice says what a formula asks of the export.
const FormulaAdvice = "Geef elke kolom van de export in Excel de naam van haar kop (Formules, Maken op basis van " +
	"selectie). Schrijft jouw export een waarde anders, vul die dan aan."

// ArrayAdvice says what an older Excel asks of a formula over an array.
const ArrayAdvice = "Een formule met MEDIAAN sluit je in een oudere Excel af met Ctrl+Shift+Enter."

// FormulaText tells how to redo the first number of a table; empty where one
// formula cannot do it.
func FormulaText(f *stats.Formula) string {
	if f.Dutch == "" {
		return ""
	}
	about := nl.Year(f.Year)
	if category := CategoryLine(f.Category); category != "" {
		about = category + ", " + about
	}
	return "Narekenen in Excel (" + about + "): " + f.Dutch
}
