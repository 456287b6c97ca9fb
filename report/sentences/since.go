package sentences

import (
	"fmt"

	"herstel/stats/nl"
)

// sinceSteps are the steps of sindsdien in the order of telling.
var sinceSteps = []struct{ step, words string }{{"uitgezet", "uitgezet"}, {"contact", "met contact"},
	{"afgesloten", "afgesloten"}}

// since tells of the years before the report year what has happened since the
// day on which they are counted: "Na 1 maart 2021 kwamen er voor 2020
// nog zaken bij: met contact (van 357 naar 402)".
func (v *View) since() []string {
	var told []string
	for y := len(v.Figs.Years) - 1; y >= 0; y-- {
		if year := v.Figs.Years[y]; year < v.Year && y < len(v.Figs.ReferenceDates) {
			told = append(told, v.sinceYear(y)...)
		}
	}
	if len(told) == 0 {
		return []string{"Over eerdere jaren is hier niets te melden."}
	}
	return told
}

func (v *View) sinceYear(y int) []string {
	var parts []string
	for _, s := range sinceSteps {
		then, ok := v.row(s.step, "toen")
		now, found := v.row(s.step, "nu")
		if !ok || !found || !shown(&then.Cells[y]) || !shown(&now.Cells[y]) {
			continue
		}
		from, to := then.Cells[y].Count.N, now.Cells[y].Count.N
		if from != to {
			parts = append(parts, fmt.Sprintf("%s (van %s naar %s)", s.words, nl.IntText(from), nl.IntText(to)))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Na %s kwamen er voor %d nog zaken bij: %s.",
		DayText(v.Figs.ReferenceDates[y]), v.Figs.Years[y], nl.List(parts))}
}
