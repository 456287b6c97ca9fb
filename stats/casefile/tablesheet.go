package casefile

import (
	"slices"

	"herstel/stats/rules"
)

// sheetTable is a sheet as a table, with how likely it is the one meant.
type sheetTable struct {
	table
	score  int
	hidden bool
}

// openWorkbook returns the sheet with the likeliest header, and those that have
// nearly the same headers.
func (t *table) openWorkbook(ruleset *rules.Rules) ([]*table, error) {
	w, err := openWorkbook(t.in)
	if err != nil {
		return nil, err
	}
	sheets := w.sheets
	if t.in.Sheet != "" {
		sheet, err := w.sheetNamed(t.in)
		if err != nil {
			return nil, err
		}
		sheets = []sheetRef{sheet}
	}
	var found []*sheetTable
	best := 0
	for _, sheet := range sheets {
		s := &sheetTable{table: table{in: t.in, workbook: w, epoch: w.epoch, part: sheet.part, sheet: sheet.label()}, hidden: sheet.hidden}
		if err := s.findHeader(likeHeader(ruleset)); err != nil {
			return nil, locate(t.in, s.sheet, 0, err)
		}
		if !s.hidden {
			s.score *= 2
		}
		found = append(found, s)
		if s.score > found[best].score {
			best = len(found) - 1
		}
	}
	var tables, others []*table
	for i, s := range found {
		if i == best || s.hidden == found[best].hidden && s.resembles(found[best]) {
			tables = append(tables, &s.table)
		} else if s.headers != nil {
			others = append(others, &s.table)
		}
	}
	if len(tables) > 0 {
		tables[0].others = others
	}
	return tables, nil
}

// findHeader searches the first rows of the sheet for the likeliest header.
func (s *sheetTable) findHeader(j judge) error {
	rows, err := s.workbook.rows(s.part)
	if err != nil {
		return err
	}
	search := headerSearch{judge: j}
	for range headerLines {
		more, err := rows.next()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		search.see(rows.cells, rows.row)
	}
	s.score, s.headerRow, s.headers = search.score, search.row, search.header
	return nil
}

// resembles reports whether the sheet has most of the headers of another.
func (s *sheetTable) resembles(other *sheetTable) bool {
	own := foldedHeaders(s.headers)
	wanted := foldedHeaders(other.headers)
	shared := 0
	for _, header := range wanted {
		if slices.Contains(own, header) {
			shared++
		}
	}
	return shared > 0 && shared*2 >= len(wanted)
}

func foldedHeaders(headers []string) []string {
	var folded []string
	for _, header := range headers {
		if text := rules.Fold(header); text != "" {
			folded = append(folded, text)
		}
	}
	return folded
}
