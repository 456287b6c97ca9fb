package stats

import "herstel/stats/rules"

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

// rolledUp lists the columns of which the values count as categories, and the
// dimension of those.
var rolledUp = []struct {
	column    rules.Column
	dimension rules.Dimension
}{
	{rules.ColReferrer, rules.DimReferrerGroup},
	{rules.ColOffence, rules.DimOffenceGroup},
	{rules.ColInitiator, rules.DimInitiative},
	{rules.ColReason, rules.DimReason},
	{rules.ColForm, rules.DimForm},
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
				if v.Value(code).Group == group {
					names, own := v.Spellings(code)
					category.Values = append(category.Values, CategoryValue{names, own})
				}
			}
			categories = append(categories, category)
		}
	}
	return categories
}
