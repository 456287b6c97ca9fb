package stats_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/statstest"
)

// TestPrintedNumberOfAnotherDay holds the three numbers of a comparison: printed,
// what the export says for that day, and today's. The report of 2020 printed on 1
// March 2021; on 1 June 2020 the export had fewer cases of that year.
func TestPrintedNumberOfAnotherDay(t *testing.T) {
	config := `peildatum: 2022-03-01
jaren: 3
uitsplitsingen: [{kolom: arrondissement}, {kolom: sport}, {kolom: detentie}]
gepubliceerd:
  - {bron: A, jaar: 2020, peildatum: 2021-03-01, figuur: instroom, categorie: {stroom: aanmeldingen}, aantal: 1457}
  - {bron: B, jaar: 2020, peildatum: 2020-06-01, figuur: instroom, categorie: {stroom: aanmeldingen}, aantal: 600}
  - {bron: C, jaar: 2021, figuur: doorlooptijd, categorie: {traject: uitzetting_tot_contact}, mediaan: 77}
  - {bron: D, jaar: 2021, figuur: doorlooptijd, categorie: {traject: uitzetting_tot_contact}, mediaan: 70.5}
  - {bron: E, jaar: 2020, peildatum: 2021-12-01, figuur: contact, aantal: CONTACT}
  - {bron: F, jaar: 2020, peildatum: 2021-03-01, figuur: instroom, categorie: {stroom: uitgezet}, aantal: 1200}
`
	ref := newReference(t)
	later := ref.asOf(date("01-12-2021")).count(in("aanmelddatum", 2020), filled("uitzetdatum"), is("contact", "ja"))
	config = strings.Replace(config, "CONTACT", strconv.Itoa(later), 1)
	data, ruleset := statstest.ReadDemo(t, []byte(config))
	figs, err := stats.Compute(data, ruleset, stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate})
	if err != nil {
		t.Fatal(err)
	}
	june := ref.asOf(date("01-06-2020")).count(in("aanmelddatum", 2020))
	p := figs.Published
	if p[0].Outcome != stats.Equal || p[0].Then.Count != stats.Num(1457) {
		t.Errorf("on its own day: %+v", p[0])
	}
	if p[1].Then.Count != stats.Num(june) || p[1].Today.Count != stats.Num(1457) ||
		p[1].ThenOutcome != stats.Different {
		t.Errorf("on 1 June 2020: then %v, today %v, want %d and 1457", p[1].Then.Count, p[1].Today.Count, june)
	}
	contact := p[4]
	if contact.Then.Count != stats.Num(later) || contact.ThenOutcome != stats.Equal ||
		contact.Outcome != stats.Different {
		t.Errorf("on a later day: then %v, %d; today %v, %d", contact.Then.Count, contact.ThenOutcome,
			contact.Today.Count, contact.Outcome)
	}
	const changed = "de export of herstel.yaml is sinds dat verslag veranderd: "
	for i, want := range map[int]string{
		1: fmt.Sprintf("%svoor 1 juni 2020 komt er nu %d uit", changed, june),
		4: fmt.Sprintf("voor 1 december 2021 geeft de export nog steeds %d; nu telt 2020 zoals het eerder was, op 1 "+
			"maart 2021",
			later),
		5: changed + "voor 1 maart 2021 komt er nu 1.191 uit",
	} {
		if !slices.Equal(p[i].Reasons, []string{want}) {
			t.Errorf("%s: reasons %q, want %q", p[i].Report, p[i].Reasons, want)
		}
	}
	median := quantile(ref.asOf(date("01-03-2022")).days("uitzetdatum", "contactdatum", 2021), 0.5)
	if p[2].Outcome != stats.Equal && median == 77 || p[2].Today.Quantiles.Median != median {
		t.Errorf("median: %+v, want %v", p[2], median)
	}
	if p[3].Outcome != stats.Different || p[3].Days != median-70.5 {
		t.Errorf("another median: %+v", p[3])
	}
}

// TestSharedCausesExplainNothing holds that a cause that stands under every
// difference is not told.
func TestSharedCausesExplainNothing(t *testing.T) {
	config := `peildatum: 2022-03-01
uitsplitsingen: [{kolom: arrondissement}, {kolom: sport}, {kolom: detentie}]
gepubliceerd:
  - {bron: A, jaar: 2021, figuur: contact, aandeel: 0.10}
  - {bron: A, jaar: 2021, figuur: contact_per_aanleiding, categorie: {aanleiding: Zeden}, aandeel: 0.11}
`
	for _, lines := range []int{1, 2} {
		kept := strings.Join(strings.SplitAfter(config, "\n")[:3+lines], "")
		data, ruleset := statstest.ReadDemo(t, []byte(kept))
		data.Sources[0].LeftOut = 2
		figs, err := stats.Compute(data, ruleset, stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range figs.Published {
			if told := len(c.Reasons) > 0; told != (lines == 1) {
				t.Errorf("%d differences: %s has reasons %q", lines, c.Figure, c.Reasons)
			}
		}
	}
}
