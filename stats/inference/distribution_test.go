package inference

import "testing"

// Expected, in R: pchisq(x, df, lower.tail = FALSE)
func TestChiSquareTailAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		x    float64
		df   int
		want float64
	}{
		{0, 4, 1},
		{0.1, 1, 0.75182963404584935},
		{3.84, 1, 0.050043521248705224},
		{30, 1, 4.3204630578274968e-08},
		{200, 1, 2.0884875837625449e-45},
		{1e-8, 1, 0.99992021154405275},
		{0.5, 2, 0.77880078307140488},
		{12, 2, 0.0024787521766663585},
		{7.3, 3, 0.062926236459043175},
		{40, 7, 1.2587903873713086e-06},
		{25, 24, 0.40576068881148275},
		{99, 51, 6.4973521336573632e-05},
		{900, 1000, 0.98928276190871023},
		{1600, 1500, 0.036026446704026605},
	} {
		if got := chiSquareTail(test.x, test.df); !sameAsR(got, test.want) {
			t.Errorf("chiSquareTail(%v, %d) = %.17g, want %.17g", test.x, test.df, got, test.want)
		}
	}
}

// Expected, in R: 2 * pnorm(-abs(z))
func TestNormalTailsAgreeWithR(t *testing.T) {
	for _, test := range []struct{ z, want float64 }{
		{0, 1},
		{0.5, 0.61707507745197387},
		{-1, 0.31731050786291409},
		{1.96, 0.049995790296440856},
		{-5, 5.7330314375838782e-07},
		{10, 1.5239706048321054e-23},
		{37, 1.1451142445049154e-299},
	} {
		if got := normalTails(test.z); !sameAsR(got, test.want) {
			t.Errorf("normalTails(%v) = %.17g, want %.17g", test.z, got, test.want)
		}
	}
}
