package page

import (
	"encoding/json"
	"fmt"
	"strings"

	"herstel/report/content"
	"herstel/stats/nl"
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
		Creator      any        `json:"creator,omitempty"`
		License      any        `json:"license,omitempty"`
		Distribution []download `json:"distribution"`
	}{
		"https://schema.org", "Dataset", c.Dataset,
		"Aantallen en aandelen van herstelbemiddelingszaken, per jaar. " + content.ReferenceText(c.Numbers),
		"nl", fmt.Sprintf("%d/%d", c.Numbers.Years[0], c.Numbers.Year), c.Numbers.ReferenceDate.String(),
		creatorOf(c), licenceOf(c), []download{file("text/csv", "csv"), file("application/json", "json")},
	})
}

// creatorOf is the organisation with how to reach it; nil where herstel.yaml names neither.
func creatorOf(c *content.Chapter) any {
	name, contact := c.Author, nl.CleanLabel(c.Numbers.Presentation.Contact)
	if name == "" && contact == "" {
		return nil
	}
	creator := map[string]any{"@type": "Organization"}
	if name != "" {
		creator["name"] = name
	}
	if contact != "" {
		creator["contactPoint"] = map[string]string{"@type": "ContactPoint", contactProperty(contact): contact}
	}
	return creator
}

// contactProperty says which kind of contact a text is.
func contactProperty(contact string) string {
	switch {
	case isAddress(contact):
		return "url"
	case strings.Contains(contact, "@") && !strings.Contains(contact, " "):
		return "email"
	}
	return "description"
}

// licenceOf is the licence by its address or its name; nil where herstel.yaml has none.
func licenceOf(c *content.Chapter) any {
	licence := nl.CleanLabel(c.Numbers.Presentation.Licence)
	switch {
	case licence == "":
		return nil
	case isAddress(licence):
		return licence
	}
	return map[string]string{"@type": "CreativeWork", "name": licence}
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
