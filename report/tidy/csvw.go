package tidy

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"herstel/report/content"
	"herstel/stats"
)

// csvColumn describes a column of the CSV form.
type csvColumn struct {
	Titles string `json:"titles"`
	Name   string `json:"name"`
	About  string `json:"dc:description,omitempty"`
	Type   string `json:"datatype"`
}

// columnTypes gives the type of the columns that hold no text, with what they are.
var columnTypes = map[string]csvColumn{
	"jaar": {Type: "gYear", About: "jaar waar het cijfer over gaat"},
	"aantal": {Type: "nonNegativeInteger",
		About: "aantal; leeg waar het verborgen of niet beschikbaar is"},
	"noemer":               {Type: "nonNegativeInteger", About: "het aantal waar aantal een deel van is"},
	"rang":                 {Type: "positiveInteger", About: "plaats naar grootte"},
	"verschil_jaar":        {Type: "gYear", About: "jaar waarmee het verschil is; leeg waar er geen eerder jaar is"},
	"verschil_aantal":      {Type: "integer", About: "verschil in aantal"},
	"verschil_procent":     {Type: "double", About: "verschil in aantal als percentage van het eerdere jaar"},
	"verschil_procentpunt": {Type: "double", About: "verschil van de aandelen in procentpunt, zonder afronding"},
	"verschil_ondergrens":  {Type: "double", About: "ondergrens van de toevalsmarge van dat verschil"},
	"verschil_bovengrens":  {Type: "double", About: "bovengrens van de toevalsmarge van dat verschil"},
	"verschil_duidelijk":   {Type: "string", About: "ja: het verschil blijft nadat alle cijfers samen zijn beoordeeld"},
	"verschil_redenen":     {Type: "string", About: "waarom er geen verschil is, of alleen een van de bekende zaken"},
	"voorlopig":            {Type: "string", About: "ja: er lopen nog zaken die het getal kunnen veranderen"},
	"rang_vorig":           {Type: "positiveInteger", About: "plaats naar grootte een jaar eerder"},
}

// CSVMetadata describes the CSV form for programs, as CSV on the Web asks (W3C
// recommendation, 2015): it belongs beside a file of that name.
func CSVMetadata(w io.Writer, figs *stats.Figures) error {
	list := observations(figs, figs.Tables)
	header := tidyHeader(figs.Tables, list)
	numbers := append(slices.Clone(csvNumbers), moreNumbers(list)...)
	columns := make([]csvColumn, len(header))
	for i, name := range header {
		c := columnTypes[name]
		switch {
		case c.Type != "":
		case slices.Contains(numbers, name):
			c.Type = "double"
		default:
			c.Type = "string"
		}
		c.Titles, c.Name = name, fmt.Sprintf("kolom_%d", i+1)
		columns[i] = c
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	return out.Encode(map[string]any{
		"@context":       []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "nl"}},
		"url":            fmt.Sprintf("cijfers-%d.csv", figs.Year),
		"dc:title":       content.ChapterTitle(figs),
		"dc:description": content.ReferenceText(figs),
		"dialect": map[string]any{"encoding": "utf-8", "delimiter": ",", "header": true,
			"lineTerminators": []string{"\n"}},
		"tableSchema": map[string]any{"columns": columns},
	})
}
