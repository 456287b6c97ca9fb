// Package pptx writes a PowerPoint file (.pptx, ECMA-376 transitional): one
// slide a figure, with the finding as its title. Bars and lines are charts of
// PowerPoint itself, with a workbook behind each that the reader can change;
// every other figure is a picture. The package knows no figures.
package pptx

import "time"

// Deck is one PowerPoint file, in Dutch, of slides of 254 by 143 mm.
type Deck struct {
	Title, Author string
	Description   string    // in the properties; empty: none
	Created       time.Time // shown in the properties; zero: not told
	Footer        string    // before the number of the slide
	Banner        string    // at the top of every slide; empty: none
	Style         Style
	Slides        []Slide
}

// Style is the house style.
type Style struct {
	Font   string   // of all text; empty: Arial
	Colors []string // of charts, "#RRGGBB", the first also of titles; empty: those of herstel
}

// Slide is one slide.
type Slide struct {
	Title    string // what the figure shows
	Subtitle string // what was counted, of which year
	Figure   Figure // a Picture or a Chart; nil: text alone
	Source   string // small print at the bottom
	Notes    string // for who speaks; empty: none
}

// Figure is what a slide shows: a Picture or a Chart.
type Figure interface {
	// element writes the figure in an area of the slide, as element number id.
	element(w *writer, slide, id string, area box) (xml, error)
}

// Picture is a drawing. It fills the area of the figure as far as its shape
// allows; Full gives it the whole slide, and the title is there for who hears
// the slide only.
type Picture struct {
	SVG           []byte  // for PowerPoint since 2016; nil: the PNG for all
	PNG           []byte  // for everyone else
	Width, Height float64 // millimetres, or any unit: their ratio counts
	Alt           string  // what it shows, for who does not see it; required
	Full          bool
}

// Kind is how a chart shows its numbers.
type Kind int

// The kinds of charts.
const (
	Bars        Kind = iota // lying down, side by side
	StackedBars             // lying down, behind each other
	Columns                 // upright, side by side
	Lines
)

// Chart is a chart of PowerPoint itself.
type Chart struct {
	Kind       Kind
	Categories []string
	Series     []Series
	Format     string  // of the numbers, in the notation of Excel: "#,##0", `0.0"%"`
	Labels     bool    // the number at every bar or point
	Max        float64 // end of the axis; 0: PowerPoint's choice
	Alt        string  // what it shows, for who does not see it; required
}

// Series is a row of numbers of a chart.
type Series struct {
	Name   string
	Color  string    // "#RRGGBB"; empty: that of the house style in its turn
	Ink    string    // of numbers within stacked bars, "#RRGGBB"; empty: dark
	Thin   bool      // a line that stands behind the others, without marks at its points
	Values []float64 // one for each category; NaN: none
}
