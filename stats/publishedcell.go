package stats

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// publishedFigure finds the figure that an entry of gepubliceerd names.
func (c *computation) publishedFigure(p *rules.Published) (*Figure, error) {
	figures := Catalog(c.rules)
	known := make([]string, len(figures))
	for i := range figures {
		if figures[i].ID == p.Figure {
			if p.Line > 0 && (figures[i].Kind == KindIncidence || figures[i].Kind == KindSplit) {
				return nil, &rules.Error{Line: p.Line,
					What: fmt.Sprintf("gepubliceerd: %s is geen telling, en die vergelijkt herstel niet", p.Figure),
					Hint: "haal de regel weg"}
			}
			if p.IsMedian && figures[i].Kind != KindLeadTime {
				return nil, &rules.Error{Line: p.Line,
					What: fmt.Sprintf("gepubliceerd: %s heeft geen mediaan", p.Figure),
					Hint: "vul een aantal of een aandeel in"}
			}
			if p.IsShare && figures[i].Kind != KindParts && figures[i].Kind != KindYesNo {
				return nil, &rules.Error{Line: p.Line,
					What: fmt.Sprintf("gepubliceerd: %s heeft geen aandeel", p.Figure), Hint: "vul een aantal in"}
			}
			return &figures[i], nil
		}
		known[i] = figures[i].ID
	}
	return nil, rules.UnknownName(p.Line, "gepubliceerd: figuur", p.Figure, known)
}

// publishedCategory brings the category of an entry into the order and the
// spelling of the figure. A dimension may be left out where the others imply
// it: a delict has one aanleiding. A value of an uitsplitsing stays as it is
// when the export has it no longer: its count is zero today.
func (c *computation) publishedCategory(p *rules.Published, f *Figure) ([]Label, error) {
	category := make([]Label, len(f.Breakdown))
	found := 0
	for i, d := range f.Breakdown {
		category[i].Dimension = d.ID
		value, ok := p.Category[d.ID]
		if !ok {
			continue
		}
		found++
		category[i].Value, ok = c.labelNamed(d, f, value)
		switch {
		case ok:
		case p.Line > 0 && c.mergedValue(d, value) != "":
			category[i].Value = c.mergedValue(d, value)
		case f.Breaks > 0 && rules.Fold(value) != "":
			category[i].Value = collapse(value)
		default:
			return nil, c.unknownValue(p, d, f, value)
		}
	}
	if found < len(p.Category) {
		return nil, unknownDimension(p, f)
	}
	c.completeGroup(category)
	return category, c.checkCategory(p, category)
}

