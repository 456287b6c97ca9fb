package sentences

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// estimated lists the rows whose estimate may be told for the report year.
func (v *View) estimated() []*stats.Row {
	var rows []*stats.Row
	for i := range v.Table.Rows {
		if c := v.Cell(&v.Table.Rows[i]); c.Status == stats.OK && c.Estimate.Known {
			rows = append(rows, &v.Table.Rows[i])
		}
	}
	return rows
}

// contactWithin tells the estimates of the terms: "Naar schatting was er na de
// uitzetting binnen 90 dagen in 22% en binnen 180 dagen in 35% van de uitgezette
// zaken uit 2021 contact."
func contactWithin(v *View) string {
	var terms []string
	for _, r := range v.estimated() {
		terms = append(terms, fmt.Sprintf("binnen %s dagen in %s", r.Labels[0],
			nl.PercentOf(v.Cell(r).Estimate.Value, 0)))
	}
	if len(terms) == 0 {
		return ""
	}
	return fmt.Sprintf("Naar schatting was er na de uitzetting %s van de uitgezette zaken uit %d contact.",
		nl.List(terms), v.Year)
}

// followedUntil says how long the cases of the estimates are followed.
func followedUntil(v *View) string {
	if len(v.estimated()) == 0 {
		return ""
	}
	return v.stillOpenText()
}

// closedUntil is followedUntil for a duration.
func closedUntil(v *View) string {
	if closedWithin(v) == "" {
		return ""
	}
	return v.stillOpenText()
}

func (v *View) stillOpenText() string {
	return v.fill("Zaken die nog lopen, tellen hierin mee tot {peildatum}.")
}

// endOfCurve tells the last point of the curve.
func endOfCurve(v *View) string {
	rows := v.estimated()
	if len(rows) == 0 {
		return ""
	}
	last := rows[len(rows)-1]
	return fmt.Sprintf("Het laatste punt dat voor %d te zien is, ligt %s dagen na de uitzetting: tot dan was er naar "+
		"schatting in %s van de zaken contact.",
		v.Year, last.Labels[0], nl.PercentOf(v.Cell(last).Estimate.Value, 0))
}
