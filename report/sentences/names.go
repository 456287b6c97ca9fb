package sentences

import (
	"strconv"

	"herstel/stats/nl"
	"herstel/stats/rules"
)

// victimInitiative is the group that the report follows in every figure about
// the initiative.
const victimInitiative = "slachtoffer of nabestaande"

// ShownLabels is how the fixed values of a dimension show in a table; others
// show as they are.
var ShownLabels = map[string]map[string]string{
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

// LabelText is how a value of a dimension shows in a table: months by name,
// steps in words, other values as the rules spell them.
func LabelText(dimension, value string) string { return NamedLabel(dimension, value, nl.CleanLabel) }

// NamedLabel is labelText with the cleaning of the output: a sheet keeps what
// its cells can hold.
func NamedLabel(dimension, value string, clean func(string) string) string {
	if dimension == rules.DimMonth.ID {
		if m, err := strconv.Atoi(value); err == nil {
			return nl.Capital(nl.Month(m))
		}
	}
	if dimension == rules.DimTerm.ID {
		return value + " dagen"
	}
	if s, ok := ShownLabels[dimension][value]; ok {
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
func (v *View) spoken(dimension int, value string) string {
	if s, ok := byLabel(spokenLabels[v.Table.Figure.Breakdown[dimension].ID], value); ok {
		return s
	}
	if v.Table.Figure.Breaks > 0 || v.Table.Figure.Breakdown[dimension] == rules.DimReason {
		return "‘" + nl.Isolated(value) + "’"
	}
	return nl.Isolated(value)
}

// byLabel looks a label up as the rules do: the user's file may spell it Zelf.
func byLabel[V any](names map[string]V, label string) (found V, ok bool) {
	if found, ok = names[label]; ok {
		return found, true
	}
	folded := rules.Fold(label)
	for name, value := range names {
		if rules.Fold(name) == folded {
			return value, true
		}
	}
	return found, false
}

// groupPhrase is how the group of cases with a value of the first dimension is
// named: "bij Zeden".
func (v *View) groupPhrase(value string) string {
	if value == rules.UnknownLabel {
		return "bij de groep " + value
	}
	if s, ok := byLabel(groupPhrases[v.Table.Figure.Breakdown[0].ID], value); ok {
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
