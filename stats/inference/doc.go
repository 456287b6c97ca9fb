// Package inference holds the statistics by which counts are compared: intervals,
// tests, the correction for many tests, waiting times and what a change is made
// of. It knows no figure, case or year: counts, days and vectors come in.
//
//	one share, and two           Wilson, Newcombe, TwoShares      proportion.go
//	two counts                   TwoCounts                        counts.go
//	rows, groups                 Homogeneity, EqualShares         chisquare.go
//	ordered groups               Trend                            trend.go
//	many tests at once           Holm                             holm.go
//	days until an event          KaplanMeier                      survival.go
//	... that another one stops   AalenJohansen                    incidence.go
//	a change taken apart         Kitagawa                         kitagawa.go
//
// # Absent results
//
// No function panics on counts, and none returns NaN or an infinity. What has no
// answer is absent: ok is false, or Known is. That is so for a base of zero, for
// nothing at all, for counts that cannot be (below zero, above their base), and
// for a test of data that could not have shown a difference.
//
// # Method
//
// Counts are whole numbers until a statistic is worked out of them, and sums run
// in the order of the input: the same input gives the same bits. All intervals
// are of 95%, all tests two-sided. Except for the quantile of Kaplan and Meier
// the numbers are those of R and of its package survival, which the tests hold.
package inference
