package main

import (
	"context"
	"slices"

	"herstel/stats"
)

// tryFigures makes the figures of a year, so that check refuses what report
// would refuse, and keeps what is odd about them. Year 0 stands for the latest
// year with cases; where no case counts at all there is nothing to make.
func (c *checked) tryFigures(ctx context.Context, sys system, data *stats.Dataset, j *job, year int) error {
	years := data.Cube.Years()
	if year == 0 && len(years) == 0 {
		c.Notices = append(c.Notices, manyLeftOut(data)...)
		c.addOdd(data.Notices)
		return nil
	}
	if year == 0 {
		year = years[len(years)-1]
	}
	made, err := j.compute(ctx, sys, data, year)
	if err != nil {
		c.addOdd(data.Notices)
		return err
	}
	c.made = made
	c.addOdd(made.figs.Notices)
	c.Notices = slices.Concat(c.Notices, made.notices, made.withheld(), made.audit.Earlier(), made.narrow())
	return nil
}
