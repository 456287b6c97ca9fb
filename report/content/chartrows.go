package content

import (
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// buildRows turns each row into a category; FormStacked turns each group of rows into one.
func buildRows(c *chart.Chart, s *chartSource) {
	switch {
	case s.spec.Form == chart.FormStacked:
		buildStacked(c, s)
		return
	case s.spec.Form == chart.FormYears && len(s.table.Rows) > mostYearRows:
		c.Form = chart.FormRanked
	case s.spec.Form == chart.FormTrend && len(s.years()) < 2:
		c.Form = chart.FormDots
	}
	rows := s.rows()
	for _, row := range rows {
		c.Categories = append(c.Categories, s.category(row))
	}
	if c.Form == chart.FormRanked {
		c.Reading = s.rankedReading(c)
	}
	if dropped := len(s.table.Rows) - len(rows); dropped > 0 {
		c.Notes = append(c.Notes, "De grafiek toont "+nl.Count(len(rows), "rij", "rijen")+"; de andere "+
			nl.Int(dropped)+" staan in de tabel.")
	}
}

// rankedReading tells what the ticks and the signs of FormRanked are.
func (s *chartSource) rankedReading(c *chart.Chart) string {
	years := s.years()
	if len(years) < 2 {
		return ""
	}
	before := nl.Year(s.figs.Years[years[1]])
	text := "Het streepje is " + before + "."
	if slices.ContainsFunc(c.Categories, func(category chart.Category) bool { return category.Aside != "" }) {
		text += " Achter de staaf staat de plaats in " + before + ": ▲ gestegen, ▼ gedaald, = gelijk gebleven."
	}
	return text
}

func (s *chartSource) category(row stats.Row) chart.Category {
	category := chart.Category{Label: s.label(row)}
	if len(row.Labels) > 1 {
		category.Group = nl.Capital(nl.CleanLabel(row.Labels[0]))
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
	category.Rest = sentences.IsRest(s.table, &row)
	for i, y := range years {
		category.Bars = append(category.Bars,
			chart.Bar{Name: nl.Year(s.figs.Years[y]), Values: []chart.Value{s.value(row.Cells[y], i == 0)}})
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

// buildStacked makes a category of each value of the first dimension, a bar of each year and a part of each value of
// the second.
func buildStacked(c *chart.Chart, s *chartSource) {
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
		category := chart.Category{Label: nl.Capital(nl.CleanLabel(name)), Rest: sentences.IsRestLabel(name)}
		for _, row := range groups[name] {
			if s.label(row) == c.Parts[0] && len(years) > 1 && row.Cells[years[0]].Status == stats.OK {
				category.Change, category.Clear = s.change(row.Cells[years[0]])
			}
		}
		for _, y := range years {
			bar := chart.Bar{Name: nl.Year(s.figs.Years[y]), Values: make([]chart.Value, len(c.Parts))}
			for _, row := range groups[name] {
				bar.Values[slices.Index(c.Parts, s.label(row))] = s.value(row.Cells[y], false)
			}
			category.Bars = append(category.Bars, bar)
		}
		c.Categories = append(c.Categories, category)
	}
}
