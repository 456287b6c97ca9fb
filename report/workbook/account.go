package workbook

import (
	"cmp"
	"fmt"
	"strings"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

// account lays out what an auditor needs to redo the numbers, as one table:
// the run, the files, the rows, the findings and the exceptions.
func (b *book) account(string) sheet {
	a := accountSheet{}
	a.run(b)
	a.sources(b.figs.Sources)
	a.notices(b.figs.Notices)
	a.findings(b.figs)
	a.exceptions(b.figs)
	return sheet{
		title: "Verantwoording: bronnen, rijen, bevindingen en uitzonderingen",
		intro: tableLine,
		columns: []column{
			{header: "Onderdeel", width: narrow},
			{header: "Onderwerp", width: wide},
			{header: "Gegeven", width: wide},
			{header: "Waarde", width: wide, numeric: true},
			{header: "Uitleg", width: wide},
		},
		rows: a.rows,
	}
}

type accountSheet struct{ rows [][]entry }

func (a *accountSheet) add(part, subject, datum string, value entry, meaning string) {
	if value.form == formText {
		value.form = formSymbol
	}
	a.rows = append(a.rows, []entry{textEntry(part), textEntry(subject), textEntry(datum), value, textEntry(meaning)})
}

func (a *accountSheet) run(b *book) {
	f := b.figs
	const part = "Run"
	a.add(part, "herstel", "versie", textEntry(cmp.Or(f.Version, symbolNotAvailable)),
		"Dezelfde invoer, regels en versie geven dezelfde cijfers.")
	a.add(part, "herstel", "verslagjaar", entry{form: formRank, number: float64(f.Year)},
		"Het jaar waar het verslag over gaat.")
	a.add(part, "herstel", "peildatum", textEntry(cmp.Or(f.ReferenceDate.String(), symbolNotAvailable)),
		"Wat na deze datum gebeurde, telt niet mee.")
	for i, date := range f.ReferenceDates {
		a.add(part, "herstel", fmt.Sprintf("stand van %d", f.Years[i]), textEntry(date.String()),
			fmt.Sprintf("Uitgezette zaken van %d: aangemeld in %d en op deze datum uitgezet.", f.Years[i], f.Years[i]))
	}
	if f.Run != "" {
		a.add(part, "Verslag", "kenmerk", textEntry(f.Run), "Alle bestanden van dit verslag hebben dit kenmerk.")
	}
	a.add(part, "Regels", "rules_sha256", textEntry(cmp.Or(f.RulesSHA256, symbolNotAvailable)),
		"SHA-256 van de standaardregels en herstel.yaml samen.")
	a.add(part, "Privacy", "drempel", wholeEntry(f.Threshold), content.HiddenText(f))
	if f.Demo {
		a.add(part, content.ExampleMark, "demo", textEntry("ja"), "De zaken zijn verzonnen.")
	}
}

func (a *accountSheet) sources(sources []stats.Source) {
	total := stats.Source{}
	for _, s := range sources {
		subject := s.Name
		if s.Sheet != "" {
			subject += ", blad " + s.Sheet
		}
		a.add("Bron", subject, "SHA-256", textEntry(cmp.Or(s.SHA256, symbolNotAvailable)),
			"Van de bytes van het bestand.")
		a.counts(subject, s)
		total.Rows += s.Rows
		total.Counted += s.Counted
		total.LeftOut += s.LeftOut
		total.NotCase += s.NotCase
	}
	if len(sources) != 1 {
		a.counts("Alle bestanden samen", total)
	}
}

func (a *accountSheet) counts(subject string, s stats.Source) {
	a.add("Bron", subject, "rijen gelezen", wholeEntry(s.Rows), "Meegeteld, weggelaten en geen zaakrij samen.")
	a.add("Bron", subject, "rijen meegeteld", wholeEntry(s.Counted), "Deze rijen zijn zaken in de cijfers.")
	a.add("Bron", subject, "rijen weggelaten", wholeEntry(s.LeftOut),
		"Deze rijen tellen niet mee; de bevindingen noemen de reden.")
	a.add("Bron", subject, "geen zaakrij", wholeEntry(s.NotCase), "Lege rijen en totaalregels.")
}

func (a *accountSheet) notices(notices []stats.Notice) {
	for _, n := range notices {
		a.add("Opvallend", cmp.Or(n.Place(), "alle bestanden"), n.ID, textEntry(n.Severity.String()),
			nl.Sentence(n.Text))
	}
}

func (a *accountSheet) findings(figs *stats.Figures) {
	for _, f := range figs.Findings {
		rule := stats.RowRules[f.Rule]
		column := "kolom " + f.Column
		if f.Column == "" {
			column = "hele rij"
		}
		meaning := nl.Capital(rule.Meaning) + "; " + rule.Result + "."
		a.add("Bevinding", fmt.Sprintf("%s (%s)", rule.ID, rule.Severity), column, findingEntry(figs, f), meaning)
	}
	if len(figs.Findings) == 0 {
		a.add("Bevinding", "geen", "aantal", wholeEntry(0), "In de rijen is niets opgevallen.")
	}
}

func findingEntry(figs *stats.Figures, f stats.FindingCount) entry {
	if !f.Count.Known {
		return textEntry(content.FindingRows(figs, f))
	}
	return wholeEntry(f.Count.N)
}

func (a *accountSheet) exceptions(figs *stats.Figures) {
	for _, e := range figs.Exceptions {
		used := "De cel was zonder deze uitzondering verborgen."
		if !e.Used {
			used = "De cel was ook zonder deze uitzondering te zien."
		}
		subject := strings.TrimSpace(content.FigureName(figs, e.Figure) + " " + content.CategoryLine(e.Category))
		a.add("Uitzondering", subject, "jaar", entry{form: formRank, number: float64(e.Year)},
			"Reden: "+content.FullStop(e.Reason)+" "+used)
	}
	if len(figs.Exceptions) == 0 {
		a.add("Uitzondering", "geen", "aantal", wholeEntry(0), "Er is geen klein aantal bij uitzondering te zien.")
	}
}
