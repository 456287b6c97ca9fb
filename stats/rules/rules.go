package rules

import (
	"slices"

	"herstel/stats/day"
)

// Rules say how to read an export and what to report: the embedded default
// rules, extended by a herstel.yaml. Parse makes them.
type Rules struct {
	ReferenceDate day.Day // NoDay when herstel.yaml names none
	Years         int     // jaren: how many years a figure is given for
	Inputs        []Input
	Derived       []Derivation
	Links         []Link
	Breakdowns    []Breakdown
	Merges        []Merge
	Privacy       Privacy
	KeyFigures    []KeyFigure
	Published     []Published
	// PublishedFiles are read by whoever reads the herstel.yaml, with ReadPublished.
	PublishedFiles []PublishedFile
	// volledig_vanaf: the export holds every case from this day on; NoDay when herstel.yaml names none
	CompleteFrom day.Day
	CompareNow   bool // vergelijken: nu
	SeriesBreaks []SeriesBreak
	Mentions     []Mention
	HouseStyle   HouseStyle
	Presentation Presentation
	SHA256       string // of the default rules and herstel.yaml together

	// Named are the headers that herstel.yaml itself names under kolommen.
	Named []NamedHeader

	missing      map[string]bool   // folded words of leeg
	headers      map[string]Column // folded header -> column
	own          map[string]bool   // folded headers that herstel.yaml names; nil while the default rules are read
	vocabularies [ColumnCount]*Vocabulary
}

// NamedHeader is a header that herstel.yaml names for a column.
type NamedHeader struct {
	Column Column
	Header string
	Line   int
}

// Input is one entry of bronnen. Path is relative to the herstel.yaml it
// stands in and may be a glob.
type Input struct {
	Path  string
	Sheet string // blad: empty means the sheet that has the header
	Line  int
}

// Missing reports whether herstel.yaml says that a text that went through Fold
// stands for an empty cell.
func (r *Rules) Missing(folded string) bool { return r.missing[folded] }

// HasMissing reports whether herstel.yaml names such words at all.
func (r *Rules) HasMissing() bool { return len(r.missing) > 0 }

// Breakdown is one entry of uitsplitsingen.
type Breakdown struct {
	Column string   // header in the export
	Name   string   // naam: dimension in the outputs
	Title  string   // titel
	Sure   bool     // bevestigd: it holds no names of people
	Omit   []string // weglaten: values that stay out of chart and text
	Line   int
}

// Privacy is the privacy section.
type Privacy struct {
	Threshold  int // drempel: counts 1..Threshold-1 are hidden; 0 turns hiding off
	Exceptions []PrivacyException
	Accepted   []PrivacyAccepted
	HideZeros  bool     // nullen: groups of which all or none have a trait are hidden
	Confirmed  []string // bevestigd: columns that hold no names of people
	Earlier    []string // eerder: files and folders, relative to the herstel.yaml
}

// PrivacyAccepted is one entry of toelaten: a figure to show although a reader
// can work out small counts of it.
type PrivacyAccepted struct {
	Figure string
	Year   int
	Reason string
	Line   int
}

// PrivacyException is one entry of uitzonderingen: a cell to show all the same.
type PrivacyException struct {
	Figure   string
	Year     int
	Category map[string]string // dimension -> value; may name a part of the dimensions
	Reason   string
	Line     int
}

// KeyFigure is one entry of kerncijfers.
type KeyFigure struct {
	Name   string
	Values map[int]int // year -> value
	Line   int
}

// Published is one number that an earlier report printed.
type Published struct {
	Report   string
	Year     int
	Figure   string
	Category map[string]string
	IsShare  bool
	IsMedian bool
	Count    int
	Share    float64
	Median   float64 // days
	Decimals int     // of the share or the median as it was typed
	// ReferenceDate is the peildatum of that report, NoDay when it is not told.
	ReferenceDate day.Day
	File          string // where the entry stands; the reader of the files fills it in
	Own           bool   // it stands in the herstel.yaml itself
	Line          int
}

// PublishedFile is a file with entries of gepubliceerd that a herstel.yaml names.
type PublishedFile struct {
	Path string // relative to the folder of the herstel.yaml
	Line int
}

// Column returns the canonical column that a header stands for.
func (r *Rules) Column(header string) (Column, bool) {
	c, ok := r.headers[Fold(header)]
	return c, ok
}

// NamesHeader reports whether herstel.yaml itself names a header. Of two
// headers that stand for the same column, such a one is meant.
func (r *Rules) NamesHeader(header string) bool { return r.own[Fold(header)] }

// Headers returns every header that stands for c, folded, in a fixed order.
func (r *Rules) Headers(c Column) []string { return headersOf(r.headers, c) }

// BreakdownColumn returns the index in Breakdowns of a header.
func (r *Rules) BreakdownColumn(header string) (int, bool) {
	folded := Fold(header)
	for i, b := range r.Breakdowns {
		if Fold(b.Column) == folded {
			return i, true
		}
	}
	return 0, false
}

// Vocabulary returns the values of a category column; nil for other columns.
func (r *Rules) Vocabulary(c Column) *Vocabulary { return r.vocabularies[c] }

// CategoryColumns are the columns that have a Vocabulary.
var CategoryColumns = func() (list []Column) {
	for c := range ColumnCount {
		if columns[c].Content == Category {
			list = append(list, c)
		}
	}
	return list
}()

func headersOf(headers map[string]Column, c Column) []string {
	var names []string
	for name, column := range headers {
		if column == c {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
