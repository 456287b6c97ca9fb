package workbook

import (
	"fmt"
	"strings"

	"herstel/report/content"
	"herstel/stats/nl"
)

// cover lays out the front sheet: lines of text, no table.
func (b *book) cover(string) sheet {
	f := b.figs
	year, month, day := f.ReferenceDate.Civil()
	lines := []string{
		fmt.Sprintf("Verslagjaar: %d. De tabellen geven %s.", f.Year, yearsText(f.Years)),
		"Peildatum: " + nl.Date(year, month, day) + ". Wat daarna gebeurde, telt niet mee.",
		strings.TrimSpace("Gemaakt met herstel " + f.Version + ". " + b.chapter.Run),
		"Elk cijfer heeft een eigen blad met één tabel: het nieuwste jaar vooraan, en achteraan het verschil met het " +
			"jaar ervoor. " +
			"De cellen bevatten de getallen zonder afronding.",
		"Het blad Onzekerheid heeft alle aandelen van alle jaren in één lange tabel, met hun toevalsmarge. Die is " +
			"ook geschikt voor Power Query.",
		"Privacy: " + content.HiddenText(f),
		"Het blad Inhoud heeft een link naar elk blad. Op het blad Verantwoording staat met welke bestanden en " +
			"regels deze cijfers zijn gemaakt.",
	}
	for _, t := range b.chapter.Publisher {
		lines = append(lines, t.Term+": "+t.Text)
	}
	if unchecked := content.UncheckedNotice(f); unchecked != "" {
		lines = append([]string{unchecked}, lines...)
	}
	if f.Demo {
		lines = append([]string{content.ExampleMark +
			": deze cijfers komen uit verzonnen zaken. Gebruik ze niet in een verslag."}, lines...)
	}
	return sheet{
		title: b.coverTitle(),
		intro: "Dit blad heeft geen tabel. " + whereLine,
		lines: lines,
	}
}

// coverTitle is the title of the whole workbook.
func (b *book) coverTitle() string { return "Cijfers bij het jaarverslag " + b.chapter.Period }

// contents lays out the list of contents, with a link to every other sheet.
func (b *book) contents(name string) sheet {
	s := sheet{
		title:   "Inhoud",
		intro:   tableLine,
		columns: []column{{header: "Blad", width: wide}, {header: "Onderwerp", width: cover}},
	}
	for _, planned := range b.sheets {
		if planned.name != name {
			link := entry{form: formLink, text: planned.name, link: planned.name}
			s.rows = append(s.rows, []entry{link, textEntry(planned.subject)})
		}
	}
	return s
}