func unknownDimension(p *rules.Published, f *Figure) error {
	var known, unknown []string
	for _, d := range f.Breakdown {
		known = append(known, d.ID)
	}
	for name := range p.Category {
		if !slices.Contains(known, name) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	hint := "laat categorie leeg"
	if len(known) > 0 {
		hint = "kies uit " + strings.Join(known, ", ")
	}
	return &rules.Error{Line: p.Line,
		What: fmt.Sprintf("gepubliceerd: %s heeft geen indeling %q", p.Figure, unknown[0]), Hint: hint}
}

// mergedValue spells a value that samenvoegen took away; empty for another.
func (c *computation) mergedValue(d rules.Dimension, value string) string {
	for _, m := range c.rules.Merges {
		for _, merged := range m.Values {
			if m.Dimension == d.ID && rules.Fold(merged) == rules.Fold(value) && rules.Fold(value) != rules.Fold(m.As) {
				return merged
			}
		}
	}
	return ""
}

// mergedAway says why a printed number of a value that was merged has no number of
// today beside it; empty where there is one.
func (c *computation) mergedAway(category []Label) string {
	for _, l := range category {
		if as, ok := c.rules.MergedInto(l.Dimension, l.Value); ok {
			return fmt.Sprintf("%s telt nu samen met andere waarden als %s (samenvoegen)", l.Value, as)
		}
	}
	return ""
}

// labelNamed finds the value of a dimension by its name or a synonym.
func (c *computation) labelNamed(d rules.Dimension, f *Figure, name string) (string, bool) {
	folded := rules.Fold(name)
	if _, merged := c.rules.MergedInto(d.ID, name); merged {
		return "", false
	}
	for _, label := range c.labelsOf(d, f) {
		if rules.Fold(label) == folded {
			return label, true
		}
	}
	column, ok := valueColumns[d.ID]
	if !ok {
		return "", false
	}
	vocabulary := c.rules.Vocabulary(column)
	code, ok := vocabulary.Lookup(folded)
	if !ok || code == rules.Empty {
		return "", false
	}
	return vocabulary.Value(code).Label, true
}

// valueColumns are the dimensions whose values stand in a vocabulary.
var valueColumns = map[string]rules.Column{
	rules.DimReason.ID: rules.ColReason, rules.DimReferrer.ID: rules.ColReferrer, rules.DimOffence.ID: rules.ColOffence,
	rules.DimForm.ID: rules.ColForm,
}

// labelsOf lists every value that a dimension of a figure can have, whether
// or not it occurs in the years shown.
func (c *computation) labelsOf(d rules.Dimension, f *Figure) []string {
	if f.Breaks > 0 {
		values, _ := c.openDomain(f.Breaks - 1)
		return values.labels
	}
	switch d {
	case rules.DimStream:
		return streamLabels
	case rules.DimStock:
		return stockLabels
	case rules.DimMonth:
		return monthLabels()
	case rules.DimStep:
		return stepLabels
	case rules.DimMoment:
		return momentLabels
	case rules.DimTrajectory:
		return trajectoryLabels[:]
	case rules.DimTerm:
		return f.termLabels()
	case rules.DimPart:
		return partLabels[:]
	case rules.DimKeyFigure:
		var names []string
		for _, k := range c.rules.KeyFigures {
			names = append(names, k.Name)
		}
		return names
	}
	return c.domains[d.ID].labels
}

// maxListed is how many values an error lists.
const maxListed = 15

func (c *computation) unknownValue(p *rules.Published, d rules.Dimension, f *Figure, value string) error {
	labels := c.labelsOf(d, f)
	hint := "de waarden staan in de tabel van dit cijfer"
	if as, ok := c.rules.MergedInto(d.ID, value); ok {
		hint = fmt.Sprintf("die waarde telt door samenvoegen mee in %q", as)
	} else if f.Breaks > 0 {
		hint = "vul een waarde in"
	} else if near, ok := rules.Nearest(value, labels); ok {
		hint = fmt.Sprintf("bedoel je %q?", near)
	} else if len(labels) > 0 && len(labels) <= maxListed {
		hint = "je kunt kiezen uit " + strings.Join(labels, ", ")
	}
	return &rules.Error{Line: p.Line, What: fmt.Sprintf("gepubliceerd: %s %q bestaat niet", d.ID, value), Hint: hint}
}

// completeGroup fills in the aanleiding of a delict.
func (c *computation) completeGroup(category []Label) {
	if len(category) == 2 && category[0] == (Label{rules.DimOffenceGroup.ID, ""}) &&
		category[1].Dimension == rules.DimOffence.ID {
		category[0].Value = c.offenceGroup(category[1].Value)
	}
}

func (c *computation) offenceGroup(offence string) string {
	vocabulary := c.rules.Vocabulary(rules.ColOffence)
	code, ok := vocabulary.Lookup(rules.Fold(offence))
	if !ok || code == rules.Empty {
		return rules.UnknownLabel
	}
	return vocabulary.Value(code).Group
}

// checkCategory says what is missing from a category, or wrong with it.
func (c *computation) checkCategory(p *rules.Published, category []Label) error {
	for _, label := range category {
		if label.Value == "" {
			return &rules.Error{Line: p.Line,
				What: fmt.Sprintf("gepubliceerd: de categorie van %s wijst niet één cijfer aan", p.Figure),
				Hint: "vul ook " + label.Dimension + " in"}
		}
	}
	if len(category) == 2 && category[1].Dimension == rules.DimOffence.ID {
		if group := c.offenceGroup(category[1].Value); group != category[0].Value {
			return &rules.Error{Line: p.Line,
				What: fmt.Sprintf("gepubliceerd: %s hoort niet bij %s", category[1].Value, category[0].Value),
				Hint: "de aanleiding is " + group}
		}
	}
	return nil
}

// yearShown reports whether a year is among those shown. A year that the
// export does not hold at all is an error.
func (c *computation) yearShown(figs *Figures, p *rules.Published) (bool, error) {
	if slices.Contains(figs.Years, p.Year) {
		return true, nil
	}
	cohorts := c.cube.cohorts()
	if slices.Contains(cohorts, p.Year) || c.hasKeyFigure(p.Year) {
		return false, nil
	}
	return false, &rules.Error{Line: p.Line,
		What: fmt.Sprintf("gepubliceerd: de export heeft geen zaken van %d", p.Year),
		Hint: "wel van " + yearList(cohorts) + "; voeg het bestand van dat jaar toe of haal de regel weg"}
}

func (c *computation) hasKeyFigure(year int) bool {
	return slices.ContainsFunc(c.rules.KeyFigures, func(k rules.KeyFigure) bool {
		_, ok := k.Values[year]
		return ok
	})
}

// cellOf returns the cell of a category. A category without a row did not
// occur in the years shown: its count is zero.
func (f *Figures) cellOf(figure *Figure, category []Label, year int) Cell {
	table, ok := f.Table(figure.ID)
	if !ok {
		return Cell{Status: NotAvailable, Reason: "dit cijfer staat niet in de uitvoer"}
	}
	y := slices.Index(f.Years, year)
	for i := range table.Rows {
		if table.Rows[i].is(category) {
			return table.Rows[i].Cells[y]
		}
	}
	zero := Cell{Count: Num(0)}
	for i := range table.Rows {
		cell := &table.Rows[i].Cells[y]
		if cell.Status == NotAvailable || slices.Contains(table.Rows[i].Labels, HiddenLabel) ||
			withholds(cell.Reason) {
			return *cell
		}
		if cell.Base.Known && table.Rows[i].within(figure.Within, category) {
			zero.Base, zero.Share = cell.Base, shareOf(0, cell.Base.N)
		}
	}
	return zero
}

// within says whether a row has the leading values of a category.
func (r *Row) within(dimensions int, category []Label) bool {
	if len(r.Labels) < dimensions {
		return false
	}
	for i := range dimensions {
		if r.Labels[i] != category[i].Value {
			return false
		}
	}
	return true
}

func (r *Row) is(category []Label) bool {
	if len(r.Labels) != len(category) {
		return false
	}
	for i, label := range category {
		if r.Labels[i] != label.Value {
			return false
		}
	}
	return true
}
