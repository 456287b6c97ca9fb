package inference

import (
	"math"
	"testing"
)

// Expected, in R: chisq.test(rbind(...), correct = FALSE), with the rows that the
// comment gives, which are those of the test after pooling by hand.
func TestHomogeneityAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		name string
		rows [][]int
		chi2 float64
		df   int
		p    float64
	}{
		{"two distributions", [][]int{{235, 262}, {471, 655}, {230, 167}, {111, 107}},
			32.474200997046452, 3, 4.1574823694167073e-07},
		{"party by gender (Agresti, An Introduction to Categorical Data Analysis, 2007, table 2.5)",
			[][]int{{762, 484}, {327, 239}, {468, 477}},
			30.070149095754672, 2, 2.9535891832117569e-07},
		{"three distributions", [][]int{{20, 25, 10}, {30, 20, 30}, {40, 15, 50}},
			22.395382395382395, 4, 0.00016717915937778904},
		{"weak rows together are strong: (60,50) (30,42) (7,7)", [][]int{{60, 50}, {4, 3}, {30, 42}, {1, 3}, {2, 1}},
			2.888983556275027, 2, 0.2358659183164866},
		{"a weak row joins the smallest: (60,50) (31,45)", [][]int{{60, 50}, {1, 3}, {30, 42}},
			3.403590868964828, 1, 0.06505465534499079},
		{"of equally small rows the first: (42,41) (35,45)", [][]int{{2, 1}, {40, 40}, {35, 45}},
			0.7674553923941019, 1, 0.3810053999768351},
		{"of three, the smallest: (100,110,120) (90,80,70) (9,6,10)",
			[][]int{{100, 110, 120}, {90, 80, 70}, {6, 4, 9}, {3, 2, 1}},
			5.293877531597379, 4, 0.2584506158698278},
		{"empty rows do not count: (42,41) (35,45)", [][]int{{42, 41}, {0, 0}, {35, 45}},
			0.7674553923941019, 1, 0.3810053999768351},
	} {
		got := Homogeneity(test.rows)
		if !got.Known || !sameAsR(got.Statistic, test.chi2) || got.DF != test.df ||
			math.Abs(got.P-test.p) > 1e-11*test.p {
			t.Errorf("%s: %+v, want %.16g on %d, p %.16g", test.name, got, test.chi2, test.df, test.p)
		}
	}
}

func TestEqualSharesAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		name   string
		groups []Proportion
		chi2   float64
		df     int
		p      float64
	}{
		{"(360,640) (315,685) (120,280) (12,18)", []Proportion{{360, 1000}, {315, 1000}, {}, {120, 400}, {12, 30}},
			7.309419428430068, 3, 0.06266288312491711},
		{"small groups together: (360,640) (315,685) (14,15)",
			[]Proportion{{5, 12}, {360, 1000}, {4, 8}, {315, 1000}, {5, 9}},
			7.204254038538102, 2, 0.02726566612848761},
	} {
		got := EqualShares(test.groups)
		if !got.Known || !sameAsR(got.Statistic, test.chi2) || got.DF != test.df ||
			math.Abs(got.P-test.p) > 1e-11*test.p {
			t.Errorf("%s: %+v, want %.16g on %d, p %.16g", test.name, got, test.chi2, test.df, test.p)
		}
	}
}

// The chi-square of a two by two table is the square of the pooled z.
func TestTwoGroupsAreTwoShares(t *testing.T) {
	a, b := Proportion{471, 1047}, Proportion{655, 1191}
	z, chi2 := TwoShares(a, b), EqualShares([]Proportion{a, b})
	if chi2.DF != 1 || math.Abs(z.Statistic*z.Statistic-chi2.Statistic) > 1e-12 || math.Abs(z.P-chi2.P) > 1e-14 {
		t.Errorf("z: %+v, chi-square: %+v", z, chi2)
	}
}

func TestNoHomogeneityWithoutRowsThatCouldDiffer(t *testing.T) {
	for name, rows := range map[string][][]int{
		"nothing":               nil,
		"one row":               {{30, 40}},
		"one distribution":      {{30}, {40}},
		"no rows left":          {{2, 1}, {1, 2}, {1, 1}},
		"one row left":          {{50, 60}, {1, 2}, {1, 1}},
		"all weak, one pooled":  {{4, 5}, {5, 4}, {4, 4}},
		"an empty distribution": {{30, 0}, {40, 0}},
		"rows of two lengths":   {{30, 40}, {40}},
		"below zero":            {{30, 40}, {40, -1}},
		"all zero":              {{0, 0}, {0, 0}},
	} {
		if got := Homogeneity(rows); got != (Test{}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for name, groups := range map[string][]Proportion{
		"none counts":      {{0, 100}, {0, 80}},
		"all count":        {{100, 100}, {80, 80}},
		"more than a base": {{20, 10}, {30, 80}},
	} {
		if got := EqualShares(groups); got != (Test{}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestHomogeneityLeavesItsInputAlone(t *testing.T) {
	rows := [][]int{{60, 50}, {1, 3}, {30, 42}}
	Homogeneity(rows)
	if rows[0][0] != 60 || rows[1][1] != 3 || rows[2][0] != 30 || rows[2][1] != 42 {
		t.Errorf("rows are now %v", rows)
	}
}
