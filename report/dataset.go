package report

import (
	"encoding/json"
	"fmt"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

// datasetOf describes the figures for search engines and catalogues of open
// data, in the vocabulary of schema.org.
func datasetOf(figs *stats.Figures) ([]byte, error) {
	type download struct {
		Type     string `json:"@type"`
		Format   string `json:"encodingFormat"`
		Location string `json:"contentUrl"`
	}
	file := func(format, ending string) download {
		return download{"DataDownload", format, fmt.Sprintf("cijfers-%d.%s", figs.Year, ending)}
	}
	return json.Marshal(struct {
		Context      string     `json:"@context"`
		Type         string     `json:"@type"`
		Name         string     `json:"name"`
		Description  string     `json:"description"`
		Language     string     `json:"inLanguage"`
		Coverage     string     `json:"temporalCoverage"`
		Modified     string     `json:"dateModified,omitempty"`
		Distribution []download `json:"distribution"`
	}{
		"https://schema.org", "Dataset", chapterTitle(figs),
		"Aantallen en aandelen van herstelbemiddelingszaken, per jaar. " + referenceText(figs),
		"nl", fmt.Sprintf("%d/%d", figs.Years[0], figs.Year), figs.ReferenceDate.String(),
		[]download{file("text/csv", "csv"), file("application/json", "json")},
	})
}

// chapterTitle is the title of the whole.
func chapterTitle(figs *stats.Figures) string {
	title := "Cijfers over herstelbemiddeling in " + yearTitle(figs, figs.Year)
	if figs.Demo {
		title = exampleMark + ": " + title
	}
	return title
}

func referenceText(figs *stats.Figures) string {
	if figs.ReferenceDate == day.NoDay {
		return "Zonder peildatum."
	}
	return "Peildatum: " + nl.Date(figs.ReferenceDate.Civil()) + "."
}

// citation is how to refer to the figures in another text.
func citation(figs *stats.Figures) string {
	return fmt.Sprintf("%s. %s Gemaakt met herstel %s.", chapterTitle(figs), referenceText(figs), figs.Version)
}
