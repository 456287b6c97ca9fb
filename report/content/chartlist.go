package content

import (
	"herstel/report/chart"
	"herstel/stats"
)

// Charts gives the chart of every figure that has one, in the order of the chapter.
func Charts(figs *stats.Figures) []chart.Chart {
	var charts []chart.Chart
	for i := range figs.Tables {
		if drawn, ok := ChartOf(figs, &figs.Tables[i]); ok {
			charts = append(charts, drawn)
		}
	}
	return charts
}

// ChartFor gives the chart of one figure; ok is false where the figure is not in figs or has no chart.
func ChartFor(figs *stats.Figures, id string) (drawn chart.Chart, ok bool) {
	table, ok := figs.Table(id)
	if !ok {
		return chart.Chart{}, false
	}
	return ChartOf(figs, table)
}

const (
	// mostYearRows is the number of categories above which a bar a year no longer fits a page, and a bar with a tick
	// takes over.
	mostYearRows = 8
	// mostCategories is the number of categories that a chart shows; the table has them all.
	mostCategories = 40
)
