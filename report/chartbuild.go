package report

import (
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// chartSource is what a chart is built from.
type chartSource struct {
	figs   *stats.Figures
	table  *stats.Table
	spec   chartSpec
	choice rules.ChartChoice
	beside string // the figure that a chart of two figures takes the other from
}

func chartOf(figs *stats.Figures, table *stats.Table) (Chart, bool) {
	entry, ok := entryOf(table.Figure.ID)
	if !ok || entry.noChart || len(table.Rows) == 0 {
		return Chart{}, false
	}
	spec := entry.chart
	choice := figs.Presentation.Chart(table.Figure.ID)
	table, omitted := withoutOmitted(figs, inOrder(figs, table))
	src := &chartSource{figs, table, spec, choice, entry.beside}
	c := Chart{ID: table.Figure.ID, Form: spec.form, Title: cleanLabel(table.Figure.Title), Year: figs.Year, OwnScale: spec.ownScale, Demo: figs.Demo, Style: figs.HouseStyle,
		File: fileNames(figs)[table.Figure.ID], Open: nl.Capital(OpenRemark(figs.Threshold)), Accent: accentColor(figs.HouseStyle), Footer: footer(figs, spec.early), Early: src.early()}
	if reason, none := src.nothing(); none {
		c.Form, c.Notes = FormNotice, []string{reason}
		c.Subtitle = "Niet beschikbaar"
		c.Summary = warnings(&c) + c.Title + ": niet beschikbaar. " + reason
		return c, true
	}
	c.Subtitle, c.Reading, c.Finding = src.subtitle(), spec.reading, src.finding()
	if spec.build != nil {
		spec.build(&c, src)
	} else {
		buildRows(&c, src)
	}
	if c.Form == FormDots || c.Form == FormStacked {
		c.National = src.national(&c)
	}
	c.Notes = append(c.Notes, src.markNotes(&c)...)
	c.Notes = append(c.Notes, src.omittedNote(omitted)...)
	c.Text, c.Height = choice.Text, choice.Height
	if choice.Top > 0 {
		c.Fold(choice.Top)
	}
	c.Summary = summary(&c)
	return c, true
}

// finding is the title of the user, else the clear change of the years that the chart shows.
func (s *chartSource) finding() string {
	switch {
	case s.choice.Title != "":
		return cleanLabel(s.choice.Title)
	case s.choice.Years == 1:
		return ""
	}
	return newView(s.figs, s.table).finding()
}

// nothing tells why there is no chart: no cell of any year is available.
func (s *chartSource) nothing() (reason string, none bool) {
	for _, row := range s.table.Rows {
		for _, cell := range row.Cells {
			if cell.Status != stats.NotAvailable {
				return "", false
			}
			reason = cell.Reason
		}
	}
	return nl.Sentence(cleanLabel(reason)), true
}

// years gives the indexes of the years to draw, newest first. A year without any available cell before the first that has one is not drawn.
func (s *chartSource) years() []int {
	var years []int
	for i, year := range s.figs.Years {
		if s.choice.Years > 0 && year <= s.figs.Year-s.choice.Years {
			continue
		}
		if len(years) > 0 || slices.ContainsFunc(s.table.Rows, func(r stats.Row) bool { return r.Cells[i].Status != stats.NotAvailable }) {
			years = append(years, i)
		}
	}
	slices.Reverse(years)
	return years
}

// subtitle says what is measured and, where one noemer goes for the whole chart, how large it is in each year.
func (s *chartSource) subtitle() string {
	if s.choice.Subtitle != "" {
		return cleanLabel(s.choice.Subtitle)
	}
	if s.table.Figure.BaseText == "" || s.spec.measure != "" {
		return s.spec.measure
	}
	text := "In % van de " + s.table.Figure.BaseText
	if s.table.Figure.Within > 0 {
		return text
	}
	var bases []string
	for _, y := range s.years() {
		if base := s.table.Rows[0].Cells[y].Base; base.Known {
			bases = append(bases, nl.Year(s.figs.Years[y])+": "+nl.Int(base.N))
		}
	}
	if len(bases) == 0 {
		return text
	}
	return text + " (" + strings.Join(bases, ", ") + ")"
}

// label is what the chart calls a category.
func (s *chartSource) label(row stats.Row) string {
	if len(row.Labels) == 0 {
		return ""
	}
	last := len(row.Labels) - 1
	label := row.Labels[last]
	if last < len(s.table.Figure.Breakdown) {
		if name, ok := shownLabels[s.table.Figure.Breakdown[last].ID][label]; ok {
			label = name
		}
	}
	return nl.Capital(cleanLabel(label))
}

// early tells whether the share of the report year may still rise: it is about cases that are not all closed.
func (s *chartSource) early() bool {
	return s.spec.early && s.figs.OpenCases.Known && s.figs.OpenCases.N > 0
}

// national is the share of all cases in the report year, beside which a chart of dots puts each category: of the first
// part, where there are parts.
func (s *chartSource) national(c *Chart) *Value {
	all, ok := s.figs.Table(s.beside)
	if !ok {
		return nil
	}
	whole := &chartSource{figs: s.figs, table: all, spec: s.spec}
	for _, row := range all.Rows {
		if len(all.Rows) > 1 && (len(c.Parts) == 0 || whole.label(row) != c.Parts[0]) {
			continue
		}
		cell := row.Cells[len(s.figs.Years)-1]
		if v := whole.value(cell, false); cell.Status == stats.OK && v.Known {
			return &v
		}
	}
	return nil
}

// footer tells where the numbers come from.
func footer(figs *stats.Figures, early bool) []string {
	line := []string{"Peildatum " + dayText(figs.ReferenceDate)}
	var names []string
	for _, source := range figs.Sources {
		if name := cleanLabel(source.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch n := len(names); {
	case n > 2:
		line = append(line, "Bron: "+names[0]+" en "+nl.Count(n-1, "ander bestand", "andere bestanden"))
	case n > 0:
		line = append(line, "Bron: "+nl.List(names))
	}
	if name := cleanLabel(figs.Presentation.Organisation); name != "" {
		line = []string{line[0], "Bron: " + name}
	}
	if early && figs.OpenCases.Known && figs.OpenCases.N > 0 {
		line = append(line, "Voorlopig: "+nl.Count(figs.OpenCases.N, "zaak loopt", "zaken lopen")+" nog")
	}
	return line
}
