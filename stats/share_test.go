package stats

import "testing"

func TestIntervalsHoldTheirShareAndStayInBounds(t *testing.T) {
	for base := 1; base <= 40; base++ {
		for count := 0; count <= base; count++ {
			s := shareOf(count, base)
			if s.Interval.Low < 0 || s.Interval.High > 1 || s.Interval.Low > s.Value() || s.Interval.High < s.Value() {
				t.Fatalf("interval of %d/%d is %v", count, base, s.Interval)
			}
		}
	}
	if shareOf(0, 0).Known {
		t.Error("a share of nothing is known")
	}
}
