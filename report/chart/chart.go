// Package chart draws the charts of the report for print: it lays a Chart out as a scene, for a width in millimetres.
package chart

import "herstel/stats/rules"

// Form is the way a chart is drawn.
type Form uint8

// The forms of a chart.
const (
	FormYears     Form = iota // horizontal bars: for each category a bar a year
	FormRanked                // one bar a category, with a tick where it stood a year before
	FormStacked               // bars of parts that make up 100%
	FormLines                 // a line a year over the months
	FormTrend                 // one line over the years, with its interval
	FormFlow                  // what came in and where it went
	FormFunnel                // steps, each a part of the one before
	FormRanges                // p25 to p75 with the median
	FormStock                 // begin, in, out, end
	FormWaterfall             // a number, the steps from it, and the number that they make
	FormNotice                // nothing to draw: the chart says why
	// a dot with its interval for each category of the newest year, beside the share of all cases
	FormDots
	FormCurve    // a line a year that grows in steps with the days
	FormOverview // the numbers of a year, each with its change and a line over the years
	FormTiles    // large numbers, each with those of the years before
)

// The marks that stand where a value cannot.
const (
	MarkHidden       = "[v]"
	MarkNotAvailable = "[nb]"
	MarkNotApplies   = "[nvt]" // there is nothing to say, such as a share of nothing
)

// Chart is what a figure looks like, apart from the program that draws it. It holds only what may be shown: a hidden
// number is not in it.
type Chart struct {
	ID         string // of the figure
	File       string // its file name among those of the other figures; empty: that of FileName
	Form       Form
	Title      string // the topic
	Finding    string // what the numbers say, as a title; empty where no change is clear
	Subtitle   string // what is measured, with the noemer
	Reading    string // what the ticks and signs mean: it stands in the picture even where the title does not
	Year       int
	Parts      []string // FormStacked: the names of the parts, in the order of Bar.Values
	Categories []Category
	OwnScale   bool // every category has its own scale
	Notes      []string
	Summary    string // the chart in words, for who cannot see it
	Demo       bool   // made from the example data
	Open       string // Dutch: says that small numbers are not hidden; empty where they are
	Style      rules.HouseStyle
	Accent     string   // "#RRGGBB": the colour of the report year
	Footer     []string // where the numbers come from
	Early      bool     // the report year may still rise: cases are open
	Text       float64  // size of the text in points; 0: the usual
	Width      float64  // in millimetres, where no other is asked for; 0: 180
	Height     float64  // in millimetres, at that width; 0: as high as it needs to be
	National   *Value   // FormDots, FormStacked: the share of all cases, of the first part where there are parts
}

// Category is one thing that is compared: an offence, a month, a step.
type Category struct {
	Label  string
	Day    int    // FormCurve: the day that the values are of
	Group  string // heading above the first category of a group
	Rank   string
	Aside  string // FormRanked: the rank a year before
	Rest   bool   // Onbekend or Overig: it stands last
	Was    string // the rank a year before, as a number alone
	Early  bool   // FormOverview: the number of the report year may still change
	Change string // against the year before, with its sign
	Clear  bool   // the change is clear after all comparisons of the report were judged together
	Bars   []Bar
}

// Bar is a category in one year, or one step of it. The newest year comes first.
type Bar struct {
	Name   string
	Values []Value // one, but for FormStacked one for each part
}

// Value is one number as it is drawn and as it is printed.
type Value struct {
	Known     bool
	V         float64 // shares in per cent
	Low, High float64 // ends of the interval or the range, where Ranged; start and end of a step of FormStock
	// and FormWaterfall
	Ranged bool
	Least  float64 // FormWaterfall: ends of the margin of where a step arrives, where Ranged
	Most   float64
	Short  string // Label without the count, for where room is scarce; empty: Label
	Label  string // printed beside the bar; a mark where the value is not known
	Count  string // cases, where Short is their share
	N, Den int    // of a share
	Tip    string // the same in full, for the tooltip and the summary
}

// FileName is the name of the chart as a file, without extension: letters, digits and hyphens, whatever the user called
// his breakdown. No two charts of the same figures share one.
func (c Chart) FileName() string { return c.File }
