package casefile

import (
	"slices"
	"strings"

	"herstel/stats/casefile/internal/grid"
)

// widths compares the cells of the first rows with those of the header: a program
// may end every row, or the header alone, with separators too many.
type widths struct {
	header []string
	width  int  // cells of the rows; 0 before the first
	uneven bool // the rows differ, are as wide as the header, or hold something where it ends
}

func (w *widths) add(cells []grid.Cell) {
	if !slices.ContainsFunc(cells, grid.Cell.Filled) {
		return
	}
	count, header := len(cells), len(w.header)
	if w.width == 0 {
		w.width = count
	}
	if count != w.width && count > 1 || count == header || count > header &&
		slices.ContainsFunc(cells[header:], grid.Cell.Filled) {
		w.uneven = true
	}
}

// fit returns the header as wide as the rows, when only empty cells make the
// difference.
func (w *widths) fit() (header []string, ok bool) {
	if w.uneven || w.width < 2 || w.width < len(w.header) && strings.Join(w.header[w.width:], "") != "" {
		return nil, false
	}
	header = slices.Clone(w.header[:min(w.width, len(w.header))])
	for len(header) < w.width {
		header = append(header, "")
	}
	return header, true
}
