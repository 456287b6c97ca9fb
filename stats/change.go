package stats

import (
	"cmp"

	"herstel/stats/inference"
)

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
	c.From, c.To = before.Share, now.Share
	c.compareShares()
	return c
}

// compareShares takes the difference of the two shares, if they are known.
func (c *Change) compareShares() {
	if !c.From.Known || !c.To.Known {
		return
	}
	now, before := c.To, c.From
	c.RatioNum = int64(now.Num) * int64(before.Den)
	c.RatioDen = int64(before.Num) * int64(now.Den)
	c.Direction = Direction(cmp.Compare(c.RatioNum, c.RatioDen))
	c.Points = now.Value() - before.Value()
	c.Margin, c.PointsKnown = inference.Newcombe(now.proportion(), before.proportion())
	c.WithinMargin = c.Margin.Low <= 0 && 0 <= c.Margin.High
}

// among takes the difference among the known cases: two shares of their own. The
// counts beside them are of no use then.
func (c *Change) among(before, now inference.Proportion) {
	c.AmongKnown, c.Difference, c.Previous = true, 0, 0
	c.From, c.To = shareOf(before.Count, before.Base), shareOf(now.Count, now.Base)
	c.compareShares()
}
