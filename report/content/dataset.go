package content

import (
	"fmt"

	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

// ChapterTitle is the title of the whole.
func ChapterTitle(figs *stats.Figures) string {
	title := "Cijfers over herstelbemiddeling in " + sentences.YearTitle(figs, figs.Year)
	if figs.Demo {
		title = ExampleMark + ": " + title
	}
	return title
}

// ReferenceText names the reference date in one sentence.
func ReferenceText(figs *stats.Figures) string {
	if figs.ReferenceDate == day.NoDay {
		return "Zonder peildatum."
	}
	return "Peildatum: " + nl.Date(figs.ReferenceDate.Civil()) + "."
}

// citation is how to refer to the figures in another text.
func citation(figs *stats.Figures) string {
	text := fmt.Sprintf("%s. %s Gemaakt met herstel %s.", ChapterTitle(figs), ReferenceText(figs), figs.Version)
	if run := RunText(figs); run != "" {
		text += " " + run + "."
	}
	return text
}
