package rules

import (
	"bytes"
	"strings"
	"testing"
)

const edited = `# van mij
bronnen:
  - pad: oud.csv # vorig jaar
kolommen:
  # de kop
  zaaknummer: [Zaak nr van ons] # zo heet hij
  delict: [Wat gebeurde er]
# over privacy
privacy:
  drempel: 5 # afgesproken met de FG
kerncijfers:
  - {naam: Klachten, waarden: {2021: 3}}
`

func apply(t *testing.T, e *Edit, text string) (string, *Rules) {
	t.Helper()
	got, err := e.Apply([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse(bytes.NewReader(got))
	if err != nil {
		t.Fatalf("%v\n%s", err, got)
	}
	return string(got), r
}

func TestEditKeepsWhatItDoesNotChange(t *testing.T) {
	ten, day, name := 10, "2022-03-01", "Herstel: Oost"
	got, r := apply(t, &Edit{
		Threshold: &ten, ReferenceDate: &day, Organisation: &name,
		Columns: map[Column]string{ColCaseNumber: "Wat gebeurde er", ColOffence: "Feit: soort"},
		Values: []ValueEdit{
			{ColReferrer, "Politie Oost", "Politie", ""}, {ColReferrer, "politie west", "Politie", ""},
			{ColOffence, "yes", "yes", "Overig"}, {ColReason, "0123", "0123", ""},
		},
		Breakdowns: []Breakdown{{Column: "Regio noord", Title: "Per regio"}},
	}, edited)
	for _, keep := range []string{"# van mij", "# vorig jaar", "# over privacy", "# afgesproken met de FG", "# de kop",
		"# zo heet hij", "{naam: Klachten, waarden: {2021: 3}}"} {
		if !strings.Contains(got, keep) {
			t.Errorf("%q is gone:\n%s", keep, got)
		}
	}
	if c, _ := r.Column("wat gebeurde er"); c != ColCaseNumber || r.NamesHeader("Zaak nr van ons") ||
		r.Privacy.Threshold != 10 || r.Presentation.Organisation != name || len(r.Breakdowns) != 1 {
		t.Errorf("got\n%s", got)
	}
	for _, v := range []struct {
		column      Column
		value, want string
	}{{ColReferrer, "politie oost", "Politie"}, {ColReferrer, "politie west", "Politie"}, {ColOffence, "yes", "yes"},
		{ColReason, "0123", "0123"}} {
		code, ok := r.Vocabulary(v.column).Lookup(v.value)
		if label := r.Vocabulary(v.column).Value(code).Label; !ok || label != v.want {
			t.Errorf("%s is %q, want %q", v.value, label, v.want)
		}
	}
}

func TestEditTakesAway(t *testing.T) {
	none := ""
	got, r := apply(t, &Edit{ReferenceDate: &none, Organisation: &none,
		Columns: map[Column]string{ColCaseNumber: "", ColOffence: ""},
		Inputs:  []Input{{Path: "nieuw.xlsx", Sheet: "Zaken: 2021"}}},
		"# boven\npeildatum: 2022-03-01\norganisatie: {naam: Oost}\n"+edited[strings.Index(edited, "kolommen"):])
	if len(r.Named) != 0 || len(r.Inputs) != 1 || r.Inputs[0].Sheet != "Zaken: 2021" ||
		strings.Contains(got, "peildatum") || strings.Contains(got, "organisatie") ||
		!strings.Contains(got, "# boven") {
		t.Errorf("got\n%s", got)
	}
}

// Taking the name of the organisation away leaves what else stands with it.
func TestEditKeepsContactAndLicence(t *testing.T) {
	none := ""
	got, r := apply(t, &Edit{Organisation: &none},
		"organisatie:\n  naam: Oost\n  contact: cijfers@voorbeeld.nl\n  licentie: CC BY 4.0\n  logo: logo.svg\n")
	p := r.Presentation
	if p.Organisation != "" || p.Contact != "cijfers@voorbeeld.nl" || p.Licence != "CC BY 4.0" ||
		p.Logo.Path != "logo.svg" {
		t.Errorf("got %+v of\n%s", p, got)
	}
}

func TestNoEditChangesNoByte(t *testing.T) {
	const odd = "privacy:   {drempel:   7}   \n\n\n# einde"
	if got, _ := apply(t, &Edit{}, odd); got != odd {
		t.Errorf("got %q", got)
	}
}

func TestEditOfNothing(t *testing.T) {
	for _, text := range []string{"", "# alleen uitleg\n"} {
		seven := 7
		got, r := apply(t, &Edit{Threshold: &seven}, text)
		if r.Privacy.Threshold != 7 || !strings.Contains(got, strings.TrimSpace(text)) {
			t.Errorf("got %q", got)
		}
	}
}

func TestEditOfWhatIsNoYAML(t *testing.T) {
	seven := 7
	if _, err := (&Edit{Threshold: &seven}).Apply([]byte("privacy: [\n")); err == nil {
		t.Error("no error")
	}
}
