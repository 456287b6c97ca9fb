package stats_test

import (
	"math/rand/v2"
	"testing"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// What is clear in the demo, judged by hand from the printed counts: Geweld 655
// of 1191 and 471 of 1047 (z = -4.7), Zeden 115 and 235 (z = 8.3), but contact
// 357 and 356 (z = 2.03), which one of twenty figures may show by chance.
func TestClearChangesOfTheDemo(t *testing.T) {
	figs := statstest.Demo(t)
	for _, test := range []struct {
		figure, label string
		clear         bool
	}{
		{"aanleiding", "Geweld", true}, {"aanleiding", "Zeden", true}, {"aanleiding", "Verkeer", false},
		{"aanmeldgroep", "zelf", true}, {"aanmelder", "Raad voor de Kinderbescherming", true},
		{"aanmelder", "Politie", false},
		{"contact", "", false}, {"kerncijfers", "Instagram-volgers", true},
	} {
		table, _ := figs.Table(test.figure)
		found := false
		for _, row := range table.Rows {
			if len(row.Labels) == 0 || row.Labels[0] == test.label {
				found = true
				if got := row.Cells[2].Change.Clear; got != test.clear {
					t.Errorf("%s %s: clear is %v", test.figure, test.label, got)
				}
			}
		}
		if !found {
			t.Errorf("%s has no row %s", test.figure, test.label)
		}
	}
}

// Reports on two years that differ by chance alone: at most one in twenty may
// call any change clear. The bound is the 99.9% point of 1000 draws at 5%.
func TestChanceIsSeldomCalledClear(t *testing.T) {
	if testing.Short() {
		t.Skip("makes 1000 reports")
	}
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	ruleset.Privacy.Threshold = 0
	rnd := rand.New(rand.NewPCG(11, 2021))
	const reports, most = 1000, 72
	wrong := 0
	for range reports {
		cube := stats.NewCube(0)
		for _, year := range []int{2020, 2021} {
			first, _ := day.Of(year, 1, 1)
			for range 600 + rnd.IntN(49) {
				addByChance(rnd, cube, first)
			}
		}
		reference, _ := day.Of(2022, 3, 1)
		figs, err := stats.Compute(&stats.Dataset{Cube: cube}, ruleset,
			stats.Options{Year: 2021, ReferenceDate: reference})
		if err != nil {
			t.Fatal(err)
		}
		if anyClear(figs) {
			wrong++
		}
	}
	t.Logf("%d of %d reports call a change clear", wrong, reports)
	if wrong > most {
		t.Errorf("%d of %d reports call a change clear, want at most %d", wrong, reports, most)
	}
}

func addByChance(rnd *rand.Rand, cube *stats.Cube, first day.Day) {
	c := stats.Case{Received: first + day.Day(rnd.IntN(365)), Assigned: day.NoDay, Contacted: day.NoDay,
		Closed: day.NoDay}
	if rnd.IntN(5) == 0 {
		c.Reason = rules.Code(2 + rnd.IntN(4))
	} else {
		c.Assigned = c.Received + day.Day(rnd.IntN(20))
		c.Referrer, c.Initiator, c.Offence = rules.Code(2+rnd.IntN(10)), rules.Code(2+rnd.IntN(5)),
			rules.Code(2+rnd.IntN(20))
		c.Willing = stats.Answer(1 + rnd.IntN(2))
		if rnd.IntN(3) == 0 {
			c.Contacted, c.Form = c.Assigned+day.Day(rnd.IntN(200)), rules.Code(2+rnd.IntN(5))
		}
		c.Closed = c.Assigned + day.Day(rnd.IntN(300))
	}
	cube.Add(&c, stats.Presence{Columns: 1<<rules.ColumnCount - 1})
}

// anyClear looks at the cohort's figures: the events of the first year of such
// an export are fewer by their nature.
func anyClear(figs *stats.Figures) bool {
	for _, table := range figs.Tables {
		if table.Figure.Span == stats.ByEvent {
			continue
		}
		for _, row := range table.Rows {
			if row.Cells[len(row.Cells)-1].Change.Clear {
				return true
			}
		}
	}
	return false
}

// The first year of an export has nothing to differ from.
func TestTheFirstYearHasNoClearChange(t *testing.T) {
	data, ruleset := statstest.ReadDemo(t, demo.Config())
	figs, err := stats.Compute(data, ruleset,
		stats.Options{Year: 2019, ReferenceDate: ruleset.ReferenceDate.YearsEarlier(2)})
	if err != nil {
		t.Fatal(err)
	}
	if anyClear(figs) {
		t.Error("a year without a year before it has a clear change")
	}
}
