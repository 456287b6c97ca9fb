package stats

import (
	"cmp"

	"herstel/stats/inference"
)

// addChanges fills in the change of each shown cell against the year before.
func addChanges(figs *Figures) {
	for t := range figs.Tables {
		if !figs.Tables[t].Figure.HasChanges() {
			continue
		}
		for _, row := range figs.Tables[t].Rows {
			for i := 1; i < len(row.Cells); i++ {
				if figs.Years[i-1] == figs.Years[i]-1 {
					now, before := row.Cells[i], row.Cells[i-1]
					if figs.Tables[t].Figure.Kind == KindCount { // compared as counts, also where they have a share
						now.Share, before.Share = Share{}, Share{}
					}
					row.Cells[i].Change = changeOf(now, before)
				}
			}
		}
	}
}

// changeOf compares two cells; a hidden or missing one gives no change.
func changeOf(now, before Cell) Change {
	if now.Status != OK || before.Status != OK || !now.Count.Known || !before.Count.Known {
		return Change{}
	}
	c := Change{
		Known:      true,
		Difference: now.Count.N - before.Count.N,
		Previous:   before.Count.N,
		RatioNum:   int64(now.Count.N),
		RatioDen:   int64(before.Count.N),
	}
	c.Direction = Direction(cmp.Compare(c.RatioNum, c.RatioDen))
	if now.Quantiles.Known && before.Quantiles.Known {
		c.MedianKnown = true
		c.MedianDays = now.Quantiles.Median - before.Quantiles.Median
	}
	if now.Share.Known && before.Share.Known {
		c.RatioNum = int64(now.Share.Num) * int64(before.Share.Den)
		c.RatioDen = int64(before.Share.Num) * int64(now.Share.Den)
		c.Direction = Direction(cmp.Compare(c.RatioNum, c.RatioDen))
		c.Points = now.Share.Value() - before.Share.Value()
		c.Margin, c.PointsKnown = inference.Newcombe(now.Share.proportion(), before.Share.proportion())
		c.WithinMargin = c.Margin.Low <= 0 && 0 <= c.Margin.High
	}
	return c
}
