package stats

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// twoYears holds a few cases of 2019 and 2021, none of 2020.
func twoYears(t *testing.T, has Presence) (*Dataset, *rules.Rules) {
	t.Helper()
	cube := NewCube(1)
	for _, row := range []struct {
		received, assigned, contacted, closed string
		offence                               string
	}{
		{"2019-02-01", "2019-02-10", "2019-04-01", "2019-08-01", "Incest"},
		{"2019-12-20", "2020-01-03", "", "2021-01-05", "Diefstal"},
		{"2021-03-01", "2021-03-08", "2021-05-01", "", "Incest"},
		{"2021-03-02", "2021-03-08", "", "", "iets nieuws"},
		{"2021-03-03", "", "", "", ""},
	} {
		ruleset, err := rules.Parse(nil)
		if err != nil {
			t.Fatal(err)
		}
		offence, _ := ruleset.Vocabulary(rules.ColOffence).Lookup(rules.Fold(row.offence))
		c := Case{Received: date(t, row.received), Assigned: date(t, row.assigned), Contacted: date(t, row.contacted),
			Closed: date(t, row.closed), Offence: offence, Form: 2}
		c.Mediator = cube.Mediator("b01")
		c.Settle(day.NoDay, has)
		cube.Add(&c, has)
	}
	ruleset, err := rules.Parse(strings.NewReader("volledig_vanaf: 2010-01-01\nprivacy: {drempel: " +
		"0}\nuitsplitsingen: [{kolom: Sport}]\nkerncijfers: [{naam: Klachten, waarden: {2021: 0}}]"))
	if err != nil {
		t.Fatal(err)
	}
	return &Dataset{Cube: cube}, ruleset
}

// Options without a date mean the day of the data, not a day long ago.
func TestOptionsWithoutADate(t *testing.T) {
	data, ruleset := twoYears(t, Presence{})
	figs, err := Compute(data, ruleset, Options{Year: 2021})
	if err != nil {
		t.Fatal(err)
	}
	if want := date(t, "2021-05-01"); figs.ReferenceDate != want || day.NoDay != day.Day(0) {
		t.Errorf("counted on %v, want %v", figs.ReferenceDate, want)
	}
	if got := cell(t, figs, "instroom", "aanmeldingen").Count; got != Num(3) {
		t.Errorf("%v aanmeldingen, want 3", got)
	}
}

