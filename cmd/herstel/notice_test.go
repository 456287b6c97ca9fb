package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"herstel/stats"
	"herstel/stats/day"
)

func TestFutureReference(t *testing.T) {
	now := time.Date(2022, 3, 1, 23, 59, 0, 0, time.UTC)
	for date, want := range map[string]bool{"2022-02-28": false, "2022-03-01": false, "2022-03-02": true,
		"2099-12-31": true} {
		reference, _ := day.Parse(date)
		if got := futureReference(now, reference); (len(got) > 0) != want {
			t.Errorf("%s: %v", date, got)
		}
	}
}

// TestManyLeftOut: from a fifth of the cases on; rows that are no case are no
// part of it; the hint comes when most of what is left out is so for a date.
func TestManyLeftOut(t *testing.T) {
	for _, c := range []struct {
		counted, leftOut, dates int
		said, swapped           bool
	}{
		{80, 20, 0, true, false}, {81, 19, 19, false, false}, {80, 20, 10, true, false}, {80, 20, 11, true, true},
		{0, 1, 1, true, true}, {0, 0, 0, false, false},
	} {
		data := &stats.Dataset{Sources: []stats.Source{
			{Name: "a.csv", Counted: 100},
			{Name: "b.csv", Counted: c.counted, LeftOut: c.leftOut, NotCase: 1000},
		}, Findings: []stats.Finding{
			{Rule: stats.RuleReceived, Source: 0, Count: 50},
			{Rule: stats.RuleAssigned, Source: 1, Count: c.dates},
		}}
		got := strings.Join(manyLeftOut(data), "\n")
		if (got != "") != c.said || strings.Contains(got, "dag en maand") != c.swapped ||
			strings.Contains(got, "a.csv") {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestLikePeople(t *testing.T) {
	for _, c := range []struct {
		hidden, shown, zero int
		want                bool
	}{
		{6, 5, 0, true}, {5, 5, 0, false}, {5, 6, 0, false}, {6, 5, 10, true}, {11, 0, 0, true}, {10, 0, 0, false},
		{0, 0, 30, false},
	} {
		table := stats.Table{Figure: stats.Figure{ID: "uitsplitsing:school"}}
		add := func(n int, cell stats.Cell) {
			for i := range n {
				table.Rows = append(table.Rows,
					stats.Row{Labels: []string{fmt.Sprint(i)}, Cells: []stats.Cell{{}, cell}})
			}
		}
		add(c.hidden, stats.Cell{Status: stats.Suppressed})
		add(c.shown, stats.Cell{Count: stats.Num(9)})
		add(c.zero, stats.Cell{Count: stats.Num(0)})
		table.Rows = append(table.Rows,
			stats.Row{Labels: []string{"Onbekend"}, Cells: []stats.Cell{{}, {Status: stats.Suppressed}}})
		if got := likePeople(&table, nil, nil); (got != "") != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
