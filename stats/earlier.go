package stats

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"herstel/stats/day"
)

// Earlier is what a reader has from an earlier publication: the tidy form of
// its figures, as the JSON of a report holds it. It gives out no count.
type Earlier struct {
	Name   string // the file, as messages call it
	SHA256 string
	Year   int
	Demo   bool

	threshold int
	rules     string          // SHA-256 of the rules; empty when the file does not say
	dates     map[int]day.Day // by year shown, the day on which it was counted
	cells     map[string]earlierCell
	figures   map[string]bool // figures of a year that it has
	folded    map[string]bool // those with a row for values that it does not name
	withheld  map[string]bool // those withheld whole
	merges    []earlierMerge
	partial   bool // a row that it does not have says nothing
}

// earlierCell is one cell of an earlier publication.
type earlierCell struct {
	count, base Int // absent where hidden or not available
	status      Status
}

// earlierMerge is what values counted as together in an earlier publication.
type earlierMerge struct {
	Dimension string `json:"dimensie"`
	As        string `json:"als"`
	Values    int    `json:"waarden"`
}

// ErrNotEarlier says that a file does not hold the figures of a report.
var ErrNotEarlier = errors.New("dit is geen cijferbestand van herstel")

// mostEarlier is the largest earlier publication that is read, in bytes.
const mostEarlier = 64 << 20

// tidyFile is the part of the tidy form that matters for privacy.
type tidyFile struct {
	Schema    int               `json:"schema"`
	Year      int               `json:"jaar"`
	Reference string            `json:"peildatum"`
	Dates     map[string]string `json:"peildata"`
	Demo      bool              `json:"voorbeelddata"`
	Threshold int               `json:"drempel"`
	Merges    []earlierMerge    `json:"samengevoegd"`
	Rules     string            `json:"regels_sha256"`
	Cells     []struct {
		Figure   string            `json:"figuur"`
		Year     int               `json:"jaar"`
		Category map[string]string `json:"categorie"`
		Count    *int              `json:"aantal"`
		Base     *int              `json:"noemer"`
		Status   string            `json:"status"`
		Reason   string            `json:"reden"`
	} `json:"cijfers"`
}

// ReadEarlier reads an earlier publication in the tidy form. The error wraps
// ErrNotEarlier when it is something else.
func ReadEarlier(name string, r io.Reader) (*Earlier, error) {
	text, err := io.ReadAll(io.LimitReader(r, mostEarlier+1))
	if err != nil {
		return nil, err
	}
	var file tidyFile
	if len(text) > mostEarlier || json.Unmarshal(text, &file) != nil || file.Schema != 1 || file.Year == 0 ||
		file.Cells == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrNotEarlier)
	}
	sum := sha256.Sum256(text)
	e := newEarlier(name)
	e.SHA256, e.Year, e.Demo, e.threshold = hex.EncodeToString(sum[:]), file.Year, file.Demo, file.Threshold
	e.merges = file.Merges
	e.rules = file.Rules
	for _, c := range file.Cells {
		cell := earlierCell{count: asInt(c.Count), base: asInt(c.Base)}
		switch c.Status {
		case Suppressed.String():
			cell.status = Suppressed
		case NotAvailable.String():
			cell.status = NotAvailable
		}
		e.add(c.Figure, c.Year, c.Category, cell, c.Reason)
		if _, ok := e.dates[c.Year]; !ok {
			e.dates[c.Year] = file.dateOf(c.Year)
		}
	}
	return e, nil
}

// add takes one observation of the publication.
func (e *Earlier) add(figure string, year int, category map[string]string, cell earlierCell, reason string) {
	id := figureKey(figure, year)
	e.figures[id] = true
	if cell.status == Suppressed && withholds(reason) {
		e.withheld[id] = true
	}
	if slices.Contains(slices.Collect(maps.Values(category)), HiddenLabel) {
		e.folded[id] = true
		return
	}
	e.cells[earlierKey(figure, year, category)] = cell
}

// published is what a reader has who has the figures.
func (f *Figures) published() *Earlier {
	e := newEarlier("het verslag van nu")
	e.Year, e.Demo, e.threshold, e.rules = f.Year, f.Demo, f.Threshold, f.RulesSHA256
	for y, year := range f.Years {
		e.dates[year] = f.ReferenceDates[y]
		for i := range f.Tables {
			t := &f.Tables[i]
			for _, r := range t.Rows {
				category := map[string]string{}
				for d, label := range r.Labels {
					category[t.Figure.Breakdown[d].ID] = label
				}
				c := &r.Cells[y]
				e.add(t.Figure.ID, year, category, earlierCell{c.Count, c.Base, c.Status}, c.Reason)
			}
		}
	}
	return e
}

func newEarlier(name string) *Earlier {
	return &Earlier{Name: name, dates: map[int]day.Day{}, cells: map[string]earlierCell{},
		figures: map[string]bool{}, folded: map[string]bool{}, withheld: map[string]bool{}}
}

// dateOf is the day on which a year was counted; NoDay when the file does not say.
func (f *tidyFile) dateOf(year int) day.Day {
	text, ok := f.Dates[strconv.Itoa(year)]
	if !ok {
		text = f.Reference // before the dates of each year were written, all were counted on one day
	}
	date, ok := day.Parse(text)
	if !ok {
		return day.NoDay
	}
	return date
}

func asInt(n *int) Int {
	if n == nil || *n < 0 {
		return Int{}
	}
	return Num(*n)
}

func figureKey(figure string, year int) string { return figure + "\x00" + strconv.Itoa(year) }

func earlierKey(figure string, year int, category map[string]string) string {
	var b strings.Builder
	b.WriteString(figureKey(figure, year))
	for _, dimension := range slices.Sorted(maps.Keys(category)) {
		b.WriteString("\x00" + dimension + "\x00" + category[dimension])
	}
	return b.String()
}

// categoryKey is the earlierKey of a cell of a figure.
func categoryKey(f *Figure, year int, category []Label) string {
	labels := map[string]string{}
	for _, l := range category {
		labels[l.Dimension] = l.Value
	}
	return earlierKey(f.ID, year, labels)
}

// of returns what the publication says of a cell; ok is false when it says
// nothing. A value that is in none of its rows was not counted.
func (e *Earlier) of(f *Figure, year int, category []Label) (cell earlierCell, ok bool) {
	if cell, ok = e.cells[categoryKey(f, year, category)]; ok {
		return cell, cell.status != NotAvailable
	}
	id := figureKey(f.ID, year)
	switch {
	case e.partial || !e.figures[id]:
		return cell, false
	case e.folded[id]:
		return earlierCell{status: Suppressed}, true
	}
	return earlierCell{count: Num(0)}, true
}
