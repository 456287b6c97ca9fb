package stats

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// ownExport has values that herstel.yaml adds in every column of categories, of
// which one is rare in both years, and one is rare in the first year alone.
func ownExport(t *testing.T) (*Dataset, *rules.Rules) {
	t.Helper()
	ruleset, err := rules.Parse(strings.NewReader(`volledig_vanaf: 2010-01-01
jaren: 2
waarden:
  delict: {Schaars delict: {groep: Overig}, Groeiend delict: {groep: Overig}}
  aanmelder: {Schaarse aanmelder: {groep: professioneel}, Groeiende aanmelder: {groep: professioneel}}
  afkeurreden: {Schaarse reden: {}, Groeiende reden: {}}
  contactvorm: {Schaarse vorm: {}, Groeiende vorm: {}}
`))
	if err != nil {
		t.Fatal(err)
	}
	code := func(c rules.Column, label string) rules.Code {
		found, ok := ruleset.Vocabulary(c).Lookup(rules.Fold(label))
		if !ok {
			t.Fatalf("no %s", label)
		}
		return found
	}
	cube := NewCube(0)
	add := func(year int, times int, delict, aanmelder, reden, vorm string) {
		for range times {
			received, _ := day.Of(year, 2, 1)
			c := Case{Received: received, Assigned: received + 7, Contacted: received + 20, Closed: received + 50,
				Referrer: code(rules.ColReferrer, aanmelder), Initiator: 2, Offence: code(rules.ColOffence, delict),
				Form: code(rules.ColForm, vorm)}
			c.Settle(day.NoDay, everything)
			cube.Add(&c, everything)
			no := Case{Received: received, Assigned: day.NoDay, Contacted: day.NoDay, Closed: day.NoDay,
				RejectedOn: received + 2, Reason: code(rules.ColReason, reden), Referrer: c.Referrer, Initiator: 2,
				Offence: c.Offence}
			no.Settle(day.NoDay, everything)
			cube.Add(&no, everything)
		}
	}
	for _, year := range []int{2020, 2021} {
		add(year, 40, "Diefstal", "zelf", "Buiten het kader", "Gesprek")
		add(year, 30, "Verkrachting", "Slachtofferhulp Nederland", "Dubbel", "Briefwisseling")
		add(year, 3, "Schaars delict", "Schaarse aanmelder", "Schaarse reden", "Schaarse vorm")
		add(year, 3+20*(year-2020), "Groeiend delict", "Groeiende aanmelder", "Groeiende reden", "Groeiende vorm")
		add(year, 4, "Vernieling", "Politie", "Overige reden", "Pendelbemiddeling")
	}
	return &Dataset{Cube: cube}, ruleset
}

// TestOwnValueThatIsAlwaysHiddenIsNotNamed holds that a value that herstel.yaml
// adds has a name in the figures only where a number of it shows; those of the
// rules keep their names.
func TestOwnValueThatIsAlwaysHiddenIsNotNamed(t *testing.T) {
	data, ruleset := ownExport(t)
	figs, audit, err := ComputeAudited(t.Context(), data, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprintf("%+v", *figs); strings.Contains(text, "Schaars") {
		t.Error("a rare value is named")
	}
	for _, figure := range []string{"delict", "aanmelder", "afkeurreden", "contactvorm",
		"afkeurreden_van_aanmeldingen"} {
		table, ok := figs.Table(figure)
		if !ok {
			t.Fatalf("no %s", figure)
		}
		named := map[string]bool{}
		for _, r := range table.Rows {
			for _, label := range r.Labels {
				named[strings.Fields(label)[0]] = true
			}
		}
		if !named["verborgen"] || !named["Groeiend"] && !named["Groeiende"] ||
			!named["Vernieling"] && !named["Politie"] && !named["Overige"] && !named["Pendelbemiddeling"] {
			t.Errorf("%s names %v", figure, named)
		}
	}
	if table, _ := figs.Table("delict"); !slices.ContainsFunc(table.Rows,
		func(r Row) bool { return slices.Equal(r.Labels, []string{"Overig", HiddenLabel}) }) {
		t.Error("the hidden offence lost its aanleiding")
	}
	if folded := audit.Folded("aanmelder"); len(folded) != 1 || folded[0].Label != "Schaarse aanmelder" {
		t.Errorf("folded %v", folded)
	}
}
