package main

import (
	"context"
	"fmt"
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
	c.Notices = slices.Concat(c.Notices, made.notices, j.missingBreakdowns(data), made.narrow())
	return nil
}

// missingBreakdowns notices each breakdown whose column is in none of the
// files that have cases.
func (j *job) missingBreakdowns(data *stats.Dataset) []string {
	var list []string
	for i, b := range j.rules.Breakdowns {
		if !data.HasBreakdown(i) {
			list = append(list, fmt.Sprintf("de kolom %q van uitsplitsing %s staat in geen van de bestanden; verbeter de kolom in herstel.yaml, of haal de uitsplitsing weg", b.Column, b.Name))
		}
	}
	return list
}
