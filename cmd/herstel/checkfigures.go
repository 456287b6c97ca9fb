package main

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats"
)

// tryFigures makes the figures of a year, so that check refuses what report
// would refuse, and keeps what is odd about them. Year 0 stands for the latest
// year with cases; where no case counts at all there is nothing to make.
func (c *checked) tryFigures(sys system, data *stats.Dataset, j *job, year int) error {
	years := data.Cube.Years()
	if year == 0 && len(years) == 0 {
		c.Notices = append(c.Notices, manyLeftOut(data)...)
		return nil
	}
	if year == 0 {
		year = years[len(years)-1]
	}
	made, err := j.compute(sys, data, year)
	if err != nil {
		return err
	}
	columns, err := j.missingBreakdowns(data, made.figs)
	if err != nil {
		return err
	}
	c.made = made
	c.Notices = slices.Concat(c.Notices, made.notices, columns, made.narrow())
	return nil
}

// missingBreakdowns notices each breakdown whose column is in none of the
// files. A file with cases of a year that the figures do not show may have it,
// so it looks at all years before it says so.
func (j *job) missingBreakdowns(data *stats.Dataset, figs *stats.Figures) ([]string, error) {
	if len(withoutColumn(figs)) == 0 {
		return nil, nil
	}
	rules := *j.rules
	rules.Years = stats.LastYear - stats.FirstYear + 1
	years := data.Cube.Years()
	all, err := stats.Compute(data, &rules, stats.Options{Year: years[len(years)-1], ReferenceDate: j.reference})
	if err != nil {
		return nil, j.computeError(data, err)
	}
	missing := withoutColumn(all)
	var list []string
	for _, b := range j.rules.Breakdowns {
		if slices.Contains(missing, b.Name) {
			list = append(list, fmt.Sprintf("de kolom %q van uitsplitsing %s staat in geen van de bestanden; verbeter de kolom in herstel.yaml, of haal de uitsplitsing weg", b.Column, b.Name))
		}
	}
	return list, nil
}

// withoutColumn lists the breakdowns that are available for none of the years.
func withoutColumn(figs *stats.Figures) []string {
	var names []string
	for _, t := range figs.Tables {
		name, ok := strings.CutPrefix(t.Figure.ID, "uitsplitsing:")
		absent := func(row stats.Row) bool {
			return !slices.ContainsFunc(row.Cells, func(cell stats.Cell) bool { return cell.Status != stats.NotAvailable })
		}
		if ok && len(t.Rows) > 0 && !slices.ContainsFunc(t.Rows, func(row stats.Row) bool { return !absent(row) }) {
			names = append(names, name)
		}
	}
	return names
}
