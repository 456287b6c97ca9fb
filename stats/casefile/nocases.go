package casefile

import (
	"fmt"

	"herstel/stats"
)

// noCases notices a file of which no row counts.
func noCases(source stats.Source) stats.Notice {
	n := stats.Notice{ID: stats.NoticeNoCases, Severity: stats.Warning, File: source.Name, Sheet: source.Sheet,
		Text: "onder de kop staat geen enkele zaak; kies een ander bestand, of maak de export opnieuw"}
	if source.LeftOut > 0 {
		n.Text = fmt.Sprintf("geen enkele rij telt mee: %s weggelaten; de bevindingen zeggen waarom",
			plural(source.LeftOut, "de ene zaak die er staat, is", fmt.Sprintf("alle %d zaken zijn", source.LeftOut)))
	}
	return n
}
