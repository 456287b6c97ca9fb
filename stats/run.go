package stats

import "herstel/stats/inference"

// runLevel is the level of the test of Cochran and Armitage for years in a row.
const runLevel = 0.05

// markRun notes for the report year how many years in a row a share went the same
// way: at least two steps, each comparable, of which the trend over the years is
// none of chance. It is for rows of a figure that passes.
func markRun(row *Row, now int) {
	change := &row.Cells[now].Change
	first := now
	for first > 0 && steps(row.Cells[first].Change, change.Direction) {
		first--
	}
	if now-first < 2 {
		return
	}
	var shares []inference.Proportion
	for i := first; i <= now; i++ {
		shares = append(shares, row.Cells[i].Share.proportion())
	}
	if trend := inference.Trend(shares); trend.Known && trend.P < runLevel {
		change.Run = now - first
	}
}

// steps reports whether a change goes in a direction, among all cases.
func steps(c Change, d Direction) bool {
	return c.Known && c.PointsKnown && !c.AmongKnown && d != Same && c.Direction == d
}
