package workbook

import (
	"cmp"

	"herstel/report/content"
	"herstel/stats"
)

// published lays out the comparison with what earlier reports printed.
func (b *book) published(string) sheet {
	s := sheet{
		title: "Gepubliceerd: wat eerdere verslagen noemden, naast het cijfer van nu",
		intro: b.tableIntro([]string{b.notes.mark(roundingNote)}),
		columns: []column{
			{header: "Bron", width: wide},
			{header: "Jaar", width: narrow, numeric: true},
			{header: "Cijfer", width: wide},
			{header: "Categorie", width: wide},
			{header: "Aantal gedrukt", width: narrow, numeric: true},
			{header: "Aantal nu", width: narrow, numeric: true},
			{header: "Verschil in aantal", width: narrow, numeric: true},
			{header: "Aandeel gedrukt", width: narrow, numeric: true},
			{header: "Aandeel nu", width: narrow, numeric: true},
			{header: "Verschil in procentpunt", width: narrow, numeric: true},
			{header: "Voor de dag van dat verslag", width: narrow},
			{header: "Uitkomst", width: wide},
			{header: "Mogelijke oorzaak", width: wide},
		},
	}
	for i := range b.figs.Published {
		s.rows = append(s.rows, publishedRow(&b.figs.Published[i]))
	}
	return s
}

const roundingNote = "Een gedrukt aandeel is afgerond. Het cijfer van nu is voor de vergelijking net zo afgerond, " +
	"half van nul af. " +
	"Het verschil in procentpunt is het aandeel van nu zonder afronding min het gedrukte aandeel."

func publishedRow(c *stats.Comparison) []entry {
	row := []entry{
		textEntry(c.Report),
		{form: formRank, number: float64(c.Year)},
		textEntry(c.Title),
		textEntry(cmp.Or(content.CategoryLine(c.Category), symbolNotApplicable)),
	}
	row = append(row, publishedNumbers(c)...)
	return append(row, textEntry(cmp.Or(content.ThenText(c), symbolNotApplicable)),
		textEntry(content.OutcomeText(c.Outcome)),
		textEntry(cmp.Or(content.ReasonsText(c.Reasons), symbolNotApplicable)))
}

// publishedNumbers gives the three columns of counts and the three of shares:
// an entry has either.
func publishedNumbers(c *stats.Comparison) []entry {
	none := symbol(symbolNotApplicable)
	numbers := []entry{none, none, none, none, none, none}
	own := numbers[:3]
	switch {
	case c.IsMedian:
		own[0] = entry{form: formDays, number: c.Median}
		own[1], own[2] = daysEntry(medianOf)(&c.Today), entry{form: formSignedDays, number: c.Days}
	case c.IsShare:
		own = numbers[3:]
		own[0] = entry{form: formPercent, number: c.Share}
		own[1], own[2] = shareEntry(stats.Share.Value)(&c.Today), entry{form: formPoints, number: 100 * c.Points}
	default:
		own[0] = wholeEntry(c.Count)
		own[1], own[2] = countEntry(&c.Today), entry{form: formSignedWhole, number: float64(c.Difference)}
	}
	if c.Today.Status == stats.Suppressed {
		own[0] = symbol(symbolHidden)
	}
	if c.Outcome == stats.NotCompared {
		own[2] = absentEntry(&c.Today)
	}
	return numbers
}

func medianOf(q stats.Quantiles) (float64, bool) { return q.Median, q.Known }
