package rules

import (
	"errors"
	"strings"
	"testing"

	"herstel/stats/day"
)

func parse(t *testing.T, yaml string) *Rules {
	t.Helper()
	rules, err := Parse(strings.NewReader(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

func TestDefault(t *testing.T) {
	rules, err := Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	if rules.Privacy.Threshold != 5 || rules.Years != 3 || rules.ReferenceDate != day.NoDay {
		t.Errorf("drempel %d, jaren %d, peildatum %s", rules.Privacy.Threshold, rules.Years, rules.ReferenceDate)
	}
	for value, want := range map[string]Value{
		"SHN": {"Slachtofferhulp Nederland", "professioneel"}, "zelf": {"zelf", "zelf"},
		"3RO Reclassering": {"Reclassering", "professioneel"},
	} {
		code, ok := rules.Vocabulary(ColReferrer).Lookup(Fold(value))
		if got := rules.Vocabulary(ColReferrer).Value(code); !ok || got != want {
			t.Errorf("aanmelder %q is %v, %v; want %v", value, got, ok, want)
		}
	}
	if column, ok := rules.Column("  zaak-\u00adID\u00a0"); !ok || column != ColCaseNumber {
		t.Error("the header Zaak-ID with a soft hyphen and a no-break space is not known")
	}
}

func TestUserEntryWins(t *testing.T) {
	rules := parse(t, `
peildatum: 2022-03-01
jaren: 2
kolommen: {delict: [Verwijzer, Strafbaar gedrag]}
waarden:
  delict:
    Verkrachting: {ook: [art. 242 Sr, Incest]}
    Digitale bedreiging: {groep: geweld, ook: [Sexting]}
  aanmelder:
    Advocaat: {groep: zelf}
`)
	if column, _ := rules.Column("verwijzer"); column != ColOffence {
		t.Errorf("verwijzer is %s", column)
	}
	for value, want := range map[string]Value{
		"ART. 242  SR": {"Verkrachting", "Zeden"}, "incest": {"Verkrachting", "Zeden"},
		"sexting": {"Digitale bedreiging", "Geweld"}, "ontucht": {"Ontucht", "Zeden"},
	} {
		code, ok := rules.Vocabulary(ColOffence).Lookup(Fold(value))
		if got := rules.Vocabulary(ColOffence).Value(code); !ok || got != want {
			t.Errorf("delict %q is %v, %v; want %v", value, got, ok, want)
		}
	}
	code, _ := rules.Vocabulary(ColReferrer).Lookup("advocaat")
	if got := rules.Vocabulary(ColReferrer).Value(code); got != (Value{"Advocaat", "zelf"}) {
		t.Errorf("advocaat is %v", got)
	}
	if rules.ReferenceDate.String() != "2022-03-01" || rules.Years != 2 {
		t.Errorf("peildatum %s, jaren %d", rules.ReferenceDate, rules.Years)
	}
}

func TestRulesSumChangesWithTheFile(t *testing.T) {
	if a, b := parse(t, "jaren: 3"), parse(t, "jaren: 3 "); a.SHA256 == b.SHA256 {
		t.Error("two files have the same sum")
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	for _, test := range []struct {
		name, yaml string
		line       int
		says       string
	}{
		{"unknown key", "jaren: 3\npeildatom: 2022-03-01\n", 2, `bedoel je "peildatum"`},
		{"unknown key below", "privacy:\n  drempel: 5\n  drumpel: 4\n", 3, "drumpel"},
		{"key twice", "jaren: 3\njaren: 2\n", 2, "twee keer"},
		{"date", "\npeildatum: 1 maart\n", 2, "2022-03-01"},
		{"no such date", "peildatum: 2022-02-30", 1, "2022-03-01"},
		{"number", "jaren: drie", 1, "heel getal"},
		{"too few years", "jaren: 0", 1, "1 tot en met"},
		{"threshold", "privacy: {drempel: -1}", 1, "0 tot en met"},
		{"list", "bronnen: export.csv", 1, "een lijst"},
		{"missing key", "bronnen:\n  - blad: Zaken\n", 2, `"pad" ontbreekt`},
		{"unknown column", "kolommen:\n  delikt: [Feit]\n", 2, `bedoel je "delict"`},
		{"column without values", "waarden:\n  zaaknummer: {x: {ook: [y]}}\n", 2, "kiezen uit"},
		{"unknown group", "waarden:\n  delict:\n    Sexting: {groep: Zede}\n", 3, `bedoel je "Zeden"`},
		{"no group", "waarden:\n  delict:\n    Sexting: {ook: [x]}\n", 3, "geen groep"},
		{"group where none belongs", "waarden:\n  contactvorm:\n    Gesprek: {groep: Zeden}\n", 3, "geen groepen"},
		{"spelling twice", "waarden:\n  delict:\n    Incest: {ook: [x]}\n    Ontucht: {ook: [X]}\n", 4, "hoort bij"},
		{"exception without reason", "privacy:\n  uitzonderingen:\n    - {figuur: delict, jaar: 2020, reden: ' '}\n", 3,
			"reden"},
		{"breakdown of a known column", "uitsplitsingen:\n  - {kolom: Zaaknummer}\n", 2, "gebruikt herstel zelf"},
		{"breakdown named as a column of the output", "uitsplitsingen:\n  - {kolom: X, naam: aantal}\n", 2,
			"gebruikt herstel zelf"},
		{"breakdown with spaces", "uitsplitsingen:\n  - {kolom: X, naam: a b}\n", 2, "letters"},
		{"breakdown twice", "uitsplitsingen:\n  - {kolom: X}\n  - {kolom: x}\n", 3, "twee keer"},
		{"published both", "gepubliceerd:\n  - {bron: A, jaar: 2020, figuur: contact, aantal: 3, aandeel: 0.3}\n", 2,
			"precies één"},
		{"published neither", "gepubliceerd:\n  - {bron: A, jaar: 2020, figuur: contact}\n", 2, "precies één"},
		{"published percentage", "gepubliceerd:\n  - {bron: A, jaar: 2020, figuur: contact, aandeel: 30%}\n", 2,
			"0.30"},
		{"key figure", "kerncijfers:\n  - {naam: X, waarden: {2021: -1}}\n", 2, "0 of meer"},
		{"color", "\nhuisstijl: {kleuren: [rood]}", 2, "#00587C"},
		{"syntax", "jaren: [3\n", 0, "geen geldige YAML"},
		{"windows path", "bronnen:\n  - pad: \"exports\\2021.csv\"\n", 2, "enkele aanhalingstekens"},
		{"windows drive", "bronnen:\n  - pad: \"C:\\Users\\x.csv\"\n", 2, "enkele aanhalingstekens"},
		{"dash behind a key", "bronnen: - naam.csv\n", 0, "elk streepje op een eigen regel"},
		{"file without its key", "bronnen:\n  - naam.csv\n", 2, "- pad: …"},
		{"decimal comma", "gepubliceerd:\n  - {jaar: 2020, aandeel: 0,77}\n", 2, "met een punt"},
		{"second document", "jaren: 3\n---\njaren: 2\n", 2, "tweede"},
		{"not a mapping", "- 1\n", 1, "sleutels"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse(strings.NewReader(test.yaml))
			var fault *Error
			if !errors.As(err, &fault) {
				t.Fatalf("error is %v", err)
			}
			if test.line > 0 && fault.Line != test.line {
				t.Errorf("line is %d, want %d (%s)", fault.Line, test.line, err)
			}
			if !strings.Contains(err.Error(), test.says) {
				t.Errorf("%q does not say %q", err, test.says)
			}
		})
	}
}

func TestEmptyFileIsFine(t *testing.T) {
	for _, yaml := range []string{"", "# niets\n", "bronnen:\n", "{}"} {
		if _, err := Parse(strings.NewReader(yaml)); err != nil {
			t.Errorf("%q: %v", yaml, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(string(defaultRules))
	f.Add("gepubliceerd: [{bron: A, jaar: 2020, figuur: contact, aandeel: 0.30}]")
	f.Add("a: &a [*a]")
	f.Fuzz(func(t *testing.T, yaml string) {
		rules, err := Parse(strings.NewReader(yaml))
		if (rules == nil) == (err == nil) {
			t.Errorf("rules %v with error %v", rules, err)
		}
	})
}
