package stats

import (
	"testing"

	"pgregory.net/rapid"
)

// The expected values are those of R's quantile(x, type = 7).
func TestQuantilesAreThoseOfR(t *testing.T) {
	for _, test := range []struct {
		days    []Day
		percent int
		want    float64
	}{
		{[]Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 25, 3.25},
		{[]Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 50, 5.5},
		{[]Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 75, 7.75},
		{[]Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90, 9.1},
		{[]Day{7}, 90, 7},
		{[]Day{0, 100}, 25, 25},
		{[]Day{5, 5, 5, 40}, 75, 13.75},
	} {
		var counts dayCounts
		for _, day := range test.days {
			counts.add(day, 1)
		}
		if got := counts.quantile(test.percent, len(test.days)); got != test.want {
			t.Errorf("quantile %d of %v = %v, want %v", test.percent, test.days, got, test.want)
		}
	}
}

func TestDayCountsAddMergeAndRemove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SliceOf(rapid.Int32Range(-400, 400)).Draw(t, "days")
		split := rapid.IntRange(0, len(days)).Draw(t, "split")
		var left, right dayCounts
		for i, day := range days {
			if i < split {
				left.add(Day(day), 1)
			} else {
				right.add(Day(day), 1)
			}
		}
		left.merge(&right)
		limit := rapid.Int32Range(-500, 500).Draw(t, "limit")
		until, last := 0, NoDay
		for _, day := range days {
			last = max(last, Day(day))
			if day <= limit {
				until++
			}
		}
		if left.total() != len(days) || left.until(Day(limit)) != until || left.last() != last {
			t.Fatalf("total %d, until %d, last %d; want %d, %d, %d", left.total(), left.until(Day(limit)), left.last(), len(days), until, last)
		}
		for _, day := range days {
			left.add(Day(day), -1)
		}
		if left.total() != 0 || left.last() != NoDay {
			t.Fatalf("%d cases are left after each was removed", left.total())
		}
	})
}
