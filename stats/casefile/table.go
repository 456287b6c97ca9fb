package casefile

import (
	"context"
	"slices"
	"strings"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// table is a sheet of which the header need not be known: for Inspect and koppel.
type table struct {
	in        Input
	rows      grid.Sheet
	headers   []string
	headerRow int
	sheet     string // its label
	epoch     grid.Epoch
	score     int      // of the header
	others    []*table // sheets of the file that are no such table
}

// tablesOf returns a table for each sheet of a file, or for the one that the user
// asked for.
func tablesOf(in Input, j grid.Judge) ([]*table, error) {
	b, err := open(in)
	if err != nil {
		return nil, err
	}
	sheets := b.Sheets()
	if in.Sheet != "" && sheets[0].Ref().Number > 0 {
		named, err := sheetNamed(b, in)
		if err != nil {
			return nil, err
		}
		sheets = []grid.Sheet{named}
	}
	var tables []*table
	for _, s := range sheets {
		search, err := s.Find(j)
		if err != nil {
			return nil, grid.Locate(in, s.Ref().Label(), 0, err)
		}
		tables = append(tables, &table{in: in, rows: s, epoch: b.Epoch(), sheet: s.Ref().Label(),
			score: search.Score, headerRow: search.Row, headers: search.Header})
	}
	return tables, nil
}

// openTables finds the sheet with the likeliest header, and those that have nearly
// the same headers and may be meant too. A hidden sheet is less likely.
func openTables(in Input, ruleset *rules.Rules) ([]*table, error) {
	all, err := tablesOf(in, likeHeader(ruleset))
	if err != nil {
		return nil, err
	}
	best := all[0]
	for _, t := range all {
		if !t.hidden() {
			t.score *= 2
		}
		if t.score > best.score {
			best = t
		}
	}
	if best.headers == nil {
		return nil, grid.Refuse(in, "geen rij met kolomkoppen gevonden",
			"controleer of dit een export van zaken is, met een rij koppen boven de gegevens")
	}
	if !grid.IsText(strings.Join(best.headers, "")) {
		return nil, grid.Locate(in, best.sheet, 0, grid.ErrNoText)
	}
	var tables []*table
	for _, t := range all {
		if t == best || t.hidden() == best.hidden() && t.resembles(best) {
			tables = append(tables, t)
		} else if t.headers != nil {
			best.others = append(best.others, t)
		}
	}
	tables[0].others = best.others
	return tables, nil
}

func (t *table) hidden() bool { return t.rows.Ref().Hidden }

// resembles reports whether the table has most of the headers of another.
func (t *table) resembles(other *table) bool {
	own := foldedHeaders(t.headers)
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

// likeHeader looks for a row that looks like a header.
func likeHeader(ruleset *rules.Rules) grid.Judge {
	return grid.Judge{
		Score: func(cells []grid.Cell) int { return headerScore(cells, ruleset) },
		Knows: func(name string) bool { return knowsHeader(ruleset, name) },
	}
}

// headerScore says how much a row looks like a header: known headers count
// most, then texts; a row with a date or a number is none.
func headerScore(cells []grid.Cell, ruleset *rules.Rules) int {
	seen := map[string]bool{}
	score := 0
	for _, c := range cells {
		if c.Blank() {
			continue
		}
		if date, ok := grid.ParseDay(c, grid.Epoch1900); ok && date != day.NoDay || grid.IsPlainNumber(c) ||
			c.Form != grid.FormText {
			return 0
		}
		text := rules.Fold(grid.TextOf(c, grid.Epoch1900))
		if seen[text] {
			continue
		}
		seen[text] = true
		score++
		if _, known := ruleset.Column(text); known {
			score += grid.KnownScore
		}
	}
	if len(seen) < 2 {
		return 0
	}
	return score
}

// each calls use with the cells and the number of every row below the header.
// A line with a quote that never closes has no cells.
func (t *table) each(ctx context.Context, use func(cells []grid.Cell, number int)) error {
	rows, err := t.rows.Rows()
	for n := 0; err == nil; n++ {
		var r *grid.SheetRow
		if r, err = rows.Next(); err != nil || r == nil {
			break
		}
		if r.Number > t.headerRow {
			use(r.Cells, r.Number)
		}
		if n%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return grid.Locate(t.in, t.sheet, 0, err)
}

// patience is how many rows are looked at between two looks at whether to go on.
const patience = 2048
