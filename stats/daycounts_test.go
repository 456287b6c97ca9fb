package stats

import (
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
)

// The expected values are those of R's quantile(x, type = 7).
func TestQuantilesAreThoseOfR(t *testing.T) {
	for _, test := range []struct {
		days    []day.Day
		percent int
		want    float64
	}{
		{[]day.Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 25, 3.25},
		{[]day.Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 50, 5.5},
		{[]day.Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 75, 7.75},
		{[]day.Day{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90, 9.1},
		{[]day.Day{7}, 90, 7},
		{[]day.Day{0, 100}, 25, 25},
		{[]day.Day{5, 5, 5, 40}, 75, 13.75},
	} {
		var counts dayCounts
		for _, date := range test.days {
			counts.add(date, 1)
		}
		if got := counts.quantile(test.percent, len(test.days)); got != test.want {
			t.Errorf("quantile %d of %v = %v, want %v", test.percent, test.days, got, test.want)
		}
	}
}

func TestDayCountsAddAndRemove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SliceOf(rapid.Int32Range(1, 800)).Draw(t, "days")
		var left dayCounts
		for _, date := range days {
			left.add(day.Day(date), 1)
		}
		limit := rapid.Int32Range(-100, 900).Draw(t, "limit")
		until, last := 0, day.NoDay
		for _, date := range days {
			last = max(last, day.Day(date))
			if date <= limit {
				until++
			}
		}
		if left.total() != len(days) || left.until(day.Day(limit)) != until || left.last() != last {
			t.Fatalf("total %d, until %d, last %d; want %d, %d, %d", left.total(), left.until(day.Day(limit)),
				left.last(), len(days), until, last)
		}
		for _, date := range days {
			left.add(day.Day(date), -1)
		}
		if left.total() != 0 || left.last() != day.NoDay {
			t.Fatalf("%d cases are left after each was removed", left.total())
		}
	})
}
