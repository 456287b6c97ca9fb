package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"herstel/stats"
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
	if c.IsShare || c.Today.Status == stats.Suppressed {
		return c.Printed
	}
	return nl.IntText(c.Count)
}

// todayText writes today's number in the form in which the earlier report
// printed its own.
func todayText(c *stats.Comparison) string {
	today := &c.Today
	switch {
	case today.Status == stats.Suppressed:
		return markHidden
	case today.Status == stats.NotAvailable:
		return markNotAvailable
	case c.IsShare && today.Share.Known:
		return nl.Percent(today.Share.Num, today.Share.Den, max(c.Decimals-2, 0))
	case !c.IsShare && today.Count.Known:
		return nl.IntText(today.Count.N)
	}
	return markNotApplies
}

// differenceText writes the difference of today's number with the printed one.
func differenceText(c *stats.Comparison) string {
	switch {
	case c.Outcome != stats.Different:
		return nl.Unknown
	case c.IsShare:
		return nl.SignedPoints(c.Points, max(c.Decimals-2, 1))
	}
	return nl.Signed(c.Difference)
}

// WriteComparison lists every number that earlier reports printed beside
// today's, with the difference and what may explain it, and counts the
// outcomes.
func WriteComparison(w io.Writer, figs *stats.Figures) error {
	if len(figs.Published) == 0 {
		_, err := fmt.Fprintln(w, "Er is niets om te vergelijken: herstel.yaml noemt onder gepubliceerd geen cijfers.")
		return err
	}
	var out strings.Builder
	if figs.Demo {
		fmt.Fprintln(&out, exampleMark)
	}
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "bron\tjaar\tcijfer\tcategorie\tgedrukt\tnu\tverschil\tuitkomst")
	var counts [len(outcomeTexts)]int
	for i := range figs.Published {
		c := &figs.Published[i]
		counts[c.Outcome]++
		fmt.Fprintln(table, strings.Join([]string{oneLine(c.Report), nl.Year(c.Year), oneLine(c.Title), oneLine(orElse(categoryLine(c.Category), nl.Unknown)),
			printedText(c), todayText(c), differenceText(c), outcomeText(c.Outcome)}, "\t"))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	writeReasons(&out, figs.Published)
	writeMarkTexts(&out, figs.Published)
	out.WriteString("\n" + outcomeSummary(counts[:]) + "\n")
	_, err := io.WriteString(w, out.String())
	return err
}

// writeReasons tells below the list what may explain each difference.
func writeReasons(out *strings.Builder, list []stats.Comparison) {
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
		fmt.Fprintf(out, "\n%s (%s, %d, regel %d van herstel.yaml): gedrukt %s, nu %s.\n  %s\n", oneLine(about), oneLine(c.Report), c.Year, c.Line,
			printedText(c), todayText(c), oneLine(reasons))
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
