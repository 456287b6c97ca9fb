package stats

import (
	"context"
	"errors"
	"math"
	"math/big"
	"slices"

	"herstel/stats/rules"
)

// comparePublished fills figs.Published: every number that an earlier report
// printed, beside the number of today, with privacy applied to it. It must
// come after the hiding: a hidden count is not compared, so that the outcome
// cannot give it away. The error names the line of an entry that no figure,
// category or year answers to.
func (c *computation) comparePublished(ctx context.Context, figs *Figures) error {
	reports := earlierReports{c: c, ctx: ctx, made: map[earlierReport]*Figures{}}
	measured := make([][]string, len(c.rules.Published))
	for i := range c.rules.Published {
		p := &c.rules.Published[i]
		figure, err := c.publishedFigure(p)
		if err != nil {
			return inFile(p, err)
		}
		comparison, err := c.compare(figs, figure, p, &reports)
		if err != nil {
			return inFile(p, err)
		}
		if comparison.Outcome == Different {
			comparison.Reasons = c.reasons(figs, figure, &comparison)
			measured[i] = c.measured(figs, figure, &comparison)
		}
		figs.Published = append(figs.Published, comparison)
	}
	dropShared(figs.Published)
	for i := range figs.Published {
		figs.Published[i].Reasons = append(measured[i], figs.Published[i].Reasons...)
	}
	return nil
}

// inFile gives an error about an entry the name of the file that it stands in,
// when that is not the herstel.yaml itself.
func inFile(p *rules.Published, err error) error {
	var e *rules.Error
	if p.File == "" || p.Own || !errors.As(err, &e) {
		return err
	}
	return &rules.FileError{File: p.File, Err: e}
}

// dropShared takes away the causes that stand under every difference: those
// explain none of them.
func dropShared(list []Comparison) {
	differing := 0
	times := map[string]int{}
	for i := range list {
		if list[i].Outcome == Different {
			differing++
			for _, reason := range list[i].Reasons {
				times[reason]++
			}
		}
	}
	if differing < 2 {
		return
	}
	for i := range list {
		if list[i].Outcome == Different {
			list[i].Reasons = slices.DeleteFunc(list[i].Reasons, func(r string) bool { return times[r] == differing })
		}
	}
}

// Differs reports whether a number of an earlier report is not the number of
// today.
func (f *Figures) Differs() bool {
	for i := range f.Published {
		if f.Published[i].Outcome == Different {
			return true
		}
	}
	return false
}

// compare puts one printed number beside today's, without what may explain a difference.
func (c *computation) compare(figs *Figures, figure *Figure, p *rules.Published, reports *earlierReports) (Comparison,
	error) {
	category, err := c.publishedCategory(p, figure)
	if err != nil {
		return Comparison{}, err
	}
	result := Comparison{Report: p.Report, Year: p.Year, Figure: p.Figure, Title: figure.Title, Category: category,
		IsShare: p.IsShare, Count: p.Count, Share: p.Share, Decimals: p.PrintedDecimals(), Printed: p.Printed(),
		File: p.File, Line: p.Line,
		IsMedian: p.IsMedian, Median: p.Median, ReferenceDate: p.ReferenceDate}
	shown, err := c.yearShown(figs, p)
	if err != nil {
		return Comparison{}, err
	}
	if !shown {
		result.Outcome, result.Reasons = NotCompared, []string{"dit jaar staat niet in de uitvoer"}
		return result, nil
	}
	if why := c.mergedAway(category); why != "" {
		result.Outcome, result.Reasons = NotCompared, []string{why}
		return result, nil
	}
	result.Today = figs.cellOf(figure, category, p.Year)
	result.settle()
	if err := reports.addThen(figs, figure, &result); err != nil {
		return Comparison{}, err
	}
	return result, nil
}

// settle compares the printed number with today's.
func (c *Comparison) settle() {
	today := &c.Today
	switch {
	case today.Status == Suppressed:
		// The printed number would say today's, or nearly: it stays in the earlier report.
		c.Outcome, c.Reasons = NotCompared, []string{"het cijfer van nu is verborgen voor privacy"}
		c.Printed, c.Count, c.Share = "verborgen; zie het eerdere verslag", 0, 0
	case today.Status == NotAvailable:
		c.Outcome, c.Reasons = NotCompared, []string{"het cijfer van nu is niet beschikbaar: " + today.Reason}
	case c.IsShare && !today.Share.Known && !today.Base.Known:
		c.Outcome, c.Reasons = NotCompared,
			[]string{"het aandeel van nu is er niet: de noemer is verborgen of bestaat niet"}
	case c.IsShare && !today.Share.Known:
		c.Outcome, c.Reasons = NotCompared, []string{"het aandeel van nu is er niet: de noemer is nul"}
	case c.IsMedian && !today.Quantiles.Known:
		c.Outcome, c.Reasons = NotCompared, []string{"de mediaan van nu is er niet: er zijn te weinig zaken"}
	case c.IsMedian:
		c.Outcome = c.compareMedian(today.Quantiles.Median)
		c.Days = today.Quantiles.Median - c.Median
	case c.IsShare:
		c.Outcome = c.compareShare(today.Share)
		c.Points = today.Share.Value() - c.Share
	default:
		c.Difference = today.Count.N - c.Count
		if c.Difference != 0 {
			c.Outcome = Different
		}
	}
}

// compareShare compares on the exact ratio: today's share rounds half away
// from zero at the decimals that were printed.
func (c *Comparison) compareShare(today Share) Outcome {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(c.Decimals)), nil)
	printed := rules.PrintedUnits(c.Share, c.Decimals)
	scaled := new(big.Int).Mul(big.NewInt(int64(today.Num)), scale)
	den := big.NewInt(int64(today.Den))
	if scaled.Cmp(new(big.Int).Mul(printed, den)) == 0 {
		return Equal
	}
	twice := new(big.Int).Add(new(big.Int).Lsh(scaled, 1), den)
	if twice.Div(twice, den.Lsh(den, 1)).Cmp(printed) == 0 {
		return EqualRounded
	}
	return Different
}

// compareMedian compares at the decimals that were printed. A median is a whole
// number of days or lies halfway, so the rounding is exact.
func (c *Comparison) compareMedian(today float64) Outcome {
	scale := math.Pow10(c.Decimals)
	switch {
	case today == c.Median:
		return Equal
	case math.Floor(today*scale+0.5) == math.Round(c.Median*scale):
		return EqualRounded
	}
	return Different
}
