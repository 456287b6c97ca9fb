package workbook

import (
	"fmt"
	"slices"
	"strings"

	"herstel/report/content"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// noteList collects the notes of the workbook in the order in which they are
// first used, so that every note that is defined is used.
type noteList struct {
	list []string
}

// mark gives the mark of a note, as it stands in a text: [noot 1].
func (n *noteList) mark(note string) string {
	at := slices.Index(n.list, note)
	if at < 0 {
		n.list = append(n.list, note)
		at = len(n.list) - 1
	}
	return noteMark(at)
}

func noteMark(i int) string { return fmt.Sprintf("[noot %d]", i+1) }

// figureNotes gives the marks of the notes that go with a whole table.
func (b *book) figureNotes(table *stats.Table) []string {
	f := &table.Figure
	var marks []string
	if hasShares(f) {
		marks = append(marks, b.notes.mark(clearNote))
	}
	for y, year := range b.figs.Years {
		for _, reason := range unavailable(table.Rows, y) {
			marks = append(marks, b.notes.mark(fmt.Sprintf("Niet beschikbaar in %d: %s.", year,
				strings.TrimSuffix(reason, "."))))
		}
	}
	if open := b.figs.OpenCases; open.Known && open.N > 0 && mayStillGrow(f) {
		marks = append(marks, b.notes.mark(fmt.Sprintf("Van %d %s op de peildatum nog niet afgesloten. Daar kan "+
			"later nog contact uit komen.",
			b.figs.Year, openCasesText(open.N))))
	}
	if years := provisionalYears(b.figs, table); years != nil {
		marks = append(marks, b.notes.mark(fmt.Sprintf("Voorlopig in %s: op de peildatum van dat jaar liep meer dan "+
			"5%% van de uitgezette zaken nog. "+
			"Deze getallen kunnen nog veranderen.", nl.List(years))))
	}
	v := sentences.NewView(b.figs, table)
	for _, s := range []string{v.Incomparable(), v.KnownOnly(nil)} {
		if s != "" && !b.figs.CompareNow {
			marks = append(marks, b.notes.mark(s))
		}
	}
	return slices.Compact(marks)
}

// provisionalYears lists the years of which a number of the table can still change.
func provisionalYears(figs *stats.Figures, table *stats.Table) []string {
	var years []string
	for y, year := range figs.Years {
		if slices.ContainsFunc(table.Rows, func(r stats.Row) bool { return r.Cells[y].Provisional }) {
			years = append(years, nl.Year(year))
		}
	}
	return years
}

func openCasesText(n int) string {
	return nl.Plural(n, "was", "waren") + " " + nl.Count(n, "uitgezette zaak", "uitgezette zaken")
}

// mayStillGrow says whether cases that are still open can add to the count of
// a figure.
func mayStillGrow(f *stats.Figure) bool {
	return f.Count.Contact && f.Span == stats.ByCohort && !slices.Contains(f.Needs, rules.ColContacted)
}

// unavailable lists the reasons why cells of a year are not available.
func unavailable(rows []stats.Row, y int) []string {
	var reasons []string
	for i := range rows {
		cell := &rows[i].Cells[y]
		if cell.Status == stats.NotAvailable && !slices.Contains(reasons, cell.Reason) {
			reasons = append(reasons, cell.Reason)
		}
	}
	return reasons
}

// exceptionNotes gives the marks of the notes that go with single rows: numbers
// that are shown thanks to an exception.
func (b *book) exceptionNotes(table *stats.Table) map[int]string {
	marks := map[int]string{}
	for i := range table.Rows {
		for y := range table.Rows[i].Cells {
			if !content.ExceptionNeeded(b.figs, table, i, y) {
				continue
			}
			reason := table.Rows[i].Cells[y].Exception
			mark := b.notes.mark(fmt.Sprintf("Te zien op grond van een uitzondering (%d): %s", b.figs.Years[y],
				content.FullStop(reason)))
			marks[i] = strings.TrimSpace(marks[i] + " " + mark)
		}
	}
	return marks
}

// marginNote explains the chance margin.
func marginNote() string { return strings.Join(content.MarginText, " ") }

// tableIntro is the one line between the title and the table.
func (b *book) tableIntro(marks []string) string {
	intro := tableLine
	if len(marks) > 0 {
		intro += " Noten: " + nl.List(marks) + "."
	}
	return intro
}

// tableLine is the line below the title of a sheet with a table: no wider than a
// printed page.
const tableLine = "Dit blad heeft 1 tabel. " + whereLine

const whereLine = "Uitleg staat op het blad Toelichting. " + symbolLine

const symbolLine = symbolHidden + " is verborgen voor privacy, " + symbolNotAvailable + " is niet beschikbaar, " +
	symbolNotApplicable + " is niet van toepassing."

// explainedTerm is a word of the workbook with its meaning.
type explainedTerm struct{ kind, word, meaning string }

var explainedTerms = []explainedTerm{
	{"Symbool", symbolHidden,
		"Verborgen voor privacy. Het getal is te klein, of een ander klein getal is eruit te berekenen."},
	{"Symbool", symbolNotAvailable,
		"Niet beschikbaar. De export bevat niet wat het cijfer nodig heeft; een noot noemt de reden."},
	{"Symbool", symbolNotApplicable,
		"Niet van toepassing. Het getal bestaat hier niet, zoals een aandeel van nul zaken."},
	{"Begrip", "Teller", "Het aantal zaken dat telt voor het cijfer."},
	{"Begrip", "Noemer", "Het aantal zaken waar de teller een deel van is."},
	{"Begrip", "Aandeel", "De teller gedeeld door de noemer. De cel bevat het getal zonder afronding; het getoonde " +
		"percentage is afgerond."},
	{"Begrip", "Procentpunt", "Het verschil tussen twee percentages. Van 55% naar 45% is 10 procentpunt minder."},
	{"Begrip", "Jaar", "Het jaar van de aanmelddatum, tenzij de definitie van het cijfer iets anders zegt."},
	{"Begrip", "Peildatum", "De datum waarop de stand is opgemaakt. Wat daarna gebeurde, telt niet mee. Een eerder " +
		"jaar staat er zoals het was op diezelfde dag, evenveel jaren eerder."},
}

// explanation lays out the symbols, the notes and the register of definitions,
// which comes from the catalog.
func (b *book) explanation(string) sheet {
	s := sheet{
		title: "Toelichting: symbolen, noten en definities",
		intro: "Dit blad heeft 1 tabel. De formules onderaan worden niet afgedrukt. " + symbolLine,
		columns: []column{
			{header: "Soort", width: 13}, {header: "Naam", width: wide}, {header: "Uitleg", width: prose},
		},
		upright: true,
	}
	add := func(cells ...string) {
		row := make([]entry, len(cells))
		for i, c := range cells {
			row[i] = textEntry(c)
		}
		s.rows = append(s.rows, row)
	}
	for _, t := range explainedTerms {
		add(t.kind, t.word, t.meaning)
	}
	for _, d := range content.SharedDefinitions(b.figs) {
		add("Begrip", d.Title, d.Definition)
	}
	for i, note := range b.notes.list {
		add("Noot", noteMark(i), note)
	}
	for i := range b.figs.Tables {
		f := &b.figs.Tables[i].Figure
		meaning := f.Definition
		if f.BaseText != "" {
			meaning += " Noemer: " + f.BaseText + "."
		}
		add("Cijfer", fmt.Sprintf("%d. %s", f.Number, f.Title), meaning)
	}
	printed := len(s.rows)
	add("Narekenen", "Vooraf", content.FormulaAdvice+" "+content.ArrayAdvice)
	for i := range b.figs.Tables {
		if text := content.FormulaText(&b.figs.Tables[i].Formula); text != "" {
			f := &b.figs.Tables[i].Figure
			add("Narekenen", fmt.Sprintf("%d. %s", f.Number, f.Title), text)
		}
	}
	s.onScreen = len(s.rows) - printed
	return s
}
