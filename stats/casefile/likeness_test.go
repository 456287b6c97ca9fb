package casefile

import (
	"strings"
	"testing"

	"herstel/stats/rules"
)

// TestLikenessOfRealValues gives values as exports of Dutch organisations have them.
// What is wanted was written by hand: a label, a group behind "groep", or nothing
// where a person would have to ask.
func TestLikenessOfRealValues(t *testing.T) {
	ruleset := rulesFor(t)
	for column, lines := range map[rules.Column]string{
		rules.ColReferrer: `
			Particulier (zichzelf) = zelf
			Cliënt zelf = zelf
			Slachtoffer zelf = zelf
			Zelf (via website) = zelf
			Niet zelf =
			Via slachtofferhulp, zelf gebeld =
			Dader zelf via PI =
			Zelfhulpgroep =
			Moeder van dader =
			Familie =
			Burger =
			School =
			Eigen netwerk =
			Leger des Heils =
			PI Vught = Justitiële inrichtingen
			P.I. Zwolle = Justitiële inrichtingen
			OM Midden-Nederland = Openbaar Ministerie
			Gesprek om hulp =
			GESPREK OM HULP =
			SHN regio Noord = Slachtofferhulp Nederland
			Slachtofferhulp NL = Slachtofferhulp Nederland
			Reclasering = Reclassering
			Zelfstandig advocaat = Advocatuur
			Onbekende advocaat =
			Halt-bureau = HALT
			Mediation bureau = Rechtspraak`,
		rules.ColInitiator: `
			Vader =
			Moeder van dader =
			Ouders slachtoffer =
			Slachtoffer en dader =
			Niet slachtoffer =
			Verdachte/dader = groep verdachte, dader of veroorzaker
			Benadeelde partij = Slachtoffer
			Minderjarige dader = Dader
			Beide = Anders
			Pleger =
			Slachtofer = Slachtoffer`,
		rules.ColOffence: `
			aanrijding met letsel = Verkeersongeval met letsel
			Aanrijding = groep Verkeer
			Verkeersongeval zonder letsel =
			Dood door schuld in het verkeer = Overig verkeer
			Geen verkeer =
			WVW 1994 = groep Verkeer
			Art. 6 WVW = Verkeersongeval met letsel
			Levensdelict = groep Geweld
			Kindermishandeling = groep Geweld
			Dierenmishandeling =
			Poging tot zware mishandeling = groep Geweld
			Verkrachting (poging) = groep Zeden
			Poging doodslag = Poging tot doodslag of moord
			Diefstal zonder geweld =
			Diefstal met geweldpleging =
			Seksueel geweld =
			Seksueel misbruik = groep Zeden
			Zinloos geweld = Overig geweld
			Ontucht met kinderen = Ontucht
			Aanranding der eerbaarheid = Aanranding
			Geen delict =
			Onbekend delict =
			Bedrijfsongeval =
			Mishandelling = Mishandeling
			Verkeers ongeval = Verkeersongeval met letsel
			Mishandeling en bedreiging = groep Geweld
			Vernieling/mishandeling =`,
		rules.ColForm: `
			Geen gesprek =
			Gesprek en brief =
			Gesprek (online) = Gesprek
			Brief eenzijdig = Briefwisseling`,
	} {
		for line := range strings.Lines(strings.TrimSpace(lines)) {
			value, want, _ := strings.Cut(strings.TrimSpace(line), " =")
			near, _ := likeness(column, ruleset.Vocabulary(column), value)
			got := near.Label
			if got == "" && near.Group != "" {
				got = "groep " + near.Group
			}
			if want = strings.TrimSpace(want); got != want {
				t.Errorf("%s %q: got %q, want %q", column, value, got, want)
			}
		}
	}
}

// TestNoGroupIsGuessed leaves the group of a value that tells nothing to the user,
// and refuses the file as long as there is none.
func TestNoGroupIsGuessed(t *testing.T) {
	var b strings.Builder
	err := WriteFragment(&b, []Suggestion{{Column: rules.ColReferrer, Value: "Burger", Count: 6},
		{Column: rules.ColOffence, Value: "Aanrijding", Count: 4, Group: "Verkeer"}})
	if err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if !strings.Contains(text, `"Burger": {groep: }`) || !strings.Contains(text, `"Aanrijding": {groep: "Verkeer"}`) {
		t.Errorf("got\n%s", text)
	}
	_, err = rules.Parse(strings.NewReader(text))
	if err == nil || !strings.Contains(err.Error(), "regel 3") || !strings.Contains(err.Error(), "heeft geen groep") {
		t.Errorf("got %v", err)
	}
}
