package casefile

import (
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// headerSearch finds the header of a sheet or a file among its first rows, one
// row at a time. A header may fill two rows: a name in two parts, or the name of
// a group above its columns.
type headerSearch struct {
	judge  judge
	score  int      // of the best so far
	row    int      // its number, that of the lower row for two
	header []string // its cells
	above  []string // the row before, when it may be the upper one of two
	filled bool     // one of the rows has content
}

// findIn looks for the header in the first rows of a sheet.
func findIn(rows rowCursor, j judge) (*headerSearch, error) {
	search := &headerSearch{judge: j}
	for range headerLines {
		r, err := rows.next()
		if err != nil {
			return nil, err
		}
		if r == nil {
			break
		}
		search.see(r.cells, r.number)
	}
	return search, nil
}

// judge says what a header is in a certain search.
type judge struct {
	score func(header []cell) int // 0 for a row that is no header
	knows func(name string) bool  // whether a name by itself says something
}

// What a known name counts for in a score, and what all required columns do.
// Anything else counts less.
const (
	knownScore = 1 << 20
	wholeScore = knownScore << 8
)

// judgeBy looks for the header of an export that the rules know.
func judgeBy(ruleset *rules.Rules) judge {
	return judge{
		score: func(header []cell) int {
			l := layoutOf(header, ruleset)
			score := l.known * knownScore
			if l.complete() {
				score += wholeScore
			}
			return score
		},
		knows: func(name string) bool { return knowsHeader(ruleset, name) },
	}
}

// knowsHeader reports whether the rules, or the user's own, say what a header is.
func knowsHeader(ruleset *rules.Rules, name string) bool {
	_, column := ruleset.Column(name)
	_, breakdown := ruleset.BreakdownColumn(name)
	return column || breakdown || ruleset.Derives(name)
}

// see looks at a row, and reports whether it is the best header so far.
func (h *headerSearch) see(cells []cell, row int) bool {
	before := h.score
	h.filled = h.filled || slices.ContainsFunc(cells, cell.filled)
	h.take(cells, row, 1)
	lower := heading(cells)
	if upper := h.above; upper != nil && lower != nil {
		gain := knownScore
		if several(upper) && twins(lower) {
			gain = 1
		}
		h.take(h.join(upper, lower), row, gain)
	}
	h.above = lower
	return h.score > before
}

// take keeps a header that scores at least gain more than the best so far.
func (h *headerSearch) take(cells []cell, row, gain int) {
	if score := h.judge.score(cells); score >= h.score+gain {
		h.score, h.row, h.header = score, row, headerTexts(cells)
	}
}

// heading returns the texts of a row that may be part of a header: there is no
// date and no number in it.
func heading(cells []cell) []string {
	filled := false
	for _, c := range cells {
		if c.blank() {
			continue
		}
		if date, ok := parseDay(c, epoch1900); ok && date != day.NoDay || isPlainNumber(c) || c.form != formText {
			return nil
		}
		filled = true
	}
	if !filled {
		return nil
	}
	return headerTexts(cells)
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
func (h *headerSearch) join(upper, lower []string) []cell {
	joined := make([]cell, max(len(upper), len(lower)))
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
		joined[i].text = []byte(h.name(group, over, name, lower))
	}
	return joined
}

// name chooses the name of a column with a name and perhaps a group above it.
func (h *headerSearch) name(group, over, name string, lower []string) string {
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
	case h.judge.knows(whole):
		return whole
	case h.judge.knows(group + name):
		return group + name
	case isTwin(name, lower):
		return whole
	}
	return name
}

// cellsOf makes cells of texts.
func cellsOf(texts []string) []cell {
	cells := make([]cell, len(texts))
	for i, text := range texts {
		cells[i].text = []byte(text)
	}
	return cells
}
