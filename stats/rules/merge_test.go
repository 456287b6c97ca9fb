package rules

import (
	"fmt"
	"strings"
	"testing"
)

func TestMerges(t *testing.T) {
	r := parse(t, `
waarden: {delict: {Digitale verkrachting: {groep: Zeden, ook: [Sextortion]}}}
samenvoegen:
  - {dimensie: initiatief, waarden: [Overig, onbekend], als: overig of onbekend}
  - {dimensie: delict, waarden: [verkrachting, Digitale verkrachting], als: Verkrachting (ook digitaal)}
  - {dimensie: afkeurreden, waarden: [Overige reden, Onbekend], als: Overige of onbekende reden}
`)
	initiators, offences, reasons := r.Vocabulary(ColInitiator), r.Vocabulary(ColOffence), r.Vocabulary(ColReason)
	if got := strings.Join(initiators.Groups(), "; "); got != "slachtoffer of nabestaande; verdachte, dader of "+
		"veroorzaker; overig of onbekend" {
		t.Errorf("groups %s", got)
	}
	for _, test := range []struct {
		v           *Vocabulary
		value, want string
	}{
		{initiators, "", "{Onbekend overig of onbekend}"},
		{initiators, "slachtoffer", "{Slachtoffer slachtoffer of nabestaande}"},
		{offences, "verkrachting", "{Verkrachting (ook digitaal) Zeden}"},
		{offences, "sextortion", "{Verkrachting (ook digitaal) Zeden}"},
		{offences, "verkrachting (ook digitaal)", "{Verkrachting (ook digitaal) Zeden}"},
		{offences, "", "{Onbekend Onbekend}"},
		{reasons, "", "{Overige of onbekende reden }"},
		{reasons, "iets geks", "{Overige of onbekende reden }"},
	} {
		code, _ := test.v.Lookup(test.value)
		if got := fmt.Sprint(test.v.Value(code)); got != test.want {
			t.Errorf("%q is %s, want %s", test.value, got, test.want)
		}
	}
	if fmt.Sprint(Groups(ColInitiator)) == fmt.Sprint(initiators.Groups()) {
		t.Error("a merge changes the groups of other rules")
	}
	if as, ok := r.MergedInto("delict", " VERKRACHTING"); !ok || as != "Verkrachting (ook digitaal)" {
		t.Errorf("verkrachting is merged into %q", as)
	}
	if as, ok := r.MergedInto("delict", "Incest"); ok {
		t.Errorf("Incest is merged into %q", as)
	}
}

func TestMergesThatCannotBe(t *testing.T) {
	for merge, want := range map[string]string{
		"{dimensie: initiatiev, waarden: [overig, Onbekend], als: x}": `samenvoegen: de dimensie "initiatiev" bestaat niet`,
		"{dimensie: aanleiding, waarden: [Zeden, Geweld], als: x}": "samenvoegen: de groepen van " +
			"aanleiding liggen vast",
		"{dimensie: initiatief, waarden: [overug, Onbekend], als: x}":   `samenvoegen: de waarde "overug" bestaat niet`,
		"{dimensie: delict, waarden: [Verkrachtin, Incest], als: x}":    `samenvoegen: de waarde "Verkrachtin" bestaat niet`,
		"{dimensie: delict, waarden: [Verkrachting, Diefstal], als: x}": `samenvoegen: "Verkrachting" hoort bij Zeden en "Diefstal" bij Overig`,
		"{dimensie: delict, waarden: [Verkrachting, Onbekend], als: x}": "samenvoegen: Onbekend heeft een " +
			"groep van zichzelf",
		"{dimensie: delict, waarden: [Incest, Verkrachting], als: Overval}": `samenvoegen: "Overval" is al een waarde`,
		"{dimensie: delict, waarden: [Incest], als: x}":                     "samenvoegen: er is maar één waarde",
		"{dimensie: delict, waarden: [Incest, incest], als: x}":             `samenvoegen: "incest" staat er twee keer`,
		"{dimensie: delict, waarden: [Incest, Verkrachting], als: Onbekend}": "samenvoegen: samen kunnen ze niet " +
			"Onbekend heten",
		"{dimensie: delict, waarden: [Incest, Verkrachting], als: ' '}": "samenvoegen: de waarden samen hebben geen " +
			"naam",
		"{dimensie: delict, waarden: [Incest, ''], als: x}": "samenvoegen: een waarde zonder naam",
		"{dimensie: delict, waarden: [Incest, Verkrachting], als: x}, {dimensie: delict, waarden: [Incest, " +
			"Aanranding], als: y}": `samenvoegen: "Incest" hoort al bij "x"`,
	} {
		_, err := Parse(strings.NewReader("\nsamenvoegen: [" + merge + "]"))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "regel 2") {
			t.Errorf("%s: %v, want %s", merge, err, want)
		}
	}
}
