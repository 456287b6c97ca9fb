package stats

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// cellAsked finds the figure, the category and the place of the year of a
// question, by the rules that entries of gepubliceerd are read by.
func (c *computation) cellAsked(q Question) (*Figure, []Label, int, error) {
	p := &rules.Published{Figure: q.Figure, Category: q.Category}
	f, err := c.publishedFigure(p)
	if err != nil {
		return nil, nil, 0, questionError(err)
	}
	switch {
	case f.Source == fromKeyFigures:
		return nil, nil, 0, &TraceError{Use: true,
			What: "kerncijfers staan niet in de export: ze komen uit herstel.yaml"}
	case f.derived():
		return nil, nil, 0, &TraceError{Use: true,
			What: f.ID + " is berekend uit contact_per_aanleiding van twee jaren, en telt zelf geen zaken",
			Hint: "vraag de zaken op met --figure contact_per_aanleiding"}
	}
	category, err := c.publishedCategory(p, f)
	if err != nil {
		return nil, nil, 0, questionError(err)
	}
	if err := c.knownOwnValue(f, category); err != nil {
		return nil, nil, 0, err
	}
	year := q.Year
	if year == 0 {
		year = c.opt.Year
	}
	i := slices.Index(c.years, year)
	if i < 0 {
		return nil, nil, 0, &TraceError{Use: true,
			What: fmt.Sprintf("in het verslag van %d staat %d niet", c.opt.Year, year),
			Hint: "kies een jaar dat er wel staat: " + yearList(c.years)}
	}
	return f, category, i, nil
}

// knownOwnValue refuses a value of an uitsplitsing that no case has.
func (c *computation) knownOwnValue(f *Figure, category []Label) error {
	if f.Breaks == 0 {
		return nil
	}
	labels := c.labelsOf(f.Breakdown[0], f)
	if slices.Contains(labels, category[0].Value) {
		return nil
	}
	e := &TraceError{Use: true, What: fmt.Sprintf("%s %q bestaat niet", category[0].Dimension, category[0].Value)}
	if near, ok := rules.Nearest(category[0].Value, labels); ok {
		e.Hint = fmt.Sprintf("bedoel je %q?", near)
	}
	return e
}

// questionError words an error about an entry of gepubliceerd for a question.
func questionError(err error) error {
	var e *rules.Error
	if !errors.As(err, &e) {
		return err
	}
	return &TraceError{Use: true, What: strings.TrimPrefix(e.What, "gepubliceerd: "), Hint: e.Hint}
}
