package content

import (
	"slices"
	"strconv"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// buildFlow tells of each stream its count with its share of all referrals.
func buildFlow(c *chart.Chart, s *chartSource) {
	buildRows(c, s)
	for i := range c.Categories {
		for j := range c.Categories[i].Bars {
			v := &c.Categories[i].Bars[j].Values[0]
			if !v.Known {
				continue
			}
			cell := s.table.Rows[i].Cells[s.years()[j]]
			v.Label, v.Short = nl.Int(cell.Share.Num), ""
			if i > 0 {
				v.Label += " (" + nl.Percent(cell.Share.Num, cell.Share.Den, shareDecimals) + ")"
			}
			v.Tip = v.Label
		}
	}
}

// buildFunnel draws uitgezet, bereid and contact as steps in each year, each with its share of the step before. It
// takes its counts from the figures bereidheid and contact_na_bereidheid.
func buildFunnel(c *chart.Chart, s *chartSource) {
	willing := s.table.Rows[0]
	contact := s.table.Rows[0]
	t, known := s.figs.Table(s.beside)
	if known = known && len(t.Rows) > 0; known {
		contact = t.Rows[0]
	}
	for _, y := range s.years() {
		last := chart.Value{Label: chart.MarkNotAvailable, Tip: "niet beschikbaar"}
		if known {
			last = stepValue(contact.Cells[y], "van bereid")
		}
		c.Categories = append(c.Categories, chart.Category{Label: nl.Year(s.figs.Years[y]), Bars: []chart.Bar{
			{Name: "Uitgezet", Values: []chart.Value{baseValue(willing.Cells[y])}},
			{Name: "Beide bereid", Values: []chart.Value{stepValue(willing.Cells[y], "van uitgezet")}},
			{Name: "Contact", Values: []chart.Value{last}},
		}})
	}
}

// baseValue draws the base of a cell.
func baseValue(cell stats.Cell) chart.Value {
	switch {
	case cell.Status == stats.NotAvailable:
		return chart.Value{Label: chart.MarkNotAvailable, Tip: "niet beschikbaar"}
	case !cell.Base.Known:
		return chart.Value{Label: chart.MarkHidden, Tip: "verborgen"}
	}
	text := nl.Int(cell.Base.N)
	return chart.Value{Known: true, V: float64(cell.Base.N), Label: text, Tip: text}
}

// stepValue draws the count of a cell, and tells its share of the step before.
func stepValue(cell stats.Cell, of string) chart.Value {
	switch {
	case cell.Status == stats.NotAvailable:
		return chart.Value{Label: chart.MarkNotAvailable, Tip: "niet beschikbaar"}
	case cell.Status != stats.OK || !cell.Count.Known || !cell.Share.Known:
		return chart.Value{Label: chart.MarkHidden, Tip: "verborgen"}
	}
	text := nl.Int(cell.Count.N)
	share := nl.Percent(cell.Share.Num, cell.Share.Den, shareDecimals) + " " + of
	return chart.Value{Known: true, V: float64(cell.Count.N), Label: text + " · " + share, Tip: text + ", " + share}
}

// Stock and flow: the step of each stand, in the order in which one follows from the other.
var stockSteps = []struct {
	stand, sign string
}{
	{"begin", ""}, {"instroom", "+"}, {"uitstroom", nl.Minus}, {"eind", ""},
}

// buildStock makes a category of each year and a bar of each stand; Low and High are where the bar begins and ends.
func buildStock(c *chart.Chart, s *chartSource) {
	for _, y := range s.years() {
		category := chart.Category{Label: nl.Year(s.figs.Years[y])}
		level := 0.0
		for _, step := range stockSteps {
			v := s.value(s.stand(step.stand).Cells[y], false)
			if v.Known {
				switch step.sign {
				case "+":
					v.Low, v.High, level = level, level+v.V, level+v.V
				case nl.Minus:
					v.Low, v.High, level = level-v.V, level, level-v.V
				default:
					v.Low, v.High, level = 0, v.V, v.V
				}
				if v.V > 0 {
					v.Label = step.sign + v.Label
				}
			}
			category.Bars = append(category.Bars,
				chart.Bar{Name: sentences.LabelText(rules.DimStock.ID, step.stand), Values: []chart.Value{v}})
		}
		c.Categories = append(c.Categories, category)
	}
}

// stand gives the row of a stand; a table without it gives cells that are not available.
func (s *chartSource) stand(name string) stats.Row {
	for _, row := range s.table.Rows {
		if row.Labels[0] == name {
			return row
		}
	}
	cells := make([]stats.Cell, len(s.figs.Years))
	for i := range cells {
		cells[i].Status = stats.NotAvailable
	}
	return stats.Row{Cells: cells}
}

// buildCurve makes a category of each term of which a year has a number.
func buildCurve(c *chart.Chart, s *chartSource) {
	for _, row := range s.table.Rows {
		category := s.category(row)
		days, err := strconv.Atoi(row.Labels[len(row.Labels)-1])
		if err != nil {
			continue
		}
		category.Day, category.Label = days, nl.Count(days, "dag", "dagen")
		c.Categories = append(c.Categories, category)
	}
	known := func(category chart.Category) bool {
		return slices.ContainsFunc(category.Bars, func(b chart.Bar) bool { return b.Values[0].Known })
	}
	for n := len(c.Categories); n > 1 && !known(c.Categories[n-1]); n-- {
		c.Categories = c.Categories[:n-1]
	}
}
