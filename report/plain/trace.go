package plain

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"herstel/report/content"
	"herstel/report/tidy"
	"herstel/stats"
	"herstel/stats/nl"
)

// InternalRemark says what it means to see a number that the report hides.
const InternalRemark = "Dit getal is in het verslag verborgen, omdat het over weinig mensen gaat. Houd wat hieronder " +
	"staat binnen je organisatie."

// Trace tells how one number comes about, and names the row of each case
// behind it. It names cases: it is for the screen, not for a report.
func Trace(w io.Writer, t *stats.Trace, demo bool) error {
	var out strings.Builder
	if demo {
		fmt.Fprintln(&out, content.ExampleMark)
	}
	if t.Hidden {
		fmt.Fprintln(&out, InternalRemark)
	}
	fmt.Fprintf(&out, "%s: %s\nGeteld op %s.\n", traceTitle(t), traceNumber(t), content.DayText(t.Date))
	if t.Figure.Estimated() {
		fmt.Fprintf(&out, "%s\n", estimateRemark)
	}
	writeSteps(&out, t.Steps)
	writeRaw(&out, t)
	if t.Formula.Dutch != "" {
		advice := content.FormulaAdvice
		if t.Formula.Array {
			advice += " " + content.ArrayAdvice
		}
		fmt.Fprintf(&out, "\nZo reken je het na in Excel\n  %s\n  %s\n", advice, content.OneLine(t.Formula.Dutch))
		for _, aside := range content.FormulaAsides(&t.Formula) {
			fmt.Fprintf(&out, "  %s\n", aside)
		}
	} else if t.Formula.Why != "" {
		fmt.Fprintf(&out, "\nNiet met één formule na te rekenen: %s\n",
			content.FullStop(content.OneLine(t.Formula.Why)))
	}
	counting := 0
	for counting < len(t.Cases) && t.Cases[counting].Counts {
		counting++
	}
	writeCases(&out, t, nl.Count(counting, "zaak die meetelt", "zaken die meetellen"), t.Cases[:counting])
	if rest := t.Cases[counting:]; len(rest) > 0 {
		writeCases(&out, t, nl.Count(len(rest), "zaak van de noemer die niet meetelt",
			"zaken van de noemer die niet meetellen"), rest)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func traceTitle(t *stats.Trace) string {
	title := t.Figure.Title
	if category := content.CategoryLine(t.Category); category != "" {
		title += ", " + category
	}
	return content.OneLine(title) + ", " + nl.Year(t.Year)
}

// traceNumber writes the number as the report does.
func traceNumber(t *stats.Trace) string {
	text := nl.IntText(t.Count)
	if t.Figure.Estimated() {
		return estimateNumber(t)
	}
	if t.Base > 0 {
		text += " van " + nl.IntText(t.Base) + " (" + nl.Percent(t.Count, t.Base, 1) + ")"
	}
	if t.NoBase {
		text += " (noemer verborgen)"
	}
	if q := t.Quantiles; q.Known {
		text += ", mediaan " + nl.DecimalShort(q.Median, 1) + " dagen"
	}
	return text
}

// estimateNumber writes an estimate, which is no share of the cases behind it.
func estimateNumber(t *stats.Trace) string {
	switch {
	case t.Estimate.Known:
		return nl.PercentOf(t.Estimate.Value, 1) + " (een schatting)"
	case t.Waits.Median.Day.Known:
		return nl.Count(t.Count, "zaak", "zaken") + ", mediaan " + nl.IntText(t.Waits.Median.Day.N) +
			" dagen (een schatting)"
	}
	return nl.Count(t.Count, "zaak", "zaken")
}

// estimateRemark says why the rows do not add up to an estimate.
const estimateRemark = "Dit is een schatting: een zaak die nog loopt, telt mee zolang herstel haar kan volgen. Het " +
	"getal is dus geen deling van de aantallen hieronder."

func writeSteps(out *strings.Builder, steps []stats.Step) {
	out.WriteString("\nZo komt het getal tot stand\n")
	for _, s := range steps {
		number := nl.IntText(s.Cases)
		if s.Hidden {
			number = "verborgen"
		}
		fmt.Fprintf(out, "%9s  %s\n", number, content.OneLine(s.Text))
	}
}

// writeRaw lists the values as they stand in the export.
func writeRaw(out *strings.Builder, t *stats.Trace) {
	if t.NoRaw {
		out.WriteString("\nMet --internal zie je ook welke waarden in de export erbij horen, en hoe vaak. Dat blijft " +
			"binnen je organisatie.\n")
	}
	if len(t.Raw) == 0 {
		return
	}
	out.WriteString("\nWat er in de export staat bij de zaken die meetellen\n")
	for _, v := range t.Raw {
		fmt.Fprintf(out, "%9s  %s: %s\n", nl.IntText(v.Cases), content.OneLine(v.Column),
			cmp.Or(content.OneLine(v.Value), "(leeg)"))
	}
}

// traceColumns are the columns of the list of cases.
func traceColumns(t *stats.Trace) []string {
	columns := []string{"bestand", "blad", "rij", "zaaknummer"}
	if t.Figure.Kind == stats.KindLeadTime {
		columns = append(columns, "dagen")
	}
	if t.Figure.Estimated() {
		columns = append(columns, "dagen", "afloop")
	}
	return columns
}

func traceFields(t *stats.Trace, c *stats.TracedCase) []string {
	source := t.Sources[c.Source]
	fields := []string{content.OneLine(source.Name), content.OneLine(source.Sheet), strconv.Itoa(c.Row),
		content.OneLine(c.Number)}
	if t.Figure.Kind == stats.KindLeadTime {
		fields = append(fields, strconv.Itoa(c.Days))
	}
	if t.Figure.Estimated() {
		fields = append(fields, strconv.Itoa(c.Days), c.End)
	}
	return fields
}

func writeCases(out *strings.Builder, t *stats.Trace, what string, cases []stats.TracedCase) {
	fmt.Fprintf(out, "\n%s\n", what)
	if len(cases) == 0 {
		return
	}
	sheets := slices.ContainsFunc(t.Sources, func(s stats.Source) bool { return s.Sheet != "" })
	line := func(fields []string) string {
		if !sheets {
			fields = slices.Delete(fields, 1, 2)
		}
		return strings.Join(fields, "\t")
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, line(traceColumns(t)))
	for i := range cases {
		fields := traceFields(t, &cases[i])
		for k, text := range fields {
			fields[k] = cmp.Or(text, nl.Unknown)
		}
		fmt.Fprintln(table, line(fields))
	}
	table.Flush() // a strings.Builder takes everything
}

// TraceCSV writes the cases behind a number, one a line, with a column that says
// which of them count.
func TraceCSV(w io.Writer, t *stats.Trace, demo bool) error {
	out := csv.NewWriter(w)
	header := append(traceColumns(t), "telt_mee")
	if demo {
		header = append(header, "opmerking")
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for i := range t.Cases {
		record := traceFields(t, &t.Cases[i])
		for k := range record {
			record[k] = tidy.PlainText(record[k])
		}
		record = append(record, map[bool]string{true: "ja", false: "nee"}[t.Cases[i].Counts])
		if demo {
			record = append(record, content.ExampleMark)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
