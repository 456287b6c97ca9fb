package report

import (
	"strings"

	"herstel/stats"
)

// chartSpec says how a figure becomes a chart. Adding a chart is adding an entry to chartSpecs.
type chartSpec struct {
	form     Form
	measure  string // Dutch: what the bars hold, for figures without a noemer
	reading  string // Dutch: how to read the bars
	sorted   bool   // categories run from large to small within their group
	ownScale bool
	build    func(*Chart, *chartSource) // nil: built by form
}

var chartSpecs = map[string]chartSpec{
	"instroom":                    {form: FormFlow, build: buildFlow, measure: "Aantal, met het deel van alle aanmeldingen van het jaar"},
	"afkeurreden":                 {form: FormYears, sorted: true},
	"aanmeldgroep":                {form: FormYears},
	"aanmelder":                   {form: FormRanked},
	"aanleiding":                  {form: FormYears},
	"delict":                      {form: FormRanked, sorted: true},
	"initiatief":                  {form: FormYears},
	"initiatief_per_aanleiding":   {form: FormStacked},
	"initiatief_per_aanmeldgroep": {form: FormStacked},
	"contact":                     {form: FormTrend},
	"contact_per_aanleiding":      {form: FormYears},
	"contact_per_initiatief":      {form: FormYears},
	"bereidheid":                  {form: FormFunnel, build: buildFunnel, measure: "Aantal uitgezette zaken, en welk deel van de stap ervoor verder kwam"},
	"contact_na_bereidheid":       {form: FormTrend},
	"contact_afgesloten":          {form: FormTrend},
	"doorlooptijd":                {form: FormRanges, measure: "Mediaan in dagen", reading: "De staaf loopt van p25 tot p75, de streep is de mediaan."},
	"standen":                     {form: FormWaterfall, measure: "Aantal uitgezette zaken", build: buildWaterfall},
	"contactvorm":                 {form: FormYears, sorted: true},
	"contact_gelijke_rijping":     {form: FormTrend},
	"maand":                       {form: FormLines, measure: "Aantal aanmeldingen per maand"},
	"bemiddelaars":                {form: FormYears, measure: "Aantal bemiddelaars met een uitgezette zaak van het jaar"},
	"kerncijfers":                 {form: FormYears, measure: "Aantal", reading: "Elk cijfer heeft zijn eigen schaal.", ownScale: true},
}

// Breakdowns of the user, by the start of the figure's id.
var breakdownSpecs = []struct {
	prefix string
	spec   chartSpec
}{
	{"uitsplitsing:", chartSpec{form: FormYears}},
	{"contact_per_uitsplitsing:", chartSpec{form: FormYears}},
}

const (
	// mostYearRows is the number of categories above which a bar a year no longer fits a page, and a bar with a tick takes over.
	mostYearRows = 8
	// mostCategories is the number of categories that a chart shows; the table has them all.
	mostCategories = 40
)

func specFor(id string) (chartSpec, bool) {
	if spec, ok := chartSpecs[id]; ok {
		return spec, true
	}
	for _, b := range breakdownSpecs {
		if strings.HasPrefix(id, b.prefix) {
			return b.spec, true
		}
	}
	return chartSpec{}, false
}

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
