package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/stats/rules"
)

// What is said of groups holds for every row of the table below it: for
// Onbekend, for groups of a few cases, and for hidden ones.
func TestSentencesOfGroups(t *testing.T) {
	const level = "De verschillen met 2020 in dat aandeel kunnen toeval zijn."
	geweld, zeden := row("Geweld", of(57, 300), of(57, 300)), row("Zeden", of(90, 300), of(90, 300))
	largest := func(limits string) string {
		if limits == "" {
			return "Het aandeel zaken met contact was in 2021 het grootst bij Zeden (30%) en het kleinst bij Geweld (19%)."
		}
		return "Van de " + limits + " was het aandeel zaken met contact in 2021 het grootst bij Zeden (30%) en het kleinst bij Geweld (19%)."
	}
	tests := []struct {
		name  string
		lines []line
		want  []string
	}{
		{"all groups", []line{geweld, zeden}, []string{largest(""), level}},
		{"Onbekend is smaller", []line{geweld, zeden, row("Onbekend", of(16, 100), of(16, 100))}, []string{largest("bekende aanleidingen"), level}},
		{"Onbekend moved", []line{geweld, zeden, row("Onbekend", of(60, 100), of(16, 100))}, []string{largest("bekende aanleidingen"),
			"Van de verschillen met 2020 in dat aandeel is alleen dat bij de groep Onbekend duidelijk."}},
		{"a few cases moved", []line{geweld, zeden, row("Verkeer", of(9, 9), of(0, 9))}, []string{largest("aanleidingen met minstens 30 zaken"),
			"Van de verschillen met 2020 in dat aandeel is alleen dat bij Verkeer duidelijk."}},
		{"a few cases did not move", []line{geweld, zeden, row("Verkeer", of(4, 9), of(5, 9))}, []string{largest("aanleidingen met minstens 30 zaken"), level}},
		{"two moved and one is hidden", []line{geweld, zeden, row("Verkeer", of(9, 9), of(0, 9)), row("Overig", hidden, hidden), row("Onbekend", of(60, 100), of(16, 100))},
			[]string{largest("bekende aanleidingen met minstens 30 zaken die te zien zijn,"),
				"Van de verschillen met 2020 in dat aandeel die te zien zijn, zijn alleen die bij Verkeer en bij de groep Onbekend duidelijk."}},
		{"one is hidden", []line{geweld, zeden, row("Overig", hidden, hidden)}, []string{largest("aanleidingen die te zien zijn,"),
			"De verschillen met 2020 in dat aandeel die te zien zijn, kunnen toeval zijn."}},
		{"one has no cases", []line{geweld, zeden, row("Overig", of(0, 0), of(0, 0))}, []string{largest(""),
			"De verschillen met 2020 in dat aandeel die te zien zijn, kunnen toeval zijn."}},
		{"a known group moved", []line{geweld, row("Zeden", of(30, 300), of(90, 300)), row("Onbekend", of(90, 100), of(16, 100))},
			[]string{largest("bekende aanleidingen"), "Bij Zeden steeg dat aandeel met 20 procentpunt, van 10% in 2020 naar 30% in 2021: van 30 naar 90 zaken."}},
		{"alike but for Onbekend", []line{row("Geweld", of(63, 300), of(90, 300)), zeden, row("Onbekend", of(16, 100), of(16, 100))},
			[]string{"Het aandeel zaken met contact was in 2021 bij alle bekende aanleidingen even groot: 30%.",
				"Bij Geweld steeg dat aandeel met 9 procentpunt, van 21% in 2020 naar 30% in 2021: van 63 naar 90 zaken."}},
		{"groups that may differ by chance", []line{row("Geweld", of(80, 300), of(80, 300)), zeden},
			[]string{"De verschillen tussen de aanleidingen kunnen toeval zijn.", "De verschillen met 2020 kunnen toeval zijn."}},
		{"a group of under 30 cases is not named", []line{geweld, zeden, row("Verkeer", of(20, 29), of(20, 29))},
			[]string{largest("aanleidingen met minstens 30 zaken"), level}},
		{"nearly all is not all", []line{row("Geweld", of(299, 300), of(299, 300)), zeden},
			[]string{"Het aandeel zaken met contact was in 2021 het grootst bij Geweld (meer dan 99%) en het kleinst bij Zeden (30%).", level}},
		{"a few cases everywhere", []line{row("Geweld", of(4, 9), of(5, 9)), row("Onbekend", of(0, 4), of(0, 4))},
			[]string{"In 2021 telde geen enkele bekende groep minstens 30 zaken. Bij zulke kleine aantallen zegt een percentage weinig.", "De verschillen met 2020 kunnen toeval zijn."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := report2021(2, table(contactPerGroup, tt.lines...))
			if diff := cmp.Diff(tt.want, Sentences(figs, &figs.Tables[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The share that the sentences follow is that of one part: another part that
// moved does not count.
func TestSentencesOfOnePartOfGroups(t *testing.T) {
	figs := report2021(2, table(initiativePerGroup,
		row2("Zeden", victimInitiative, of(63, 100), of(63, 100)), row2("Zeden", "overig", of(37, 100), of(5, 100)), row2("Zeden", rules.UnknownLabel, of(0, 100), of(32, 100)),
		row2("Verkeer", victimInitiative, of(87, 100), of(87, 100)), row2("Verkeer", "overig", of(13, 100), of(13, 100))))
	want := []string{"Het aandeel zaken waarin het slachtoffer of een nabestaande het initiatief nam, was in 2021 het grootst bij Verkeer (87%) en het kleinst bij Zeden (63%).",
		"De verschillen met 2020 in dat aandeel kunnen toeval zijn."}
	if diff := cmp.Diff(want, Sentences(figs, &figs.Tables[0])); diff != "" {
		t.Error(diff)
	}
}
