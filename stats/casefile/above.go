package casefile

import (
	"fmt"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// telling is how many filled cells a row needs to be taken for a case, and how
// many known headers for a header: fewer can be a title.
const (
	tellingCells   = 5
	tellingHeaders = 3
)

// isCase reports whether a row is a case by a layout that may not be its own:
// a number, a date of receipt, and more than a title has.
func (l *layout) isCase(cells []grid.Cell, ep grid.Epoch) bool {
	number, received := l.cell(cells, rules.ColCaseNumber), l.cell(cells, rules.ColReceived)
	if number.Blank() || grid.IsTotal(number) || received.Blank() {
		return false
	}
	filled := 0
	for _, c := range cells {
		if c.Filled() {
			filled++
		}
	}
	_, dated := grid.ParseDay(received, ep)
	return dated && filled >= tellingCells
}

// cell returns the cell of a column; an empty one where there is none.
func (l *layout) cell(cells []grid.Cell, c rules.Column) grid.Cell {
	if pos := l.at[c]; pos != absent && pos < len(cells) {
		return cells[pos]
	}
	return grid.Cell{}
}

// isHeader reports whether a row is the header of a table of cases, whole or not.
func (l *layout) isHeader() bool {
	return l.known >= tellingHeaders && l.at[rules.ColCaseNumber] != absent && l.at[rules.ColReceived] != absent
}

// above looks at the rows above the chosen header: cases there would go
// missing without a word.
type above struct {
	chosen  *layout
	ruleset *rules.Rules
	epoch   grid.Epoch

	cases, firstCase int // by the chosen header
	earlier          *layout
	earlierRow       int
	between          int // cases by the earlier header
}

func (a *above) add(cells []grid.Cell, row int) {
	if a.chosen.isCase(cells, a.epoch) {
		if a.cases == 0 {
			a.firstCase = row
		}
		a.cases++
	}
	if a.earlier != nil && a.earlier.isCase(cells, a.epoch) {
		a.between++
	}
	if l := layoutOf(cells, a.ruleset); a.earlier == nil && l.isHeader() {
		a.earlier, a.earlierRow = l, row
	}
}

// refusal returns why the table below the header is not all there is, or nil.
func (a *above) refusal(in Input, sheet string, headerRow int) *Error {
	switch {
	case a.between > 0:
		return twoTables(in, sheet, a.earlierRow, headerRow)
	case a.cases > 0:
		return &Error{File: in.Name, Sheet: sheet, Row: a.firstCase,
			What: fmt.Sprintf("boven de kolomkoppen van rij %d %s %d %s op %s", headerRow,
				plural(a.cases, "staat", "staan"),
				a.cases,
				plural(a.cases, "rij die lijkt", "rijen die lijken"), plural(a.cases, "een zaak", "zaken")),
			Hint: "zet de rij met kolomkoppen bovenaan en sla het bestand opnieuw op"}
	}
	return nil
}

// twoTables refuses a sheet or a file with a second header.
func twoTables(in Input, sheet string, first, second int) *Error {
	return &Error{File: in.Name, Sheet: sheet, Row: second,
		What: fmt.Sprintf("er staan twee tabellen onder elkaar: met kolomkoppen in rij %d en in rij %d", first, second),
		Hint: "zet elke tabel in een eigen blad of bestand, en noem ze in herstel.yaml onder bronnen"}
}
