package stats_test

import "math"

// The statistics of the contract once more, by other formulas than those of package
// inference: what the program says of a difference is held against these.

const normal975 = 1.959963984540054

// wilsonBounds solves (share - p)² = z² p(1-p)/n for p.
func wilsonBounds(count, base int) (low, high float64) {
	n, share := float64(base), float64(count)/float64(base)
	a, b, c := 1+normal975*normal975/n, -(2*share + normal975*normal975/n), share*share
	root := math.Sqrt(max(b*b-4*a*c, 0))
	return (-b - root) / (2 * a), (-b + root) / (2 * a)
}

// newcombeBounds is the hybrid score interval of the difference of now and before.
func newcombeBounds(now, before [2]int) (low, high float64) {
	lowNow, highNow := wilsonBounds(now[0], now[1])
	lowBefore, highBefore := wilsonBounds(before[0], before[1])
	p, q := float64(now[0])/float64(now[1]), float64(before[0])/float64(before[1])
	square := func(x float64) float64 { return x * x }
	return p - q - math.Sqrt(square(p-lowNow)+square(highBefore-q)),
		p - q + math.Sqrt(square(highNow-p)+square(q-lowBefore))
}

// chiSquareAbove is the chance of a chi-square above x: the finite sums for whole
// degrees of freedom.
func chiSquareAbove(x float64, df int) float64 {
	if x <= 0 {
		return 1
	}
	sum, term := 0.0, 0.0
	if df%2 == 0 {
		term = math.Exp(-x / 2)
		for k := 1; k <= df/2; k++ {
			sum, term = sum+term, term*x/2/float64(k)
		}
		return sum
	}
	sum, term = math.Erfc(math.Sqrt(x/2)), math.Sqrt(2*x/math.Pi)*math.Exp(-x/2)
	for k := 1; k <= df/2; k++ {
		sum, term = sum+term, term*x/float64(2*k+1)
	}
	return sum
}

// twoSharesP is the pooled z-test as the chi-square of its two by two table; below
// zero where it could not have shown a difference.
func twoSharesP(now, before [2]int) float64 {
	a, b, c, d := float64(now[0]), float64(now[1]-now[0]), float64(before[0]), float64(before[1]-before[0])
	if a+c == 0 || b+d == 0 || a+b == 0 || c+d == 0 {
		return -1
	}
	n, cross := a+b+c+d, a*d-b*c
	return chiSquareAbove(n*cross*cross/((a+b)*(c+d)*(a+c)*(b+d)), 1)
}

// twoCountsP is the exact two-sided test of a fair coin.
func twoCountsP(now, before int) float64 {
	n, fewer := now+before, min(now, before)
	if n == 0 {
		return -1
	}
	tail := 0.0
	for k := 0; k <= fewer; k++ {
		tail += math.Exp(logFactorial(n) - logFactorial(k) - logFactorial(n-k) - float64(n)*math.Ln2)
	}
	return min(2*tail, 1)
}

func logFactorial(n int) float64 {
	value, _ := math.Lgamma(float64(n) + 1)
	return value
}

// homogeneityP is the chi-square of two years over their rows; rows of which fewer
// than 5 are expected in a year count as one row.
func homogeneityP(rows [][2]int) float64 {
	var all [2]int
	for _, row := range rows {
		all[0], all[1] = all[0]+row[0], all[1]+row[1]
	}
	if all[0] == 0 || all[1] == 0 {
		return -1
	}
	expected := func(row [2]int, year int) float64 {
		return float64(row[0]+row[1]) * float64(all[year]) / float64(all[0]+all[1])
	}
	weak := func(row [2]int) bool { return min(expected(row, 0), expected(row, 1)) < 5 }
	var kept [][2]int
	var rest [2]int
	for _, row := range rows {
		if weak(row) {
			rest[0], rest[1] = rest[0]+row[0], rest[1]+row[1]
		} else {
			kept = append(kept, row)
		}
	}
	if rest[0]+rest[1] > 0 && weak(rest) && len(kept) > 0 {
		least := 0
		for i := range kept {
			if kept[i][0]+kept[i][1] < kept[least][0]+kept[least][1] {
				least = i
			}
		}
		kept[least][0], kept[least][1] = kept[least][0]+rest[0], kept[least][1]+rest[1]
	} else if rest[0]+rest[1] > 0 {
		kept = append(kept, rest)
	}
	if len(kept) < 2 {
		return -1
	}
	statistic := 0.0
	for _, row := range kept {
		for year, count := range row {
			statistic += math.Pow(float64(count)-expected(row, year), 2) / expected(row, year)
		}
	}
	return chiSquareAbove(statistic, len(kept)-1)
}

// trendP is the test of Cochran and Armitage for years in order: the weighted
// regression of the share on the year.
func trendP(shares [][2]int) float64 {
	var n, count, years float64
	for i, s := range shares {
		n, count, years = n+float64(s[1]), count+float64(s[0]), years+float64(i*s[1])
	}
	p, middle := count/n, years/n
	var above, below float64
	for i, s := range shares {
		above += float64(s[0]) * (float64(i) - middle)
		below += float64(s[1]) * math.Pow(float64(i)-middle, 2)
	}
	return chiSquareAbove(above*above/(p*(1-p)*below), 1)
}

// passing gives the tests that Holm rejects at 5%, step by step: the strictest is
// held against a fraction of the level, then the next against a larger one. A p
// below zero is no test.
func passing(ps []float64) []bool {
	rejected := make([]bool, len(ps))
	left := 0
	for _, p := range ps {
		if p >= 0 {
			left++
		}
	}
	for ; left > 0; left-- {
		strictest := -1
		for i, p := range ps {
			if p >= 0 && !rejected[i] && (strictest < 0 || p < ps[strictest]) {
				strictest = i
			}
		}
		if ps[strictest]*float64(left) > 0.05 {
			break
		}
		rejected[strictest] = true
	}
	return rejected
}
