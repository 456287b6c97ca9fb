package plain

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"herstel/report/content"
	"herstel/stats/nl"
)

// Markdown writes the chapter as Markdown: headings, sentences and tables to
// take over in a report.
func Markdown(w io.Writer, c *content.Chapter) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n\n", c.Title)
	for _, s := range c.Warnings {
		fmt.Fprintf(out, "**%s**\n\n", escapeMarkdown(s))
	}
	fmt.Fprintf(out, "Peildatum: %s. %s\n", c.Reference, c.Ages)
	for _, section := range c.Sections {
		fmt.Fprintf(out, "\n## %s\n", escapeMarkdown(section.Title))
		for _, f := range section.Figures {
			writeMarkdownFigure(out, f)
		}
	}
	writeMarkdownAccount(out, c.Account)
	return out.Flush()
}

func writeMarkdownFigure(out *bufio.Writer, f *content.Figure) {
	fmt.Fprintf(out, "\n### %s\n\n", escapeMarkdown(f.Title))
	fmt.Fprintf(out, "%s\n", escapeMarkdown(f.Told()))
	if len(f.Table.Bodies) > 0 {
		fmt.Fprintf(out, "\n")
		writeMarkdownView(out, f.Table)
	}
	if f.Base != "" {
		fmt.Fprintf(out, "\n%s\n", escapeMarkdown(f.Base))
	}
	for _, note := range f.Table.Notes {
		fmt.Fprintf(out, "\n%s\n", escapeMarkdown(note))
	}
}

// writeMarkdownView writes a table with one header row and its groups as rows.
func writeMarkdownView(out *bufio.Writer, v content.Table) {
	header, rows := content.Flatten(v)
	writeMarkdownRow(out, header)
	out.WriteString("|---" + strings.Repeat("|---:", len(header)-1) + "|\n")
	for _, row := range rows {
		writeMarkdownRow(out, row)
	}
}

func writeMarkdownRow(out *bufio.Writer, cells []string) {
	for _, cell := range cells {
		out.WriteString("| " + escapeMarkdown(strings.TrimSpace(cell)) + " ")
	}
	out.WriteString("|\n")
}

// A bracket is escaped where it would make a link or a picture: the [v] of a
// hidden cell stays as it is.
var markdownEscapes = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", ">",
	"&gt;",
	"](", `\](`, "][", `\]\[`, "![", `\!\[`)

// escapeMarkdown makes text of one line that means nothing to what shows it.
func escapeMarkdown(text string) string { return markdownEscapes.Replace(nl.OneLine(text)) }

func writeMarkdownAccount(out *bufio.Writer, a content.Account) {
	list := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(out, "\n### %s\n\n", title)
		for _, l := range lines {
			fmt.Fprintf(out, "- %s\n", escapeMarkdown(l))
		}
	}
	fmt.Fprintf(out, "\n## Verantwoording\n\n")
	for _, f := range a.Facts {
		fmt.Fprintf(out, "- %s: %s\n", f.Term, escapeMarkdown(f.Text))
	}
	fmt.Fprintf(out, "\n### Bronnen\n\n")
	writeMarkdownRow(out, []string{"Bestand", "Rijen", "Meegeteld", "Weggelaten", "Geen zaakrij", "SHA-256"})
	out.WriteString("|---|---:|---:|---:|---:|---|\n")
	for _, s := range a.Sources {
		writeMarkdownRow(out, []string{content.SourceName(s), nl.Int(s.Rows), nl.Int(s.Counted), nl.Int(s.LeftOut),
			nl.Int(s.NotCase), s.SHA256})
	}
	var notices []string
	for _, n := range a.Notices {
		notices = append(notices, n.Line())
	}
	list("Opvallend", notices)
	fmt.Fprintf(out, "\n### Bevindingen\n\n")
	if len(a.Findings) == 0 {
		fmt.Fprintf(out, "In de export is niets opgevallen.\n")
	} else {
		writeMarkdownRow(out, []string{"Bevinding", "Ernst", "Kolom", "Aantal", "Gevolg"})
		out.WriteString("|---|---|---|---:|---|\n")
		for _, f := range a.Findings {
			writeMarkdownRow(out, []string{f.Meaning, f.Severity, f.Column, f.Count, f.Effect})
		}
	}
	list("Privacy", append(a.Privacy, a.Exceptions...))
	list("Toevalsmarge", a.Margin)
	if a.Compared != "" {
		fmt.Fprintf(out, "\n### Vergeleken met eerdere verslagen\n\n%s\n\n", a.Compared)
		writeMarkdownComparisons(out, a.Published)
	}
	var definitions []string
	for _, d := range a.Definitions {
		definitions = append(definitions, d.Title+": "+d.Definition)
	}
	list("Definities", definitions)
}

func writeMarkdownComparisons(out *bufio.Writer, comparisons content.Comparisons) {
	rule := "|---|---|---|---:|---:|---|---|\n"
	if comparisons.Dated() {
		rule = "|---|---|---|---:|---:|---:|---|---|\n"
	}
	row := func(then string, fields ...string) {
		if comparisons.Dated() {
			fields = slices.Insert(fields, 4, then)
		}
		writeMarkdownRow(out, fields)
	}
	row(content.ThenHeader, "Verslag", "Cijfer", "Jaar", "Gedrukt", "Nu", "Uitkomst", "Mogelijke reden")
	out.WriteString(rule)
	for _, c := range comparisons {
		row(c.Then, c.Report, c.Number, nl.Year(c.Year), c.Printed, c.Today, c.Outcome, strings.Join(c.Reasons, " "))
	}
}
