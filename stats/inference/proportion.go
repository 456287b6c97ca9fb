package inference

import "math"

// Proportion is a count of a base, both in cases: 235 of 1047.
type Proportion struct{ Count, Base int }

// Valid reports whether the proportion has a value: a base above zero, and a
// count from zero to the base.
func (p Proportion) Valid() bool { return p.Base > 0 && 0 <= p.Count && p.Count <= p.Base }

// Value returns the proportion in 0..1. It must be valid.
func (p Proportion) Value() float64 { return float64(p.Count) / float64(p.Base) }

// Interval is a 95% interval, with Low <= High.
type Interval struct{ Low, High float64 }

// Test is the outcome of a two-sided test.
type Test struct {
	Statistic float64 // chi-square, or z with its sign; 0 for an exact test
	DF        int     // degrees of freedom of a chi-square; 0 otherwise
	P         float64 // 0..1
	Known     bool    // false where the data could not have shown a difference
}

// Wilson returns the 95% score interval of a proportion, in 0..1, without
// continuity correction (Wilson, Probable inference, the law of succession, and
// statistical inference, Journal of the American Statistical Association 22,
// 1927; Newcombe, Statistics in Medicine 17:857-872, 1998, method 3). It is not
// ok where the proportion is not valid.
func Wilson(share Proportion) (interval Interval, ok bool) {
	if !share.Valid() {
		return Interval{}, false
	}
	n, p := float64(share.Base), share.Value()
	middle := p + z975*z975/(2*n)
	spread := z975 * math.Sqrt(p*(1-p)/n+z975*z975/(4*n*n))
	scale := 1 + z975*z975/n
	interval = Interval{Low: (middle - spread) / scale, High: (middle + spread) / scale}
	if share.Count == 0 {
		interval.Low = 0
	}
	if share.Count == share.Base {
		interval.High = 1
	}
	return interval, true
}

// Newcombe returns the 95% hybrid score interval of the difference a - b of two
// independent proportions, in -1..1, without continuity correction (Newcombe,
// Statistics in Medicine 17:873-890, 1998, method 10). It is not ok where one of
// the two is not valid.
func Newcombe(a, b Proportion) (interval Interval, ok bool) {
	ofA, okA := Wilson(a)
	ofB, okB := Wilson(b)
	if !okA || !okB {
		return Interval{}, false
	}
	pa, pb := a.Value(), b.Value()
	return Interval{
		Low:  pa - pb - math.Hypot(pa-ofA.Low, ofB.High-pb),
		High: pa - pb + math.Hypot(ofA.High-pa, pb-ofB.Low),
	}, true
}

// TwoShares tests whether two independent proportions are of one probability: the
// z-test with the pooled variance, without continuity correction (Fleiss, Levin
// and Paik, Statistical Methods for Rates and Proportions, 2003, 3.2). Its square
// is the chi-square of the two by two table. Statistic is z, above zero where a
// is the larger. The test is absent where one of the two is not valid, and where
// none or all of the cases count.
func TwoShares(a, b Proportion) Test {
	count, base := a.Count+b.Count, a.Base+b.Base
	if !a.Valid() || !b.Valid() || count == 0 || count == base {
		return Test{}
	}
	pooled := float64(count) / float64(base)
	variance := pooled * (1 - pooled) * (1/float64(a.Base) + 1/float64(b.Base))
	z := (a.Value() - b.Value()) / math.Sqrt(variance)
	return Test{Statistic: z, P: normalTails(z), Known: true}
}
