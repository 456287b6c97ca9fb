package stats

import "herstel/stats/inference"

// shareOf returns the share count/base, absent when the base is zero.
func shareOf(count, base int) Share {
	interval, ok := inference.Wilson(inference.Proportion{Count: count, Base: base})
	if !ok {
		return Share{}
	}
	return Share{Num: count, Den: base, Interval: interval, Known: true}
}

// proportion returns a known share as the two counts it was made of.
func (s Share) proportion() inference.Proportion {
	return inference.Proportion{Count: s.Num, Base: s.Den}
}
