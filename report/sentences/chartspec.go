package sentences

import "herstel/report/chart"

// ChartSpec says how a figure becomes a chart. Each figure has one in its entry of the register.
type ChartSpec struct {
	Form     chart.Form
	Measure  string // Dutch: what the bars hold, for figures without a noemer
	Reading  string // Dutch: how to read the bars
	OwnScale bool
	Whole    string // FormWaterfall: the figure of the share whose change is taken apart
	Early    bool   // its share may still rise while cases are open
}
