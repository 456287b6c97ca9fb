package inference

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The expected intervals are those of Newcombe, Statistics in Medicine 17
// (1998): table I, page 861, method 3, and table II, page 877, method 10.
func TestWilsonGivesThePublishedIntervals(t *testing.T) {
	for _, test := range []struct {
		count, base int
		low, high   float64
	}{{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}} {
		got, ok := Wilson(Proportion{test.count, test.base})
		if !ok || !near(got.Low, test.low) || !near(got.High, test.high) {
			t.Errorf("Wilson(%d, %d) = %.4f, want %.4f..%.4f", test.count, test.base, got, test.low, test.high)
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
		got, ok := Newcombe(Proportion{test.a, test.m}, Proportion{test.b, test.n})
		if !ok || !near(got.Low, test.low) || !near(got.High, test.high) {
			t.Errorf("Newcombe of %d/%d - %d/%d = %.4f, want %.4f..%.4f",
				test.a, test.m, test.b, test.n, got, test.low, test.high)
		}
	}
}

func near(got, published float64) bool { return math.Abs(got-published) < 0.00005 }

// sameAsR reports whether a number is the one that R gives, but for rounding.
func sameAsR(got, r float64) bool {
	return math.Abs(got-r) <= 1e-12*max(math.Abs(got), math.Abs(r))
}

// differsFromR tells where a value of several numbers is not the one that R gives.
func differsFromR[T any](want, got T) string { return cmp.Diff(want, got, cmp.Comparer(sameAsR)) }

// Expected, in R: prop.test(count, base, correct = FALSE)$conf.int
func TestWilsonAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		share     Proportion
		low, high float64
	}{
		{Proportion{356, 1047}, 0.3119563878683288, 0.3692514697128201},
		{Proportion{235, 1047}, 0.2002122180085574, 0.2507040023625558},
		{Proportion{12, 24}, 0.3142742581957336, 0.6857257418042665},
		{Proportion{1, 3}, 0.06149194472039629, 0.7923403991979523},
	} {
		got, ok := Wilson(test.share)
		if !ok || !sameAsR(got.Low, test.low) || !sameAsR(got.High, test.high) {
			t.Errorf("Wilson(%v) = %.16g..%.16g, want %.16g..%.16g", test.share, got.Low, got.High, test.low, test.high)
		}
	}
}

// Expected, in R: t <- prop.test(c(a, b), c(m, n), correct = FALSE), the root of
// t$statistic with the sign of the difference, and t$p.value
func TestTwoSharesAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		a, b Proportion
		z, p float64
	}{
		{Proportion{56, 70}, Proportion{48, 80}, 2.6501719512585331, 0.0080450813681965643},
		{Proportion{15, 28}, Proportion{9, 30}, 1.8213544226133225, 0.068552998623415642},
		{Proportion{471, 1047}, Proportion{655, 1191}, -4.7258216343159134, 2.2918675782590705e-06},
		{Proportion{0, 20}, Proportion{5, 20}, -2.3904572186687871, 0.016827409482756819},
		{Proportion{356, 1047}, Proportion{400, 1191}, 0.20796246778494701, 0.83525827299917665},
	} {
		got := TwoShares(test.a, test.b)
		if !got.Known || !sameAsR(got.P, test.p) || math.Abs(got.Statistic-test.z) > 1e-12 {
			t.Errorf("TwoShares(%v, %v) = %+v, want z %.16g, p %.16g", test.a, test.b, got, test.z, test.p)
		}
	}
}

func TestWhatIsNoProportionHasNoInterval(t *testing.T) {
	half := Proportion{5, 10}
	for _, p := range []Proportion{{}, {1, 0}, {-1, 4}, {5, 4}, {0, -1}} {
		if got, ok := Wilson(p); ok || got != (Interval{}) {
			t.Errorf("Wilson(%v) = %v", p, got)
		}
		if got, ok := Newcombe(p, half); ok || got != (Interval{}) {
			t.Errorf("Newcombe(%v, %v) = %v", p, half, got)
		}
		if got, ok := Newcombe(half, p); ok || got != (Interval{}) {
			t.Errorf("Newcombe(%v, %v) = %v", half, p, got)
		}
		if got := TwoShares(half, p); got != (Test{}) {
			t.Errorf("TwoShares(%v, %v) = %v", half, p, got)
		}
	}
}

func TestSharesOfNoneOrAllCannotDiffer(t *testing.T) {
	for _, count := range []int{0, 1} {
		if got := TwoShares(Proportion{10 * count, 10}, Proportion{30 * count, 30}); got != (Test{}) {
			t.Errorf("%d of each: %+v", count, got)
		}
	}
}
