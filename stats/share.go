package stats

import "math"

// z975 is the 97.5% point of the standard normal distribution.
const z975 = 1.959963984540054

// wilson returns the 95% score interval of a proportion count/base without
// continuity correction (Wilson 1927; Newcombe 1998, Statistics in Medicine
// 17:857-872, method 3). base must not be zero.
func wilson(count, base int) Interval {
	n, p := float64(base), float64(count)/float64(base)
	middle := p + z975*z975/(2*n)
	spread := z975 * math.Sqrt(p*(1-p)/n+z975*z975/(4*n*n))
	scale := 1 + z975*z975/n
	interval := Interval{Low: (middle - spread) / scale, High: (middle + spread) / scale}
	if count == 0 {
		interval.Low = 0
	}
	if count == base {
		interval.High = 1
	}
	return interval
}

// newcombe returns the 95% hybrid score interval of the difference a - b of
// two independent proportions, without continuity correction (Newcombe 1998,
// Statistics in Medicine 17:873-890, method 10).
func newcombe(a, b Share) Interval {
	pa, pb := a.Value(), b.Value()
	return Interval{
		Low:  pa - pb - math.Hypot(pa-a.Interval.Low, b.Interval.High-pb),
		High: pa - pb + math.Hypot(a.Interval.High-pa, pb-b.Interval.Low),
	}
}

// shareOf returns the share count/base, absent when the base is zero.
func shareOf(count, base int) Share {
	if base == 0 {
		return Share{}
	}
	return Share{Num: count, Den: base, Interval: wilson(count, base), Known: true}
}
