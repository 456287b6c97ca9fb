package content

import (
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// Chapter is everything that a report tells, in words: made once by Of, and laid
// out by every output. An output words nothing itself, and changes nothing in it:
// outputs are made side by side.
type Chapter struct {
	Title     string // of the chapter: "Cijfers over 2021"
	Dataset   string // of the whole as a set of data
	Period    string // the report year, with how far it goes: "2021 (tot en met 1 juli)"
	Compared  string // the years before it, as a list
	Reference string // the reference date
	Ages      string // on which day each year is counted; empty where there is one year alone
	Author    string // the organisation; empty where herstel.yaml names none
	Publisher []Term // who made it, how to reach them, under which licence; empty where herstel.yaml says nothing
	Banner    string // what stands above every page; empty where nothing does
	Run       string // the mark that all files of this run carry; empty where the numbers have none
	Warnings  []string
	Headlines []string // "In het kort"
	Sections  []Section
	Figures   []*Figure    // those of the sections, in the order of the catalog
	Overview  *chart.Chart // the year in one picture; nil where there is nothing to show
	Account   Account
	// Numbers is what the words tell: for outputs that hold numbers.
	Numbers *stats.Figures
}

// Section is a part of the chapter with its figures.
type Section struct {
	ID, Title string
	Figures   []*Figure
}

// Figure is one figure of the chapter in words.
type Figure struct {
	ID        string
	Title     string
	Short     string // its title where room is scarce
	File      string // the name of its files, without what they end in
	Sentences []string
	Silent    bool // it has no number for the report year; Sentences say why
	Flow      bool // its rows are streams, which change in number
	Table     Table
	Narrow    Table // for a page of text
	Base      string
	Remarks   []string     // on the comparison of the years, for who has the table without the sentences
	Chart     *chart.Chart // nil where it has none
	// Notes are what a table of numbers alone cannot say: why there is no
	// comparison, which numbers can still change, what is not available.
	Notes []string
	// Numbers is its table of numbers, in the order of the catalog; Ordered has the
	// rows in the order in which a table shows them.
	Numbers, Ordered *stats.Table
}

// Of puts figures in words.
func Of(figs *stats.Figures) *Chapter {
	period := sentences.YearTitle(figs, figs.Year)
	c := &Chapter{Title: "Cijfers over " + period, Dataset: ChapterTitle(figs), Period: period,
		Compared: comparedYears(figs), Reference: sentences.DayText(figs.ReferenceDate), Ages: AgesText(figs),
		Author: nl.CleanLabel(figs.Presentation.Organisation), Publisher: publisherOf(figs),
		Banner: Banner(figs), Run: RunText(figs),
		Warnings:  Warnings(figs),
		Headlines: sentences.Headlines(figs), Account: AccountOf(figs), Numbers: figs}
	files := FileNames(figs)
	for i := range figs.Tables {
		c.Figures = append(c.Figures, figureOf(figs, &figs.Tables[i], files[figs.Tables[i].Figure.ID]))
	}
	for _, s := range Sections(figs) {
		section := Section{ID: s.ID, Title: s.Title}
		for _, t := range s.Tables {
			section.Figures = append(section.Figures, c.figure(t.Figure.ID))
		}
		c.Sections = append(c.Sections, section)
	}
	if overview, ok := Overview(figs); ok {
		c.Overview = &overview
	}
	return c
}

func figureOf(figs *stats.Figures, t *stats.Table, file string) *Figure {
	v := sentences.NewView(figs, t)
	f := &Figure{ID: t.Figure.ID, Title: nl.CleanLabel(t.Figure.Title), File: file, Sentences: sentences.Of(figs, t),
		Short: sentences.ShortTitle(&t.Figure), Silent: v.Silence() != "", Flow: v.Entry.Flow, Table: TableOf(figs, t),
		Narrow: NarrowTable(figs, t), Base: BaseLine(figs, t), Remarks: []string{v.NoComparison(), v.KnownOnly(nil)},
		Notes: numberNotes(figs, t, v), Numbers: t, Ordered: sentences.InOrder(figs, t)}
	f.Remarks = slices.DeleteFunc(f.Remarks, func(s string) bool { return s == "" })
	if drawn, ok := ChartOf(figs, t); ok {
		f.Chart = &drawn
	}
	return f
}

// figure finds a figure by its id.
func (c *Chapter) figure(id string) *Figure {
	return c.Figures[slices.IndexFunc(c.Figures, func(f *Figure) bool { return f.ID == id })]
}

// Chosen gives the figures with these ids, in the order of the catalog; all of them when there are no ids.
func (c *Chapter) Chosen(ids []string) []*Figure {
	if len(ids) == 0 {
		return c.Figures
	}
	return slices.DeleteFunc(slices.Clone(c.Figures), func(f *Figure) bool { return !slices.Contains(ids, f.ID) })
}

// Charts gives the chart of every figure that has one, in the order of the catalog.
func (c *Chapter) Charts() []chart.Chart {
	var charts []chart.Chart
	for _, f := range c.Figures {
		if f.Chart != nil {
			charts = append(charts, *f.Chart)
		}
	}
	return charts
}

// Told is the text of a figure in one paragraph.
func (f *Figure) Told() string { return strings.Join(f.Sentences, " ") }

// comparedYears names the years before the report year.
func comparedYears(figs *stats.Figures) string {
	var years []string
	for _, y := range figs.Years {
		if y != figs.Year {
			years = append(years, nl.Year(y))
		}
	}
	return nl.List(years)
}
