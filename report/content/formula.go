package content

import (
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// FormulaAdvice says what a formula asks of the export.
const FormulaAdvice = "Geef elke kolom van de export in Excel de naam van haar kop (Formules, Maken op basis van " +
	"selectie); een spatie of streepje wordt dan _. Zijn het meer bestanden, zet ze eerst onder elkaar. Een datum " +
	"moet een echte datum zijn, zonder tijd. Een spatie voor of achter een waarde telt in Excel mee: haal die weg."

// ArrayAdvice says what an older Excel asks of a formula over an array.
const ArrayAdvice = "Een formule met MEDIAAN sluit je in een oudere Excel af met Ctrl+Shift+Enter."

// FormulaText tells how to redo the first number of a table; empty where one
// formula cannot do it.
func FormulaText(f *stats.Formula) string {
	if f.Dutch == "" {
		return whyNoFormula(f)
	}
	about := nl.Year(f.Year)
	if category := CategoryLine(f.Category); category != "" {
		about = category + ", " + about
	}
	return strings.Join(append([]string{"Narekenen in Excel (" + about + "): " + f.Dutch}, FormulaAsides(f)...), " ")
}

// whyNoFormula says what of the export stands in the way of a formula; empty where nothing does.
func whyNoFormula(f *stats.Formula) string {
	if f.Why == "" {
		return ""
	}
	return "Niet met één formule na te rekenen: " + OneLine(f.Why) + ". Met herstel cases zie je de rijen."
}

// FormulaAsides tell what of the export a formula does not hold, one sentence each.
func FormulaAsides(f *stats.Formula) []string {
	var list []string
	for _, aside := range f.Asides {
		list = append(list, "Let op: "+FullStop(OneLine(aside)))
	}
	return list
}
