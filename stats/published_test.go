package stats_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/statstest"
)

const publishedHead = `peildatum: 2022-03-01
privacy: {drempel: 0}
uitsplitsingen:
  - {kolom: arrondissement, naam: arrondissement, titel: Per arrondissement}
  - {kolom: sport, naam: sport, titel: Zaken in de sport}
  - {kolom: detentie, naam: detentie, titel: Dader in detentie}
kerncijfers:
  - {naam: Klachten, waarden: {2017: 2, 2021: 0}}
`

// comparePrinted computes the demo's figures with one entry of gepubliceerd.
func comparePrinted(t *testing.T, head, entry string, change func(*stats.Dataset)) (*stats.Figures, error) {
	t.Helper()
	config := publishedHead + head + "gepubliceerd:\n  - " + entry + "\n"
	data, rules := statstest.ReadDemo(t, []byte(config))
	if change != nil {
		change(data)
	}
	return stats.Compute(data, rules, stats.Options{Year: 2021, ReferenceDate: rules.ReferenceDate})
}

func TestPublishedOutcome(t *testing.T) {
	tests := []struct {
		name, entry string
		want        stats.Outcome
		category    string
		printed     string
		difference  int
		points      float64
	}{
		{"same count", "{bron: J, jaar: 2021, figuur: instroom, categorie: {stroom: uitgezet}, aantal: 1047}",
			stats.Equal, "uitgezet", "1047", 0, 0},
		{"other count", "{bron: J, jaar: 2021, figuur: instroom, categorie: {stroom: uitgezet}, aantal: 1050}",
			stats.Different, "uitgezet", "1050", -3, 0},
		{"share as rounded", "{bron: J, jaar: 2021, figuur: aanmeldgroep, categorie: {aanmeldgroep: zelf}, aandeel: " +
			"0.23}", stats.EqualRounded, "zelf", "23%", 0, 240.0/1047 - 0.23},
		{"share with a decimal", "{bron: J, jaar: 2021, figuur: aanmeldgroep, categorie: {aanmeldgroep: zelf}, " +
			"aandeel: 0.229}", stats.EqualRounded, "zelf", "22,9%", 0, 240.0/1047 - 0.229},
		{"share with another decimal",
			"{bron: J, jaar: 2021, figuur: aanmeldgroep, categorie: {aanmeldgroep: zelf}, aandeel: 0.230}",
			stats.Different, "zelf", "23,0%", 0, 240.0/1047 - 0.23},
		{"other share", "{bron: J, jaar: 2021, figuur: aanmeldgroep, categorie: {aanmeldgroep: zelf}, aandeel: 0.24}",
			stats.Different, "zelf", "24%", 0, 240.0/1047 - 0.24},
		{"exact share", "{bron: J, jaar: 2021, figuur: instroom, categorie: {stroom: aanmeldingen}, aandeel: 1.00}",
			stats.Equal, "aanmeldingen", "100%", 0, 0},
		{"one decimal means whole per cents", "{bron: J, jaar: 2020, figuur: contact, aandeel: 0.3}",
			stats.EqualRounded, "", "30%", 0, math.NaN()},
		{"delict without its aanleiding",
			"{bron: J, jaar: 2021, figuur: delict, categorie: {delict: verkrachting}, aantal: 84}", stats.Equal,
			"Zeden/Verkrachting", "84", 0, 0},
		{"synonym", "{bron: J, jaar: 2021, figuur: aanmelder, categorie: {aanmelder: shn}, aantal: 1}", stats.Different,
			"Slachtofferhulp Nederland", "1", 214, 0},
		{"value that did not occur", "{bron: J, jaar: 2021, figuur: delict, categorie: {delict: onbekend}, aantal: 0}",
			stats.Equal, "Onbekend/Onbekend", "0", 0, 0},
		{"share of a value that did not occur",
			"{bron: J, jaar: 2021, figuur: delict, categorie: {delict: onbekend}, aandeel: 0.01}", stats.Different,
			"Onbekend/Onbekend", "1%", 0, -0.01},
		{"month", "{bron: J, jaar: 2021, figuur: maand, categorie: {maand: 1}, aantal: 100000}", stats.Different, "1",
			"100000", math.MinInt, 0},
		{"kerncijfer", "{bron: J, jaar: 2021, figuur: kerncijfers, categorie: {kerncijfer: klachten}, aantal: 1}",
			stats.Different, "Klachten", "1", -1, 0},
		{"kerncijfer without a value",
			"{bron: J, jaar: 2020, figuur: kerncijfers, categorie: {kerncijfer: klachten}, aantal: 1}",
			stats.NotCompared, "Klachten", "1", 0, 0},
		{"kerncijfer of a year before the export",
			"{bron: J, jaar: 2017, figuur: kerncijfers, categorie: {kerncijfer: klachten}, aantal: 2}",
			stats.NotCompared, "Klachten", "2", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs, err := comparePrinted(t, "", tt.entry, nil)
			if err != nil {
				t.Fatal(err)
			}
			got := figs.Published[0]
			var category []string
			for _, l := range got.Category {
				category = append(category, l.Value)
			}
			if got.Outcome != tt.want || strings.Join(category, "/") != tt.category || got.Printed != tt.printed {
				t.Errorf("outcome %d of %q printed %q; want %d, %q, %q", got.Outcome, category, got.Printed, tt.want,
					tt.category, tt.printed)
			}
			if tt.difference != math.MinInt && got.Difference != tt.difference {
				t.Errorf("difference %d, want %d", got.Difference, tt.difference)
			}
			if !math.IsNaN(tt.points) && math.Abs(got.Points-tt.points) > 1e-15 {
				t.Errorf("points %v, want %v", got.Points, tt.points)
			}
			if figs.Differs() != (tt.want == stats.Different) {
				t.Errorf("Differs is %v", figs.Differs())
			}
			if got.Line != 10 {
				t.Errorf("line %d, want 10", got.Line)
			}
		})
	}
}

