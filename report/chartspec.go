package report

import "herstel/stats"

// chartSpec says how a figure becomes a chart. Each figure has one in its entry of the register.
type chartSpec struct {
	form     Form
	measure  string // Dutch: what the bars hold, for figures without a noemer
	reading  string // Dutch: how to read the bars
	ownScale bool
	early    bool                       // its share may still rise while cases are open
	build    func(*Chart, *chartSource) // nil: built by form
}

const (
	// mostYearRows is the number of categories above which a bar a year no longer fits a page, and a bar with a tick takes over.
	mostYearRows = 8
	// mostCategories is the number of categories that a chart shows; the table has them all.
	mostCategories = 40
)

// Charts gives the chart of every figure that has one, in the order of the chapter.
func Charts(figs *stats.Figures) []Chart {
	var charts []Chart
	for i := range figs.Tables {
		if chart, ok := chartOf(figs, &figs.Tables[i]); ok {
			charts = append(charts, chart)
		}
	}
	return charts
}

// ChartFor gives the chart of one figure; ok is false where the figure is not in figs or has no chart.
func ChartFor(figs *stats.Figures, id string) (chart Chart, ok bool) {
	table, ok := figs.Table(id)
	if !ok {
		return Chart{}, false
	}
	return chartOf(figs, table)
}
