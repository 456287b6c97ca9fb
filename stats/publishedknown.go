package stats

import (
	"math"
	"slices"

	"herstel/stats/rules"
)

// memory gathers what a reader has besides the figures: the earlier
// publications, and what herstel.yaml says that earlier reports printed.
func (c *computation) memory(figs *Figures) (*memory, error) {
	if err := c.keepsMerges(figs); err != nil {
		return nil, err
	}
	m := &memory{earlier: slices.Clone(c.opt.Earlier), dates: c.dates, yields: c.yields}
	printed := newEarlier("gepubliceerd in herstel.yaml")
	printed.partial = true
	for i := range c.rules.Published {
		p := &c.rules.Published[i]
		figure, err := c.publishedFigure(p)
		if err != nil {
			return nil, inFile(p, err)
		}
		category, err := c.publishedCategory(p, figure)
		if err != nil {
			return nil, inFile(p, err)
		}
		if !slices.Contains(figs.Years, p.Year) {
			continue
		}
		labels := map[string]string{}
		for _, l := range category {
			labels[l.Dimension] = l.Value
		}
		if count := printedCount(p, figs.cellOf(figure, category, p.Year), c.rules.Privacy.Threshold); count.Known {
			printed.cells[earlierKey(figure.ID, p.Year, labels)] = earlierCell{count: count}
		}
	}
	if len(printed.cells) > 0 {
		m.earlier = append(m.earlier, printed)
	}
	return m, nil
}

// printedCount is the count that a printed number tells a reader. A share tells
// one where few counts of today's base round to it: today's, or the middle one.
func printedCount(p *rules.Published, today Cell, threshold int) Int {
	switch {
	case p.IsMedian:
		return Int{}
	case !p.IsShare:
		return Num(p.Count)
	}
	if !today.Base.Known || today.Base.N == 0 {
		return Int{}
	}
	printed := Comparison{Share: p.Share, Decimals: p.PrintedDecimals()}
	middle := int(math.Round(p.Share * float64(today.Base.N)))
	var fits []int
	for n := max(0, middle-threshold); n <= min(today.Base.N, middle+threshold); n++ {
		if printed.compareShare(shareOf(n, today.Base.N)) != Different {
			fits = append(fits, n)
		}
	}
	switch {
	case len(fits) == 0 || len(fits) > threshold:
		return Int{}
	case slices.Contains(fits, today.Count.N):
		return today.Count
	}
	return Num(fits[len(fits)/2])
}
