package grid

import (
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// HeaderSearch finds the header of a sheet or a file among its first rows, one
// row at a time. A header may fill two rows: a name in two parts, or the name of
// a group above its columns.
type HeaderSearch struct {
	Judge  Judge
	Score  int      // of the best so far
	Row    int      // its number, that of the lower row for two
	Header []string // its cells
	Above  []string // the row before, when it may be the upper one of two
	Filled bool     // one of the rows has content
}

// FindIn looks for the header in the first rows of a sheet.
func FindIn(rows RowCursor, j Judge) (*HeaderSearch, error) {
	search := &HeaderSearch{Judge: j}
	for range HeaderLines {
		r, err := rows.Next()
		if err != nil {
			return nil, err
		}
		if r == nil {
			break
		}
		search.See(r.Cells, r.Number)
	}
	return search, nil
}

// Judge says what a header is in a certain search.
type Judge struct {
	Score func(header []Cell) int // 0 for a row that is no header
	Knows func(name string) bool  // whether a name by itself says something
}

// What a known name counts for in a score, and what all required columns do.
// Anything else counts less.
const (
	KnownScore = 1 << 20
	WholeScore = KnownScore << 8
)

// See looks at a row, and reports whether it is the best header so far.
func (h *HeaderSearch) See(cells []Cell, row int) bool {
	before := h.Score
	h.Filled = h.Filled || slices.ContainsFunc(cells, Cell.Filled)
	h.take(cells, row, 1)
	lower := heading(cells)
	if upper := h.Above; upper != nil && lower != nil {
		gain := KnownScore
		if several(upper) && twins(lower) {
			gain = 1
		}
		h.take(h.join(upper, lower), row, gain)
	}
	h.Above = lower
	return h.Score > before
}

// take keeps a header that scores at least gain more than the best so far.
func (h *HeaderSearch) take(cells []Cell, row, gain int) {
	if score := h.Judge.Score(cells); score >= h.Score+gain {
		h.Score, h.Row, h.Header = score, row, HeaderTexts(cells)
	}
}

// heading returns the texts of a row that may be part of a header: there is no
// date and no number in it.
func heading(cells []Cell) []string {
	filled := false
	for _, c := range cells {
		if c.Blank() {
			continue
		}
		if date, ok := ParseDay(c, Epoch1900); ok && date != day.NoDay || IsPlainNumber(c) || c.Form != FormText {
			return nil
		}
		filled = true
	}
	if !filled {
		return nil
	}
	return HeaderTexts(cells)
}

// several reports whether more than one cell has a text: a title has one.
func several(texts []string) bool {
	n := 0
	for _, text := range texts {
		if text != "" {
			n++
		}
	}
	return n > 1
}

// twins reports whether a text comes twice.
func twins(texts []string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return isTwin(text, texts) })
}

func isTwin(text string, texts []string) bool {
	n := 0
	for _, other := range texts {
		if text != "" && rules.Fold(other) == rules.Fold(text) {
			n++
		}
	}
	return n > 1
}

// join makes one header of two rows. The name of a group holds for the columns
// to its right that have none above them.
func (h *HeaderSearch) join(upper, lower []string) []Cell {
	joined := make([]Cell, max(len(upper), len(lower)))
	at := func(texts []string, i int) string {
		if i < len(texts) {
			return texts[i]
		}
		return ""
	}
	group := ""
	for i := range joined {
		over, name := at(upper, i), at(lower, i)
		if over != "" || name == "" {
			group = over
		}
		joined[i].Text = []byte(h.name(group, over, name, lower))
	}
	return joined
}

// name chooses the name of a column with a name and perhaps a group above it.
func (h *HeaderSearch) name(group, over, name string, lower []string) string {
	if name == "" {
		return over
	}
	if group == "" {
		return name
	}
	whole := group + " " + name
	if strings.HasSuffix(group, "-") {
		whole = strings.TrimSuffix(group, "-") + name
	}
	switch {
	case h.Judge.Knows(whole):
		return whole
	case h.Judge.Knows(group + name):
		return group + name
	case isTwin(name, lower):
		return whole
	}
	return name
}

// CellsOf makes cells of texts.
func CellsOf(texts []string) []Cell {
	cells := make([]Cell, len(texts))
	for i, text := range texts {
		cells[i].Text = []byte(text)
	}
	return cells
}

// HeaderTexts returns the cells of a header as text.
func HeaderTexts(cells []Cell) []string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = TextOf(c, Epoch1900)
	}
	return texts
}

// HeaderLines is how many lines from the top may come before the header or be it.
const HeaderLines = 60

// TellingRows is how many rows below the header are looked at.
const TellingRows = 200
