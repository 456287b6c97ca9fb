package main

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/casefile"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// A column of names that is taken for a category or an uitsplitsing would put
// people on the page. So one that looks like it is refused until the user says
// in herstel.yaml that it holds no people.

// fewValues is how many values a column may have without being taken for a
// list of people because most of them are small.
const fewValues = 10

// ownCategories are the figures whose values come from one column, and may be
// the user's own.
var ownCategories = map[string]rules.Column{
	"afkeurreden": rules.ColReason, "aanmelder": rules.ColReferrer, "delict": rules.ColOffence,
	"contactvorm": rules.ColForm,
}

// refusePersons refuses figures by a column that looks like people.
func (j *job) refusePersons(figs *stats.Figures, audit *stats.Audit) error {
	standard, err := rules.Parse(nil)
	if err != nil {
		return err
	}
	for i := range figs.Tables {
		t := &figs.Tables[i]
		if name, ok := strings.CutPrefix(t.Figure.ID, "uitsplitsing:"); ok {
			at := slices.IndexFunc(j.rules.Breakdowns, func(b rules.Breakdown) bool { return b.Name == name })
			sure := at >= 0 && j.rules.Breakdowns[at].Sure
			if why := likePeople(t, nil, audit.Folded(t.Figure.ID)); why != "" && !sure {
				return refused("haal haar uit herstel.yaml; zijn het geen mensen, zet er dan bevestigd: true bij",
					"de uitsplitsing %s %s", name, why)
			}
		}
		column, ok := ownCategories[t.Figure.ID]
		if !ok || slices.Contains(j.rules.Privacy.Confirmed, column.String()) {
			continue
		}
		known := standard.Vocabulary(column)
		if why := likePeople(t, known, audit.Folded(t.Figure.ID)); why != "" {
			return refused(fmt.Sprintf("kies onder kolommen een andere kolom; zijn het geen mensen, zet dan %s onder "+
				"privacy, bevestigd in herstel.yaml", column),
				"de kolom %s %s", column, why)
		}
	}
	return nil
}

// likePeople says why the values of a table, with those that no output names, may
// be people; empty when not. The values that the rules have of themselves do not
// count.
func likePeople(t *stats.Table, standard *rules.Vocabulary, unnamed []stats.FoldedValue) string {
	var labels []string
	filled, hidden := 0, 0
	for _, row := range t.Rows {
		if len(row.Labels) == 0 {
			continue
		}
		label := row.Labels[len(row.Labels)-1]
		if label == rules.UnknownLabel || label == stats.HiddenLabel || standard != nil && standard.Knows(label) {
			continue
		}
		labels = append(labels, label)
		switch cell := row.Cells[len(row.Cells)-1]; {
		case cell.Status == stats.Suppressed:
			hidden, filled = hidden+1, filled+1
		case cell.Count.N > 0:
			filled++
		}
	}
	for _, value := range unnamed {
		labels = append(labels, value.Label)
		if value.Hidden {
			hidden, filled = hidden+1, filled+1
		}
	}
	switch {
	case casefile.NamesAmong(labels):
		return fmt.Sprintf("heeft %s, en de meeste lijken op namen van mensen",
			nl.Count(len(labels), "waarde", "waarden"))
	case len(labels) > fewValues && 2*hidden > filled:
		return fmt.Sprintf("heeft %s, en de meeste zijn te klein om te tonen; misschien zijn het mensen",
			nl.Count(len(labels), "waarde", "waarden"))
	}
	return ""
}
