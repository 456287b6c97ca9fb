package plain

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

// Comparison lists the numbers that earlier reports printed beside today's,
// with the difference and what may explain it, and counts the outcomes: all of
// them, or only those that are not the same. config is the herstel.yaml by its name.
func Comparison(w io.Writer, figs *stats.Figures, config string, onlyChanges bool) error {
	if len(figs.Published) == 0 {
		_, err := fmt.Fprintf(w, "Er is niets om te vergelijken: %s noemt onder gepubliceerd geen cijfers.\n",
			content.OneLine(config))
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
		fmt.Fprintln(&out, content.ExampleMark)
	}
	var counts [len(content.OutcomeTexts)]int
	for i := range figs.Published {
		counts[figs.Published[i].Outcome]++
	}
	if len(list) > 0 {
		if err := writeCompared(&out, list); err != nil {
			return err
		}
		writeReasons(&out, list, config)
		writeDateAdvice(&out, list)
		writeMarkTexts(&out, list)
		out.WriteString("\n")
	}
	out.WriteString(outcomeSummary(counts[:]) + "\n")
	_, err := io.WriteString(w, out.String())
	return err
}

// writeCompared lists the numbers, with a column for the day of the earlier
// report when one of them names it.
func writeCompared(out io.Writer, list []stats.Comparison) error {
	withThen := content.Dated(list)
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
		line(content.OneLine(c.Report), nl.Year(c.Year), content.OneLine(c.Title),
			content.OneLine(cmp.Or(content.CategoryLine(c.Category), nl.Unknown)),
			content.PrintedText(c), content.ThenText(c), content.TodayText(c), content.DifferenceText(c),
			content.OutcomeText(c.Outcome))
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
		reasons := content.ReasonsText(c.Reasons)
		if reasons == "" {
			reasons = "De gegevens laten geen oorzaak zien; zet de export van toen naast die van nu: herstel diff " +
				"OUD NIEUW."
		}
		about := strings.TrimSpace(c.Title + " " + content.CategoryLine(c.Category))
		fmt.Fprintf(out, "\n%s (%s, %d, regel %d van %s): gedrukt %s, nu %s.\n  %s\n", content.OneLine(about),
			content.OneLine(c.Report), c.Year, c.Line,
			content.OneLine(cmp.Or(c.File, config)), content.PrintedText(c), content.TodayText(c),
			content.OneLine(reasons))
	}
}

// writeDateAdvice says once how a difference without a peildatum is looked into.
func writeDateAdvice(out *strings.Builder, list []stats.Comparison) {
	if slices.ContainsFunc(list, func(c stats.Comparison) bool {
		return c.Outcome == stats.Different && c.Undated
	}) {
		out.WriteString("\nZet de peildatum van dat verslag bij een getal, zoals peildatum: 2021-03-01. " +
			"Dan zie je wat de export nu voor die dag zegt.\n")
	}
}

// writeMarkTexts explains the marks that stand for today's number.
func writeMarkTexts(out *strings.Builder, list []stats.Comparison) {
	used := map[string]bool{}
	for i := range list {
		used[content.TodayText(&list[i])] = true
		used[content.ThenText(&list[i])] = true
	}
	for _, mark := range content.MarkTexts {
		if used[mark.Term] {
			fmt.Fprintf(out, "\n%s: %s.\n", mark.Term, mark.Text)
		}
	}
}

func outcomeSummary(counts []int) string {
	parts := make([]string, len(counts))
	for outcome, n := range counts {
		parts[outcome] = fmt.Sprintf("%d %s", n, content.OutcomeTexts[outcome])
	}
	return content.FullStop(nl.Capital(nl.List(parts)))
}
