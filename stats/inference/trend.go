package inference

import "math"

// Trend tests whether the proportions of ordered groups rise or fall with their
// order, with the scores 0, 1, 2 and so on (Cochran, Biometrics 10, 1954;
// Armitage, Tests for linear trends in proportions and frequencies, Biometrics
// 11, 1955), as R's prop.trend.test. Statistic is z, above zero where they rise.
// An empty group keeps its place in the order. The test is absent where fewer
// than two groups have cases, where a count cannot be, and where none or all of
// the cases count.
func Trend(groups []Proportion) Test {
	var count, base, scoredCount, scoredBase, squares, filled int
	for score, g := range groups {
		if !g.Valid() && g != (Proportion{}) {
			return Test{}
		}
		if g.Base > 0 {
			filled++
		}
		count, base = count+g.Count, base+g.Base
		scoredCount, scoredBase = scoredCount+score*g.Count, scoredBase+score*g.Base
		squares += score * score * g.Base
	}
	if filled < 2 || count == 0 || count == base {
		return Test{}
	}
	slope := base*scoredCount - count*scoredBase
	spread := base*squares - scoredBase*scoredBase
	z := float64(slope) * math.Sqrt(float64(base)/(float64(count)*float64(base-count)*float64(spread)))
	return Test{Statistic: z, P: normalTails(z), Known: true}
}
