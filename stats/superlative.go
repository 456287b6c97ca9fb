package stats

import "herstel/stats/inference"

// LeastGroup is the number of cases from which on a group may be named as the one
// where a share is largest or smallest.
const LeastGroup = 30

const (
	groupsLevel = 0.01 // of the chi-square over all groups
	pairLevel   = 0.05 // of the pair that is named, among all pairs
)

// TellApart reports whether the shares of independent groups differ by more than
// chance, and the two that would be named do as well. Those two were chosen from
// all pairs for their difference, so their test counts as many times (Bonferroni).
func TellApart(groups []Share, largest, smallest Share) bool {
	proportions := make([]inference.Proportion, len(groups))
	for i, g := range groups {
		proportions[i] = g.proportion()
	}
	all := inference.EqualShares(proportions)
	pair := inference.TwoShares(largest.proportion(), smallest.proportion())
	pairs := float64(len(groups)*(len(groups)-1)) / 2
	return all.Known && all.P < groupsLevel && pair.Known && pairs*pair.P < pairLevel
}
