package report

import (
	"encoding/json"
	"io"

	"herstel/stats"
)

// Schema is the version of the tidy form; it changes when a field changes its
// meaning or goes away.
const Schema = 1

// The tidy form of the figures, one observation an item. The field names are
// part of the contract with whoever reads the file.
type (
	document struct {
		Schema        int           `json:"schema"`
		Year          int           `json:"jaar"`
		ReferenceDate string        `json:"peildatum"`
		Version       string        `json:"versie"`
		RulesSHA256   string        `json:"regels_sha256"`
		Demo          bool          `json:"voorbeelddata,omitempty"`
		Threshold     int           `json:"drempel"`
		Sources       []source      `json:"bronnen"`
		Findings      []finding     `json:"bevindingen"`
		Exceptions    []exception   `json:"uitzonderingen,omitempty"`
		Figures       []observation `json:"cijfers"`
	}
	source struct {
		File    string `json:"bestand"`
		Sheet   string `json:"blad,omitempty"`
		SHA256  string `json:"sha256"`
		Rows    int    `json:"rijen"`
		Counted int    `json:"meegeteld"`
		LeftOut int    `json:"weggelaten"`
		NotCase int    `json:"geen_zaakrij"`
	}
	finding struct {
		ID       string `json:"id"`
		Severity string `json:"ernst"`
		Column   string `json:"kolom,omitempty"`
		Count    int    `json:"aantal"`
	}
	exception struct {
		Figure   string `json:"figuur"`
		Year     int    `json:"jaar"`
		Category labels `json:"categorie"`
		Reason   string `json:"reden"`
	}
)

// JSON writes the figures in the tidy form.
func JSON(w io.Writer, figs *stats.Figures) error {
	return writeDocument(w, figs, figs.Tables)
}

// FiguresJSON writes the tidy form with the given tables only.
func FiguresJSON(w io.Writer, figs *stats.Figures, tables []stats.Table) error {
	return writeDocument(w, figs, tables)
}

func writeDocument(w io.Writer, figs *stats.Figures, tables []stats.Table) error {
	doc := document{
		Schema: Schema, Year: figs.Year, ReferenceDate: figs.ReferenceDate.String(),
		Version: figs.Version, RulesSHA256: figs.RulesSHA256, Demo: figs.Demo, Threshold: figs.Threshold,
		Sources: []source{}, Findings: []finding{}, Figures: observations(figs, tables),
	}
	for _, s := range figs.Sources {
		doc.Sources = append(doc.Sources, source{s.Name, s.Sheet, s.SHA256, s.Rows, s.Counted, s.LeftOut, s.NotCase})
	}
	for _, f := range figs.Findings {
		rule := stats.RowRules[f.Rule]
		doc.Findings = append(doc.Findings, finding{rule.ID, rule.Severity.String(), f.Column, f.Count})
	}
	for _, e := range figs.Exceptions {
		doc.Exceptions = append(doc.Exceptions, exception{e.Figure, e.Year, e.Category, e.Reason})
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	return encoder.Encode(doc)
}
