package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"herstel/stats/casefile"
	"herstel/stats/nl"
)

// fragment writes the part of a herstel.yaml that makes unknown values known.
func fragment(suggestions []casefile.Suggestion) string {
	if len(suggestions) == 0 {
		return ""
	}
	var b strings.Builder
	if err := casefile.WriteFragment(&b, suggestions); err != nil {
		return ""
	}
	return b.String()
}

func (c *checked) writeJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(c)
}

func (c *checked) writeTable(w io.Writer) error {
	var b strings.Builder
	b.WriteString("Gelezen\n")
	for _, s := range c.Sources {
		fmt.Fprintf(&b, "  %s: %s\n", sourceName(s.File, s.Sheet), rowCounts(s.Rows, s.Counted, s.LeftOut, s.NotCase))
	}
	c.writeYears(&b)
	c.writeOdd(&b)
	c.writeNotices(&b)
	c.writeLinked(&b)
	c.writeDerived(&b)
	c.writeFindings(&b)
	c.writeUnknown(&b)
	if c.Privacy != nil {
		c.Privacy.write(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeYears says how many cases there are of each year: a year that is out of
// place shows a typing error in a date.
func (c *checked) writeYears(b *strings.Builder) {
	words := []string{}
	for _, y := range c.Years {
		words = append(words, fmt.Sprintf("%d: %s", y.Year, nl.Int(y.Count)))
	}
	if len(words) == 0 {
		words = []string{"geen"}
	}
	fmt.Fprintf(b, "\nZaken per jaar: %s\n", strings.Join(words, ", "))
}

// writeOdd tells what is odd about the input as a whole.
func (c *checked) writeOdd(b *strings.Builder) {
	if len(c.Odd) == 0 {
		return
	}
	b.WriteString("\nOpvallend\n")
	for _, n := range c.Odd {
		rows := ""
		if len(n.Rows) > 0 {
			rows = fmt.Sprintf(" (%s %s)", nl.Plural(len(n.Rows), "rij", "rijen"), rowList(n.Rows, len(n.Rows)))
		}
		fmt.Fprintf(b, "  %s: %s: %s%s\n", n.Severity, n.ID, n.line, rows)
	}
}

func (c *checked) writeNotices(b *strings.Builder) {
	if len(c.Notices) == 0 {
		return
	}
	b.WriteString("\nLet op\n")
	for _, n := range c.Notices {
		fmt.Fprintf(b, "  %s\n", n)
	}
}

func sourceName(file, sheet string) string {
	if sheet == "" {
		return file
	}
	return file + ", blad " + sheet
}

// rowCounts writes the account of one file.
func rowCounts(rows, counted, leftOut, notCase int) string {
	return fmt.Sprintf("%s %s, %s meegeteld, %s weggelaten, %s geen zaak",
		nl.Int(rows), nl.Plural(rows, "rij", "rijen"), nl.Int(counted), nl.Int(leftOut), nl.Int(notCase))
}

// writeFindings lists the findings, the heaviest first.
func (c *checked) writeFindings(b *strings.Builder) {
	b.WriteString("\nBevindingen\n")
	if len(c.Findings) == 0 {
		b.WriteString("  geen\n")
		return
	}
	findings := slices.Clone(c.Findings)
	slices.SortStableFunc(findings,
		func(x, y checkedFinding) int { return cmp.Compare(y.rule.Severity, x.rule.Severity) })
	several := len(c.Sources) > 1
	for _, f := range findings {
		title := f.ID
		if f.Column != "" && f.Column != f.ID {
			title += " in kolom " + f.Column
		}
		if several || f.Sheet != "" {
			title += ", " + sourceName(f.File, f.Sheet)
		}
		fmt.Fprintf(b, "  %s: %s (%s)\n", f.Severity, title, nl.Count(f.Count, "rij", "rijen"))
		fmt.Fprintf(b, "    %s; %s\n", f.rule.Meaning, f.rule.Result)
		fmt.Fprintf(b, "    rij %s\n", rowList(f.Rows, f.Count))
		if words := shapeWords(f.Shapes); words != "" {
			fmt.Fprintf(b, "    zo ziet het eruit (9 is een cijfer, x een letter): %s\n", words)
		}
		fmt.Fprintf(b, "    tip: %s\n", f.rule.Remedy)
	}
}

// rowList lists row numbers, and says how many more there are and how to see
// them.
func rowList(rows []int, count int) string {
	list := rowsAndMore(rows, count)
	if count > len(rows) {
		list += " (toon ze met --all)"
	}
	return list
}

// rowsAndMore lists row numbers, and says how many more there are.
func rowsAndMore(rows []int, count int) string {
	words := make([]string, len(rows))
	for i, row := range rows {
		words[i] = strconv.Itoa(row)
	}
	list := strings.Join(words, ", ")
	if more := count - len(rows); more > 0 {
		list += " en nog " + nl.Int(more)
	}
	return list
}

// writeUnknown lists the values that are not in the rules. What the file says
// is shown here, because the user has to map it.
func (c *checked) writeUnknown(b *strings.Builder) {
	if len(c.Unknown) == 0 && len(c.Withheld) == 0 {
		return
	}
	b.WriteString("\nOnbekende waarden\n")
	for _, w := range c.Withheld {
		fmt.Fprintf(b, "  kolom %s: %s\n", w.Column, w.words)
	}
	if len(c.Unknown) == 0 {
		return
	}
	for _, v := range c.Unknown {
		fmt.Fprintf(b, "  %s: %s (%s)", v.Column, quote(v.Value), nl.Count(v.Count, "rij", "rijen"))
		switch {
		case v.Near != "" && v.Group != "":
			fmt.Fprintf(b, ", lijkt op %s (%s)", v.Near, v.Group)
		case v.Near != "":
			fmt.Fprintf(b, ", lijkt op %s", v.Near)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "\nZet dit in herstel.yaml, en kijk het na:\n\n%s", c.Fragment)
}
