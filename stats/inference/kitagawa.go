package inference

import "math"

// Decomposition is a change of a share, taken apart over groups. All its numbers
// are shares: 0.04 is 4 percentage points.
type Decomposition struct {
	Change float64 // Mix + Rate
	Mix    float64 // because other groups became larger
	Rate   float64 // because the share within the groups changed
	// RateInterval is the 95% interval of Rate.
	RateInterval Interval
	// Standardized is the share of the later period, had its groups been as large as
	// those of the earlier one: direct standardisation.
	Standardized float64
	Known        bool
}

// Kitagawa takes the change of a share apart (Kitagawa, Components of a difference
// between two rates, Journal of the American Statistical Association 50, 1955).
// before and after hold the same groups, in the same order. With p and q the
// shares of the groups among all cases before and after, and r and s the
// proportions within them, and summed over the groups,
//
//	mix = sum (q-p)(r+s)/2    rate = sum (s-r)(p+q)/2    standardized = sum p s
//
// A group that is empty in one of the periods has no proportion there and is given
// that of the other: its coming or going is mix.
//
// The interval of the rate part is rate ± 1.96 times its standard error by the
// delta method. The periods are independent, each with a fixed number of cases n
// and m, and within one the cases are multinomial over group and outcome. So the
// proportions are binomial with the bases of their groups, and uncorrelated with
// the sizes of the groups, which are multinomial. With w = (p+q)/2 and d = s-r,
//
//	var = sum w² (r(1-r)/(np) + s(1-s)/(mq)) + (V(p,d)/n + V(q,d)/m)/4
//	V(p,d) = sum p d² - (sum p d)²
//
// The decomposition is absent where a period has no cases, a count cannot be, or
// the groups are not equally many.
func Kitagawa(before, after []Proportion) Decomposition {
	n, okBefore := cases(before)
	m, okAfter := cases(after)
	if !okBefore || !okAfter || len(before) != len(after) {
		return Decomposition{}
	}
	var d Decomposition
	var within, spreadBefore, spreadAfter, meanBefore, meanAfter float64
	for i := range before {
		if before[i].Base == 0 && after[i].Base == 0 {
			continue
		}
		p, q := float64(before[i].Base)/n, float64(after[i].Base)/m
		r, s := ratesOf(before[i], after[i])
		d.Mix += (q - p) * (r + s) / 2
		d.Rate += (s - r) * (p + q) / 2
		d.Standardized += p * s
		if p == 0 || q == 0 {
			continue
		}
		w := (p + q) / 2
		within += w * w * (r*(1-r)/float64(before[i].Base) + s*(1-s)/float64(after[i].Base))
		spreadBefore, meanBefore = spreadBefore+p*(s-r)*(s-r), meanBefore+p*(s-r)
		spreadAfter, meanAfter = spreadAfter+q*(s-r)*(s-r), meanAfter+q*(s-r)
	}
	sizes := (spreadBefore-meanBefore*meanBefore)/n + (spreadAfter-meanAfter*meanAfter)/m
	margin := z975 * math.Sqrt(within+sizes/4)
	d.Change = d.Mix + d.Rate
	d.RateInterval = Interval{Low: d.Rate - margin, High: d.Rate + margin}
	d.Known = true
	return d
}

// cases returns the number of cases in all groups. It is not ok where there are
// none, or a group has a count that cannot be.
func cases(groups []Proportion) (n float64, ok bool) {
	sum := 0
	for _, g := range groups {
		if !g.Valid() && g != (Proportion{}) {
			return 0, false
		}
		sum += g.Base
	}
	return float64(sum), sum > 0
}

// ratesOf returns the proportions of a group in two periods, in at least one of
// which it has cases.
func ratesOf(before, after Proportion) (r, s float64) {
	switch {
	case before.Base == 0:
		return after.Value(), after.Value()
	case after.Base == 0:
		return before.Value(), before.Value()
	}
	return before.Value(), after.Value()
}
