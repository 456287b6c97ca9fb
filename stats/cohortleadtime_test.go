package stats_test

import (
	"testing"

	"herstel/stats"
	"herstel/stats/inference"
	"herstel/stats/statstest"
)

// Expected, in R with package survival, d and its dates as in contactWithinInR:
//
//	for (y in 2019:2021) {
//	  P <- as.Date(sprintf("%d-03-01", y + 1))
//	  s <- d[d$aanmelddatum <= P & !is.na(d$uitzetdatum) & format(d$uitzetdatum, "%Y") == y,]
//	  closed <- !is.na(s$afsluitdatum) & s$afsluitdatum <= P
//	  end <- ifelse(closed, s$afsluitdatum, P)
//	  f <- survfit(Surv(end - as.numeric(s$uitzetdatum), closed) ~ 1, conf.type = "log-log")
//	  print(c(nrow(s), unlist(quantile(f, c(.5, .75, .9)))))
//	}
var closingInR = map[int][10]int{ // n, median, p75, p90, their lower ends, their upper ends
	2019: {1221, 76, 128, 239, 73, 119, 212, 81, 136, 275},
	2020: {1210, 80, 137, 234, 75, 129, 209, 84, 141, 268},
	2021: {1054, 84, 136, 234, 80, 130, 203, 88, 144, 268},
}

func TestLeadTimeOfACohortAgreesWithR(t *testing.T) {
	for _, figs := range []*stats.Figures{withoutHiding(t), statstest.Demo(t)} {
		table, _ := figs.Table("doorlooptijd_cohort")
		for y, cell := range table.Rows[0].Cells {
			want := closingInR[figs.Years[y]]
			if cell.Status != stats.OK || cell.Count != stats.Num(want[0]) {
				t.Errorf("%d: %+v, want %d cases", figs.Years[y], cell, want[0])
			}
			for i, q := range []stats.WaitQuantile{cell.Waits.Median, cell.Waits.P75, cell.Waits.P90} {
				known := func(n int) inference.Days { return inference.Days{N: n, Known: true} }
				if q != (stats.WaitQuantile{Day: known(want[1+i]), Low: known(want[4+i]), High: known(want[7+i])}) {
					t.Errorf("%d, quantile %d: %+v, want %v", figs.Years[y], i, q, want)
				}
			}
		}
	}
}
