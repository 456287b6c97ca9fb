package stats

import (
	"herstel/stats/day"
	"herstel/stats/inference"
	"herstel/stats/rules"
)

// Status says whether a cell may and can be shown.
type Status uint8

// The statuses of a cell.
const (
	OK           Status = iota
	Suppressed          // hidden for privacy
	NotAvailable        // the export does not hold what the figure needs
)

// String returns the Dutch word of the JSON form.
func (s Status) String() string { return [...]string{"ok", "onderdrukt", "niet_beschikbaar"}[s] }

// Int is a whole number that may be absent: hidden, not available or not
// applicable. N is 0 when it is absent.
type Int struct {
	N     int
	Known bool
}

// Num returns a known Int.
func Num(n int) Int { return Int{N: n, Known: true} }

// Interval is a 95% interval. For a share its ends lie in 0..1, for a
// difference of shares in -1..1.
type Interval = inference.Interval

// Share is an exact ratio of two counts with its 95% Wilson interval. It is
// absent when its cell is hidden, or when the base is zero.
type Share struct {
	Num, Den int // as counted: 235 of 1047
	Interval Interval
	Known    bool
}

// Value returns the share as a number in 0..1, correctly rounded to a float64.
func (s Share) Value() float64 { return float64(s.Num) / float64(s.Den) }

// Quantiles of a lead time, in days (type 7 of Hyndman and Fan 1996).
type Quantiles struct {
	P25, Median, P75, P90 float64
	Known                 bool
	P90Known              bool
}

// Estimate is a share of a base that is worked out of more than two counts, with
// its 95% interval.
type Estimate struct {
	Value         float64 // 0..1
	Interval      Interval
	IntervalKnown bool // a share of 0 or 1 has none
	Known         bool
}

// Cell is one number of a table with what belongs to it. Everything that must
// not or cannot be shown is absent from it.
type Cell struct {
	Status    Status
	Reason    string // Dutch, for NotAvailable, and for a figure that is withheld whole
	Count     Int    // cases
	Base      Int    // noemer, in cases; absent for counts without a base and where the base itself is hidden
	Share     Share
	Quantiles Quantiles     // KindLeadTime
	Estimate  Estimate      // KindIncidence
	Points    Estimate      // KindSplit: a difference of shares, -1..1
	Waits     WaitQuantiles // KindWaits
	Rank      Int           // Ranked figures: 1 is the largest of the shown cells
	RankPrev  Int           // the rank a year before
	Change    Change        // against the year before, where both are shown
	Exception string        // Dutch: the user's reason for showing a small count, from privacy.uitzonderingen
	// Provisional says that the number can still change, as more than 5% of the
	// assigned cases of its year were open: voorlopig.
	Provisional bool
	Begin       bool // NotAvailable, as the export begins too late for the events of the year
}

// Direction is the direction of a change.
type Direction int8

// The directions of a change.
const (
	Down Direction = -1
	Same Direction = 0
	Up   Direction = 1
)

// Change compares a cell with the same cell a year before. Where there is a year
// before and the two cannot be compared, Reasons say why and nothing is Known.
type Change struct {
	Against    int     // the year before; 0 where the cell is not held against another
	Reasons    Reasons // why there is no difference; ReasonUnknown alone comes with AmongKnown
	Known      bool
	Difference int       // in counts (cases; KindLeadTime: cases)
	Previous   int       // the count a year before: Difference in per cent is Difference/Previous
	Direction  Direction // of the share when Points is known, else of the count
	// For shares only:
	From, To     Share // the two that are compared: those of the cells, but AmongKnown
	AmongKnown   bool  // compared among the cases of which the breakdown is known; Difference is 0
	PointsKnown  bool
	Points       float64  // difference of the unrounded shares, -1..1
	Margin       Interval // 95% interval of Points (Newcombe 1998, method 10)
	WithinMargin bool     // 0 lies in Margin: binnen de toevalsmarge
	// duidelijk: may be told as a change, after all comparisons of the report were judged together
	Clear       bool
	Run         int     // how many years in a row the share went this way, where that is clear; 0 for none
	P           float64 // of the test of this row by itself: the smaller, the stronger the evidence; 1 without a test
	MedianKnown bool
	MedianDays  float64 // KindLeadTime: difference of the medians, in days
	// RatioNum/RatioDen is the exact ratio of this count to the one before;
	// for shares, of the shares: above 2 is "meer dan verdubbeld".
	RatioNum, RatioDen int64
}