func figuresOf(t *testing.T, has Presence) *Figures {
	t.Helper()
	data, ruleset := twoYears(t, has)
	figs, err := Compute(data, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// cell finds the cell of a figure by its labels in the last year.
func cell(t *testing.T, figs *Figures, id string, labels ...string) Cell {
	t.Helper()
	table, ok := figs.Table(id)
	if !ok {
		t.Fatalf("no figure %s", id)
	}
	for _, row := range table.Rows {
		if slices.Equal(row.Labels, labels) {
			return row.Cells[len(row.Cells)-1]
		}
	}
	t.Fatalf("%s has no row %v", id, labels)
	return Cell{}
}

func TestOnlyYearsOfTheExportAreShown(t *testing.T) {
	figs := figuresOf(t, everything)
	if !slices.Equal(figs.Years, []int{2019, 2021}) {
		t.Errorf("years are %v", figs.Years)
	}
	if change := cell(t, figs, "contact").Change; change.Known {
		t.Error("2021 is compared with 2019 as if it were the year before")
	}
	if got := figs.ReferenceDate.String(); got != "2021-05-01" {
		t.Errorf("derived reference date is %s", got)
	}
}

func TestYearWithoutCases(t *testing.T) {
	data, ruleset := twoYears(t, everything)
	_, err := Compute(data, ruleset, Options{Year: 2020, ReferenceDate: day.NoDay})
	var missing *NoCasesError
	if !errors.As(err, &missing) || !strings.Contains(err.Error(), "2019 tot en met 2021") {
		t.Errorf("error is %v", err)
	}
	_, err = Compute(&Dataset{Cube: NewCube(1)}, ruleset, Options{Year: 2020, ReferenceDate: day.NoDay})
	if !errors.As(err, &missing) || !strings.Contains(err.Error(), "geen enkele rij") {
		t.Errorf("error is %v", err)
	}
}

func TestFiguresOfAFewCases(t *testing.T) {
	figs := figuresOf(t, everything)
	for _, test := range []struct {
		id          string
		labels      []string
		count, base int
	}{
		{"instroom", []string{"aanmeldingen"}, 3, 3},
		{"instroom", []string{"nog te beoordelen"}, 1, 3},
		{"delict", []string{"Zeden", "Incest"}, 1, 2},
		{"delict", []string{"Onbekend", "Onbekend"}, 1, 2},
		{"aanleiding", []string{"Onbekend"}, 1, 2},
		{"aanleiding", []string{"Geweld"}, 0, 2},
		{"contact", nil, 1, 2},
		{"contact_per_aanleiding", []string{"Zeden"}, 1, 1},
		{"contact_afgesloten", nil, 0, 1},
		{"uitsplitsing:sport", []string{"Onbekend"}, 2, 2},
	} {
		if got := cell(t, figs, test.id, test.labels...); got.Status != OK || got.Count != Num(test.count) ||
			got.Base != Num(test.base) {
			t.Errorf("%s %v = %+v, want %d of %d", test.id, test.labels, got, test.count, test.base)
		}
	}
	for stand, want := range map[string]int{"begin": 1, "instroom": 2, "uitstroom": 1, "eind": 2} {
		if got := cell(t, figs, "standen", stand); got.Count != Num(want) {
			t.Errorf("stand %s = %v, want %d", stand, got.Count, want)
		}
	}
	if got := cell(t, figs, "doorlooptijd", "uitzetting_tot_contact"); got.Count != Num(1) ||
		got.Quantiles.Median != 54 {
		t.Errorf("days from assignment to contact: %+v, want 54", got)
	}
	if got := cell(t, figs, "bemiddelaars"); got.Count != Num(1) {
		t.Errorf("mediators: %v", got.Count)
	}
	if figs.OpenCases != Num(2) {
		t.Errorf("open cases: %v", figs.OpenCases)
	}
}

func TestAbsentColumnsAreNotZero(t *testing.T) {
	without := Presence{Columns: everything.Columns &^ (1<<rules.ColForm | 1<<rules.ColWilling | 1<<rules.ColClosed |
		1<<rules.ColContacted | 1<<rules.ColMediator)}
	figs := figuresOf(t, without)
	for id, labels := range map[string][]string{
		"contactvorm": nil, "bereidheid": nil, "contact_na_bereidheid": nil, "contact_afgesloten": nil, "standen": nil,
		"bemiddelaars": nil, "uitsplitsing:sport": nil, "contact_per_uitsplitsing:sport": nil,
	} {
		got := cell(t, figs, id, labels...)
		if got.Status != NotAvailable || got.Count.Known || !strings.Contains(got.Reason, "ontbreekt in de export") {
			t.Errorf("%s = %+v", id, got)
		}
	}
	if got := cell(t, figs, "doorlooptijd", "uitzetting_tot_afsluiting"); got.Status != NotAvailable {
		t.Errorf("doorlooptijd = %+v", got)
	}
	if got := cell(t, figs, "doorlooptijd", "aanmelding_tot_uitzetting"); got.Status != OK {
		t.Errorf("doorlooptijd = %+v", got)
	}
	if figs.OpenCases.Known {
		t.Error("open cases are known without afsluitdatum")
	}
	if got := cell(t, figs, "contact"); got.Status != OK {
		t.Errorf("contact = %+v", got)
	}
}

func TestRanks(t *testing.T) {
	row := func(label string, counts ...int) Row {
		r := Row{Labels: []string{label}}
		for _, n := range counts {
			c := Cell{Count: Num(n)}
			if n < 0 {
				c = Cell{Status: Suppressed}
			}
			r.Cells = append(r.Cells, c)
		}
		return r
	}
	figs := &Figures{Years: []int{2020, 2021}, Tables: []Table{{Figure: Figure{Ranked: true}, Rows: []Row{
		row("a", 10, 7), row("b", 3, 9), row("c", -1, 7), row("d", 8, -1), row("e", 5, 0),
		row(rules.UnknownLabel, 99, 99), row("f", 1, 6),
	}}}}
	addRanks(figs)
	var order []string
	ranks := map[string][2]Int{}
	for _, r := range figs.Tables[0].Rows {
		order = append(order, r.Labels[0])
		ranks[r.Labels[0]] = [2]Int{r.Cells[1].Rank, r.Cells[1].RankPrev}
	}
	if want := []string{"b", "a", "c", "f", "d", "e", rules.UnknownLabel}; !slices.Equal(order, want) {
		t.Errorf("order is %v, want %v", order, want)
	}
	for label, want := range map[string][2]Int{"a": {Num(2), Num(1)}, "b": {Num(1), Num(4)}, "c": {Num(2), {}},
		"f": {Num(4), Num(5)}, "d": {{}, Num(2)}, "e": {{}, Num(3)}, rules.UnknownLabel: {}} {
		if ranks[label] != want {
			t.Errorf("ranks of %s are %v, want %v", label, ranks[label], want)
		}
	}
}

func TestChange(t *testing.T) {
	share := func(count, base int) Cell {
		return Cell{Count: Num(count), Base: Num(base), Share: shareOf(count, base)}
	}
	down := changeOf(share(471, 1047), share(655, 1191))
	if down.Direction != Down || down.Difference != -184 || down.WithinMargin || down.Points > -0.1 ||
		down.Points < -0.1002 {
		t.Errorf("Geweld fell from 55%% to 45%%, but %+v", down)
	}
	small := changeOf(share(11, 20), share(10, 20))
	if !small.WithinMargin || small.Direction != Up {
		t.Errorf("11 of 20 after 10 of 20 is %+v", small)
	}
	double := changeOf(share(2, 10), share(1, 10))
	if double.RatioNum != 2*double.RatioDen {
		t.Errorf("2 of 10 after 1 of 10 has ratio %d/%d", double.RatioNum, double.RatioDen)
	}
	for _, c := range []Change{changeOf(Cell{Status: Suppressed}, share(1, 2)),
		changeOf(share(1, 2), Cell{Status: NotAvailable})} {
		if c.Known {
			t.Errorf("a hidden cell has a change: %+v", c)
		}
	}
}

func TestHasBreakdown(t *testing.T) {
	for breakdowns, want := range map[uint32]bool{0: false, 1: true} {
		data, _ := twoYears(t, Presence{Columns: everything.Columns, Breakdowns: breakdowns})
		if got := data.HasBreakdown(0); got != want {
			t.Errorf("with breakdown columns %b HasBreakdown is %v, want %v", breakdowns, got, want)
		}
	}
}
