package stats

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// publish reads figures back as an earlier publication, by way of the tidy
// form.
func publish(t testing.TB, figs *Figures) *Earlier {
	t.Helper()
	dates, cells := map[string]string{}, []map[string]any{}
	for i, year := range figs.Years {
		dates[strconv.Itoa(year)] = figs.ReferenceDates[i].String()
		for _, table := range figs.Tables {
			for _, row := range table.Rows {
				category := map[string]string{}
				for d, label := range row.Labels {
					category[table.Figure.Breakdown[d].ID] = label
				}
				cell := row.Cells[i]
				entry := map[string]any{"figuur": table.Figure.ID, "jaar": year, "categorie": category,
					"status": cell.Status.String(), "reden": cell.Reason}
				if cell.Count.Known {
					entry["aantal"] = cell.Count.N
				}
				if cell.Base.Known {
					entry["noemer"] = cell.Base.N
				}
				cells = append(cells, entry)
			}
		}
	}
	text, err := json.Marshal(map[string]any{"schema": 1, "jaar": figs.Year, "peildatum": figs.ReferenceDate.String(),
		"peildata": dates,
		"drempel":  figs.Threshold, "regels_sha256": figs.RulesSHA256, "cijfers": cells})
	if err != nil {
		t.Fatal(err)
	}
	e, err := ReadEarlier("cijfers-"+strconv.Itoa(figs.Year)+".json", bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestOtherFilesAreNoEarlierPublication(t *testing.T) {
	for _, text := range []string{"", "{}", "[]", `{"schema":2,"jaar":2020,"cijfers":[]}`, `{"schema":1,"jaar":2020}`,
		"zaaknummer;aanmelddatum"} {
		if _, err := ReadEarlier("x", bytes.NewReader([]byte(text))); !errors.Is(err, ErrNotEarlier) {
			t.Errorf("%q gives %v", text, err)
		}
	}
}

// drawYears draws cases of 2020 and 2021.
func drawYears(r *rapid.T, list []kind) map[int][]int {
	cases := map[int][]int{}
	for _, year := range []int{2020, 2021} {
		cases[year] = make([]int, len(list))
		for range rapid.IntRange(1, 25).Draw(r, "groups") {
			cases[year][rapid.IntRange(0, len(list)-1).Draw(r, "kind")] += rapid.IntRange(1, 9).Draw(r, "times")
		}
	}
	return cases
}

func datasetOfYears(t testing.TB, list []kind, ruleset *rules.Rules, cases map[int][]int) *Dataset {
	cube := NewCube(1)
	for _, year := range slices.Sorted(maps.Keys(cases)) {
		for i, n := range cases[year] {
			for range n {
				list[i].add(t, cube, ruleset, year)
			}
		}
	}
	return &Dataset{Cube: cube}
}

// TestUnchangedYearsKeepTheirCells holds the yearly routine: what the report of
// a year showed or hid of it, that of the year after shows or hides.
func TestUnchangedYearsKeepTheirCells(t *testing.T) {
	list := kinds()
	ruleset := privacyRules(t, 5, "")
	end := func(year int) day.Day { d, _ := day.Of(year, 12, 31); return d }
	rapid.Check(t, func(r *rapid.T) {
		data := datasetOfYears(t, list, ruleset, drawYears(r, list))
		first, _, err := ComputeAudited(context.Background(), data, ruleset,
			Options{Year: 2020, ReferenceDate: end(2020)})
		if err != nil {
			r.Fatal(err)
		}
		earlier := publish(t, first)
		second, audit, err := ComputeAudited(context.Background(), data, ruleset,
			Options{Year: 2021, ReferenceDate: end(2021), Earlier: []*Earlier{earlier}})
		if err != nil {
			r.Fatal(err)
		}
		if told := audit.Earlier(); len(told) > 0 {
			r.Errorf("told: %v", told)
		}
		holdTogether(r, first, second, 2020)
	})
}

// holdTogether compares two publications of a year that did not change.
func holdTogether(r *rapid.T, first, second *Figures, year int) {
	before, after := byYear(first), byYear(second)
	for name, cell := range before {
		now, listed := after[name]
		if name.year != year || !listed {
			continue
		}
		if cell.Status != now.Status || cell.Count != now.Count || cell.Base != now.Base {
			r.Errorf("%v was %v %v of %v, is %v %v of %v", name, cell.Status, cell.Count, cell.Base, now.Status,
				now.Count, now.Base)
		}
	}
}

// TestPrintedNumberIsKnown has 3 of Verkrachting hidden with the 10 of Incest.
// When an earlier report printed the 10, another cell must go, and the 10 shows.
func TestPrintedNumberIsKnown(t *testing.T) {
	plain, _ := world(t, privacyRules(t, 5, ""), 2021, exceptionWorld)
	if cell := numbers(plain)["delict|Zeden|Incest"]; cell.Status != Suppressed {
		t.Fatalf("Incest is not secondary here: %+v", cell)
	}
	ruleset := withPrinted(t,
		"{bron: Jaarverslag, jaar: 2021, figuur: delict, categorie: {delict: Incest}, aantal: 10}")
	figs, audit := world(t, ruleset, 2021, exceptionWorld)
	cells := numbers(figs)
	if cell := cells["delict|Zeden|Incest"]; cell.Status != OK {
		t.Errorf("the printed number is %+v", cell)
	}
	if cells["delict|Zeden|Verkrachting"].Status != Suppressed || cells["aanleiding|Zeden"].Status != Suppressed {
		t.Error("want Verkrachting hidden, and Zeden with it")
	}
	hidden, err := audit.Hidden(2021)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hidden {
		if !h.Zero && !h.shownByStock() && h.Gap.Known && h.Gap.N < 5 {
			t.Errorf("%+v", h)
		}
	}
}

// TestPrintedSmallNumberProtectsNothing has the 3 printed before: it stays
// hidden, and a reader who has it must not find another small number with it.
func TestPrintedSmallNumberProtectsNothing(t *testing.T) {
	figs, _ := world(t, withPrinted(t,
		"{bron: Jaarverslag, jaar: 2021, figuur: delict, categorie: {delict: Verkrachting}, aantal: 3}"), 2021,
		exceptionWorld)
	cells := numbers(figs)
	if cell := cells["delict|Zeden|Verkrachting"]; cell.Status != Suppressed || cell.Count.Known {
		t.Errorf("the printed 3 is %+v", cell)
	}
	if printed := figs.Published[0]; printed.Count != 0 || printed.Outcome != NotCompared {
		t.Errorf("the printed number is repeated: %+v", printed)
	}
}

// withPrinted asks for a threshold of 5, and lists a number as printed.
func withPrinted(t *testing.T, printed string) *rules.Rules {
	t.Helper()
	ruleset, err := rules.Parse(strings.NewReader("uitsplitsingen: [{kolom: Sport, naam: sport, titel: Per " +
		"sport}]\ngepubliceerd: [" + printed + "]"))
	if err != nil {
		t.Fatal(err)
	}
	return ruleset
}
