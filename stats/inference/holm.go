package inference

import (
	"cmp"
	"slices"
)

// Adjusted is a test among others.
type Adjusted struct {
	P        float64 // the adjusted p, 0..1: the smallest level at which the test is rejected
	Rejected bool    // P is at most the level that was asked for
	Known    bool    // false where the test itself is absent
}

// Holm judges a family of tests together, so that the chance of even one false
// rejection is at most level, however they hang together (Holm, A simple
// sequentially rejective multiple test procedure, Scandinavian Journal of
// Statistics 6, 1979). The outcomes are in the order of the tests. Equal p get
// equal outcomes. An absent test does not count in the family.
func Holm(tests []Test, level float64) []Adjusted {
	var order []int
	for i, t := range tests {
		if t.Known {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(tests[i].P, tests[j].P) })
	outcomes := make([]Adjusted, len(tests))
	highest := 0.0
	for rank, i := range order {
		highest = max(highest, min(float64(len(order)-rank)*tests[i].P, 1))
		outcomes[i] = Adjusted{P: highest, Rejected: highest <= level, Known: true}
	}
	return outcomes
}
