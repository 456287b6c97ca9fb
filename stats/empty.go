package stats

import (
	"fmt"
	"slices"

	"herstel/stats/rules"
)

// columnsOf lists, by dimension, the column that a breakdown is made from.
var columnsOf = map[string]rules.Column{
	rules.DimReason.ID:   rules.ColReason,
	rules.DimReferrer.ID: rules.ColReferrer, rules.DimReferrerGroup.ID: rules.ColReferrer,
	rules.DimOffence.ID: rules.ColOffence, rules.DimOffenceGroup.ID: rules.ColOffence,
	rules.DimInitiative.ID: rules.ColInitiator, rules.DimForm.ID: rules.ColForm,
}

// emptyReason says in Dutch which column of the figure has no value in a
// year, or none that can be read; it is empty when the figure can be made.
func (d *Dataset) emptyReason(f *Figure, year int) string {
	empty := d.Empty[year]
	if empty == 0 {
		return ""
	}
	for _, c := range f.restsOn() {
		if empty.Has(c) {
			return emptyColumn(c, year)
		}
	}
	for _, facts := range f.facts() {
		if empty.Has(facts[0]) && empty.Has(facts[1]) {
			return fmt.Sprintf("de kolommen %q en %q zijn leeg of niet te lezen in %d, of ontbreken", facts[0].String(),
				facts[1].String(), year)
		}
	}
	return ""
}

// facts lists the pairs of columns of which the figure needs at least one.
func (f *Figure) facts() [][2]rules.Column {
	var facts [][2]rules.Column
	streams := slices.Contains(f.Breakdown, rules.DimStream)
	if f.Base.Assigned || streams {
		facts = append(facts, [2]rules.Column{rules.ColAssigned, rules.ColIsAssigned})
	}
	if f.Base.Contact || f.Count.Contact {
		facts = append(facts, [2]rules.Column{rules.ColContact, rules.ColContacted})
	}
	return facts
}

func emptyColumn(c rules.Column, year int) string {
	return fmt.Sprintf("de kolom %q is leeg of niet te lezen in %d", c.String(), year)
}

// restsOn lists the columns without which the figure says nothing.
func (f *Figure) restsOn() []rules.Column {
	columns := append([]rules.Column(nil), f.Needs...)
	for _, d := range f.Breakdown {
		if c, ok := columnsOf[d.ID]; ok {
			columns = append(columns, c)
		}
	}
	return columns
}
