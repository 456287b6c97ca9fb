package sentences

import (
	"fmt"
	"math"

	"herstel/stats"
	"herstel/stats/nl"
)

// steps names the steps of a lead time inside a sentence.
var steps = map[string]string{
	"aanmelding_tot_uitzetting": "van aanmelding tot uitzetting",
	"uitzetting_tot_contact":    "van uitzetting tot contact",
	"uitzetting_tot_afsluiting": "van uitzetting tot afsluiting",
}

// leadTimeOf tells the middle case of one step, and how long the slowest took.
func leadTimeOf(step string) rule {
	return func(v *View) string {
		r, ok := v.row(step)
		if !ok {
			return ""
		}
		c := v.Cell(r)
		switch {
		case c.Count.Known && c.Count.N == 0:
			return nl.Sentence(fmt.Sprintf("%s zijn er in %d geen zaken om te meten", steps[step], v.Year))
		case !shown(c):
			return ""
		case c.Count.N < smallBase || !c.Quantiles.Known:
			return nl.Sentence(fmt.Sprintf("%s %s er in %d maar %s: een middelste duur zegt dan weinig",
				steps[step], nl.Plural(c.Count.N, "is", "zijn"), v.Year, CaseNoun.Count(c.Count.N)))
		}
		before := v.medianBefore(r)
		when := ""
		if before != "" {
			when = fmt.Sprintf("in %d ", v.Year)
		}
		told := fmt.Sprintf("%s duurde de middelste zaak %s in %d%s", steps[step], days(c.Quantiles.Median), v.Year,
			before)
		if c.Quantiles.P90Known {
			told += fmt.Sprintf("; ongeveer een op de tien zaken duurde %slanger dan %s", when,
				days(math.Round(c.Quantiles.P90)))
		}
		return nl.Sentence(told)
	}
}

// medianBefore sets the median of the year before beside that of the report year.
func (v *View) medianBefore(r *stats.Row) string {
	is := v.Cell(r).Quantiles.Median
	was, ok := v.previous(r)
	if !ok || !shown(was) || !was.Quantiles.Known || was.Count.N < smallBase {
		return ""
	}
	if was.Quantiles.Median == is {
		return fmt.Sprintf(", even lang als in %d", v.Year-1)
	}
	return fmt.Sprintf(", tegen %s in %d", days(was.Quantiles.Median), v.Year-1)
}

// days writes a number of days: "1 dag", "92,5 dagen".
func days(d float64) string {
	if d == 1 {
		return "1 dag"
	}
	return nl.DecimalShort(d, 1) + " dagen"
}
