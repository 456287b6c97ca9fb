package workbook

import "herstel/report/content"

// account lays out what an auditor needs to redo the numbers, as one table.
func (b *book) account(string) sheet {
	s := sheet{
		title: "Verantwoording: bronnen, rijen, bevindingen en uitzonderingen",
		intro: tableLine,
		columns: []column{
			{header: "Onderdeel", width: narrow},
			{header: "Onderwerp", width: wide},
			{header: "Gegeven", width: wide},
			{header: "Waarde", width: wide, numeric: true},
			{header: "Uitleg", width: wide},
		},
	}
	for _, l := range content.Audit(b.figs) {
		s.rows = append(s.rows, []entry{textEntry(l.Part), textEntry(l.Subject), textEntry(l.Datum), auditValue(l),
			textEntry(l.Meaning)})
	}
	return s
}

func auditValue(l content.AuditLine) entry {
	switch {
	case !l.Number.Known:
		return symbol(l.Text)
	case l.Year:
		return entry{form: formRank, number: float64(l.Number.N)}
	}
	return wholeEntry(l.Number.N)
}
