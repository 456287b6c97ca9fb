package stats

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// world computes the figures of some cases of each kind, with the audit.
func world(t testing.TB, ruleset *rules.Rules, year int, cases map[kind]int) (*Figures, *Audit) {
	t.Helper()
	cube := NewCube(1)
	for _, k := range kinds() {
		for range cases[k] {
			k.add(t, cube, ruleset, year)
		}
	}
	figs, audit, err := ComputeAudited(context.Background(), &Dataset{Cube: cube}, ruleset,
		Options{Year: year, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	return figs, audit
}

var (
	selfTalked     = kind{"zelf", "Slachtoffer", "Incest", "judo", talked, gesprek}
	selfWilling    = kind{"zelf", "Slachtoffer", "Incest", "judo", onlyWilling, gesprek}
	selfUnwilling  = kind{"zelf", "Dader", "Verkrachting", "judo", unwilling, gesprek}
	helpTalked     = kind{"Slachtofferhulp Nederland", "Dader", "Diefstal", "voetbal", talked, gesprek}
	helpUnwilling  = kind{"Slachtofferhulp Nederland", "Dader", "Diefstal", "voetbal", unwilling, gesprek}
	helpUnwilling2 = kind{"Slachtofferhulp Nederland", "Slachtoffer", "Diefstal", "voetbal", unwilling, gesprek}
)

func TestWorkIsNeverHidden(t *testing.T) {
	figs, _ := world(t, privacyRules(t, 5, ""), 2021, map[kind]int{selfTalked: 1, helpUnwilling: 2})
	for _, table := range figs.Tables {
		if !table.Figure.Work {
			continue
		}
		for _, row := range table.Rows {
			if row.Cells[0].Status == Suppressed {
				t.Errorf("%s %v is hidden", table.Figure.ID, row.Labels)
			}
		}
	}
}

func TestThresholdsThatHideNothing(t *testing.T) {
	for _, threshold := range []int{0, 1} {
		figs, audit := world(t, privacyRules(t, threshold, ""), 2021, map[kind]int{selfTalked: 1, helpUnwilling: 2})
		for name, cell := range numbers(figs) {
			if cell.Status == Suppressed {
				t.Errorf("drempel %d hides %s", threshold, name)
			}
		}
		if hidden, err := audit.Hidden(2021); err != nil || len(hidden) != 0 {
			t.Errorf("drempel %d: audit lists %v (%v)", threshold, hidden, err)
		}
	}
}

// TestOtherSideOfAShareIsHidden has 17 contacts in 20 cases: the 3 without
// contact are not in any table, and may not follow from one.
func TestOtherSideOfAShareIsHidden(t *testing.T) {
	figs, audit := world(t, privacyRules(t, 5, ""), 2021, map[kind]int{selfTalked: 8, helpTalked: 9, selfUnwilling: 3})
	cells := numbers(figs)
	for _, name := range []string{"contact|", "bereidheid|", "contactvorm|Gesprek", "contact_afgesloten|"} {
		cell := cells[name]
		if cell.Status != Suppressed || cell.Count.Known || cell.Share.Known {
			t.Errorf("%s = %+v", name, cell)
		}
	}
	if cell := cells["contact_na_bereidheid|"]; cell.Base.Known || cell.Share.Known {
		t.Errorf("contact_na_bereidheid shows the base that is hidden: %+v", cell)
	}
	hidden, err := audit.Hidden(2021)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hidden {
		if h.Cause == "" && h.Gap.Known && h.Gap.N < 5 {
			t.Errorf("%+v", h)
		}
		if h.Figure == "contact" && !h.Primary {
			t.Errorf("contact hides a small other side, and is called %s", h.Why())
		}
	}
}

// TestDifferenceOfTwoSharesIsHidden has 40 willing and 38 contacts in 80 cases:
// contact is a headline, so it is bereidheid that goes to hide the 2 between.
func TestDifferenceOfTwoSharesIsHidden(t *testing.T) {
	figs, _ := world(t, privacyRules(t, 5, ""), 2021,
		map[kind]int{selfTalked: 18, helpTalked: 20, selfWilling: 2, selfUnwilling: 20, helpUnwilling: 20})
	cells := numbers(figs)
	if c := cells["contact|"]; c.Status != OK || c.Count != Num(38) {
		t.Errorf("contact = %+v", c)
	}
	if c := cells["bereidheid|"]; c.Status != Suppressed {
		t.Errorf("bereidheid = %+v", c)
	}
	if c := cells["contact_na_bereidheid|"]; c.Status != OK || c.Count != Num(38) || c.Base.Known || c.Share.Known {
		t.Errorf("contact_na_bereidheid = %+v", c)
	}
}

// TestTotalsTooSmallAreWithheld has three cases: nothing about them can be
// hidden behind the total that is always shown, so no figure of them shows, nor
// which values they have.
func TestTotalsTooSmallAreWithheld(t *testing.T) {
	figs, audit := world(t, privacyRules(t, 5, ""), 2021, map[kind]int{selfTalked: 1, helpUnwilling: 2})
	for name, cell := range numbers(figs) {
		table, _ := figs.Table(strings.Split(name, "|")[0])
		if table.Figure.Kind == KindLeadTime {
			continue
		}
		if cell.Status == OK && !table.Figure.Work || strings.Contains(name, "Diefstal") ||
			strings.Contains(name, "voetbal") {
			t.Errorf("%s is %+v", name, cell)
		}
	}
	if len(figs.Withheld()) < 10 || audit.Narrow(2021) > 0 {
		t.Errorf("withheld: %v; %d narrow", figs.Withheld(), audit.Narrow(2021))
	}
}

// TestAcceptedFigureShows has two rejected cases with a reason each.
func TestAcceptedFigureShows(t *testing.T) {
	cases := map[kind]int{selfTalked: 20, helpUnwilling: 20, {course: turnedDown}: 2}
	plain, _ := world(t, privacyRules(t, 5, ""), 2021, cases)
	if list := plain.Withheld(); len(list) != 1 || list[0].Figure != "afkeurreden" || list[0].Year != 2021 {
		t.Fatalf("withheld: %v", list)
	}
	table, _ := plain.Table("afkeurreden")
	if len(table.Rows) != 1 || table.Rows[0].Labels[0] != HiddenLabel || table.Rows[0].Cells[0].Base.Known {
		t.Errorf("afkeurreden is %+v", table.Rows)
	}
	figs, audit := world(t, privacyRules(t, 5, ", toelaten: [{figuur: afkeurreden, jaar: 2021, reden: al bekend}]"),
		2021, cases)
	if len(figs.Withheld()) > 0 || audit.Narrow(2021) != 1 {
		t.Errorf("withheld: %v; %d narrow", figs.Withheld(), audit.Narrow(2021))
	}
	if len(figs.Exceptions) != 1 || !figs.Exceptions[0].Used {
		t.Errorf("exceptions: %+v", figs.Exceptions)
	}
}

// TestZeroOfAHiddenGroupIsHidden has three cases of one sport, none with
// contact: of the sport not even its name shows.
func TestZeroOfAHiddenGroupIsHidden(t *testing.T) {
	figs, audit := world(t, privacyRules(t, 5, ""), 2021, map[kind]int{
		selfTalked: 20, selfWilling: 20, {"zelf", "Dader", "Diefstal", "voetbal", unwilling, gesprek}: 3})
	for name := range numbers(figs) {
		if strings.Contains(name, "voetbal") {
			t.Errorf("%s is named", name)
		}
	}
	cell := numbers(figs)["contact_per_uitsplitsing:sport|"+HiddenLabel]
	if cell.Status != Suppressed || cell.Base.Known || cell.Count.Known {
		t.Errorf("voetbal is %+v", cell)
	}
	hidden, err := audit.Hidden(2021)
	if err != nil || !slices.ContainsFunc(hidden,
		func(h HiddenCell) bool { return h.Zero && h.Figure == "contact_per_uitsplitsing:sport" }) {
		t.Errorf("the audit lists %+v (%v)", hidden, err)
	}
}

// TestHiddenNumberIsNowhere searches everything that leaves the package for a
// number that only hidden cells have.
func TestHiddenNumberIsNowhere(t *testing.T) {
	cases := map[kind]int{selfTalked: 131, selfUnwilling: 3, helpTalked: 53, helpUnwilling2: 77}
	open, _ := world(t, privacyRules(t, 0, ""), 2021, cases)
	figs, _ := world(t, privacyRules(t, 5, ""), 2021, cases)
	before := numbers(open)
	secret := map[int]string{}
	for name, cell := range numbers(figs) {
		if cell.Status == Suppressed {
			secret[before[name].Count.N] = name
		}
	}
	shown := map[int]bool{}
	for name, cell := range numbers(figs) {
		if cell.Status == OK {
			shown[before[name].Count.N] = true
			shown[before[name].Base.N] = true
		}
	}
	if len(secret) < 3 {
		t.Fatalf("only %v hidden", secret)
	}
	integers(reflect.ValueOf(figs.Tables), func(n int64, path string) {
		if strings.Contains(path, ".Figure.") {
			return
		}
		if name, ok := secret[int(n)]; ok && !shown[int(n)] {
			t.Errorf("%s is %d, the hidden %s", path, n, name)
		}
	}, "Tables")
	for name, cell := range numbers(figs) {
		if cell.Status == Suppressed &&
			(cell.Count != Int{} || cell.Share != Share{} || cell.Quantiles != Quantiles{} || cell.Rank != Int{} ||
				cell.Change != Change{}) {
			t.Errorf("%s = %+v", name, cell)
		}
	}
}

// integers calls f for every whole number reachable from v.
func integers(v reflect.Value, f func(n int64, path string), path string) {
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		f(v.Int(), path)
	case reflect.Struct:
		for i := range v.NumField() {
			integers(v.Field(i), f, path+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			integers(v.Index(i), f, fmt.Sprintf("%s[%d]", path, i))
		}
	}
}

// TestOneMoreRow adds one case to a year: other years stay as they were, and a
// rejected case touches only the figures of rejected cases.
func TestOneMoreRow(t *testing.T) {
	list := kinds()
	rapid.Check(t, func(r *rapid.T) {
		ruleset := privacyRules(t, 5, "")
		cube := NewCube(1)
		for range rapid.IntRange(1, 25).Draw(r, "groups") {
			k := list[rapid.IntRange(0, len(list)-1).Draw(r, "kind")]
			year := rapid.IntRange(2019, 2021).Draw(r, "year")
			for range rapid.IntRange(1, 12).Draw(r, "times") {
				k.add(t, cube, ruleset, year)
			}
		}
		kinds()[0].add(t, cube, ruleset, 2020)
		helpTalked.add(t, cube, ruleset, 2021)
		compute := func() *Figures {
			figs, err := Compute(&Dataset{Cube: cube}, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
			if err != nil {
				r.Fatal(err)
			}
			return figs
		}
		before := byYear(compute())
		added := list[rapid.IntRange(0, len(list)-1).Draw(r, "added")]
		added.add(t, cube, ruleset, 2020)
		after := byYear(compute())
		for name, cell := range before {
			if _, listed := after[name]; !listed {
				continue // the row is folded into those of which nothing shows
			}
			cell, now := withoutChange(cell), withoutChange(after[name])
			if name.year != 2020 && !strings.HasPrefix(name.figure, "standen") && name.figure != "contact_ontleding" &&
				cell != now {
				r.Errorf("%v was %+v, is %+v", name, cell, now)
			}
			touched := []string{"instroom", "maand", "afkeurreden", "afkeurreden_van_aanmeldingen"}
			if added.course == turnedDown && name.year == 2020 && !slices.Contains(touched, name.figure) &&
				cell != now {
				r.Errorf("%v was %+v, is %+v", name, cell, now)
			}
		}
	})
}

type cellName struct {
	figure, labels string
	year           int
}

func byYear(figs *Figures) map[cellName]Cell {
	cells := map[cellName]Cell{}
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			for i, cell := range row.Cells {
				cells[cellName{table.Figure.ID, strings.Join(row.Labels, "|"), figs.Years[i]}] = cell
			}
		}
	}
	return cells
}

// withoutChange leaves out what compares a cell with the year before.
func withoutChange(c Cell) Cell {
	c.Change, c.RankPrev = Change{}, Int{}
	return c
}
