package casefile

import (
	"context"
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// table is a file of which the header need not be known: for Inspect.
type table struct {
	in        Input
	headers   []string
	headerRow int
	sheet     string
	epoch     epoch

	text     *textReader // CSV
	rest     []byte
	firstRow int // line of the first row below the header
	splitter splitter

	workbook *workbook // XLSX
	part     string
	number   int      // place of the sheet
	others   []*table // sheets of the workbook that are no such table
}

// openTables finds the likeliest header of a file. A workbook gives a table
// for each sheet that may be meant.
func openTables(in Input, ruleset *rules.Rules) ([]*table, error) {
	kind, err := sniff(in)
	if err != nil {
		return nil, err
	}
	t := &table{in: in}
	tables := []*table{t}
	if kind == kindXLSX {
		tables, err = t.openWorkbook(ruleset)
	} else {
		err = t.openText(likeHeader(ruleset))
	}
	if err != nil {
		return nil, locate(in, t.sheet, 0, err)
	}
	if len(tables) == 0 || tables[0].headers == nil {
		return nil, refuse(in, "geen rij met kolomkoppen gevonden", "controleer of dit een export van zaken is, met een rij koppen boven de gegevens")
	}
	return tables, nil
}

var errNoText = &fault{"de inhoud is geen tekst", "controleer of dit de export is: een CSV of een .xlsx"}

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

func (t *table) openText(j judge) error {
	head, err := openText(t.in, j)
	if err != nil {
		return err
	}
	if looksBinary(head.sample) || !isText(strings.Join(head.header, "")) {
		return errNoText
	}
	t.text, t.splitter, t.rest = head.text, head.splitter, head.rest
	t.headers, t.headerRow, t.firstRow = head.header, head.headerRow, head.firstRow
	return nil
}

// each calls row with the cells and the number of every row below the header.
// A line with a quote that never closes has no cells.
func (t *table) each(ctx context.Context, row func(cells []cell, number int)) error {
	var err error
	if t.workbook != nil {
		err = t.eachSheetRow(ctx, row)
	} else {
		err = t.eachLine(ctx, row)
	}
	return locate(t.in, t.sheet, 0, err)
}

func (t *table) eachSheetRow(ctx context.Context, row func(cells []cell, number int)) error {
	rows, err := t.workbook.rows(t.part)
	if err != nil {
		return err
	}
	for {
		more, err := rows.next()
		if err != nil || !more {
			return err
		}
		if rows.row > t.headerRow {
			row(rows.cells, rows.row)
		}
		if rows.row%batchRows == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

func (t *table) eachLine(ctx context.Context, row func(cells []cell, number int)) error {
	block := slices.Clone(t.rest)
	cells := make([]cell, maxColumns)
	number := t.firstRow
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		used := 0
		for used < len(block) {
			count, length, lines, result := t.splitter.record(block[used:], t.text.done(), cells)
			if result == incomplete {
				break
			}
			used += length
			if result == complete {
				row(cells[:min(count, len(cells))], number)
			} else {
				row(nil, number)
			}
			number += lines
		}
		if t.text.done() {
			return nil
		}
		if used == 0 && len(block) > maxRecord+blockSize {
			return &fault{"een regel is langer dan 1 MB; dit is geen gewone CSV", hintSaveAgain}
		}
		block = append(block[:0], block[used:]...)
		var err error
		if block, err = t.text.append(block, blockSize); err != nil {
			return &diskError{err}
		}
	}
}
