package stats

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// mergingRules asks for a threshold of 5 and some merges.
func mergingRules(t testing.TB, merges string) *rules.Rules {
	t.Helper()
	ruleset, err := rules.Parse(strings.NewReader("uitsplitsingen: [{kolom: Sport, naam: sport}]\n" + merges))
	if err != nil {
		t.Fatal(err)
	}
	return ruleset
}

const someMerges = `privacy: {drempel: 0}
samenvoegen:
  - {dimensie: delict, waarden: [Incest, Verkrachting], als: Verkrachting of incest}
  - {dimensie: initiatief, waarden: ["verdachte, dader of veroorzaker", onbekend], als: dader of onbekend}
  - {dimensie: sport, waarden: [Voetbal, Onbekend], als: voetbal of niets}
  - {dimensie: contactvorm, waarden: [Gesprek, Onbekend], als: gesprek of onbekend}
`

// TestMergedValuesAreCountedAsOne counts the cases of a small world with a loop.
func TestMergedValuesAreCountedAsOne(t *testing.T) {
	ruleset := mergingRules(t, someMerges)
	var list []kind
	for _, initiator := range []string{"Slachtoffer", "Dader", "", "iets anders"} {
		for _, offence := range []string{"Incest", "verkrachting", "Diefstal", ""} {
			for _, sport := range []string{"voetbal", "Voetbal", "judo", ""} {
				list = append(list, kind{"zelf", initiator, offence, sport, talked, gesprek},
					kind{"zelf", initiator, offence, sport, talked, rules.Empty},
					kind{"zelf", initiator, offence, sport, talked, brief},
					kind{"zelf", initiator, offence, sport, unwilling, rules.Empty})
			}
		}
	}
	want := map[string]int{}
	cube := NewCube(1)
	for i, k := range list {
		n := 1 + i%3
		for range n {
			k.add(t, cube, ruleset, 2021)
		}
		initiative := map[string]string{"Slachtoffer": "slachtoffer of nabestaande"}[k.initiator]
		if initiative == "" {
			initiative = "dader of onbekend"
		}
		offence := map[string]string{"Diefstal": "Overig|Diefstal", "": "Onbekend|Onbekend"}[k.offence]
		if offence == "" {
			offence = "Zeden|Verkrachting of incest"
		}
		sport := map[string]string{"judo": "judo"}[k.sport]
		if sport == "" {
			sport = "voetbal of niets"
		}
		want["initiatief|"+initiative] += n
		want["delict|"+offence] += n
		want["uitsplitsing:sport|"+sport] += n
		if k.course == talked {
			form := "gesprek of onbekend"
			if k.form == brief {
				form = "Briefwisseling"
			}
			want["contactvorm|"+form] += n
			want["contact_per_initiatief|"+initiative] += n
		}
	}
	figs, _, err := ComputeAudited(context.Background(), &Dataset{Cube: cube}, ruleset,
		Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, id := range []string{"initiatief", "delict", "uitsplitsing:sport", "contactvorm", "contact_per_initiatief"} {
		table, ok := figs.Table(id)
		if !ok {
			t.Fatalf("%s is not there", id)
		}
		for _, row := range table.Rows {
			if n := row.Cells[0].Count.N; n > 0 {
				got[id+"|"+strings.Join(row.Labels, "|")] = n
			}
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("counted %v\nwant    %v", got, want)
	}
}

// TestMergingGivesNoHiddenPartAway merges values of which an earlier publication
// showed some and hid others: their sum must not show.
func TestMergingGivesNoHiddenPartAway(t *testing.T) {
	list := kinds()
	apart := mergingRules(t, "privacy: {drempel: 5}")
	together := mergingRules(t, "privacy: {drempel: 5}\nsamenvoegen: [{dimensie: delict, waarden: [Incest, "+
		"Verkrachting], als: samen}]")
	shown, hidden := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		cases := map[int][]int{2021: drawYears(r, list)[2021]}
		compute := func(ruleset *rules.Rules, earlier ...*Earlier) *Figures {
			figs, _, err := ComputeAudited(context.Background(), datasetOfYears(t, list, ruleset, cases), ruleset,
				Options{Year: 2021, ReferenceDate: day.NoDay, Earlier: earlier})
			if clash := (*ClashError)(nil); errors.As(err, &clash) && earlier != nil {
				return nil // a refusal gives nothing away
			} else if err != nil {
				r.Fatal(err)
			}
			return figs
		}
		first := compute(apart)
		second := compute(together, publish(t, first))
		if second == nil {
			return
		}
		sums := numbers(second)
		for name, part := range numbers(first) {
			prefix, incest := strings.CutSuffix(name, "|Incest")
			other, verkrachting := strings.CutSuffix(name, "|Verkrachting")
			if !incest && !verkrachting || part.Status != Suppressed && part.Count.N == 0 {
				continue
			}
			if verkrachting {
				prefix = other
			}
			sum, named := sums[prefix+"|samen"]
			if part.Status == Suppressed && sum.Count.Known {
				r.Errorf("%s|samen shows %v where a part was hidden", prefix, sum.Count)
			}
			if sum.Count.Known {
				shown++
			} else if named || sums[prefix+"|"+HiddenLabel].Status == Suppressed { // nameless when nothing shows
				hidden++
			}
		}
	})
	if shown == 0 || hidden == 0 {
		t.Errorf("%d sums shown and %d hidden: the test asks nothing", shown, hidden)
	}
}