// The demo hides a count of 2019: whatever was printed, the outcome is the same.
func TestPublishedNumberOfAHiddenCell(t *testing.T) {
	for printed := range 7 {
		config := strings.Replace(publishedHead, "drempel: 0", "drempel: 5", 1) +
			fmt.Sprintf("gepubliceerd:\n  - {bron: J, jaar: 2019, figuur: delict, categorie: {delict: Stalking}, "+
				"aantal: %d}\n", printed)
		data, rules := statstest.ReadDemo(t, []byte(config))
		figs, err := stats.Compute(data, rules, stats.Options{Year: 2021, ReferenceDate: rules.ReferenceDate})
		if err != nil {
			t.Fatal(err)
		}
		got := figs.Published[0]
		if got.Today.Status != stats.Suppressed || got.Today.Count.Known {
			t.Fatalf("the demo shows the count: nothing to test")
		}
		if got.Outcome != stats.NotCompared || got.Difference != 0 ||
			!slices.Equal(got.Reasons, []string{"het cijfer van nu is verborgen voor privacy"}) {
			t.Errorf("printed %d: outcome %d, difference %d, reasons %q", printed, got.Outcome, got.Difference,
				got.Reasons)
		}
	}
}

func TestPublishedYearThatIsNotShown(t *testing.T) {
	figs, err := comparePrinted(t, "jaren: 1\n",
		"{bron: J, jaar: 2020, figuur: delict, categorie: {delict: Verkrachting}, aantal: 34}", nil)
	if err != nil {
		t.Fatal(err)
	}
	got := figs.Published[0]
	if got.Outcome != stats.NotCompared || !slices.Equal(got.Reasons, []string{"dit jaar staat niet in de uitvoer"}) {
		t.Errorf("outcome %d, reasons %q", got.Outcome, got.Reasons)
	}
}

func TestPublishedErrorNamesTheLine(t *testing.T) {
	tests := []struct{ entry, want string }{
		{"{bron: J, jaar: 2021, figuur: delicten, aantal: 1}",
			`regel 10: gepubliceerd: figuur "delicten" bestaat niet; bedoel je "delict"?`},
		{"{bron: J, jaar: 2021, figuur: contact, categorie: {aanleiding: Zeden}, aantal: 1}",
			`regel 10: gepubliceerd: contact heeft geen indeling "aanleiding"; laat categorie leeg`},
		{"{bron: J, jaar: 2021, figuur: delict, categorie: {delicten: Incest}, aantal: 1}",
			`regel 10: gepubliceerd: delict heeft geen indeling "delicten"; kies uit aanleiding, delict`},
		{"{bron: J, jaar: 2021, figuur: delict, categorie: {delict: Inceste}, aantal: 1}",
			`regel 10: gepubliceerd: delict "Inceste" bestaat niet; bedoel je "Incest"?`},
		{"{bron: J, jaar: 2021, figuur: aanleiding, categorie: {aanleiding: Quux}, aantal: 1}",
			`regel 10: gepubliceerd: aanleiding "Quux" bestaat niet; je kunt kiezen uit Geweld, Zeden, Verkeer, Overig, Onbekend`},
		{"{bron: J, jaar: 2021, figuur: delict, categorie: {aanleiding: Zeden}, aantal: 1}",
			`regel 10: gepubliceerd: de categorie van delict wijst niet één cijfer aan; vul ook delict in`},
		{"{bron: J, jaar: 2021, figuur: delict, categorie: {aanleiding: Verkeer, delict: Incest}, aantal: 1}",
			`regel 10: gepubliceerd: Incest hoort niet bij Verkeer; de aanleiding is Zeden`},
		{"{bron: J, jaar: 2021, figuur: standen, categorie: {stand: begin}, aandeel: 0.10}",
			`regel 10: gepubliceerd: standen heeft geen aandeel; vul een aantal in`},
		{"{bron: J, jaar: 2012, figuur: contact, aantal: 1}",
			`regel 10: gepubliceerd: de export heeft geen zaken van 2012; wel van 2019 tot en met 2021; voeg het bestand van dat jaar toe of haal de regel weg`},
		{"{bron: J, jaar: 2012, figuur: uitsplitsing:sport, categorie: {sport: Quux}, aantal: 1}",
			`regel 10: gepubliceerd: de export heeft geen zaken van 2012; wel van 2019 tot en met 2021; voeg`},
		{"{bron: J, jaar: 2021, figuur: uitsplitsing:sport, categorie: {sport: ''}, aantal: 1}",
			`regel 10: gepubliceerd: `},
	}
	for _, tt := range tests {
		_, err := comparePrinted(t, "", tt.entry, nil)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s\n got %v\nwant %s", tt.entry, err, tt.want)
		}
	}
}

