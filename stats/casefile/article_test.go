package casefile

import (
	"testing"

	"herstel/stats/rules"
)

func TestArticles(t *testing.T) {
	for text, want := range map[string]string{
		"300 Sr": "Mishandeling", "art. 242 Sr": "Verkrachting",
		"Artikel 302 lid 1 Wetboek van Strafrecht": "Zware mishandeling", "art 310": "Diefstal",
		"ART. 285B SR": "Stalking", "art. 6 WVW": "Verkeersongeval met letsel", "8 WVW": "Rijden onder invloed",
		" 350 Sr ": "Vernieling",
		"300":      "", "6": "", "art. 999 Sr": "", "6 Sr": "", "242 Kanarie": "", "Sr": "", "": "",
		"300 Sr en 350 Sr": "", "artiest 300": "",
	} {
		label, note, ok := article(text)
		if label != want || ok != (want != "") {
			t.Errorf("%q: got %q", text, label)
		}
		if (note != "") != (want == "Verkrachting") {
			t.Errorf("%q: note %q", text, note)
		}
	}
	for law, label := range offenceOf {
		if _, known := defaultRules(t).Vocabulary(rules.ColOffence).Lookup(rules.Fold(label)); !known {
			t.Errorf("%s: %q is no offence of the default rules", law, label)
		}
	}
}
