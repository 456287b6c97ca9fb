package stats

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// The brute force below knows nothing of the equations between figures. It
// knows what one case adds to every figure, because it asks Compute, and looks
// for sets of cases that add up to everything that is shown.

// privacyRules asks for one uitsplitsing and a threshold.
func privacyRules(t testing.TB, threshold int, more string) *rules.Rules {
	t.Helper()
	ruleset, err := rules.Parse(strings.NewReader(fmt.Sprintf("volledig_vanaf: 2010-01-01\nuitsplitsingen: [{kolom: "+
		"Sport, naam: sport, titel: Per sport}]\nprivacy: {drempel: %d%s}", threshold, more)))
	if err != nil {
		t.Fatal(err)
	}
	return ruleset
}

// kind is a sort of case: cases of the same kind count the same.
type kind struct {
	referrer, initiator, offence, sport string
	course                              int
	form                                rules.Code // of a case with contact
}

// The forms of contact of the small world.
const (
	gesprek rules.Code = 2
	brief   rules.Code = 4
)

// The courses that a case of a kind can take.
const (
	turnedDown = iota
	unwilling
	onlyWilling
	talked
)

// kinds lists every kind of the small world of the tests.
func kinds() []kind {
	list := []kind{{course: turnedDown}}
	for _, referrer := range []string{"zelf", "Slachtofferhulp Nederland"} {
		for _, initiator := range []string{"Slachtoffer", "Dader"} {
			for _, offence := range []string{"Incest", "Verkrachting", "Diefstal"} {
				for _, sport := range []string{"voetbal", "judo"} {
					for course := unwilling; course <= talked; course++ {
						list = append(list, kind{referrer, initiator, offence, sport, course, gesprek})
					}
				}
			}
		}
	}
	return list
}

// add counts a case of a kind, received in a year, and returns what it flags.
func (k kind) add(t testing.TB, cube *Cube, ruleset *rules.Rules, year int) Flags {
	t.Helper()
	code := func(c rules.Column, label string) rules.Code {
		code, _ := ruleset.Vocabulary(c).Lookup(rules.Fold(label))
		return code
	}
	received, _ := day.Of(year, 2, 1)
	c := Case{Received: received, Assigned: received + 7, Contacted: day.NoDay, Closed: received + 50, Willing: No,
		Referrer: code(rules.ColReferrer, k.referrer), Initiator: code(rules.ColInitiator, k.initiator),
		Offence: code(rules.ColOffence, k.offence)}
	c.Breakdown[0] = cube.Breakdown(0, k.sport)
	switch k.course {
	case turnedDown:
		c.Assigned, c.Closed, c.Reason = day.NoDay, day.NoDay, 2
	case onlyWilling:
		c.Willing = Yes
	case talked:
		c.Contacted, c.Form = received+20, k.form
	}
	flags := c.Settle(day.NoDay, everything)
	cube.Add(&c, everything)
	return flags
}

// figuresFor computes the figures of numbers of cases of each kind, received
// in 2021.
func figuresFor(t testing.TB, list []kind, counts []int, ruleset *rules.Rules) *Figures {
	t.Helper()
	figs, _, err := ComputeAudited(context.Background(), datasetOf(t, list, counts, ruleset), ruleset,
		Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// datasetOf counts numbers of cases of each kind, with the findings of empty
// categories.
func datasetOf(t testing.TB, list []kind, counts []int, ruleset *rules.Rules) *Dataset {
	t.Helper()
	data := &Dataset{Cube: NewCube(1)}
	rows := map[string][]int{}
	for i, n := range counts {
		for range n {
			flags := list[i].add(t, data.Cube, ruleset, 2021)
			for _, f := range FlagFindings {
				if f.Rule == RuleEmpty && flags&f.Flag != 0 {
					rows[f.Column.String()] = append(rows[f.Column.String()], len(rows))
				}
			}
			if flags&FlagEmptyBreakdown != 0 {
				rows["sport"] = append(rows["sport"], len(rows))
			}
		}
	}
	for column, list := range rows {
		data.Findings = append(data.Findings, Finding{Rule: RuleEmpty, Column: column, Count: len(list), Rows: list})
	}
	return data
}

// numbers lists the cells of the last year by name. Where all rows have the
// same base, which other figures show too, it leaves the base out, as it does
// for an Onbekend beside other rows of its base: a row that is not there has none.
func numbers(figs *Figures) map[string]Cell {
	cells := make(map[string]Cell)
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			cell := row.Cells[len(row.Cells)-1]
			open := len(row.Labels) > table.Figure.Within &&
				slices.Contains(row.Labels[table.Figure.Within:], rules.UnknownLabel)
			if table.Figure.Within == 0 && len(table.Figure.Breakdown) > 0 || open {
				cell.Base = Int{}
			}
			cells[table.Figure.ID+"|"+strings.Join(row.Labels, "|")] = cell
		}
	}
	return cells
}

