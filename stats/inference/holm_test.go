package inference

import (
	"slices"
	"testing"
)

func family(ps ...float64) []Test {
	tests := make([]Test, len(ps))
	for i, p := range ps {
		tests[i] = Test{P: p, Known: true}
	}
	return tests
}

// Expected, in R: p.adjust(p, "holm")
func TestHolmAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		p, adjusted []float64
		rejected    []bool // at 5%
	}{
		{[]float64{.01, .04, .03, .005}, []float64{.03, .06, .06, .02}, []bool{true, false, false, true}},
		{[]float64{.02, .02, .02}, []float64{.06, .06, .06}, []bool{false, false, false}},
		{[]float64{.5, .9, .001, .04, .04}, []float64{1, 1, .005, .16, .16}, []bool{false, false, true, false, false}},
		{[]float64{.05}, []float64{.05}, []bool{true}},
		{[]float64{.2, .3, .9, .01, .0125}, []float64{.6, .6, .9, .05, .05}, []bool{false, false, false, true, true}},
		{nil, nil, nil},
	} {
		for i, got := range Holm(family(test.p...), 0.05) {
			if !got.Known || !sameAsR(got.P, test.adjusted[i]) || got.Rejected != test.rejected[i] {
				t.Errorf("Holm(%v)[%d] = %+v, want %v, %v", test.p, i, got, test.adjusted[i], test.rejected[i])
			}
		}
	}
}

func TestHolmLeavesOutAbsentTests(t *testing.T) {
	tests := family(.04, .01, .03)
	tests = slices.Insert(tests, 1, Test{})
	got := Holm(tests, 0.05)
	want := Holm(family(.04, .01, .03), 0.05)
	want = slices.Insert(want, 1, Adjusted{})
	if !slices.Equal(got, want) {
		t.Errorf("with an absent test: %+v, without: %+v", got, want)
	}
}

func TestHolmDoesNotDependOnTheOrder(t *testing.T) {
	ps := []float64{.012, .2, .012, .0005, .2, .04}
	want := Holm(family(ps...), 0.05)
	for shift := range ps {
		got := Holm(family(slices.Concat(ps[shift:], ps[:shift])...), 0.05)
		if !slices.Equal(got, slices.Concat(want[shift:], want[:shift])) {
			t.Errorf("shifted by %d: %+v", shift, got)
		}
	}
}
