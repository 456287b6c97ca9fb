package sentences

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/report/internal/reporttest"
	"herstel/stats/rules"
)

// What is said of groups holds for every row of the table below it: for
// Onbekend, for groups of a few cases, and for hidden ones.
func TestSentencesOfGroups(t *testing.T) {
	const level = "De verschillen met 2020 in dat aandeel kunnen toeval zijn."
	geweld, zeden := reporttest.Row("Geweld", reporttest.Of(57, 300), reporttest.Of(57, 300)),
		reporttest.Row("Zeden", reporttest.Of(90, 300), reporttest.Of(90, 300))
	largest := func(limits string) string {
		if limits == "" {
			return "Het aandeel zaken met contact was in 2021 het grootst bij Zeden (30%) en het kleinst bij Geweld " +
				"(19%)."
		}
		return "Van de " + limits +
			" was het aandeel zaken met contact in 2021 het grootst bij Zeden (30%) en het kleinst bij Geweld (19%)."
	}
	tests := []struct {
		name  string
		lines []reporttest.Line
		want  []string
	}{
		{"all groups", []reporttest.Line{geweld, zeden}, []string{largest(""), level}},
		{"Onbekend is smaller", []reporttest.Line{geweld, zeden,
			reporttest.Row("Onbekend", reporttest.Of(16, 100), reporttest.Of(16, 100))},
			[]string{largest("bekende aanleidingen"), level}},
		{"Onbekend moved", []reporttest.Line{geweld, zeden,
			reporttest.Row("Onbekend", reporttest.Of(60, 100), reporttest.Of(16, 100))},
			[]string{largest("bekende aanleidingen"),
				"Van de verschillen met 2020 in dat aandeel is alleen dat bij de groep Onbekend duidelijk."}},
		{"a few cases moved", []reporttest.Line{geweld, zeden,
			reporttest.Row("Verkeer", reporttest.Of(9, 9), reporttest.Of(0, 9))},
			[]string{largest("aanleidingen met minstens 30 zaken"),
				"Van de verschillen met 2020 in dat aandeel is alleen dat bij Verkeer duidelijk."}},
		{"a few cases did not move",
			[]reporttest.Line{geweld, zeden, reporttest.Row("Verkeer", reporttest.Of(4, 9), reporttest.Of(5, 9))},
			[]string{largest("aanleidingen met minstens 30 zaken"), level}},
		{"two moved and one is hidden",
			[]reporttest.Line{geweld, zeden, reporttest.Row("Verkeer", reporttest.Of(9, 9), reporttest.Of(0, 9)),
				reporttest.Row("Overig", reporttest.Hidden, reporttest.Hidden),
				reporttest.Row("Onbekend", reporttest.Of(60, 100), reporttest.Of(16, 100))},
			[]string{largest("bekende aanleidingen met minstens 30 zaken die te zien zijn,"),
				"Van de verschillen met 2020 in dat aandeel die te zien zijn, zijn alleen die bij Verkeer en bij de " +
					"groep Onbekend duidelijk."}},
		{"one is hidden", []reporttest.Line{geweld, zeden,
			reporttest.Row("Overig", reporttest.Hidden, reporttest.Hidden)},
			[]string{largest("aanleidingen die te zien zijn,"),
				"De verschillen met 2020 in dat aandeel die te zien zijn, kunnen toeval zijn."}},
		{"one has no cases", []reporttest.Line{geweld, zeden,
			reporttest.Row("Overig", reporttest.Of(0, 0), reporttest.Of(0, 0))}, []string{largest(""),
			"De verschillen met 2020 in dat aandeel die te zien zijn, kunnen toeval zijn."}},
		{"a known group moved", []reporttest.Line{geweld,
			reporttest.Row("Zeden", reporttest.Of(30, 300), reporttest.Of(90, 300)),
			reporttest.Row("Onbekend", reporttest.Of(90, 100), reporttest.Of(16, 100))},
			[]string{largest("bekende aanleidingen"),
				"Bij Zeden steeg dat aandeel met 20 procentpunt, van 10% in 2020 naar 30% in 2021: van 30 naar 90 " +
					"zaken."}},
		{"alike but for Onbekend",
			[]reporttest.Line{reporttest.Row("Geweld", reporttest.Of(63, 300), reporttest.Of(90, 300)), zeden,
				reporttest.Row("Onbekend", reporttest.Of(16, 100), reporttest.Of(16, 100))},
			[]string{"Het aandeel zaken met contact was in 2021 bij alle bekende aanleidingen even groot: 30%.",
				"Bij Geweld steeg dat aandeel met 9 procentpunt, van 21% in 2020 naar 30% in 2021: van 63 naar 90 " +
					"zaken."}},
		{"groups that may differ by chance",
			[]reporttest.Line{reporttest.Row("Geweld", reporttest.Of(80, 300), reporttest.Of(80, 300)), zeden},
			[]string{"De verschillen tussen de aanleidingen kunnen toeval zijn.",
				"De verschillen met 2020 kunnen toeval zijn."}},
		{"a group of under 30 cases is not named",
			[]reporttest.Line{geweld, zeden, reporttest.Row("Verkeer", reporttest.Of(20, 29), reporttest.Of(20, 29))},
			[]string{largest("aanleidingen met minstens 30 zaken"), level}},
		{"nearly all is not all",
			[]reporttest.Line{reporttest.Row("Geweld", reporttest.Of(299, 300), reporttest.Of(299, 300)), zeden},
			[]string{"Het aandeel zaken met contact was in 2021 het grootst bij Geweld (meer dan 99%) en het kleinst " +
				"bij Zeden (30%).", level}},
		{"a few cases everywhere", []reporttest.Line{reporttest.Row("Geweld", reporttest.Of(4, 9), reporttest.Of(5, 9)),
			reporttest.Row("Onbekend", reporttest.Of(0, 4), reporttest.Of(0, 4))},
			[]string{"In 2021 telde geen enkele bekende groep minstens 30 zaken. Bij zulke kleine aantallen zegt een " +
				"percentage weinig.", "De verschillen met 2020 kunnen toeval zijn."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := reporttest.Report2021(2, reporttest.Table(reporttest.ContactPerGroup, tt.lines...))
			if diff := cmp.Diff(tt.want, Of(figs, &figs.Tables[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The share that the sentences follow is that of one part: another part that
// moved does not count.
func TestSentencesOfOnePartOfGroups(t *testing.T) {
	figs := reporttest.Report2021(2, reporttest.Table(reporttest.InitiativePerGroup,
		reporttest.Row2("Zeden", victimInitiative, reporttest.Of(63, 100), reporttest.Of(63, 100)),
		reporttest.Row2("Zeden", "overig", reporttest.Of(37, 100), reporttest.Of(5, 100)),
		reporttest.Row2("Zeden", rules.UnknownLabel, reporttest.Of(0, 100), reporttest.Of(32, 100)),
		reporttest.Row2("Verkeer", victimInitiative, reporttest.Of(87, 100), reporttest.Of(87, 100)),
		reporttest.Row2("Verkeer", "overig", reporttest.Of(13, 100), reporttest.Of(13, 100))))
	want := []string{"Het aandeel zaken waarin het slachtoffer of een nabestaande het initiatief nam, was in 2021 " +
		"het grootst bij Verkeer (87%) en het kleinst bij Zeden (63%).",
		"De verschillen met 2020 in dat aandeel kunnen toeval zijn."}
	if diff := cmp.Diff(want, Of(figs, &figs.Tables[0])); diff != "" {
		t.Error(diff)
	}
}
