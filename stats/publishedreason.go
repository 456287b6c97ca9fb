package stats

import (
	"fmt"
	"slices"
	"strconv"

	"herstel/stats/day"
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
	case cmp.ReferenceDate != day.NoDay:
		add("%s", cmp.thenReason())
	case f.Source != fromKeyFigures:
		c.openCases(figs, f, cmp.Year, add)
		c.findingReasons(figs, f, add)
	}
	if cmp.Today.Exception != "" {
		add("het cijfer van nu is te zien door een uitzondering: %s", cmp.Today.Exception)
	}
	return reasons
}

// aboutContact reports whether cases that go on can still change a figure.
func (f *Figure) aboutContact() bool {
	return f.Count.Contact || f.Base.Contact || f.Count.Willing || f.Base.Willing
}

// single returns the only cell of a figure without breakdown for a year.
func (f *Figures) single(id string, year int) Cell {
	table, ok := f.Table(id)
	y := slices.Index(f.Years, year)
	if !ok || y < 0 || len(table.Rows) != 1 {
		return Cell{}
	}
	return table.Rows[0].Cells[y]
}

// openCases tells how many cases of the year can still change the figure.
func (c *computation) openCases(figs *Figures, f *Figure, year int, add func(string, ...any)) {
	if f.Span != ByCohort || f.Source != fromCases && f.Source != fromBreakdown {
		return
	}
	if f.aboutContact() {
		if n := c.of(slices.Index(c.years, year)).open; n > 0 && !c.now().lacks(year, rules.ColClosed) {
			add("van %d %s op de peildatum nog open", year, countCases(n, "staat 1 zaak", "staan %d zaken"))
		}
		return
	}
	stream, _ := figs.Table("instroom")
	if stream == nil {
		return
	}
	pending := streamLabels[len(streamLabels)-1]
	for i := range stream.Rows {
		cell := &stream.Rows[i].Cells[slices.Index(figs.Years, year)]
		if slices.Equal(stream.Rows[i].Labels, []string{pending}) && cell.Count.Known && cell.Count.N > 0 {
			add("van %d %s nog te beoordelen", year,
				countCases(cell.Count.N, "is 1 aanmelding", "zijn %d aanmeldingen"))
		}
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
