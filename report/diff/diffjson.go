package diff

import (
	"encoding/json"
	"io"

	"herstel/report/tidy"
	"herstel/stats"
)

// The JSON form of a Diff. The field names are part of the contract with whoever
// reads it.
type (
	diffForm struct {
		Schema  int            `json:"schema"`
		Old     diffSideForm   `json:"oud"`
		New     diffSideForm   `json:"nieuw"`
		Cases   *diffCasesForm `json:"zaken,omitempty"`
		Figures []changeForm   `json:"cijfers"`
		OnlyOld []string       `json:"alleen_oud,omitempty"`
		OnlyNew []string       `json:"alleen_nieuw,omitempty"`
	}
	diffSideForm struct {
		Name          string `json:"naam"`
		Kind          string `json:"soort"` // export of cijfers
		Year          int    `json:"jaar"`
		ReferenceDate string `json:"peildatum"`
		Cases         int    `json:"zaken,omitempty"`
		Demo          bool   `json:"voorbeelddata,omitempty"`
	}
	diffCasesForm struct {
		Added      []diffCaseForm  `json:"erbij"`
		Removed    []diffCaseForm  `json:"weg"`
		Changed    []diffCaseForm  `json:"gewijzigd"`
		Duplicates []duplicateForm `json:"dubbel"`
	}
	diffCaseForm struct {
		Number string      `json:"zaaknummer"`
		File   string      `json:"bestand"`
		Sheet  string      `json:"blad,omitempty"`
		Row    int         `json:"rij"`
		Fields []fieldForm `json:"kolommen,omitempty"`
		Reason string      `json:"reden,omitempty"`
	}
	fieldForm struct {
		Column string `json:"kolom"`
		Old    string `json:"oud,omitempty"`
		New    string `json:"nieuw,omitempty"`
	}
	duplicateForm struct {
		Number string `json:"zaaknummer"`
		Old    int    `json:"oud"`
		New    int    `json:"nieuw"`
	}
	changeForm struct {
		Figure   string       `json:"figuur"`
		Year     int          `json:"jaar"`
		Category tidy.Labels  `json:"categorie"`
		Old      cellForm     `json:"oud"`
		New      cellForm     `json:"nieuw"`
		Crossing string       `json:"overgang,omitempty"`
		Count    []effectForm `json:"door,omitempty"`
		Base     []effectForm `json:"noemer_door,omitempty"`
	}
	cellForm struct {
		Status  string             `json:"status"`
		Numbers map[string]float64 `json:"getallen,omitempty"`
	}
	effectForm struct {
		Number string `json:"zaaknummer"`
		Change int    `json:"verschil"` // 0: another number of days
	}
)

// DiffJSON writes a Diff as JSON.
func DiffJSON(w io.Writer, d *Diff) error {
	form := diffForm{Schema: tidy.Schema, Old: sideForm(&d.Old), New: sideForm(&d.New), Figures: []changeForm{},
		OnlyOld: d.Figures.OnlyOld, OnlyNew: d.Figures.OnlyNew}
	if d.Cases != nil {
		form.Cases = &diffCasesForm{caseForms(d.Cases.Added), caseForms(d.Cases.Removed), caseForms(d.Cases.Changed),
			[]duplicateForm{}}
		for _, dup := range d.Cases.Duplicates {
			form.Cases.Duplicates = append(form.Cases.Duplicates, duplicateForm{dup.Number, len(dup.Old), len(dup.New)})
		}
	}
	for i := range d.Figures.Changes {
		c := &d.Figures.Changes[i]
		count, base := d.causes(c)
		form.Figures = append(form.Figures,
			changeForm{c.Figure, c.Year, c.Category, cellForm{c.Old.Status, c.Old.Numbers},
				cellForm{c.New.Status, c.New.Numbers}, crossingTexts[c.Crossing], effectForms(count),
				effectForms(base)})
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(form)
}

func sideForm(s *DiffSide) diffSideForm {
	form := diffSideForm{s.Name, "cijfers", s.Document.Year, s.Document.ReferenceDate.String(), s.Cases,
		s.Document.Demo}
	if s.IsExport {
		form.Kind = "export"
	}
	return form
}

func caseForms(cases []stats.DiffCase) []diffCaseForm {
	forms := []diffCaseForm{}
	for i := range cases {
		c := &cases[i]
		place := c.New
		if place == nil {
			place = c.Old
		}
		form := diffCaseForm{Number: c.Number, File: place.File, Sheet: place.Sheet, Row: place.Row, Reason: c.Reason}
		for _, f := range c.Fields {
			form.Fields = append(form.Fields, fieldForm{f.Column, f.Old, f.New})
		}
		forms = append(forms, form)
	}
	return forms
}

func effectForms(effects []stats.CaseEffect) []effectForm {
	var forms []effectForm
	for _, e := range effects {
		forms = append(forms, effectForm{e.Number, e.Count + e.Base})
	}
	return forms
}
