package content

import (
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/housestyle"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// chartSource is what a chart is built from.
type chartSource struct {
	figs   *stats.Figures
	table  *stats.Table
	spec   sentences.ChartSpec
	choice rules.ChartChoice
	beside string // the figure that a chart of two figures takes the other from
}

// builds are the forms that are not a bar or a line for each row of the table.
var builds = map[chart.Form]func(*chart.Chart, *chartSource){
	chart.FormFlow: buildFlow, chart.FormFunnel: buildFunnel, chart.FormCurve: buildCurve,
	chart.FormStock: buildStock, chart.FormWaterfall: buildWaterfall,
}

// ChartOf gives the chart of a table; ok is false where its figure has none.
func ChartOf(figs *stats.Figures, table *stats.Table) (chart.Chart, bool) {
	entry, ok := sentences.EntryOf(table.Figure.ID)
	if !ok || entry.NoChart || len(table.Rows) == 0 {
		return chart.Chart{}, false
	}
	spec := entry.Chart
	choice := figs.Presentation.Chart(table.Figure.ID)
	table, omitted := withoutOmitted(figs, sentences.InOrder(figs, table))
	src := &chartSource{figs, table, spec, choice, entry.Beside}
	c := chart.Chart{ID: table.Figure.ID, Form: spec.Form, Title: nl.CleanLabel(table.Figure.Title), Year: figs.Year,
		OwnScale: spec.OwnScale, Demo: figs.Demo, Style: figs.HouseStyle,
		File: FileNames(figs)[table.Figure.ID], Open: nl.Capital(OpenRemark(figs.Threshold)),
		Accent: housestyle.AccentColor(figs.HouseStyle), Footer: footer(figs, spec.Early), Early: src.early()}
	if reason, none := src.nothing(); none {
		c.Form, c.Notes = chart.FormNotice, []string{reason}
		c.Subtitle = "Niet beschikbaar"
		c.Summary = warnings(&c) + c.Title + ": niet beschikbaar. " + reason
		return c, true
	}
	c.Subtitle, c.Reading, c.Finding = src.subtitle(), spec.Reading, src.finding()
	build, own := builds[spec.Form]
	if !own {
		build = buildRows
	}
	build(&c, src)
	if c.Form == chart.FormDots || c.Form == chart.FormStacked {
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
		return nl.CleanLabel(s.choice.Title)
	case s.choice.Years == 1:
		return ""
	}
	return sentences.NewView(s.figs, s.table).Finding()
}

// nothing tells why there is no chart: no cell of any year is available.
func (s *chartSource) nothing() (reason string, none bool) {
	if s.spec.Form == chart.FormWaterfall {
		_, reason = s.parts()
		return nl.Sentence(reason), reason != ""
	}
	for _, row := range s.table.Rows {
		for _, cell := range row.Cells {
			if cell.Status != stats.NotAvailable {
				return "", false
			}
			reason = cell.Reason
		}
	}
	return nl.Sentence(nl.CleanLabel(reason)), true
}

// years gives the indexes of the years to draw, newest first. A year without any available cell before the first that
// has one is not drawn.
func (s *chartSource) years() []int {
	var years []int
	for i, year := range s.figs.Years {
		if s.choice.Years > 0 && year <= s.figs.Year-s.choice.Years {
			continue
		}
		if len(years) > 0 || slices.ContainsFunc(s.table.Rows,
			func(r stats.Row) bool { return r.Cells[i].Status != stats.NotAvailable }) {
			years = append(years, i)
		}
	}
	slices.Reverse(years)
	return years
}

// subtitle says what is measured and, where one noemer goes for the whole chart, how large it is in each year.
func (s *chartSource) subtitle() string {
	if s.choice.Subtitle != "" {
		return nl.CleanLabel(s.choice.Subtitle)
	}
	if s.table.Figure.BaseText == "" || s.spec.Measure != "" {
		return s.spec.Measure
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
		if name, ok := sentences.ShownLabels[s.table.Figure.Breakdown[last].ID][label]; ok {
			label = name
		}
	}
	return nl.Capital(nl.CleanLabel(label))
}

// early tells whether the share of the report year may still rise: it is about cases that are not all closed.
func (s *chartSource) early() bool {
	return s.spec.Early && s.figs.OpenCases.Known && s.figs.OpenCases.N > 0
}

// national is the share of all cases in the report year, beside which a chart of dots puts each category: of the first
// part, where there are parts.
func (s *chartSource) national(c *chart.Chart) *chart.Value {
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
	line := []string{"Peildatum " + sentences.DayText(figs.ReferenceDate)}
	var names []string
	for _, source := range figs.Sources {
		if name := nl.CleanLabel(source.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch n := len(names); {
	case n > 2:
		line = append(line, "Bron: "+names[0]+" en "+nl.Count(n-1, "ander bestand", "andere bestanden"))
	case n > 0:
		line = append(line, "Bron: "+nl.List(names))
	}
	if name := nl.CleanLabel(figs.Presentation.Organisation); name != "" {
		line = []string{line[0], "Bron: " + name}
	}
	if early && figs.OpenCases.Known && figs.OpenCases.N > 0 {
		line = append(line, "Voorlopig: "+nl.Count(figs.OpenCases.N, "zaak loopt", "zaken lopen")+" nog")
	}
	return line
}
