package stats

import (
	"math/rand/v2"
	"testing"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// benchCases draws cases over three years with the spread of a real export.
func benchCases(n int) []Case {
	r := rand.New(rand.NewPCG(1, 2))
	cases := make([]Case, n)
	for i := range cases {
		received := day.Day(43468 + r.IntN(1095)) // from 4 January 2019
		c := Case{Received: received, Assigned: day.NoDay, Contacted: day.NoDay, Closed: day.NoDay}
		if r.IntN(5) == 0 {
			c.Reason = rules.Code(2 + r.IntN(5))
		} else {
			c.Assigned = received + day.Day(r.IntN(30))
			c.Referrer, c.Initiator, c.Offence = rules.Code(2+r.IntN(14)), rules.Code(2+r.IntN(7)),
				rules.Code(2+r.IntN(30))
			c.Mediator = rules.Code(1 + r.IntN(25))
			if r.IntN(3) == 0 {
				c.Contacted, c.Form = c.Assigned+day.Day(r.IntN(200)), rules.Code(2+r.IntN(5))
			}
			if r.IntN(10) > 0 {
				c.Closed = c.Assigned + day.Day(r.IntN(300))
			}
		}
		c.Settle(day.NoDay, Presence{Columns: 1<<rules.ColumnCount - 1})
		cases[i] = c
	}
	return cases
}

func BenchmarkCubeAdd(b *testing.B) {
	cases := benchCases(100_000)
	has := Presence{Columns: 1<<rules.ColumnCount - 1}
	cube := NewCube(0)
	for b.Loop() {
		for i := range cases {
			cube.Add(&cases[i], has)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(cases)), "ns/case")
}

func BenchmarkCompute(b *testing.B) {
	cases := benchCases(1_000_000)
	cube := NewCube(0)
	for i := range cases {
		cube.Add(&cases[i], Presence{Columns: 1<<rules.ColumnCount - 1})
	}
	ruleset, err := rules.Parse(nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Compute(&Dataset{Cube: cube}, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := rules.Parse(nil); err != nil {
			b.Fatal(err)
		}
	}
}
