package report

import (
	"strconv"
	"strings"
	"unicode"

	"herstel/stats/nl"
	"herstel/stats/rules"
)

// victimInitiative is the group that the report follows in every figure about
// the initiative.
const victimInitiative = "slachtoffer of nabestaande"

// shownLabels is how the fixed values of a dimension show in a table; others
// show as they are.
var shownLabels = map[string]map[string]string{
	rules.DimTrajectory.ID: {
		"aanmelding_tot_uitzetting": "Aanmelding tot uitzetting",
		"uitzetting_tot_contact":    "Uitzetting tot contact",
		"uitzetting_tot_afsluiting": "Uitzetting tot afsluiting",
	},
	rules.DimStock.ID: {
		"begin":     "Begin",
		"instroom":  "Erbij",
		"uitstroom": "Eraf",
		"eind":      "Eind",
	},
}

// spokenLabels is how values of a dimension are named inside a sentence.
var spokenLabels = map[string]map[string]string{
	rules.DimInitiative.ID: {
		victimInitiative:                  "het slachtoffer of een nabestaande",
		"verdachte, dader of veroorzaker": "de verdachte, dader of veroorzaker",
		"overig":                          "iemand anders",
	},
	rules.DimReferrerGroup.ID: {
		"zelf":          "zelfaanmelding",
		"professioneel": "aanmelding door een professional",
	},
	rules.DimReferrer.ID: {
		"zelf":                           "zelfaanmelding",
		"Reclassering":                   "de reclassering",
		"Justitiële inrichtingen":        "de justitiële inrichtingen",
		"Raad voor de Kinderbescherming": "de Raad voor de Kinderbescherming",
		"Openbaar Ministerie":            "het Openbaar Ministerie",
		"Politie":                        "de politie",
		"Advocatuur":                     "de advocatuur",
		"Gemeente":                       "de gemeente",
		"Rechtspraak":                    "de rechtspraak",
		"Overige professionals":          "overige professionals",
	},
}

// pluralLabels are the values that take a verb in the plural.
var pluralLabels = map[string]bool{"Justitiële inrichtingen": true, "Overige professionals": true}

// groupPhrases names a group of cases by the value of a dimension.
var groupPhrases = map[string]map[string]string{
	rules.DimReferrerGroup.ID: {
		"zelf":          "bij zelfaanmelding",
		"professioneel": "bij aanmelding door een professional",
	},
	rules.DimInitiative.ID: {
		victimInitiative:                  "bij initiatief van het slachtoffer of een nabestaande",
		"verdachte, dader of veroorzaker": "bij initiatief van de verdachte, dader of veroorzaker",
		"overig":                          "bij initiatief van iemand anders",
	},
}

// groupNouns names the groups of a dimension in the plural.
var groupNouns = map[string]string{
	rules.DimOffenceGroup.ID:  "aanleidingen",
	rules.DimReferrerGroup.ID: "aanmeldgroepen",
	rules.DimInitiative.ID:    "groepen",
}

// labelText is how a value of a dimension shows in a table: months by name,
// steps in words, other values as the rules spell them.
func labelText(dimension, value string) string { return namedLabel(dimension, value, cleanLabel) }

// namedLabel is labelText with the cleaning of the output: a sheet keeps what
// its cells can hold.
func namedLabel(dimension, value string, clean func(string) string) string {
	if dimension == rules.DimMonth.ID {
		if m, err := strconv.Atoi(value); err == nil {
			return nl.Capital(nl.Month(m))
		}
	}
	if dimension == rules.DimTerm.ID {
		return value + " dagen"
	}
	if s, ok := shownLabels[dimension][value]; ok {
		return s
	}
	value = clean(value)
	if capitalised[dimension] {
		return nl.Capital(value)
	}
	return value
}

// capitalised are the dimensions whose values are words of a sentence; they
// get a capital in a table.
var capitalised = map[string]bool{
	rules.DimStream.ID: true, rules.DimReferrerGroup.ID: true, rules.DimReferrer.ID: true, rules.DimInitiative.ID: true,
}

// spoken is how a value of one of the figure's dimensions is named inside a
// sentence. Values of a breakdown are the user's own words, and reasons are
// phrases: they stand between quotes.
func (v *view) spoken(dimension int, value string) string {
	if s, ok := spokenLabels[v.table.Figure.Breakdown[dimension].ID][value]; ok {
		return s
	}
	if v.table.Figure.Breaks > 0 || v.table.Figure.Breakdown[dimension] == rules.DimReason {
		return "‘" + isolated(value) + "’"
	}
	return isolated(value)
}

// groupPhrase is how the group of cases with a value of the first dimension is
// named: "bij Zeden".
func (v *view) groupPhrase(value string) string {
	if value == rules.UnknownLabel {
		return "bij de groep " + value
	}
	if s, ok := groupPhrases[v.table.Figure.Breakdown[0].ID][value]; ok {
		return s
	}
	return "bij " + v.spoken(0, value)
}

// groupNoun is how the groups of a dimension are named together.
func groupNoun(dimension string) string {
	if s, ok := groupNouns[dimension]; ok {
		return s
	}
	return "groepen"
}

// isolated makes a label safe inside a sentence: direction marks go, and a
// label in right-to-left writing cannot turn the rest of its sentence around.
func isolated(label string) string {
	label = cleanLabel(label)
	if strings.ContainsFunc(label, writtenRightToLeft) {
		return firstStrongIsolate + label + popIsolate
	}
	return label
}

// The characters that keep the direction of a label to itself.
const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

func writtenRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
