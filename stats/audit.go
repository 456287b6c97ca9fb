package stats

import (
	"context"
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
	earlier   []string                 // see Earlier
	unnamed   map[string][]FoldedValue // by figure
}

type auditYear struct {
	year    int
	links   *linker
	without *withoutExceptions
	ctx     context.Context // of the computation, whose work Remedies continues
	open    *Figures        // before hiding, for Remedies; nil when there is nothing to remedy
	known   *memory
}

func newAuditYear(ctx context.Context, figs *Figures, links *linker) *auditYear {
	return &auditYear{year: figs.Years[links.year], links: links, without: newWithoutExceptions(ctx, figs, links),
		ctx: ctx}
}

// HiddenCell is one hidden count of the audit.
type HiddenCell struct {
	Figure   string
	Title    string
	Category []Label
	Year     int
	Primary  bool // hidden for its own sake: primair; else secundair, or nul
	Zero     bool // a zero, hidden with the size of its group or because the user asks for it; it has no range
	Low      int  // lowest value that the published figures allow
	High     Int  // highest value; absent when they set no limit
	Gap      Int  // High minus Low; absent without a limit
	AtLeast  bool // the range is at least this wide; the table is too large to solve to the end
	// Cause says in Dutch why the gap, or that of the other side of a yes/no
	// share, is smaller than the drempel: it starts with "onvermijdelijk" where
	// nothing can be done. It is empty when the gap is wide enough.
	Cause string
	// Remark says in Dutch that the count may be had in another way; the range
	// is then that of a reader who does not use it.
	Remark    string
	Shows     string // Dutch: what would show the cell
	GivenAway string // Dutch: which other cells, when shown, would give it away; empty for none
}

// Why returns the Dutch word for the reason why the cell is hidden.
func (h HiddenCell) Why() string {
	switch {
	case h.Zero:
		return "nul"
	case h.Primary:
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
			return nil, y.links.workError(c.set, err)
		}
		list = append(list, h)
	}
	return list, nil
}

// Narrow counts the hidden cells of a year of which a reader can place the
// count, or its other side, closer than the drempel asks. Hidden says of each
// of them why.
func (a *Audit) Narrow(year int) int {
	n := 0
	for _, y := range a.years {
		for _, c := range y.cellsInOrder() {
			if y.year == year && y.links.tooNarrow(c) {
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
			if c.table == &y.links.figs.Tables[i] && (y.links.hidden(c) || y.links.hiddenZero(c)) {
				list = append(list, c)
			}
		}
	}
	return list
}

func (y *auditYear) describe(c *linkedCell, threshold int) (HiddenCell, error) {
	h := HiddenCell{Figure: c.table.Figure.ID, Title: c.table.Figure.Title, Category: c.category, Year: y.year}
	switch {
	case y.links.hiddenZero(c):
		h.Zero, h.Shows = true, exceptionShows
	case c.set != nil:
		return y.describeLinked(c, h, threshold)
	case c.public:
		h.Primary, h.Low, h.High, h.Gap = true, c.value, Num(c.value), Num(0)
		h.Cause = "onvermijdelijk: standen laat dit aantal altijd zien; alleen de dagen zijn verborgen"
		h.Shows = exceptionShows
	default:
		h.Primary, h.Low = true, 1
		h.Shows = exceptionShows
	}
	return h, nil
}

const exceptionShows = "een uitzondering voor deze cel onder privacy.uitzonderingen; dat kan andere cellen kosten"

const toldRemark = "dit aantal Onbekend is misschien af te leiden uit de bevindingen; de speling is die zonder de " +
	"bevindingen, en voor de andere cellen is met de bevindingen gerekend"

func (y *auditYear) describeLinked(c *linkedCell, h HiddenCell, threshold int) (HiddenCell, error) {
	result := c.set.result
	low, high, exact, err := result.Range(c.count)
	if err != nil {
		return h, err
	}
	small := c.hasSide && result.Guarded(c.side)
	h.Primary, h.Low, h.High, h.Gap, h.AtLeast = result.Primary(c.count) || small, low, Num(high), Num(high-low), !exact
	if high-low < threshold {
		if h.Cause, err = y.cause(c, c.count); err != nil {
			return h, err
		}
	} else if small {
		if h.Cause, err = y.sideCause(c, threshold); err != nil {
			return h, err
		}
	}
	if result.Known(c.count) {
		h.Remark = toldRemark
	}
	givers, err := result.GivenAwayBy(c.count)
	if err != nil {
		return h, err
	}
	h.Shows, h.GivenAway = exceptionShows, y.givenAway(c, givers)
	return h, nil
}

// givenAway words which cells would give a cell away.
func (y *auditYear) givenAway(c *linkedCell, givers []disclosure.Cell) string {
	var names []string
	for _, other := range y.links.cells {
		if other.set == c.set && slices.Contains(givers, other.count) {
			names = append(names, other.name())
		}
	}
	const most = 3
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return "als ook deze cel getoond werd: " + names[0]
	case n > most:
		names = append(names[:most], fmt.Sprintf("of een van nog %d cellen", n-most))
	}
	return "als ook een van deze cellen getoond werd: " + strings.Join(names, ", ")
}

// name is a cell in words, for a sentence.
func (c *linkedCell) name() string {
	words := []string{c.table.Figure.ID}
	for _, l := range c.category {
		words = append(words, l.Value)
	}
	return strings.Join(words, " / ")
}
