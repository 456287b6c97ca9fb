package page

import (
	"encoding/json"
	"fmt"

	"herstel/report/content"
)

// datasetOf describes the figures for search engines and catalogues of open
// data, in the vocabulary of schema.org.
func datasetOf(c *content.Chapter) ([]byte, error) {
	type download struct {
		Type     string `json:"@type"`
		Format   string `json:"encodingFormat"`
		Location string `json:"contentUrl"`
	}
	file := func(format, ending string) download {
		return download{"DataDownload", format, fmt.Sprintf("cijfers-%d.%s", c.Numbers.Year, ending)}
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
		"https://schema.org", "Dataset", c.Dataset,
		"Aantallen en aandelen van herstelbemiddelingszaken, per jaar. " + content.ReferenceText(c.Numbers),
		"nl", fmt.Sprintf("%d/%d", c.Numbers.Years[0], c.Numbers.Year), c.Numbers.ReferenceDate.String(),
		[]download{file("text/csv", "csv"), file("application/json", "json")},
	})
}
