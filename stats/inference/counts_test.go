package inference

import (
	"math"
	"testing"
)

// Expected, in R: binom.test(a, a + b)$p.value
func TestTwoCountsAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		a, b int
		want float64
	}{
		{0, 1, 1},
		{0, 5, 0.0625},
		{0, 6, 0.03125},
		{1, 9, 0.021484375},
		{5, 6, 1},
		{7, 7, 1},
		{10, 24, 0.02430651010945447},
		{84, 34, 4.7244705700173633e-06},
		{42, 25, 0.04980011429472881},
		{1191, 1047, 0.0024970934547114284},
		{5200, 5000, 0.048787963126822431},
		{3, 2000, 0},
	} {
		// The logarithms of factorials lose some digits where the sum is large.
		tolerance := 1e-14 * float64(test.a+test.b+10)
		for _, got := range []Test{TwoCounts(test.a, test.b), TwoCounts(test.b, test.a)} {
			if !got.Known || math.Abs(got.P-test.want) > tolerance*test.want+1e-300 {
				t.Errorf("TwoCounts(%d, %d) = %.17g, want %.17g", test.a, test.b, got.P, test.want)
			}
		}
	}
}

func TestTwoCountsNearsTheNormalTestForLargeSums(t *testing.T) {
	const a, b = 4_995_000, 5_005_000
	z := (float64(b-a) - 1) / math.Sqrt(a+b) // corrected for continuity
	if got := TwoCounts(a, b); math.Abs(got.P-normalTails(z)) > 1e-6 {
		t.Errorf("TwoCounts(%d, %d) = %v, want about %v", a, b, got.P, normalTails(z))
	}
}

func TestNoCountsNoTest(t *testing.T) {
	for _, counts := range [][2]int{{0, 0}, {-1, 3}, {3, -1}} {
		if got := TwoCounts(counts[0], counts[1]); got != (Test{}) {
			t.Errorf("TwoCounts(%v) = %+v", counts, got)
		}
	}
}
