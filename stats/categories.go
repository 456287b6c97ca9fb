package stats

import (
	"slices"

	"herstel/stats/rules"
)

// Category is a category of a dimension, with the values of the rules that count
// as it.
type Category struct {
	Dimension rules.Dimension
	Label     string // empty where every value is a category of its own
	Values    []CategoryValue
}

// CategoryValue is one value of the rules.
type CategoryValue struct {
	Names []string // as the default rules write it, the label first; none for a value of the user's
	Own   int      // spellings that herstel.yaml adds
}

type rollUp struct {
	column    rules.Column
	dimension rules.Dimension
}

// rolledUp lists the columns of which the values count as categories, and the
// dimension of those.
var rolledUp = []rollUp{
	{rules.ColReferrer, rules.DimReferrerGroup},
	{rules.ColOffence, rules.DimOffenceGroup},
	{rules.ColInitiator, rules.DimInitiative},
	{rules.ColReason, rules.DimReason},
	{rules.ColForm, rules.DimForm},
}

// values is the dimension of the values themselves; none where they count by their groups alone.
func (r rollUp) values() rules.Dimension {
	for id, column := range valueColumns {
		if column == r.column {
			return rules.Dimension{ID: id}
		}
	}
	return rules.Dimension{}
}

// categoriesOf says which values of the rules count as which category.
func categoriesOf(ruleset *rules.Rules) []Category {
	var categories []Category
	for _, of := range rolledUp {
		v := ruleset.Vocabulary(of.column)
		groups := v.Groups()
		if len(groups) == 0 {
			groups = []string{""}
		}
		for _, group := range groups {
			category := Category{Dimension: of.dimension, Label: group}
			for code := rules.Unknown + 1; int(code) < v.Len(); code++ {
				if value := v.Value(code); value.Group == group && value.Label != "" {
					names, own := v.Spellings(code)
					if _, merged := mergeOf(ruleset, of.values(), value.Label); merged && len(names) > 0 {
						names, own = append([]string{value.Label}, names...), own-1
					}
					category.Values = append(category.Values, CategoryValue{names, own})
				}
			}
			categories = append(categories, category)
		}
	}
	return categories
}

// Merged is what values count as together, as samenvoegen in herstel.yaml asks.
type Merged struct {
	Dimension rules.Dimension
	As        string
	Values    []string // those that the default rules know, and Onbekend
	Own       int      // the others: they may stand in the export, and no output names them
	Unseen    []string // values of an uitsplitsing that no case has: for the user of the export alone
}

// Count is the number of values that were merged.
func (m *Merged) Count() int { return len(m.Values) + m.Own }

// mergeOf finds the merge that a label of a dimension stands for.
func mergeOf(ruleset *rules.Rules, d rules.Dimension, label string) (*rules.Merge, bool) {
	for i := range ruleset.Merges {
		if m := &ruleset.Merges[i]; m.Dimension == d.ID && m.As == label {
			return m, true
		}
	}
	return nil, false
}

// merged tells the merges of herstel.yaml.
func (c *computation) merged() []Merged {
	list := mergedOf(c.rules)
	for i := range list {
		at := slices.IndexFunc(c.rules.Breakdowns,
			func(b rules.Breakdown) bool { return b.Name == list[i].Dimension.ID })
		if at < 0 {
			continue
		}
		for _, value := range c.rules.Merges[i].Values {
			folded := rules.Fold(value)
			if folded != foldedUnknown && !slices.Contains(c.cube.breakdownNames[at].folded, folded) {
				list[i].Unseen = append(list[i].Unseen, value)
			}
		}
	}
	return list
}

// mergedOf tells the merges of the rules.
func mergedOf(ruleset *rules.Rules) []Merged {
	var list []Merged
	for _, m := range ruleset.Merges {
		told := Merged{Dimension: rules.Dimension{ID: m.Dimension, Title: m.Dimension}, As: m.As}
		var known func(string) bool
		for _, of := range rolledUp {
			if of.dimension.ID == m.Dimension {
				told.Dimension, known = of.dimension, ruleset.Vocabulary(of.column).Standard
			}
		}
		if m.Dimension == rules.DimReferrer.ID || m.Dimension == rules.DimOffence.ID {
			told.Dimension = valueDimensions[m.Dimension]
			known = ruleset.Vocabulary(valueColumns[m.Dimension]).Standard
		}
		for _, value := range m.Values {
			if known != nil && known(value) {
				told.Values = append(told.Values, value)
			} else {
				told.Own++
			}
		}
		list = append(list, told)
	}
	return list
}

// valueDimensions are the dimensions of values that have groups.
var valueDimensions = map[string]rules.Dimension{
	rules.DimReferrer.ID: rules.DimReferrer, rules.DimOffence.ID: rules.DimOffence,
}
