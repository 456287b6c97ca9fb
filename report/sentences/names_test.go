package sentences

import (
	"testing"

	"herstel/report/internal/reporttest"
	"herstel/stats"
)

// TestLabelsAreSpokenHoweverTheyAreSpelt gives labels the spelling of a herstel.yaml.
func TestLabelsAreSpokenHoweverTheyAreSpelt(t *testing.T) {
	table := reporttest.Table(reporttest.ReferrerGroup)
	v := &View{Table: &table}
	for label, want := range map[string]string{"zelf": "zelfaanmelding", "Zelf": "zelfaanmelding",
		"PROFESSIONEEL ": "aanmelding door een professional", "Zelfstandig": "Zelfstandig"} {
		if got := v.spoken(0, label); got != want {
			t.Errorf("%q: got %q, want %q", label, got, want)
		}
	}
	if got := v.groupPhrase("Zelf"); got != "bij zelfaanmelding" {
		t.Errorf("got %q", got)
	}
	row := stats.Row{Labels: []string{"justitiële Inrichtingen"}}
	if got := v.verb(&row, "staat", "staan"); got != "staan" {
		t.Errorf("got %q", got)
	}
}
