package stats

import (
	"testing"

	"herstel/stats/day"
	"herstel/stats/inference"
)

// Of n cases the first closed are closed after 1, 2, 3 ... days; the others run.
func TestLeadTimeOfACohortNeedsCasesAndClosings(t *testing.T) {
	at, _ := day.Of(2022, 3, 1)
	days := func(n int) WaitQuantile { return WaitQuantile{Day: inference.Days{N: n, Known: true}} }
	for _, test := range []struct {
		n, closed        int
		available        bool
		median, p75, p90 WaitQuantile
	}{
		{n: 19, closed: 19},
		{n: 20, closed: 20, available: true, median: days(10), p75: days(15)},
		{n: 20, closed: 10, available: true, median: days(10)},
		{n: 20, closed: 9},
		{n: 49, closed: 49, available: true, median: days(25), p75: days(37)},
		{n: 50, closed: 50, available: true, median: days(25), p75: days(38), p90: days(45)},
		{n: 50, closed: 44, available: true, median: days(25), p75: days(38)},
	} {
		var cases []wait
		for i := range test.n {
			w := wait{-1, -1}
			if i < test.closed {
				w.closed = i + 1
			}
			cases = append(cases, w)
		}
		for _, threshold := range []int{0, 5} {
			table, _ := figuresOfWaits(t, cases, at, false, threshold).Table("doorlooptijd_cohort")
			cell := table.Rows[0].Cells[0]
			if (cell.Status == OK) != test.available || cell.Count.Known != test.available ||
				(cell.Reason == "") != test.available {
				t.Errorf("%d of %d closed: %+v", test.closed, test.n, cell)
			}
			got := [3]inference.Days{cell.Waits.Median.Day, cell.Waits.P75.Day, cell.Waits.P90.Day}
			if got != [3]inference.Days{test.median.Day, test.p75.Day, test.p90.Day} {
				t.Errorf("%d of %d closed: %v", test.closed, test.n, got)
			}
		}
	}
}
