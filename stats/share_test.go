package stats

import (
	"math"
	"testing"
)

// The expected intervals are those of Newcombe, Statistics in Medicine 17
// (1998): table I, page 861, method 3, and table II, page 877, method 10.
func TestWilsonGivesThePublishedIntervals(t *testing.T) {
	for _, test := range []struct {
		count, base int
		low, high   float64
	}{{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}} {
		got := wilson(test.count, test.base)
		if !near(got.Low, test.low) || !near(got.High, test.high) {
			t.Errorf("wilson(%d, %d) = %.4f..%.4f, want %.4f..%.4f", test.count, test.base, got.Low, got.High, test.low, test.high)
		}
	}
}

func TestNewcombeGivesThePublishedIntervals(t *testing.T) {
	for _, test := range []struct {
		a, m, b, n int
		low, high  float64
	}{
		{56, 70, 48, 80, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.1705, 0.8090},
		{6, 7, 2, 7, 0.0582, 0.8062},
		{5, 56, 0, 29, -0.0381, 0.1926},
		{0, 10, 0, 20, -0.1611, 0.2775},
		{0, 10, 0, 10, -0.2775, 0.2775},
		{10, 10, 0, 20, 0.6791, 1},
		{10, 10, 0, 10, 0.6075, 1},
	} {
		got := newcombe(shareOf(test.a, test.m), shareOf(test.b, test.n))
		if !near(got.Low, test.low) || !near(got.High, test.high) {
			t.Errorf("newcombe(%d/%d, %d/%d) = %.4f..%.4f, want %.4f..%.4f", test.a, test.m, test.b, test.n, got.Low, got.High, test.low, test.high)
		}
	}
}

func near(got, published float64) bool { return math.Abs(got-published) < 0.00005 }

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
