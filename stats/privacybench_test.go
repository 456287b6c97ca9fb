package stats

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// wideExport draws a year of cases over every delict of the rules (40 with
// Onbekend), with a number of uitsplitsingen of a number of values each. Values
// are skewed, so that most are rare.
func wideExport(tb testing.TB, cases, breakdowns, values int) (*Dataset, *rules.Rules) {
	return skewedExport(tb, cases, breakdowns, values, 3)
}

// skewedExport is wideExport with a skew: 1 for values that are equally common.
func skewedExport(tb testing.TB, cases, breakdowns, values, skew int) (*Dataset, *rules.Rules) {
	tb.Helper()
	return seededExport(tb, 3, cases, breakdowns, values, skew)
}

// seededExport is skewedExport with a seed: more cases of one seed are the same
// cases and others.
func seededExport(tb testing.TB, seed uint64, cases, breakdowns, values, skew int) (*Dataset, *rules.Rules) {
	tb.Helper()
	return correctedExport(tb, seed, cases, breakdowns, values, skew, "Overig", nil)
}

// correctedExport is seededExport with some offences in another group, and its
// cases corrected by their number.
func correctedExport(tb testing.TB, seed uint64, cases, breakdowns, values, skew int, group string,
	correct func(n int, c *Case)) (*Dataset, *rules.Rules) {
	tb.Helper()
	var yaml strings.Builder
	yaml.WriteString("waarden: {delict: {")
	for i := range 10 {
		of := "Overig"
		if i%5 == 2 {
			of = group
		}
		fmt.Fprintf(&yaml, "Extra delict %d: {groep: %s}, ", i, of)
	}
	yaml.WriteString("}}\nuitsplitsingen:\n")
	for i := range breakdowns {
		fmt.Fprintf(&yaml, "  - {kolom: Kolom %d, naam: kolom%d, titel: Kolom %d}\n", i, i, i)
	}
	ruleset, err := rules.Parse(strings.NewReader(yaml.String()))
	if err != nil {
		tb.Fatal(err)
	}
	r := rand.New(rand.NewPCG(seed, 4))
	skewed := func(n int) int {
		x := float64(n)
		for range skew {
			x *= r.Float64()
		}
		return min(n-1, int(x))
	}
	cube := NewCube(breakdowns)
	has := Presence{Columns: 1<<rules.ColumnCount - 1, Breakdowns: 1<<breakdowns - 1}
	for n := range cases {
		received := day.Day(44196 + r.IntN(365)) // in 2021
		c := Case{Received: received, Assigned: received + day.Day(r.IntN(20)), Contacted: day.NoDay,
			Closed: received + 300}
		c.Referrer, c.Initiator = rules.Code(2+skewed(14)), rules.Code(2+skewed(7))
		c.Offence = rules.Code(2 + skewed(ruleset.Vocabulary(rules.ColOffence).Len()-2))
		if r.IntN(3) == 0 {
			c.Contacted, c.Form = c.Assigned+day.Day(r.IntN(90)), rules.Code(2+skewed(5))
		}
		for i := range breakdowns {
			c.Breakdown[i] = cube.Breakdown(i, fmt.Sprintf("waarde %d", skewed(values)))
		}
		if correct != nil {
			correct(n, &c)
		}
		c.Settle(day.NoDay, has)
		cube.Add(&c, has)
	}
	return &Dataset{Cube: cube}, ruleset
}

// BenchmarkPrivacy measures hiding and proving alone, on figures that are made
// anew each time.
func BenchmarkPrivacy(b *testing.B) {
	for _, size := range []struct{ cases, breakdowns, values int }{{1400, 0, 0}, {1400, 3, 12}, {1400, 12, 15},
		{20000, 12, 15}, {5000, 1, 5000}, {100000, 1, 40000}} {
		b.Run(fmt.Sprintf("%dcases/%dx%d", size.cases, size.breakdowns, size.values), func(b *testing.B) {
			data, ruleset := wideExport(b, size.cases, size.breakdowns, size.values)
			c, err := newComputation(data, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
			if err != nil {
				b.Fatal(err)
			}
			hidden := 0
			for b.Loop() {
				b.StopTimer()
				figs := c.figures()
				b.StartTimer()
				audit, err := protect(b.Context(), figs, ruleset, &memory{dates: c.dates})
				if err != nil {
					b.Fatal(err)
				}
				hidden = len(audit.years[0].cellsInOrder())
			}
			b.ReportMetric(float64(hidden), "hidden")
		})
	}
}
