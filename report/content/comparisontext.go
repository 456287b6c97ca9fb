package content

import (
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

// OutcomeTexts are the outcomes of a comparison with a printed number.
var OutcomeTexts = [...]string{
	stats.Equal:        "gelijk",
	stats.EqualRounded: "gelijk na afronding",
	stats.Different:    "anders",
	stats.NotCompared:  "niet vergeleken",
}

// OutcomeText is an outcome in words.
func OutcomeText(o stats.Outcome) string { return OutcomeTexts[o] }

// ReasonsText tells what may explain a difference, as one sentence; empty where nothing does.
func ReasonsText(reasons []string) string {
	if len(reasons) == 0 {
		return ""
	}
	return FullStop(nl.Capital(strings.Join(reasons, "; ")))
}

// PrintedText writes the number that the earlier report printed.
func PrintedText(c *stats.Comparison) string {
	if c.IsShare || c.IsMedian || c.Today.Status == stats.Suppressed {
		return c.Printed
	}
	return nl.IntText(c.Count)
}

// TodayText writes today's number in the form in which the earlier report
// printed its own.
func TodayText(c *stats.Comparison) string { return comparedText(c, &c.Today) }

// Dated reports whether one of the numbers names the peildatum of its report.
func Dated(list []stats.Comparison) bool {
	return slices.ContainsFunc(list, func(c stats.Comparison) bool { return c.ReferenceDate != day.NoDay })
}

// ThenText writes what the export says by now for the day of the earlier report.
func ThenText(c *stats.Comparison) string {
	if c.ReferenceDate == day.NoDay {
		return nl.Unknown
	}
	return comparedText(c, &c.Then)
}

func comparedText(c *stats.Comparison, today *stats.Cell) string {
	switch today.Status {
	case stats.Suppressed:
		return chart.MarkHidden
	case stats.NotAvailable:
		return chart.MarkNotAvailable
	}
	if written, ok := c.Written(today); ok {
		return written
	}
	return chart.MarkNotApplies
}

// DifferenceText writes the difference of today's number with the printed one.
func DifferenceText(c *stats.Comparison) string {
	switch {
	case c.Outcome != stats.Different:
		return nl.Unknown
	case c.IsMedian:
		return nl.SignedDecimal(c.Days, 1)
	case c.IsShare:
		return nl.SignedPoints(c.Points, max(c.Decimals-2, 1))
	}
	return nl.Signed(c.Difference)
}
