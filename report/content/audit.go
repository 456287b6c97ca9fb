package content

import (
	"cmp"
	"fmt"
	"strings"

	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/nl"
)

// AuditLine is one fact of the account for who redoes the numbers: of what part,
// about what, which datum with which value, and what that means.
type AuditLine struct {
	Part, Subject, Datum, Meaning string
	// Text is the value, or Number where it is a number. A Year has no separator
	// of thousands.
	Text   string
	Number stats.Int
	Year   bool
}

// Audit lists what an auditor needs to redo the numbers: the run, the files, the
// rows, the findings and the exceptions.
func Audit(figs *stats.Figures) []AuditLine {
	var a audit
	a.run(figs)
	a.sources(figs.Sources)
	for _, n := range figs.Notices {
		a.text("Opvallend", cmp.Or(n.Place(), "alle bestanden"), n.ID, n.Severity.String(), nl.Sentence(n.Text))
	}
	a.findings(figs)
	a.exceptions(figs)
	return a
}

type audit []AuditLine

func (a *audit) text(part, subject, datum, value, meaning string) {
	*a = append(*a, AuditLine{Part: part, Subject: subject, Datum: datum,
		Text: cmp.Or(value, chart.MarkNotAvailable), Meaning: meaning})
}

func (a *audit) number(part, subject, datum string, value int, meaning string) {
	*a = append(*a, AuditLine{Part: part, Subject: subject, Datum: datum, Number: stats.Num(value), Meaning: meaning})
}

func (a *audit) year(part, subject, datum string, value int, meaning string) {
	*a = append(*a, AuditLine{Part: part, Subject: subject, Datum: datum, Number: stats.Num(value), Year: true,
		Meaning: meaning})
}

func (a *audit) run(figs *stats.Figures) {
	const part = "Run"
	a.text(part, "herstel", "versie", figs.Version, "Dezelfde invoer, regels en versie geven dezelfde cijfers.")
	a.year(part, "herstel", "verslagjaar", figs.Year, "Het jaar waar het verslag over gaat.")
	a.text(part, "herstel", "peildatum", figs.ReferenceDate.String(), laterText)
	for i, date := range figs.ReferenceDates {
		a.text(part, "herstel", fmt.Sprintf("stand van %d", figs.Years[i]), date.String(),
			fmt.Sprintf("Uitgezette zaken van %d: aangemeld in %d en op deze datum uitgezet.", figs.Years[i],
				figs.Years[i]))
	}
	if figs.Run != "" {
		a.text(part, "Verslag", "kenmerk", figs.Run, runMeaning)
	}
	a.text(part, "Regels", "rules_sha256", figs.RulesSHA256, "SHA-256 van de standaardregels en herstel.yaml samen.")
	a.number(part, "Privacy", "drempel", figs.Threshold, HiddenText(figs))
	if figs.Demo {
		a.text(part, ExampleMark, "demo", "ja", "De zaken zijn verzonnen.")
	}
}

func (a *audit) sources(sources []stats.Source) {
	total := stats.Source{}
	for _, s := range sources {
		subject := s.Name
		if s.Sheet != "" {
			subject += ", blad " + s.Sheet
		}
		a.text("Bron", subject, "SHA-256", s.SHA256, "Van de bytes van het bestand.")
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

func (a *audit) counts(subject string, s stats.Source) {
	const part = "Bron"
	a.number(part, subject, "rijen gelezen", s.Rows, "Meegeteld, weggelaten en geen zaakrij samen.")
	a.number(part, subject, "rijen meegeteld", s.Counted, "Deze rijen zijn zaken in de cijfers.")
	a.number(part, subject, "rijen weggelaten", s.LeftOut,
		"Deze rijen tellen niet mee; de bevindingen noemen de reden.")
	a.number(part, subject, "geen zaakrij", s.NotCase, "Lege rijen en totaalregels.")
}

func (a *audit) findings(figs *stats.Figures) {
	const part = "Bevinding"
	for _, f := range figs.Findings {
		rule := stats.RowRules[f.Rule]
		subject := fmt.Sprintf("%s (%s)", rule.ID, rule.Severity)
		column := "hele rij"
		if f.Column != "" {
			column = "kolom " + f.Column
		}
		meaning := nl.Capital(rule.Meaning) + "; " + rule.Result + "."
		if f.Count.Known {
			a.number(part, subject, column, f.Count.N, meaning)
		} else {
			a.text(part, subject, column, FindingRows(figs, f), meaning)
		}
	}
	if len(figs.Findings) == 0 {
		a.number(part, "geen", "aantal", 0, "In de rijen is niets opgevallen.")
	}
}

func (a *audit) exceptions(figs *stats.Figures) {
	const part = "Uitzondering"
	for _, e := range figs.Exceptions {
		used := "De cel was zonder deze uitzondering verborgen."
		if !e.Used {
			used = "De cel was ook zonder deze uitzondering te zien."
		}
		a.year(part, strings.TrimSpace(FigureName(figs, e.Figure)+" "+CategoryLine(e.Category)), "jaar", e.Year,
			"Reden: "+FullStop(e.Reason)+" "+used)
	}
	if len(figs.Exceptions) == 0 {
		a.number(part, "geen", "aantal", 0, "Er is geen klein aantal bij uitzondering te zien.")
	}
}
