package inference

import (
	"math"
	"testing"
)

// Expected, in R: t <- prop.trend.test(counts, bases), the root of t$statistic with
// the sign of the trend, and t$p.value. The last one has score = c(0, 2). The
// second set is the smokers among patients of ?prop.trend.test (Fleiss, 1981).
func TestTrendAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		groups []Proportion
		z, p   float64
	}{
		{[]Proportion{{13, 53}, {10, 42}, {10, 40}, {8, 32}}, 0.077657960383810815, 0.93810013582193696},
		{[]Proportion{{83, 86}, {90, 93}, {129, 136}, {70, 82}}, -2.8679125309530815, 0.004131897477641487},
		{[]Proportion{{26, 100}, {30, 100}, {34, 100}}, 1.2344267996967369, 0.21704390775694149},
		{[]Proportion{{286, 1100}, {357, 1191}, {356, 1047}}, 4.0472314769918674, 5.182698329808752e-05},
		{[]Proportion{{3, 10}, {9, 10}}, 2.738612787525831, 0.0061698993205441532},
		{[]Proportion{{5, 20}, {}, {12, 25}}, 1.5813049073736645, 0.11380833809565412},
	} {
		got := Trend(test.groups)
		if !got.Known || math.Abs(got.Statistic-test.z) > 1e-11 || math.Abs(got.P-test.p) > 1e-11*test.p {
			t.Errorf("Trend(%v) = %+v, want z %.16g, p %.16g", test.groups, got, test.z, test.p)
		}
	}
}

func TestNoTrendWithoutGroupsThatCouldDiffer(t *testing.T) {
	for _, groups := range [][]Proportion{
		nil,
		{{3, 10}},
		{{}, {3, 10}},
		{{0, 10}, {0, 12}, {0, 9}},
		{{10, 10}, {12, 12}},
		{{3, 10}, {11, 10}},
		{{3, 10}, {1, 0}},
		{{-3, 10}, {4, 10}},
	} {
		if got := Trend(groups); got != (Test{}) {
			t.Errorf("Trend(%v) = %+v", groups, got)
		}
	}
}
