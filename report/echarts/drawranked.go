package echarts

import (
	"math"
	"slices"
	"strings"

	"herstel/report/chart"
)

// rankedRows gives each category one row: its newest year as a bar, the year before as a tick.
func (v *canvas) rankedRows() ([]plotRow, columns) {
	cols := columns{innerLeft: true}
	ranked := slices.ContainsFunc(v.chart.Categories, func(c chart.Category) bool { return c.Rank != "" })
	if ranked {
		cols.outer = math.Ceil(v.text.width("00")) + v.em(6)
	}
	widest := 0.0
	for _, category := range v.chart.Categories {
		widest = max(widest, v.text.width(category.Label))
	}
	cols.inner = math.Ceil(min(widest, 0.42*v.width-cols.outer)) + v.em(8)
	var rows []plotRow
	group := ""
	for _, category := range v.chart.Categories {
		if category.Group != group {
			if group != "" {
				rows = append(rows, plotRow{})
			}
			group = category.Group
			for _, line := range wrap(group, v.bold, v.width, 2) {
				rows = append(rows, plotRow{outer: line, outerBold: true})
			}
		}
		rows = append(rows, v.rankedRow(category, cols)...)
	}
	return rows, cols
}

func (v *canvas) rankedRow(category chart.Category, cols columns) []plotRow {
	value := category.Bars[0].Values[0]
	text := value.Label
	if !v.wide() && value.Short != "" {
		text = value.Short
	}
	row := plotRow{outer: category.Rank, label: strings.TrimSpace(text + "  " + category.Aside)}
	tip := category.Bars[0].Name + ": " + value.Tip
	v.single(&row, value, 0, category.Label, 1)
	if len(category.Bars) > 1 {
		before := category.Bars[1].Values[0]
		if before.Known {
			row.ticks = []float64{before.V}
			row.end = max(row.end, before.V)
		}
		tip += "; " + category.Bars[1].Name + ": " + before.Tip
	}
	for i := range row.segments {
		row.segments[i].tip = v.newTooltip(category.Label, tip)
	}
	rows := []plotRow{row}
	for i, line := range wrap(category.Label, v.text, cols.inner-v.em(8), 3) {
		if i >= len(rows) {
			rows = append(rows, plotRow{})
		}
		rows[i].inner = line
	}
	return rows
}