func TestMergesOfBeforeAreKept(t *testing.T) {
	const merge = "\nsamenvoegen: [{dimensie: initiatief, waarden: [overig, Onbekend], als: overig of onbekend}]"
	apart, together := mergingRules(t, ""), mergingRules(t, merge)
	figs, _ := world(t, together, 2021, exceptionWorld)
	earlier := publish(t, figs)
	earlier.merges = []earlierMerge{{"initiatief", "overig of onbekend", 2}}
	for _, test := range []struct {
		ruleset *rules.Rules
		refused bool
	}{{apart, true}, {together, false},
		{mergingRules(t, strings.Replace(merge, "Onbekend]", "Onbekend, slachtoffer of nabestaande]", 1)), true},
		{mergingRules(t, "privacy: {drempel: 0}"), false}} {
		cube := NewCube(1)
		for _, k := range kinds() {
			for range exceptionWorld[k] {
				k.add(t, cube, test.ruleset, 2021)
			}
		}
		_, _, err := ComputeAudited(context.Background(), &Dataset{Cube: cube}, test.ruleset,
			Options{Year: 2021, ReferenceDate: day.NoDay, Earlier: []*Earlier{earlier}})
		var fault *rules.Error
		if errors.As(err, &fault) != test.refused || err != nil && !test.refused {
			t.Errorf("%v, want a refusal: %v", err, test.refused)
		}
	}
}

// TestPrintedPartOfAMergeIsNotCompared has a number of before for a value that has
// gone into another one.
func TestPrintedPartOfAMergeIsNotCompared(t *testing.T) {
	ruleset := mergingRules(t, "samenvoegen: [{dimensie: delict, waarden: [Incest, Verkrachting], als: samen}]\n"+
		"gepubliceerd: [{bron: Jaarverslag, jaar: 2021, figuur: delict, categorie: {delict: Incest}, aantal: 10}]")
	figs, _ := world(t, ruleset, 2021, exceptionWorld)
	printed := figs.Published[0]
	if printed.Outcome != NotCompared || printed.Today.Count.Known ||
		fmt.Sprint(printed.Reasons) != "[Incest telt nu samen met andere waarden als samen (samenvoegen)]" {
		t.Errorf("%+v", printed)
	}
	cells := numbers(figs)
	if cell, named := cells["delict|Zeden|samen"]; named || cells["delict|Zeden|"+HiddenLabel].Status != Suppressed {
		t.Errorf("13 in all shows beside a printed 10: %+v", cell)
	}
}
