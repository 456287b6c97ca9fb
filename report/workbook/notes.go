package workbook

import (
	"fmt"
	"slices"
	"strings"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
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
func (b *book) figureNotes(f *content.Figure) []string {
	var marks []string
	for _, note := range f.Notes {
		marks = append(marks, b.notes.mark(note))
	}
	return marks
}

// exceptionNotes gives the marks of the notes that go with one row: numbers that
// are shown thanks to an exception.
func (b *book) exceptionNotes(table *stats.Table, row int) string {
	var marks []string
	for _, note := range content.ExceptionNotes(b.figs, table, row) {
		marks = append(marks, b.notes.mark(note))
	}
	return strings.Join(marks, " ")
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
	for _, mark := range content.MarkTexts {
		add("Symbool", mark.Term, nl.Sentence(mark.Text))
	}
	for _, t := range content.Glossary {
		add("Begrip", t.Term, t.Text)
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
