package content

import (
	"fmt"

	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

// AgesText says on which day each year is counted: "2020 op 1 maart 2021 en
// 2021 op 1 maart 2022". It is empty where there is one year alone.
func AgesText(figs *stats.Figures) string {
	if len(figs.Years) < 2 || len(figs.ReferenceDates) != len(figs.Years) {
		return ""
	}
	parts := make([]string, len(figs.Years))
	for i, year := range figs.Years {
		parts[i] = fmt.Sprintf("%d op %s", year, sentences.DayText(figs.ReferenceDates[i]))
	}
	if figs.CompareNow {
		return fmt.Sprintf("Alle jaren staan er zoals ze waren op %s (vergelijken: nu). Een eerder jaar is dan ouder: "+
			"er is meer tijd geweest voor contact en afsluiting. Daarom staan er geen verschillen bij.",
			sentences.DayText(figs.ReferenceDate))
	}
	return "Elk jaar staat er zoals het was toen het even oud was: " + nl.List(parts) +
		". Wat daarna gebeurde, telt voor dat jaar niet mee."
}

// assignedText says which cases are the uitgezette zaken of the report year.
func assignedText(figs *stats.Figures) string {
	return fmt.Sprintf("Uitgezette zaken van %d: aangemeld in %d en op %s uitgezet.", figs.Year, figs.Year,
		sentences.DayText(figs.ReferenceDate))
}

// DayText writes a date in words: "1 maart 2022".
func DayText(d day.Day) string { return sentences.DayText(d) }
