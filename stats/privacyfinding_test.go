package stats

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// emptyWorlds are small tables in which a finding tells the Onbekend beside a
// small count.
var emptyWorlds = []struct {
	column string
	empty  int
	figure string
	cases  map[kind]int
}{
	{"sport", 7, "uitsplitsing:sport", map[kind]int{
		{"zelf", "Slachtoffer", "Incest", "voetbal", unwilling, rules.Empty}: 2,
		{"zelf", "Slachtoffer", "Incest", "", unwilling, rules.Empty}:        7,
		{"zelf", "Slachtoffer", "Incest", "judo", onlyWilling, rules.Empty}:  31,
		{"zelf", "Slachtoffer", "Incest", "judo", talked, gesprek}:           20}},
	{"contactvorm", 7, "contactvorm", map[kind]int{
		{"zelf", "Slachtoffer", "Incest", "judo", talked, brief}:            2,
		{"zelf", "Slachtoffer", "Incest", "judo", talked, rules.Empty}:      7,
		{"zelf", "Slachtoffer", "Incest", "judo", talked, gesprek}:          20,
		{"zelf", "Slachtoffer", "Incest", "judo", onlyWilling, rules.Empty}: 11,
		{"zelf", "Slachtoffer", "Incest", "judo", unwilling, rules.Empty}:   20}},
	{"delict", 7, "delict", map[kind]int{
		{"zelf", "Slachtoffer", "Incest", "judo", unwilling, rules.Empty}:     2,
		{"zelf", "Slachtoffer", "", "judo", unwilling, rules.Empty}:           7,
		{"zelf", "Slachtoffer", "Diefstal", "judo", unwilling, rules.Empty}:   11,
		{"zelf", "Slachtoffer", "Diefstal", "judo", onlyWilling, rules.Empty}: 10,
		{"zelf", "Slachtoffer", "Diefstal", "judo", talked, gesprek}:          30}},
}

// TestFindingsGiveNoHiddenCellAway holds that a small count is not what is left
// of the total when the Onbekend comes from the findings: more cells than that
// one must be hidden beside it.
func TestFindingsGiveNoHiddenCellAway(t *testing.T) {
	for _, world := range emptyWorlds {
		var list []kind
		var counts []int
		for k, n := range world.cases {
			list, counts = append(list, k), append(counts, n)
		}
		figs := figuresFor(t, list, counts, privacyRules(t, 5, ""))
		told := false
		for _, f := range figs.Findings {
			told = told || f == FindingCount{Rule: RuleEmpty, Column: world.column, Count: told5(world.empty)}
		}
		if !told {
			t.Errorf("the findings are %v", figs.Findings)
		}
		hidden := 0
		for name, cell := range numbers(figs) {
			if strings.HasPrefix(name, world.figure+"|") && !strings.HasSuffix(name, "|"+rules.UnknownLabel) &&
				cell.Status == Suppressed {
				hidden++
			}
		}
		if hidden < 2 {
			t.Errorf("%s hides %d cells beside Onbekend", world.figure, hidden)
		}
	}
}

// emptyKinds lists the kinds of a world in which cells are empty.
func emptyKinds() []kind {
	list := []kind{{course: turnedDown}}
	for _, initiator := range []string{"Slachtoffer", ""} {
		for _, offence := range []string{"Incest", "Diefstal", ""} {
			for _, sport := range []string{"voetbal", "judo", ""} {
				list = append(list, kind{"zelf", initiator, offence, sport, unwilling, rules.Empty},
					kind{"zelf", initiator, offence, sport, onlyWilling, rules.Empty},
					kind{"zelf", initiator, offence, sport, talked, gesprek},
					kind{"zelf", initiator, offence, sport, talked, rules.Empty})
			}
		}
	}
	return list
}

// TestPrivacyWithFindingsAgainstBruteForce enumerates sets of cases that agree
// with what is shown and with the findings. Only an Onbekend that the findings
// tell may then be left without enough values; without the findings it has
// them too.
func TestPrivacyWithFindingsAgainstBruteForce(t *testing.T) {
	list := emptyKinds()
	singles := singlesOf(t, list)
	complete, skipped := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		counts := make([]int, len(list))
		for range rapid.IntRange(1, 8).Draw(r, "cases") {
			counts[rapid.IntRange(0, len(list)-1).Draw(r, "kind")] += rapid.SampledFrom([]int{1, 1, 2, 3}).Draw(r,
				"times")
		}
		threshold := rapid.IntRange(2, 3).Draw(r, "threshold")
		ruleset := privacyRules(t, threshold, "")
		figs, audit, err := ComputeAudited(context.Background(), datasetOf(t, list, counts, ruleset), ruleset,
			Options{Year: 2021, ReferenceDate: day.NoDay})
		if err != nil {
			r.Fatal(err)
		}
		hidden, err := audit.Hidden(2021)
		if err != nil {
			r.Fatal(err)
		}
		for _, informed := range []bool{true, false} {
			var findings map[string]int
			if informed {
				findings = findingsOf(singles, counts)
			}
			s := newSearch(singles, figs, threshold, findings)
			excused := map[string]bool{}
			for _, h := range hidden {
				excused[h.numberName()] = h.Zero || h.shownByStock() || informed && h.Remark != ""
			}
			s.excuse(excused)
			s.walk(0)
			if s.visited >= mostSets {
				skipped++
				continue
			}
			complete++
			for x, name := range s.names {
				if !s.shown[x] && s.tooFew(x, threshold) {
					r.Errorf("informed %t: %s takes only the values %v", informed, name, s.found[x])
				}
			}
		}
	})
	t.Logf("%d enumerated to the end, %d too large", complete, skipped)
	if 4*complete < skipped {
		t.Error("most worlds are too large to enumerate")
	}
}

// findingsOf counts the findings exactly, as somebody may know them who does not
// have them from the figures.
func findingsOf(singles []map[string]Cell, counts []int) map[string]int {
	findings := map[string]int{}
	for _, column := range emptyColumns {
		name := findingName(column)
		for i, n := range counts {
			findings[name] += n * singles[i][name].Count.N
		}
	}
	return findings
}

// told5 is what a finding of n rows tells at a threshold of 5.
func told5(n int) Int {
	if n < 5 {
		return Int{}
	}
	return Num(n)
}
