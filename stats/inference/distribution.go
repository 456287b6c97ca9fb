package inference

import "math"

// z975 is the 97.5% point of the standard normal distribution.
const z975 = 1.959963984540054

// normalTails returns the probability that a standard normal variable lies
// further from zero than z.
func normalTails(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// chiSquareTail returns the probability that a chi-square variable exceeds x. For
// whole degrees of freedom it is a finite sum of positive terms (Abramowitz and
// Stegun, Handbook of Mathematical Functions, 26.4.4 and 26.4.5): with h = x/2,
// the terms are h^a exp(-h)/Gamma(a+1), in which a runs up by one to df/2 - 1,
// from 0 where df is even and from 1/2, beside erfc(sqrt(h)), where it is odd.
func chiSquareTail(x float64, df int) float64 {
	if x <= 0 {
		return 1
	}
	h, a, tail := x/2, 0.0, 0.0
	if df%2 == 1 {
		a, tail = 0.5, math.Erfc(math.Sqrt(h))
	}
	for ; a < float64(df)/2; a++ {
		logGamma, _ := math.Lgamma(a + 1)
		tail += math.Exp(a*math.Log(h) - h - logGamma)
	}
	return min(tail, 1)
}

// fairCoinTail returns the probability of at most heads heads in tosses tosses.
// The terms shrink from the last one down, so the sum ends where they no longer
// count. heads must be less than half of tosses.
func fairCoinTail(heads, tosses int) float64 {
	all, _ := math.Lgamma(float64(tosses) + 1)
	chosen, _ := math.Lgamma(float64(heads) + 1)
	left, _ := math.Lgamma(float64(tosses-heads) + 1)
	term := math.Exp(all - chosen - left - float64(tosses)*math.Ln2)
	sum := 0.0
	for k := heads; k >= 0 && sum+term != sum; k-- {
		sum += term
		term *= float64(k) / float64(tosses-k+1)
	}
	return sum
}
