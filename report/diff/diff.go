package diff

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"herstel/report/content"
	"herstel/report/tidy"
	"herstel/stats"
	"herstel/stats/nl"
)

// Diff is what changed between two exports, two tidy JSONs, or one of each.
type Diff struct {
	Old, New DiffSide
	Figures  *FigureDiff
	// Cases is nil unless both sides are exports and what is told stays inside: it
	// says how numbers changed that a report hides. All else follows from the two
	// documents.
	Cases *stats.CaseDiff
}

// DiffSide is one of the two things that are compared.
type DiffSide struct {
	Name     string
	IsExport bool
	Cases    int // of an export: the cases that count
	Document *tidy.Document
}

// Any reports whether anything changed.
func (d *Diff) Any() bool {
	return len(d.Figures.Changes)+len(d.Figures.OnlyOld)+len(d.Figures.OnlyNew) > 0 || d.Cases != nil && d.Cases.Any()
}

// mostListed is how many cases the table names behind one number; JSON has all.
const mostListed = 12

// WriteDiff tells what changed. Between two exports it names cases: it is for
// the screen, not for a report.
func WriteDiff(w io.Writer, d *Diff) error {
	var out strings.Builder
	if d.Old.Document.Demo || d.New.Document.Demo {
		fmt.Fprintln(&out, content.ExampleMark)
	}
	fmt.Fprintf(&out, "oud:   %s\nnieuw: %s\n", d.Old.text(), d.New.text())
	if d.Old.Document.ReferenceDate != d.New.Document.ReferenceDate {
		out.WriteString("De peildatums verschillen: een cijfer kan ook daardoor anders zijn.\n")
	}
	switch {
	case d.Any():
	case d.silent():
		out.WriteString("\nAan wat een verslag laat zien, is niets veranderd.\n")
	default:
		out.WriteString("\nEr is niets veranderd.\n")
	}
	if d.Cases != nil {
		out.WriteString(internalRemark + "\n")
		writeCaseDiff(&out, d.Cases)
	}
	d.writeFigures(&out)
	if d.silent() {
		out.WriteString(silentRemark)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// silent says that there are cases behind the figures, and that they are not told.
func (d *Diff) silent() bool { return d.Cases == nil && d.Old.IsExport && d.New.IsExport }

const (
	internalRemark = "\nHieronder staan zaken, ook achter getallen die een verslag verbergt. Houd dit binnen je " +
		"organisatie."
	silentRemark = "\nMet --internal zie je ook welke zaken erbij kwamen, weggingen of wijzigden. Dat blijft binnen " +
		"je organisatie.\n"
)

func (s *DiffSide) text() string {
	what := "cijfers van " + nl.Year(s.Document.Year)
	if s.IsExport {
		what = nl.Count(s.Cases, "zaak", "zaken")
	}
	return fmt.Sprintf("%s (%s, peildatum %s)", content.OneLine(s.Name), what,
		content.DayText(s.Document.ReferenceDate))
}

func writeCaseDiff(out *strings.Builder, d *stats.CaseDiff) {
	writeCaseList(out, "erbij", d.Added)
	writeCaseList(out, "weg", d.Removed)
	writeCaseList(out, "gewijzigd", d.Changed)
	if len(d.Duplicates) > 0 {
		fmt.Fprintf(out, "\n%s met een ander aantal dubbele rijen\n",
			nl.Count(len(d.Duplicates), "zaaknummer", "zaaknummers"))
	}
	for _, dup := range d.Duplicates {
		fmt.Fprintf(out, "  %s: %d keer dubbel, nu %d keer%s\n", content.OneLine(dup.Number), len(dup.Old),
			len(dup.New), placesText(dup.New))
	}
	for i, what := range []string{"oude", "nieuwe"} {
		if n := d.Nameless[i]; n > 0 {
			fmt.Fprintf(out, "\nIn de %s export %s geen zaaknummer, en zonder nummer is niet te zien of een zaak "+
				"dezelfde is.\n",
				what, nl.Plural(n, "heeft een zaak die anders is", fmt.Sprintf("hebben %d zaken die anders zijn", n)))
		}
	}
}

func placesText(places []stats.Place) string {
	if len(places) == 0 {
		return ""
	}
	var words []string
	for _, p := range places {
		words = append(words, placeText(&p))
	}
	return " (" + nl.List(words) + ")"
}

func placeText(p *stats.Place) string {
	text := content.OneLine(p.File)
	if p.Sheet != "" {
		text += ", blad " + content.OneLine(p.Sheet)
	}
	return fmt.Sprintf("%s, rij %d", text, p.Row)
}

func writeCaseList(out *strings.Builder, what string, cases []stats.DiffCase) {
	if len(cases) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s %s\n", nl.Count(len(cases), "zaak", "zaken"), what)
	for i := range cases {
		c := &cases[i]
		place := c.New
		if place == nil {
			place = c.Old
		}
		fmt.Fprintf(out, "  %s (%s)", numberText(c.Number), placeText(place))
		var words []string
		for _, f := range c.Fields {
			words = append(words, fieldText(f))
		}
		switch {
		case c.Reason != "" && c.New == nil:
			words = append(words, "de rij is er nog, maar telt niet mee: "+c.Reason)
		case c.Reason != "":
			words = append(words, "de rij was er al, maar telde niet mee: "+c.Reason)
		}
		if len(words) > 0 {
			out.WriteString(": " + strings.Join(words, "; "))
		}
		out.WriteString("\n")
	}
}

func numberText(number string) string { return cmp.Or(content.OneLine(number), "zonder zaaknummer") }

func fieldText(f stats.FieldChange) string {
	if f.Old == "" && f.New == "" {
		return content.OneLine(f.Column) + " gewijzigd"
	}
	return fmt.Sprintf("%s: %s → %s", content.OneLine(f.Column), content.OneLine(f.Old), content.OneLine(f.New))
}

// noticeable says that a share moved by its noemer alone, and a reader would see
// it: it is the only number of its figure, or it is another whole percentage, or
// the noemer went into or out of hiding.
func (c *CellChange) noticeable() bool {
	if c.Old.Has("noemer") != c.New.Has("noemer") {
		return true
	}
	percent := func(cell *tidy.Cell) string {
		return nl.Percent(int(cell.Numbers["aantal"]), int(cell.Numbers["noemer"]), 0)
	}
	shown := c.Old.Numbers["noemer"] > 0 && c.New.Numbers["noemer"] > 0
	return shown && (len(c.Category) == 0 || percent(&c.Old) != percent(&c.New))
}

// writeFigures lists the numbers that changed, figure by figure. Where only the
// noemer of a cell changed and nobody would notice, it is counted and not listed.
func (d *Diff) writeFigures(out *strings.Builder) {
	changes := d.Figures.Changes
	for len(changes) > 0 {
		n := 1
		for n < len(changes) && changes[n].Figure == changes[0].Figure && changes[n].Year == changes[0].Year {
			n++
		}
		d.writeFigure(out, changes[:n])
		changes = changes[n:]
	}
	for _, side := range []struct {
		list []string
		what string
	}{{d.Figures.OnlyOld, "oude"}, {d.Figures.OnlyNew, "nieuwe"}} {
		if len(side.list) > 0 {
			fmt.Fprintf(out, "\nAlleen in het %s: %s\n", side.what, content.OneLine(nl.List(side.list)))
		}
	}
	if d.Figures.Summary() != "" {
		fmt.Fprintf(out, "\n%s.\n", nl.Capital(d.Figures.Summary()))
	}
}

// Summary says in Dutch, without a full stop, how many numbers changed; it is
// empty when none did.
func (d *FigureDiff) Summary() string {
	var parts []string
	if n := len(d.Changes); n > 0 {
		parts = append(parts, nl.Count(n, "getal is anders", "getallen zijn anders")+d.crossings())
	}
	if n := len(d.OnlyOld); n > 0 {
		parts = append(parts, nl.Count(n, "tabel staat er niet meer in", "tabellen staan er niet meer in"))
	}
	if n := len(d.OnlyNew); n > 0 {
		parts = append(parts, nl.Count(n, "tabel is nieuw", "tabellen zijn nieuw"))
	}
	return strings.Join(parts, "; ")
}

func (d *FigureDiff) crossings() string {
	var counts [len(crossingTexts)]int
	for i := range d.Changes {
		counts[d.Changes[i].Crossing]++
	}
	var told []string
	if n := counts[IntoHiding]; n > 0 {
		told = append(told, nl.Count(n, "is nu verborgen", "zijn nu verborgen"))
	}
	if n := counts[OutOfHiding]; n > 0 {
		told = append(told, nl.Count(n, "is nu te zien", "zijn nu te zien"))
	}
	if len(told) == 0 {
		return ""
	}
	return " (" + nl.List(told) + ")"
}

func (d *Diff) writeFigure(out *strings.Builder, changes []CellChange) {
	fmt.Fprintf(out, "\n%s %d\n", content.OneLine(changes[0].Figure), changes[0].Year)
	rest := 0
	for i := range changes {
		c := &changes[i]
		if !c.Count && !c.noticeable() {
			rest++
			continue
		}
		if category := content.CategoryLine(c.Category); category != "" {
			fmt.Fprintf(out, "  %s: ", content.OneLine(category))
		} else {
			out.WriteString("  ")
		}
		before, after := cellText(&c.Old, &c.New), cellText(&c.New, &c.Old)
		if before == after {
			after += " (alleen na afronding gelijk)"
		}
		fmt.Fprintf(out, "%s → %s\n", before, after)
		count, base := d.causes(c)
		writeCauses(out, "door", count)
		writeCauses(out, "noemer door", base)
	}
	if rest > 0 {
		fmt.Fprintf(out, "  van %s veranderde alleen de noemer\n", nl.Count(rest, "getal", "getallen"))
	}
}

// causes are the cases behind a change. Those behind a number or a noemer that
// is hidden on either side are not told.
func (d *Diff) causes(c *CellChange) (count, base []stats.CaseEffect) {
	ok := stats.OK.String()
	if d.Cases == nil || c.Old.Status != ok || c.New.Status != ok {
		return nil, nil
	}
	count, base = d.Cases.Effects(c.Figure, c.New.Values(), c.Year)
	if !c.Old.Has("noemer") || !c.New.Has("noemer") || c.Old.Same(&c.New, "noemer") {
		base = nil
	}
	return count, base
}

func writeCauses(out *strings.Builder, what string, effects []stats.CaseEffect) {
	if len(effects) == 0 {
		return
	}
	var words []string
	for i, e := range effects {
		if i == mostListed {
			words = append(words, fmt.Sprintf("%d andere", len(effects)-mostListed))
			break
		}
		words = append(words, numberText(e.Number)+" ("+effectText(e)+")")
	}
	fmt.Fprintf(out, "    %s %s\n", what, nl.List(words))
}

func effectText(e stats.CaseEffect) string {
	switch e.Count + e.Base {
	case 0:
		return "ander aantal dagen"
	case 1:
		return "erbij"
	}
	return "eraf"
}

// cellText writes the numbers of one cell, beside the same cell of the other side.
func cellText(c, other *tidy.Cell) string {
	switch c.Status {
	case stats.Suppressed.String():
		return "verborgen"
	case stats.NotAvailable.String():
		return "niet beschikbaar"
	}
	count, base := int(c.Numbers["aantal"]), int(c.Numbers["noemer"])
	text := nl.IntText(count)
	switch {
	case !c.Has("aantal") && c.Has("aandeel"):
		text = nl.PercentOf(c.Numbers["aandeel"], 1)
	case base > 0 && c.Has("aandeel"):
		text += fmt.Sprintf(" van %s (%s)", nl.IntText(base), nl.Percent(count, base, 1))
	case other.Has("noemer") && c.HidesBase:
		text += " (noemer verborgen)"
	case c.Has("mediaan"):
		text += " (mediaan " + daysOf(c, "mediaan")
		for _, quantile := range []string{"p25", "p75", "p90"} {
			if c.Has(quantile) {
				text += ", " + quantile + " " + daysOf(c, quantile)
			}
		}
		text += " dagen)"
	}
	if c.Has("rang") {
		text += fmt.Sprintf(", rang %d", int(c.Numbers["rang"]))
	}
	return text
}

func daysOf(c *tidy.Cell, name string) string { return nl.DecimalShort(c.Numbers[name], 1) }
