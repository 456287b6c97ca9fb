package stats

import (
	"fmt"
	"slices"
	"strconv"

	"herstel/stats/day"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// reasons lists, in Dutch, what in the data may explain that a number is not
// what an earlier report printed. It uses numbers only that the outputs show.
func (c *computation) reasons(figs *Figures, f *Figure, cmp *Comparison) []string {
	var reasons []string
	add := func(format string, args ...any) { reasons = append(reasons, fmt.Sprintf(format, args...)) }
	if f.Breaks > 0 && !slices.Contains(c.labelsOf(f.Breakdown[0], f), cmp.Category[0].Value) {
		add("de export heeft geen zaken met deze waarde")
	}
	switch {
	case f.Source == fromKeyFigures:
	case cmp.ReferenceDate == day.NoDay:
		c.wentOn(figs, f, cmp.Year, add)
		c.findingReasons(figs, f, add)
	case cmp.ThenOutcome == Different:
		c.undatedReason(figs, f, cmp.Year, add)
	}
	if cmp.Today.Exception != "" {
		add("het cijfer van nu is te zien door een uitzondering: %s", cmp.Today.Exception)
	}
	return reasons
}

// measured says what was found out about this one difference. It stands there
// whatever stands under the others: it was seen, not supposed.
func (c *computation) measured(figs *Figures, f *Figure, cmp *Comparison) []string {
	switch {
	case f.Source == fromKeyFigures:
		return []string{"dit getal staat in herstel.yaml, onder kerncijfers"}
	case cmp.ReferenceDate != day.NoDay:
		return []string{cmp.thenReason(figs.dayOf(cmp.Year))}
	}
	return nil
}

// dayOf is the day on which a year that is shown is counted.
func (f *Figures) dayOf(year int) day.Day { return f.ReferenceDates[slices.Index(f.Years, year)] }

// single returns the only cell of a figure without breakdown for a year.
func (f *Figures) single(id string, year int) Cell {
	table, ok := f.Table(id)
	y := slices.Index(f.Years, year)
	if !ok || y < 0 || len(table.Rows) != 1 {
		return Cell{}
	}
	return table.Rows[0].Cells[y]
}

// wentOn tells that the cases of an earlier year are counted on a later day than
// its own report can have counted them. A year that stands as on its own day
// says nothing of cases that are open: they were open for that report too.
func (c *computation) wentOn(figs *Figures, f *Figure, year int, add func(string, ...any)) {
	if c.rules.CompareNow && year < figs.Year && f.grows() {
		add("de zaken van %d gingen door: dit getal is van %s, want herstel.yaml zegt vergelijken: nu", year,
			nl.Date(figs.dayOf(year).Civil()))
	}
}

// undatedReason tells that a fact without a day counts as it stands now, also for
// the day of an earlier report.
func (c *computation) undatedReason(figs *Figures, f *Figure, year int, add func(string, ...any)) {
	if !f.grows() {
		return
	}
	o := c.of(slices.Index(figs.Years, year)).outcomes
	if (f.Base.Contact || f.Count.Contact) && o.undatedContact > 0 ||
		(f.Base.Willing || f.Count.Willing) && o.undatedWilling > 0 {
		add("of er kwam iets zonder datum bij: dat telt voor elke dag mee")
	}
}

func countCases(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(more, n)
}

// findingReasons tells of the rows that were left out, and of the findings in
// the columns that the figure is made from. They are counted over all years.
func (c *computation) findingReasons(figs *Figures, f *Figure, add func(string, ...any)) {
	left := 0
	for _, s := range figs.Sources {
		left += s.LeftOut
	}
	if left > 0 {
		add("%s niet meegeteld (alle jaren samen)", countCases(left, "1 rij is", "%d rijen zijn"))
	}
	columns := c.columnsOf(f)
	for _, finding := range figs.Findings {
		if RowRules[finding.Rule].Effect == Counted && slices.Contains(columns, finding.Column) {
			times := fmt.Sprintf("minder dan %d", figs.Threshold)
			if finding.Count.Known {
				times = strconv.Itoa(finding.Count.N)
			}
			add("bevinding %s in kolom %s: %s keer (alle jaren samen)", RowRules[finding.Rule].ID, finding.Column,
				times)
		}
	}
}

// dimensionColumns are the columns that the dimensions come from.
var dimensionColumns = map[string][]rules.Column{
	rules.DimReason.ID:        {rules.ColReason},
	rules.DimReferrer.ID:      {rules.ColReferrer},
	rules.DimReferrerGroup.ID: {rules.ColReferrer},
	rules.DimOffence.ID:       {rules.ColOffence},
	rules.DimOffenceGroup.ID:  {rules.ColOffence},
	rules.DimInitiative.ID:    {rules.ColInitiator},
	rules.DimForm.ID:          {rules.ColForm},
	rules.DimStream.ID:        {rules.ColAssigned, rules.ColIsAssigned, rules.ColReason, rules.ColIsRejected},
	rules.DimStock.ID:         {rules.ColAssigned, rules.ColClosed},
	rules.DimTrajectory.ID:    {rules.ColAssigned, rules.ColContacted, rules.ColClosed},
	rules.DimMonth.ID:         {rules.ColReceived},
}

// columnsOf names the columns of the export that a figure is made from.
func (c *computation) columnsOf(f *Figure) []string {
	columns := slices.Clone(f.Needs)
	for _, d := range f.Breakdown {
		columns = append(columns, dimensionColumns[d.ID]...)
	}
	for _, cond := range []Condition{f.Base, f.Count} {
		if cond.Assigned {
			columns = append(columns, rules.ColAssigned, rules.ColIsAssigned)
		}
		if cond.Rejected {
			columns = append(columns, rules.ColReason, rules.ColIsRejected)
		}
		if cond.Willing {
			columns = append(columns, rules.ColWilling)
		}
		if cond.Contact {
			columns = append(columns, rules.ColContact, rules.ColContacted)
		}
	}
	names := make([]string, 0, len(columns)+1)
	for _, column := range columns {
		names = append(names, column.String())
	}
	if f.Breaks > 0 {
		names = append(names, c.rules.Breakdowns[f.Breaks-1].Name)
	}
	return names
}
