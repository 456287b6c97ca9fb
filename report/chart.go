package report

import "herstel/report/chart"

// The neutral chart, which print and screen draw alike.
type (
	Chart    = chart.Chart
	Category = chart.Category
	Bar      = chart.Bar
	Value    = chart.Value
	Form     = chart.Form
)

// The forms of a chart.
const (
	FormYears     = chart.FormYears
	FormRanked    = chart.FormRanked
	FormStacked   = chart.FormStacked
	FormLines     = chart.FormLines
	FormTrend     = chart.FormTrend
	FormFlow      = chart.FormFlow
	FormFunnel    = chart.FormFunnel
	FormRanges    = chart.FormRanges
	FormWaterfall = chart.FormWaterfall
	FormNotice    = chart.FormNotice
	FormDots      = chart.FormDots
	FormTiles     = chart.FormTiles
	FormCurve     = chart.FormCurve
	FormOverview  = chart.FormOverview
)

// The marks that stand where a value cannot.
const (
	markHidden       = chart.MarkHidden
	markNotAvailable = chart.MarkNotAvailable
	markNotApplies   = chart.MarkNotApplies
)
