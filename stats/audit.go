package stats

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/disclosure"
)

// Audit tells which cells are hidden, why, and what a reader of the figures
// can still work out about them. It is for the user of the export alone: it is
// no part of Figures, and an output that leaves the house must not be made
// from it.
//
// A reader also has the public counts of findings (see linker), so the range
// of a cell is the narrower one: that of who knows every Onbekend that findings
// may tell. Of such an Onbekend itself it is the range without that knowledge.
type Audit struct {
	threshold int
	years     []*auditYear
}

type auditYear struct {
	year  int
	links *linker
}

func newAuditYear(figs *Figures, i int, links *linker) *auditYear {
	return &auditYear{figs.Years[i], links}
}

// HiddenCell is one hidden count of the audit.
type HiddenCell struct {
	Figure   string
	Title    string
	Category []Label
	Year     int
	Primary  bool // hidden for its own sake: primair; else secundair
	Low      int  // lowest value that the published figures allow
	High     Int  // highest value; absent when they set no limit
	Gap      Int  // of the cell and, for a yes/no share, of its other side when that is small; absent without a limit
	AtLeast  bool // the range is at least this wide; the table is too large to solve to the end
	// Unavoidable says in Dutch why the gap is smaller than the drempel; it is
	// empty when the gap is wide enough.
	Unavoidable string
	// Remark says in Dutch that the count may be had in another way; the range
	// is then that of a reader who does not use it.
	Remark string
	Shows  string // Dutch: what would give the count away
}

// Why returns the Dutch word for the reason why the cell is hidden.
func (h HiddenCell) Why() string {
	if h.Primary {
		return "primair"
	}
	return "secundair"
}

// Threshold is the drempel that the audit was held against.
func (a *Audit) Threshold() int { return a.threshold }

// Hidden lists the hidden cells of a year in the order of the chapter, with
// their ranges. It solves its programs when it is called.
func (a *Audit) Hidden(year int) ([]HiddenCell, error) {
	i := slices.IndexFunc(a.years, func(y *auditYear) bool { return y.year == year })
	if i < 0 {
		return nil, nil
	}
	y := a.years[i]
	var list []HiddenCell
	for _, c := range y.cellsInOrder() {
		h, err := y.describe(c, a.threshold)
		if err != nil {
			return nil, err
		}
		list = append(list, h)
	}
	return list, nil
}

// Unavoidable counts the hidden cells of a year whose gap is smaller than the
// drempel because of totals that are always shown.
func (a *Audit) Unavoidable(year int) int {
	n := 0
	for _, y := range a.years {
		for _, c := range y.cellsInOrder() {
			if y.year == year && (c.public || c.set != nil && c.set.result.Limited(c.count)) {
				n++
			}
		}
	}
	return n
}

func (y *auditYear) cellsInOrder() []*linkedCell {
	var list []*linkedCell
	for i := range y.links.figs.Tables {
		for _, c := range y.links.cells {
			if c.table == &y.links.figs.Tables[i] && y.links.hidden(c) {
				list = append(list, c)
			}
		}
	}
	return list
}

func (y *auditYear) describe(c *linkedCell, threshold int) (HiddenCell, error) {
	h := HiddenCell{Figure: c.table.Figure.ID, Title: c.table.Figure.Title, Category: c.category, Year: y.year}
	switch {
	case c.set != nil:
		return y.describeLinked(c, h, threshold)
	case c.public:
		h.Primary, h.Low, h.High, h.Gap = true, c.value, Num(c.value), Num(0)
		h.Unavoidable = "onvermijdelijk: standen laat dit aantal altijd zien; alleen de dagen zijn verborgen"
		h.Shows = "standen laat dit aantal al zien"
	default:
		h.Primary, h.Low = true, 1
		h.Shows = exceptionShows
	}
	return h, nil
}

const exceptionShows = "een uitzondering voor deze cel onder privacy.uitzonderingen"

func (y *auditYear) describeLinked(c *linkedCell, h HiddenCell, threshold int) (HiddenCell, error) {
	result := c.set.result
	low, high, exact, err := result.Range(c.count)
	if err != nil {
		return h, err
	}
	gap := high - low
	if c.hasSide && result.Guarded(c.side) {
		sideLow, sideHigh, _, err := result.Range(c.side)
		if err != nil {
			return h, err
		}
		gap = min(gap, sideHigh-sideLow)
	}
	h.Primary, h.Low, h.High, h.Gap, h.AtLeast = result.Primary(c.count), low, Num(high), Num(gap), !exact
	if gap < threshold {
		h.Unavoidable = fmt.Sprintf("onvermijdelijk: in instroom of standen staat een totaal dat te klein is voor een marge van %d", threshold)
	}
	if result.Known(c.count) {
		h.Remark = "dit aantal Onbekend is misschien af te leiden uit de bevindingen; de speling is die zonder de bevindingen, en met de bevindingen blijven de andere cellen verborgen"
	}
	givers, err := result.GivenAwayBy(c.count)
	if err != nil {
		return h, err
	}
	h.Shows = y.shows(c, givers)
	return h, nil
}

// shows words what would give a cell away.
func (y *auditYear) shows(c *linkedCell, givers []disclosure.Cell) string {
	var names []string
	for _, other := range y.links.cells {
		if other.set == c.set && slices.Contains(givers, other.count) {
			names = append(names, other.name())
		}
	}
	const most = 3
	switch n := len(names); {
	case n == 0:
		return exceptionShows
	case n > most:
		names = append(names[:most], fmt.Sprintf("of een van nog %d cellen", n-most))
	}
	return exceptionShows + "; of als je een van deze cellen toont: " + strings.Join(names, ", ")
}

// name is a cell in words, for a sentence.
func (c *linkedCell) name() string {
	words := []string{c.table.Figure.ID}
	for _, l := range c.category {
		words = append(words, l.Value)
	}
	return strings.Join(words, " / ")
}
