package chart

import (
	"slices"

	"herstel/stats/nl"
)

// foldable are the forms in which a category may be left out.
var foldable = []Form{FormYears, FormRanked, FormDots}

// Fold keeps the largest categories where the form is a list of them.
func (c *Chart) Fold(most int) {
	c.Categories = slices.Clone(c.Categories)
	c.fold(most)
}

// fold keeps the largest categories of the report year, and those that stand last by nature. The others become one,
// with their share where the categories make up the whole and none of them is hidden; else a note counts them.
func (c *Chart) fold(most int) {
	size := func(category Category) float64 {
		switch v := category.Bars[0].first(); {
		case category.Rest:
			return -2
		case !v.Known:
			return -1
		case v.Den > 0 && c.Form != FormDots:
			return float64(v.N)
		default:
			return v.V
		}
	}
	order := make([]int, len(c.Categories))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := size(c.Categories[a]), size(c.Categories[b]); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	order = slices.DeleteFunc(order, func(i int) bool { return c.Categories[i].Rest })
	if !slices.Contains(foldable, c.Form) || len(order) <= most {
		return
	}
	gone := order[most:]
	whole := c.whole()
	var kept, folded, last []Category
	for i, category := range c.Categories {
		switch {
		case slices.Contains(gone, i):
			folded = append(folded, category)
		case category.Rest:
			last = append(last, category)
		default:
			kept = append(kept, category)
		}
	}
	c.Categories = append(kept, last...)
	if c.Form == FormDots || !whole {
		c.Notes = append(slices.Clone(c.Notes),
			"Niet in de grafiek: "+nl.Count(len(folded), "andere categorie", "andere categorieën")+".")
		return
	}
	c.Categories = append(c.Categories, together(folded))
}

// whole tells whether the categories make up the whole in every year, with none of them hidden.
func (c *Chart) whole() bool {
	for i := range c.Categories[0].Bars {
		sum, den := 0, 0
		for _, category := range c.Categories {
			v := category.Bars[i].first()
			if !v.Known || v.Den == 0 || den != 0 && v.Den != den {
				return false
			}
			sum, den = sum+v.N, v.Den
		}
		if sum != den {
			return false
		}
	}
	return true
}

// together adds categories up: their counts, year by year.
func together(folded []Category) Category {
	sum := Category{Label: nl.Int(len(folded)) + " andere", Rest: true}
	for i, b := range folded[0].Bars {
		n, den := 0, b.first().Den
		for _, category := range folded {
			n += category.Bars[i].first().N
		}
		share := nl.Percent(n, den, 1)
		v := Value{Known: true, N: n, Den: den, V: 100 * float64(n) / float64(den), Short: share, Label: share,
			Count: nl.Int(n)}
		if i == 0 {
			v.Label += " (" + v.Count + ")"
		}
		sum.Bars = append(sum.Bars, Bar{b.Name, []Value{v}})
	}
	return sum
}
