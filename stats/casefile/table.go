package casefile

import (
	"context"
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// table is a sheet of which the header need not be known: for Inspect and koppel.
type table struct {
	in        Input
	rows      sheet
	headers   []string
	headerRow int
	sheet     string // its label
	epoch     epoch
	score     int      // of the header
	others    []*table // sheets of the file that are no such table
}

// tablesOf returns a table for each sheet of a file, or for the one that the user
// asked for.
func tablesOf(in Input, j judge) ([]*table, error) {
	b, err := open(in)
	if err != nil {
		return nil, err
	}
	sheets := b.sheets()
	if in.Sheet != "" && sheets[0].ref().number > 0 {
		named, err := sheetNamed(b, in)
		if err != nil {
			return nil, err
		}
		sheets = []sheet{named}
	}
	var tables []*table
	for _, s := range sheets {
		search, err := s.find(j)
		if err != nil {
			return nil, locate(in, s.ref().label(), 0, err)
		}
		tables = append(tables, &table{in: in, rows: s, epoch: b.epoch(), sheet: s.ref().label(),
			score: search.score, headerRow: search.row, headers: search.header})
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
		return nil, refuse(in, "geen rij met kolomkoppen gevonden", "controleer of dit een export van zaken is, met een rij koppen boven de gegevens")
	}
	if !isText(strings.Join(best.headers, "")) {
		return nil, locate(in, best.sheet, 0, errNoText)
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

func (t *table) hidden() bool { return t.rows.ref().hidden }

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
func likeHeader(ruleset *rules.Rules) judge {
	return judge{
		score: func(cells []cell) int { return headerScore(cells, ruleset) },
		knows: func(name string) bool { return knowsHeader(ruleset, name) },
	}
}

// headerScore says how much a row looks like a header: known headers count
// most, then texts; a row with a date or a number is none.
func headerScore(cells []cell, ruleset *rules.Rules) int {
	seen := map[string]bool{}
	score := 0
	for _, c := range cells {
		if c.blank() {
			continue
		}
		if date, ok := parseDay(c, epoch1900); ok && date != day.NoDay || isPlainNumber(c) || c.form != formText {
			return 0
		}
		text := rules.Fold(textOf(c, epoch1900))
		if seen[text] {
			continue
		}
		seen[text] = true
		score++
		if _, known := ruleset.Column(text); known {
			score += knownScore
		}
	}
	if len(seen) < 2 {
		return 0
	}
	return score
}

// each calls use with the cells and the number of every row below the header.
// A line with a quote that never closes has no cells.
func (t *table) each(ctx context.Context, use func(cells []cell, number int)) error {
	rows, err := t.rows.rows()
	for n := 0; err == nil; n++ {
		var r *sheetRow
		if r, err = rows.next(); err != nil || r == nil {
			break
		}
		if r.number > t.headerRow {
			use(r.cells, r.number)
		}
		if n%batchRows == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return locate(t.in, t.sheet, 0, err)
}
