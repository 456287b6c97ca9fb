package stats

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// Mention is a row of a figure of which a sentence must appear, as herstel.yaml
// asks under noemen.
type Mention struct {
	Figure   string
	Category []Label
}

// addMentions finds the rows that noemen names, and checks the figures that
// trendbreuken does. A name that no figure has, and a category that no row has,
// is an error.
func (c *computation) addMentions(figs *Figures) error {
	var ids []string
	for _, f := range Catalog(c.rules) {
		ids = append(ids, f.ID)
	}
	for _, b := range c.rules.SeriesBreaks {
		if b.Figure != "" && !slices.Contains(ids, b.Figure) {
			return unknownFigure("trendbreuken", b.Line, b.Figure, ids)
		}
	}
	for _, m := range c.rules.Mentions {
		if !slices.Contains(ids, m.Figure) {
			return unknownFigure("noemen", m.Line, m.Figure, ids)
		}
		table, ok := figs.Table(m.Figure)
		if !ok {
			continue
		}
		if name, ok := strangeDimension(&table.Figure, m.Category); ok {
			return &rules.Error{Line: m.Line, What: fmt.Sprintf("noemen: %s heeft geen %q", m.Figure, name),
				Hint: dimensionHint(&table.Figure)}
		}
		rows := matchRows(table, m.Category)
		if len(rows) == 0 && len(table.Rows) > 0 && len(table.Rows[0].Labels) > 0 {
			return &rules.Error{Line: m.Line,
				What: fmt.Sprintf("noemen: geen cel van %s heeft deze categorie", m.Figure),
				Hint: "kijk in het rapport hoe de categorie heet"}
		}
		for _, r := range rows {
			figs.Mentions = append(figs.Mentions, Mention{m.Figure, labelsOf(table, r)})
		}
	}
	return nil
}

func unknownFigure(key string, line int, id string, ids []string) error {
	return &rules.Error{Line: line, What: fmt.Sprintf("%s: de figuur %q bestaat niet", key, id),
		Hint: nearestHint(id, ids)}
}

// strangeDimension returns a name of a category that is no dimension of the figure.
func strangeDimension(f *Figure, category map[string]string) (string, bool) {
	for name := range category {
		if !slices.ContainsFunc(f.Breakdown, func(d rules.Dimension) bool { return d.ID == name }) {
			return name, true
		}
	}
	return "", false
}

func dimensionHint(f *Figure) string {
	if len(f.Breakdown) == 0 {
		return "laat categorie leeg: {}"
	}
	var ids []string
	for _, d := range f.Breakdown {
		ids = append(ids, d.ID)
	}
	return "kies uit " + strings.Join(ids, ", ")
}
