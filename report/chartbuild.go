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

// buildRows turns each row into a category; FormStacked turns each group of rows into one.
func buildRows(c *Chart, s *chartSource) {
	switch {
	case s.spec.form == FormStacked:
		buildStacked(c, s)
		return
	case s.spec.form == FormYears && len(s.table.Rows) > mostYearRows:
		c.Form = FormRanked
	case s.spec.form == FormTrend && len(s.years()) < 2:
		c.Form = FormDots
	}
	rows := s.rows()
	for _, row := range rows {
		c.Categories = append(c.Categories, s.category(row))
	}
	if c.Form == FormRanked {
		c.Reading = s.rankedReading(c)
	}
	if dropped := len(s.table.Rows) - len(rows); dropped > 0 {
		c.Notes = append(c.Notes, "De grafiek toont "+nl.Count(len(rows), "rij", "rijen")+"; de andere "+nl.Int(dropped)+" staan in de tabel.")
	}
}

// rankedReading tells what the ticks and the signs of FormRanked are.
func (s *chartSource) rankedReading(c *Chart) string {
	years := s.years()
	if len(years) < 2 {
		return ""
	}
	before := nl.Year(s.figs.Years[years[1]])
	text := "Het streepje is " + before + "."
	if slices.ContainsFunc(c.Categories, func(category Category) bool { return category.Aside != "" }) {
		text += " Achter de staaf staat de plaats in " + before + ": ▲ gestegen, ▼ gedaald, = gelijk gebleven."
	}
	return text
}

func (s *chartSource) category(row stats.Row) Category {
	category := Category{Label: s.label(row)}
	if len(row.Labels) > 1 {
		category.Group = nl.Capital(cleanLabel(row.Labels[0]))
	}
	years := s.years()
	newest := row.Cells[years[0]]
	if s.table.Figure.Ranked && newest.Status == stats.OK && newest.Rank.Known {
		category.Rank = nl.Int(newest.Rank.N)
		category.Aside = rankChange(newest)
		category.Was = nl.IntText(newest.RankPrev.N)
		if !newest.RankPrev.Known {
			category.Was = ""
		}
	}
	if len(years) > 1 && newest.Status == stats.OK {
		category.Change, category.Clear = s.change(newest)
	}
	category.Rest = isRest(s.table, &row)
	for i, y := range years {
		category.Bars = append(category.Bars, Bar{Name: nl.Year(s.figs.Years[y]), Values: []Value{s.value(row.Cells[y], i == 0)}})
	}
	return category
}

// rankChange tells the rank of a year before; the same rank is not worth ink.
func rankChange(cell stats.Cell) string {
	switch {
	case !cell.RankPrev.Known:
		return ""
	case cell.RankPrev.N > cell.Rank.N:
		return "▲ was " + nl.Int(cell.RankPrev.N)
	case cell.RankPrev.N < cell.Rank.N:
		return "▼ was " + nl.Int(cell.RankPrev.N)
	}
	return "= " + nl.Int(cell.Rank.N)
}

// rows gives the rows of the chart: at most mostCategories of them, the smallest left out.
func (s *chartSource) rows() []stats.Row {
	rows := slices.Clone(s.table.Rows)
	if len(rows) <= mostCategories {
		return rows
	}
	newest := s.years()[0]
	count := func(r stats.Row) int {
		if r.Cells[newest].Status != stats.OK {
			return -1
		}
		return r.Cells[newest].Count.N
	}
	kept := slices.Clone(rows)
	slices.SortStableFunc(kept, func(a, b stats.Row) int { return count(b) - count(a) })
	least := count(kept[mostCategories-1])
	rows = slices.DeleteFunc(rows, func(r stats.Row) bool { return count(r) < least })
	return rows[:min(len(rows), mostCategories)]
}

// change tells how far a cell lies from that of the year before, and whether that is clear.
func (s *chartSource) change(cell stats.Cell) (text string, clear bool) {
	change := cell.Change
	switch {
	case !change.Known:
		return "", false
	case s.table.Figure.Kind == stats.KindLeadTime:
		return "", false
	case change.PointsKnown:
		return strings.TrimSuffix(nl.SignedPoints(change.Points, shareDecimals), " procentpunt"), change.Clear
	}
	return nl.Signed(change.Difference), false
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

// buildStacked makes a category of each value of the first dimension, a bar of each year and a part of each value of the second.
func buildStacked(c *Chart, s *chartSource) {
	years := s.years()
	var order []string
	groups := map[string][]stats.Row{}
	for _, row := range s.table.Rows {
		if !slices.Contains(order, row.Labels[0]) {
			order = append(order, row.Labels[0])
		}
		groups[row.Labels[0]] = append(groups[row.Labels[0]], row)
		if part := s.label(row); !slices.Contains(c.Parts, part) {
			c.Parts = append(c.Parts, part)
		}
	}
	for _, name := range order {
		category := Category{Label: nl.Capital(cleanLabel(name)), Rest: lastLabel(name) != named}
		for _, row := range groups[name] {
			if s.label(row) == c.Parts[0] && len(years) > 1 && row.Cells[years[0]].Status == stats.OK {
				category.Change, category.Clear = s.change(row.Cells[years[0]])
			}
		}
		for _, y := range years {
			bar := Bar{Name: nl.Year(s.figs.Years[y]), Values: make([]Value, len(c.Parts))}
			for _, row := range groups[name] {
				bar.Values[slices.Index(c.Parts, s.label(row))] = s.value(row.Cells[y], false)
			}
			category.Bars = append(category.Bars, bar)
		}
		c.Categories = append(c.Categories, category)
	}
}
