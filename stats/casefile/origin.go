package casefile

import (
	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// tracedCells are the cells of a row that a user recognises it by. A batch has
// them only where the reader is asked for origins.
type tracedCells struct {
	number string
	values [rules.ColumnCount]uint32 // index in the memo of a category plus one; 0: empty
}

// trace makes room for the cells of the record that was added last.
func (r *rowReader) trace() {
	if r.tracing {
		r.out.traced = append(r.out.traced, tracedCells{})
	}
}

func (r *rowReader) traceNumber(c grid.Cell) {
	if r.tracing {
		r.out.traced[len(r.out.traced)-1].number = grid.TextOf(c, r.epoch)
	}
}

func (r *rowReader) traceValue(c rules.Column, index int) {
	if r.tracing {
		r.out.traced[len(r.out.traced)-1].values[c] = uint32(index + 1)
	}
}

// follow keeps where a row stands that holds a case.
func (l *ledger) follow(b *batch, i, row int, counted bool) {
	origin := stats.Origin{Source: len(l.sources), Row: row, Number: b.traced[i].number}
	if !counted {
		if b.records[i].fate != fateNotCase && origin.Number != "" {
			l.leftOut = append(l.leftOut, stats.LeftOutRow{Origin: origin, Rule: l.left})
		}
		return
	}
	for c, index := range b.traced[i].values {
		if index > 0 {
			origin.Values[c] = b.memos.categories[c][index-1].text
		}
	}
	n := len(l.rules.Breakdowns)
	for k, memo := range b.breakdowns[i*n : i*n+n] {
		text := ""
		if memo > 0 {
			text = b.memos.breakdowns[k][memo-1].text
		}
		origin.Own = append(origin.Own, text)
	}
	l.origins = append(l.origins, origin)
}
