package inference

// TwoCounts tests whether two independent counts, each of events in a period of
// the same length, are of one Poisson rate. Given their sum, each event is a toss
// of a fair coin, and the test is the exact binomial one (Przyborowski and
// Wilenski, Homogeneity of results in testing samples from Poisson series,
// Biometrika 31, 1940). It is exact for large sums too: what z would gain in time
// is nothing, and no sum lies on a border between two methods. The test is absent
// where both counts are zero or one is below it.
func TwoCounts(a, b int) Test {
	fewer, all := min(a, b), a+b
	switch {
	case fewer < 0 || all == 0:
		return Test{}
	case all-2*fewer <= 1: // as equal as can be; half the coins lie on either side
		return Test{P: 1, Known: true}
	}
	return Test{P: min(2*fairCoinTail(fewer, all), 1), Known: true}
}