func TestPublishedReasons(t *testing.T) {
	withFindings := func(data *stats.Dataset) {
		data.Sources[0].LeftOut = 2
		data.Findings = []stats.Finding{
			{Rule: stats.RuleDuplicate, Column: "zaaknummer", Count: 2, Rows: []int{7, 9}},
			{Rule: stats.RuleUnknownValue, Column: "delict", Count: 3, Rows: []int{3, 4, 5}},
			{Rule: stats.RuleUnknownValue, Column: "aanmelder", Count: 1, Rows: []int{3}},
		}
	}
	figs, err := comparePrinted(t, "",
		"{bron: J, jaar: 2021, figuur: contact_per_aanleiding, categorie: {aanleiding: Zeden}, aantal: 1}",
		withFindings)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2 rijen zijn niet meegeteld (alle jaren samen)",
		"bevinding onbekende-waarde in kolom delict: 3 keer (alle jaren samen)",
	}
	if got := figs.Published[0].Reasons; !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A year stands as on its own day. So that cases were open then, or not assessed
// yet, explains no difference; that they went on since does, where it counts.
func TestPublishedReasonsOfCasesThatGoOn(t *testing.T) {
	contact := "{bron: J, jaar: 2020, figuur: contact, aantal: 1}"
	for _, c := range []struct {
		head, entry string
		want        []string
	}{
		{"", contact, nil},
		{"", "{bron: J, jaar: 2020, figuur: instroom, categorie: {stroom: uitgezet}, aantal: 1}", nil},
		{"vergelijken: nu\n", contact, []string{
			"de zaken van 2020 gingen door: dit getal is van 1 maart 2022, want herstel.yaml zegt vergelijken: nu"}},
		{"vergelijken: nu\n", "{bron: J, jaar: 2020, figuur: aanleiding, categorie: {aanleiding: Zeden}, aantal: 1}",
			nil},
		{"vergelijken: nu\n", "{bron: J, jaar: 2021, figuur: contact, aantal: 1}", nil},
		{"", "{bron: J, jaar: 2021, figuur: kerncijfers, categorie: {kerncijfer: klachten}, aantal: 1}",
			[]string{"dit getal staat in herstel.yaml, onder kerncijfers"}},
	} {
		figs, err := comparePrinted(t, c.head, c.entry, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := figs.Published[0]
		if got.Outcome != stats.Different || !slices.Equal(got.Reasons, c.want) {
			t.Errorf("%s%s: outcome %d, reasons %q, want %q", c.head, c.entry, got.Outcome, got.Reasons, c.want)
		}
	}
}

// A value of an open list may leave the export: an earlier report still holds.
func TestPublishedValueThatLeftTheExport(t *testing.T) {
	const gone = "de export heeft geen zaken met deze waarde"
	for _, c := range []struct {
		number string
		want   stats.Outcome
		gone   bool
	}{
		{"aantal: 3", stats.Different, true},
		{"aantal: 0", stats.Equal, false},
		{"aandeel: 0.01", stats.Different, true},
		{"aandeel: 0.00", stats.Equal, false},
	} {
		figs, err := comparePrinted(t, "",
			"{bron: J, jaar: 2021, figuur: uitsplitsing:sport, categorie: {sport: Quux  bal}, "+c.number+"}", nil)
		if err != nil {
			t.Fatalf("%s: %v", c.number, err)
		}
		got := figs.Published[0]
		if got.Outcome != c.want || slices.Contains(got.Reasons, gone) != c.gone ||
			got.Category[0].Value != "Quux bal" {
			t.Errorf("%s: outcome %d of %q, reasons %q", c.number, got.Outcome, got.Category, got.Reasons)
		}
		if got.Today.Count != stats.Num(0) || !got.Today.Base.Known || got.Today.Base.N == 0 ||
			got.Today.Share.Num != 0 {
			t.Errorf("%s: today %+v", c.number, got.Today)
		}
	}
}
