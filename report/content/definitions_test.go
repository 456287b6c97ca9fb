package content

import (
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/rules"
)

// The register tells what the default rules take together, and of the user's own
// spellings, which may be cells of an export, only how many there are.
func TestTheRegisterSaysWhatCountsAsACategory(t *testing.T) {
	figs := demoRows(t).report(t,
		"waarden: {delict: {Verkrachting: {groep: Zeden, ook: [Jan Jansen, art. 242 Sr]}, Kaping: {groep: Geweld}}}",
		"2022-03-01")
	texts := map[string]string{}
	for _, d := range SharedDefinitions(figs) {
		texts[d.Title] = d.Definition
	}
	for title, want := range map[string][]string{
		"Wat telt als aanleiding Geweld": {"Mishandeling (ook: Eenvoudige mishandeling), " +
			"Zware mishandeling, ", ", en 1 schrijfwijze uit herstel.yaml."},
		"Wat telt als aanleiding Zeden": {"Verkrachting, Aanranding (ook: Feitelijke " +
			"aanranding)", ", en 2 schrijfwijzen uit herstel.yaml."},
		"Wat telt als initiatief verdachte, dader of veroorzaker": {"Verdachte (ook: Verdachten), Dader (ook: " +
			"Daders; Veroordeelde), Veroorzaker (ook: Veroorzakers)."},
		"Wat telt als aanmeldgroep professioneel": {"Slachtofferhulp Nederland (ook: SHN; Slachtofferhulp), "},
		"Waarden van contactvorm":                 {"Gesprek (ook: Slachtoffer-dadergesprek; "},
	} {
		for _, part := range want {
			if !strings.Contains(texts[title], part) {
				t.Errorf("%s: %q lacks %q", title, texts[title], part)
			}
		}
	}
	for title, text := range texts {
		if strings.Contains(text, "Jan") && strings.Contains(text, "Jansen") || strings.Contains(text, "242") ||
			strings.Contains(text, "Kaping") {
			t.Errorf("%s tells what herstel.yaml holds: %s", title, text)
		}
	}
}

func TestTheRegisterCountsTheRowsThatAFigureLeavesOut(t *testing.T) {
	figs := &stats.Figures{Threshold: 5, Findings: []stats.FindingCount{
		{Rule: stats.RuleOrder, Column: rules.ColClosed.String(), Count: stats.Num(12)},
		{Rule: stats.RuleOrder, Column: rules.ColContacted.String()},
	}}
	for _, want := range []string{
		"contact binnen een termijn: 12 in de kolom afsluitdatum en minder dan 5 in de kolom contactdatum.",
		"in de cijfers over contact: die zijn er niet in deze export.",
	} {
		if got := leftOutText(figs); !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}
