package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

// outcomeTexts are the outcomes of a comparison with a printed number.
var outcomeTexts = [...]string{
	stats.Equal:        "gelijk",
	stats.EqualRounded: "gelijk na afronding",
	stats.Different:    "anders",
	stats.NotCompared:  "niet vergeleken",
}

func outcomeText(o stats.Outcome) string { return outcomeTexts[o] }

func reasonsText(reasons []string) string {
	if len(reasons) == 0 {
		return ""
	}
	return fullStop(nl.Capital(strings.Join(reasons, "; ")))
}

// printedText writes the number that the earlier report printed.
func printedText(c *stats.Comparison) string {
	if c.IsShare || c.IsMedian || c.Today.Status == stats.Suppressed {
		return c.Printed
	}
	return nl.IntText(c.Count)
}

// todayText writes today's number in the form in which the earlier report
// printed its own.
func todayText(c *stats.Comparison) string { return comparedText(c, &c.Today) }

// thenText writes what the export says by now for the day of the earlier report.
func thenText(c *stats.Comparison) string {
	if c.ReferenceDate == day.NoDay {
		return nl.Unknown
	}
	return comparedText(c, &c.Then)
}

func comparedText(c *stats.Comparison, today *stats.Cell) string {
	switch {
	case today.Status == stats.Suppressed:
		return markHidden
	case today.Status == stats.NotAvailable:
		return markNotAvailable
	case c.IsShare && today.Share.Known:
		return nl.Percent(today.Share.Num, today.Share.Den, max(c.Decimals-2, 0))
	case c.IsMedian && today.Quantiles.Known:
		return nl.DecimalShort(today.Quantiles.Median, 1)
	case !c.IsShare && !c.IsMedian && today.Count.Known:
		return nl.IntText(today.Count.N)
	}
	return markNotApplies
}

// differenceText writes the difference of today's number with the printed one.
func differenceText(c *stats.Comparison) string {
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

// WriteComparison lists the numbers that earlier reports printed beside today's,
// with the difference and what may explain it, and counts the outcomes: all of
// them, or only those that are not the same. config is the herstel.yaml by its name.
func WriteComparison(w io.Writer, figs *stats.Figures, config string, onlyChanges bool) error {
	if len(figs.Published) == 0 {
		_, err := fmt.Fprintf(w, "Er is niets om te vergelijken: %s noemt onder gepubliceerd geen cijfers.\n", oneLine(config))
		return err
	}
	list := figs.Published
	if onlyChanges {
		list = slices.DeleteFunc(slices.Clone(list), func(c stats.Comparison) bool {
			return c.Outcome == stats.Equal || c.Outcome == stats.EqualRounded
		})
	}
	var out strings.Builder
	if figs.Demo {
		fmt.Fprintln(&out, exampleMark)
	}
	var counts [len(outcomeTexts)]int
	for i := range figs.Published {
		counts[figs.Published[i].Outcome]++
	}
	if len(list) > 0 {
		if err := writeCompared(&out, list); err != nil {
			return err
		}
		writeReasons(&out, list, config)
		writeMarkTexts(&out, list)
		out.WriteString("\n")
	}
	out.WriteString(outcomeSummary(counts[:]) + "\n")
	_, err := io.WriteString(w, out.String())
	return err
}

// dated reports whether one of the numbers names the peildatum of its report.
func dated(list []stats.Comparison) bool {
	return slices.ContainsFunc(list, func(c stats.Comparison) bool { return c.ReferenceDate != day.NoDay })
}

// writeCompared lists the numbers, with a column for the day of the earlier
// report when one of them names it.
func writeCompared(out io.Writer, list []stats.Comparison) error {
	withThen := dated(list)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	line := func(fields ...string) {
		if !withThen {
			fields = slices.Delete(fields, 5, 6)
		}
		fmt.Fprintln(table, strings.Join(fields, "\t"))
	}
	line("bron", "jaar", "cijfer", "categorie", "gedrukt", "voor die dag", "nu", "verschil", "uitkomst")
	for i := range list {
		c := &list[i]
		line(oneLine(c.Report), nl.Year(c.Year), oneLine(c.Title), oneLine(orElse(categoryLine(c.Category), nl.Unknown)),
			printedText(c), thenText(c), todayText(c), differenceText(c), outcomeText(c.Outcome))
	}
	return table.Flush()
}

// writeReasons tells below the list what may explain each difference.
func writeReasons(out *strings.Builder, list []stats.Comparison, config string) {
	for i := range list {
		c := &list[i]
		if c.Outcome != stats.Different && c.Outcome != stats.NotCompared {
			continue
		}
		reasons := reasonsText(c.Reasons)
		if reasons == "" {
			reasons = "De gegevens laten geen oorzaak zien; leg de export van toen naast die van nu."
		}
		about := strings.TrimSpace(c.Title + " " + categoryLine(c.Category))
		fmt.Fprintf(out, "\n%s (%s, %d, regel %d van %s): gedrukt %s, nu %s.\n  %s\n", oneLine(about), oneLine(c.Report), c.Year, c.Line,
			oneLine(orElse(c.File, config)), printedText(c), todayText(c), oneLine(reasons))
	}
}

// writeMarkTexts explains the marks that stand for today's number.
func writeMarkTexts(out *strings.Builder, list []stats.Comparison) {
	used := map[string]bool{}
	for i := range list {
		used[todayText(&list[i])] = true
	}
	for _, mark := range markTexts {
		if used[mark.Term] {
			fmt.Fprintf(out, "\n%s: %s.\n", mark.Term, mark.Text)
		}
	}
}

func outcomeSummary(counts []int) string {
	parts := make([]string, len(counts))
	for outcome, n := range counts {
		parts[outcome] = fmt.Sprintf("%d %s", n, outcomeTexts[outcome])
	}
	return fullStop(nl.Capital(nl.List(parts)))
}

// oneLine keeps a text of the user's on its line and in its column.
func oneLine(s string) string { return strings.Join(strings.Fields(printable(s)), " ") }