// numberName is the name that numbers gives the cell.
func (h HiddenCell) numberName() string {
	var labels []string
	for _, l := range h.Category {
		labels = append(labels, l.Value)
	}
	return h.Figure + "|" + strings.Join(labels, "|")
}

// shownByStock says that standen, which counts work, shows the number of cases
// behind a doorlooptijd of which the days are hidden.
func (h HiddenCell) shownByStock() bool { return strings.HasPrefix(h.Cause, "onvermijdelijk: standen") }

// singlesOf lists what one case of each kind adds to every figure.
func singlesOf(t testing.TB, list []kind) []map[string]Cell {
	var singles []map[string]Cell
	ruleset := privacyRules(t, 0, "")
	for i := range list {
		one := make([]int, len(list))
		one[i] = 1
		figs := figuresFor(t, list, one, ruleset)
		single := numbers(figs)
		for _, f := range figs.Findings {
			single[findingName(f.Column)] = Cell{Count: f.Count}
		}
		singles = append(singles, single)
	}
	return singles
}

// emptyColumns are the columns whose empty cells are counted in public.
var emptyColumns = []string{"aanmelder", "initiatiefnemer", "delict", "contactvorm", "sport"}

func findingName(column string) string { return "leeg|" + column }

// TestPrivacyAgainstBruteForce enumerates sets of cases for what Compute shows
// of a small world: every hidden number must have at least as many different
// values as the threshold, but for a zero of a group whose size is hidden.
func TestPrivacyAgainstBruteForce(t *testing.T) {
	list := kinds()
	singles := singlesOf(t, list)
	complete, skipped := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		counts := make([]int, len(list))
		for range rapid.IntRange(1, 9).Draw(r, "cases") {
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
		s := newSearch(singles, figs, threshold, nil)
		hidden, err := audit.Hidden(2021)
		if err != nil {
			r.Fatal(err)
		}
		zeros := map[string]bool{}
		for _, h := range hidden {
			name := h.numberName()
			zeros[name] = h.Zero || h.shownByStock()
			if !h.Zero && !h.shownByStock() && h.High.Known && h.High.N-h.Low < threshold {
				r.Errorf("%s: %+v", name, h)
			}
		}
		s.excuse(zeros)
		s.walk(0)
		for x, name := range s.names {
			if s.shown[x] {
				continue
			}
			if s.tooFew(x, threshold) && s.visited < mostSets {
				r.Errorf("%s takes only the values %v", name, s.found[x])
			}
			if _, listed := zeros[name]; !listed && !s.zero[x] && !strings.HasSuffix(name, "*") {
				r.Errorf("%s is hidden but not in the audit", name)
			}
		}
		if s.visited >= mostSets {
			skipped++
		} else {
			complete++
		}
	})
	t.Logf("%d enumerated to the end, %d too large", complete, skipped)
	if 4*complete < skipped {
		t.Error("most worlds are too large to enumerate")
	}
}
