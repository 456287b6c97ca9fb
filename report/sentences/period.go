package sentences

import (
	"fmt"
	"strings"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

// UntilText says up to which day an unfinished report year goes: "tot en met 1
// juli"; empty for a year that is over.
func UntilText(figs *stats.Figures) string {
	end, ok := day.Of(figs.Year, 12, 31)
	if !ok || figs.ReferenceDate == day.NoDay || figs.ReferenceDate >= end {
		return ""
	}
	_, month, date := figs.ReferenceDate.Civil()
	return fmt.Sprintf("tot en met %d %s", date, nl.Month(month))
}

// YearTitle is a year in a title: "2021 (tot en met 1 juli)". Every year of a report
// on an unfinished one goes up to the same day.
func YearTitle(figs *stats.Figures, year int) string {
	if until := UntilText(figs); until != "" && !figs.CompareNow {
		return nl.Year(year) + " (" + until + ")"
	}
	return nl.Year(year)
}

// withPeriod adds to a sentence on an unfinished year how far it goes.
func withPeriod(figs *stats.Figures, sentence string) string {
	until := UntilText(figs)
	if until == "" || strings.Contains(sentence, "tot en met") {
		return sentence
	}
	year, before := nl.Year(figs.Year), nl.Year(figs.Year-1)
	for _, word := range []string{"in ", "In ", "uit "} {
		if strings.Contains(sentence, word+year) {
			sentence = strings.Replace(sentence, word+year, word+year+" ("+until+")", 1)
			break
		}
	}
	for _, word := range []string{"in ", "dan in ", "met "} {
		if strings.Contains(sentence, word+before) {
			return strings.Replace(sentence, word+before, word+"dezelfde maanden van "+before, 1)
		}
	}
	return sentence
}

// provisionalText says that the cases of the year are not all closed, so that its
// numbers are provisional; empty where they are not.
func provisionalText(figs *stats.Figures) string {
	n := len(figs.Provisional)
	if n == 0 || !figs.Provisional[n-1] || !figs.OpenCases.Known {
		return ""
	}
	return fmt.Sprintf("De cijfers over contact en bereidheid zijn voorlopig: van de zaken uit %d %s er op de "+
		"peildatum nog %s.",
		figs.Year, nl.Plural(figs.OpenCases.N, "liep", "liepen"), nl.IntText(figs.OpenCases.N))
}