// Row is one category of a table with a cell for each year.
type Row struct {
	Labels []string // one for each dimension of the table; none in the row that says a table is not available
	Cells  []Cell   // one for each year of the Figures
}

// Table is one figure: rows of cells, for the years of the Figures.
type Table struct {
	Figure Figure
	// Formula redoes the first number of Rows that shows in the report year.
	Formula Formula
	// none where nothing of the kind occurred; one without labels where the figure is not available at all
	Rows []Row
}

// Base is the noemer that the rows share, in the year at place y of the Figures,
// where it shows.
func (t *Table) Base(y int) (n int, known bool) {
	for i := range t.Rows {
		if c := &t.Rows[i].Cells[y]; c.Base.Known {
			return c.Base.N, true
		}
	}
	return 0, false
}

// Exception is one entry of privacy.uitzonderingen that was applied.
type Exception struct {
	Figure   string
	Year     int
	Category []Label
	Reason   string
	Used     bool // the cell would have been hidden without it
}

// EarlierFile is an earlier publication.
type EarlierFile struct{ Name, SHA256 string }

// Label is the value of one dimension.
type Label struct{ Dimension, Value string }

// FindingCount is how often a rule was met in a column over all files.
type FindingCount struct {
	Rule   RuleID
	Column string
	Count  Int    // rows; absent when it is at least one and below the privacy threshold
	File   string // where all of it is in one file; else empty
	Sheet  string
}

// Comparison is one number that an earlier report printed, beside today's.
type Comparison struct {
	Report   string // bron
	Year     int
	Figure   string
	Title    string
	Category []Label
	IsShare  bool
	IsMedian bool
	Printed  string  // Dutch, as it was typed: "1191" or "30%"
	Count    int     // printed count
	Share    float64 // printed share, 0..1
	Median   float64 // printed median, in days
	Decimals int     // decimals of the printed share, as a fraction: 0.30 has 2
	Today    Cell    // today's cell
	// ReferenceDate is the day of that report, NoDay when it is not told. Then is
	// the cell that the export gives for that day by now.
	ReferenceDate day.Day
	Then          Cell
	ThenOutcome   Outcome
	Undated       bool // the entry could tell the day of its report, and does not
	Outcome       Outcome
	// Today's number minus the printed one, where they were compared.
	Difference int      // counts
	Points     float64  // shares: today's unrounded, -1..1
	Days       float64  // medians: in days
	Reasons    []string // Dutch: what may explain the difference, or why there is no comparison
	File       string   // where the printed number stands: herstel.yaml or a file that it names
	Line       int      // in File
}

// Outcome is the result of a comparison with a printed number.
type Outcome uint8

// The outcomes of a comparison.
const (
	Equal        Outcome = iota // the same number
	EqualRounded                // the same after rounding as printed
	Different
	NotCompared // today's number is hidden or not available
)

// Figures is everything that may leave the package: the tables of one report
// year, with privacy applied, and the account of how they came about.
type Figures struct {
	Year          int
	Years         []int // the years shown, ascending; the last is Year
	Demo          bool  // made from the example data: outputs say VOORBEELDDATA
	ReferenceDate day.Day
	// ReferenceDates says of each of Years on which day it is counted: the
	// reference date, moved back as many years as the year lies before Year.
	ReferenceDates []day.Day
	Version        string
	RulesSHA256    string
	Run            string // kenmerk: what the files of one run have in common; empty outside a report
	Sources        []Source
	Findings       []FindingCount
	Notices        []Notice // on the whole input
	Tables         []Table  // in the order of the chapter
	Threshold      int      // privacy.drempel; 0 when hiding is off
	Exceptions     []Exception
	Earlier        []EarlierFile // what was published before, as far as it counted for privacy
	Published      []Comparison
	// uitgezette zaken of Year without afsluitdatum at the reference date; absent without that column
	OpenCases    Int
	HouseStyle   rules.HouseStyle
	Presentation rules.Presentation
	CompareNow   bool                // vergelijken: nu: all years as they stand on ReferenceDate, without differences
	SeriesBreaks []rules.SeriesBreak // those between the years shown
	Mentions     []Mention           // rows of which a sentence must appear
	Categories   []Category          // which values of the rules count as which category
	Merges       []Merged            // values that count as one
	Provisional  []bool              // of each of Years: more than 5% of its assigned cases were open
}

// Table returns the table of a figure.
func (f *Figures) Table(id string) (*Table, bool) {
	for i := range f.Tables {
		if f.Tables[i].Figure.ID == id {
			return &f.Tables[i], true
		}
	}
	return nil, false
}
