package xlsx

import (
	"bytes"
	"strconv"

	"herstel/stats/casefile/internal/grid"
)

// maxRows is the number of rows of the longest sheet that Excel makes.
const maxRows = 1048576

// sheetReader reads the rows of one worksheet from front to back.
type sheetReader struct {
	workbook *workbook
	xml      *xmlScanner
	inData   bool

	row   int         // number of the row in cells, as in Excel
	cells []grid.Cell // of that row; a cell that the file leaves out is empty
	wide  int         // cells that were met in the row
	text  []byte      // the bytes of the cells

	hidden    bool  // the row is hidden, by hand or by a filter
	unvalued  []int // positions of cells with a formula and no stored value
	valueless bool  // of the cell that is being read

	plain  bool   // cells carry no prefix: fastCells can read them
	digits []byte // row as text
}

func newSheetReader(w *workbook, x *xmlScanner) *sheetReader {
	return &sheetReader{workbook: w, xml: x}
}

// Limits of what a sheet may hold. A cell of Excel has 32,767 characters.
const (
	MaxRowBytes  = 16 << 20
	MaxCellBytes = 1 << 20
)

var (
	errRowSize  = grid.NewFault("een rij is groter dan 16 MB", grid.HintRepair)
	errCellSize = grid.NewFault("een cel is groter dan 1 MB", grid.HintRepair)
)

var errSheet = grid.NewFault("het werkblad is beschadigd: rijen of cellen staan niet op volgorde", grid.HintRepair)

// next reads the next row that the file holds; false means that the sheet
// ended, and that all of it was well formed.
func (s *sheetReader) next() (bool, error) {
	x := s.xml
	for {
		tok, err := x.next()
		if err != nil {
			return false, err
		}
		switch tok {
		case tokenEOF:
			return false, nil
		case tokenEnd:
			s.inData = s.inData && x.depth() >= 2
		case tokenStart:
			switch {
			case x.depth() == 1 && !x.is("worksheet"):
				return false, errXML
			case x.depth() == 2:
				s.inData = x.is("sheetData")
			case x.depth() == 3 && s.inData && x.is("row"):
				return true, s.readRow()
			case x.depth() > 2:
				if err := x.skip(); err != nil {
					return false, err
				}
			}
		}
	}
}

// readRow reads the row whose start tag was just read.
func (s *sheetReader) readRow() error {
	x := s.xml
	number := s.row + 1
	if r := x.attr("r"); r != nil {
		n, ok := grid.Decimal(r)
		if !ok || n < number {
			return errSheet
		}
		number = n
	}
	if number > maxRows {
		return errSheet
	}
	s.row = number
	clear(s.cells)
	s.cells, s.wide, s.text = s.cells[:0], 0, s.text[:0]
	s.hidden, s.unvalued = isTrue(x.attr("hidden")), s.unvalued[:0]
	s.plain = x.unprefixed() && !x.closing
	s.digits = strconv.AppendInt(s.digits[:0], int64(number), 10)
	for {
		if s.plain {
			if err := s.fastCells(); err != nil {
				return err
			}
		}
		tok, err := x.next()
		switch {
		case err != nil:
			return err
		case tok == tokenEnd:
			return nil
		case tok == tokenStart && x.is("c"):
			if err := s.readCell(); err != nil {
				return err
			}
		case tok == tokenStart:
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
}

// readCell reads the cell whose start tag was just read.
func (s *sheetReader) readCell() error {
	x := s.xml
	position, kind, style := s.wide, cellNumber, 0
	for i := range x.attrs {
		a := &x.attrs[i]
		if len(a.name) != 1 {
			continue
		}
		ok := true
		switch a.name[0] {
		case 'r':
			position, ok = s.column(a.value)
		case 's':
			if len(a.value) > 0 { // old sheets of VBA write s=""
				style, ok = grid.Decimal(a.value)
			}
		case 't':
			kind, ok = cellKindOf(a.value)
		}
		if !ok {
			return errSheet
		}
	}
	if position < s.wide || position >= grid.MaxColumns {
		return errSheet
	}
	for len(s.cells) <= position {
		s.cells = append(s.cells, grid.Cell{})
	}
	s.wide = position + 1
	content, err := s.content(kind)
	if s.valueless {
		s.unvalued = append(s.unvalued, position)
	}
	if err != nil || len(content) == 0 && kind != cellError {
		return err
	}
	if len(content) > MaxCellBytes {
		return errCellSize
	}
	s.cells[position], err = s.value(kind, style, content)
	return err
}

// column returns the position in a cell reference such as B7, which must be in
// the row that is being read.
func (s *sheetReader) column(ref []byte) (int, bool) {
	position, i := 0, 0
	for ; i < len(ref) && i < 4 && ref[i]-'A' < 26; i++ {
		position = position*26 + int(ref[i]-'A') + 1
	}
	row, ok := grid.Decimal(ref[i:])
	return position - 1, ok && row == s.row && i > 0
}

// content reads the inside of a cell: its value or its inline string.
func (s *sheetReader) content(kind cellKind) ([]byte, error) {
	x := s.xml
	start := len(s.text)
	depth := x.depth()
	inValue, formula, value := false, false, false
	s.valueless = false
	for {
		tok, err := x.next()
		switch {
		case err != nil:
			return nil, err
		case tok == tokenText && inValue:
			if s.text = append(s.text, x.text...); len(s.text) > MaxRowBytes {
				return nil, errRowSize
			}
		case tok == tokenEnd && x.depth() < depth:
			// An empty text that a formula gives is stored as such.
			s.valueless = formula && len(s.text) == start && !(value && kind == cellText)
			return s.text[start:len(s.text):len(s.text)], nil
		case tok == tokenEnd:
			inValue = false
		case tok == tokenStart && x.is("v") && kind != cellInline:
			inValue, value = true, true
		case tok == tokenStart && x.is("is") && kind == cellInline:
			if s.text, err = x.richText(s.text); err != nil {
				return nil, err
			}
			if len(s.text) > MaxRowBytes {
				return nil, errRowSize
			}
		case tok == tokenStart:
			formula = formula || x.is("f")
			if err := x.skip(); err != nil {
				return nil, err
			}
		}
	}
}

// cellKind is the type of a cell (ECMA-376, 18.18.11).
type cellKind uint8

const (
	cellNumber cellKind = iota
	cellShared
	cellText
	cellInline
	cellBoolean
	cellError
	cellDate
)

// cellKindOf reads the t attribute of a cell.
func cellKindOf(t []byte) (cellKind, bool) {
	switch string(t) {
	case "n":
		return cellNumber, true
	case "s":
		return cellShared, true
	case "str":
		return cellText, true
	case "inlineStr":
		return cellInline, true
	case "b":
		return cellBoolean, true
	case "e":
		return cellError, true
	case "d":
		return cellDate, true
	}
	return 0, false
}

// value turns the stored content of a cell into a cell.
func (s *sheetReader) value(kind cellKind, style int, content []byte) (grid.Cell, error) {
	switch kind {
	case cellShared:
		index, ok := grid.Decimal(content)
		if !ok {
			return grid.Cell{}, errStringIndex
		}
		text, err := s.workbook.strings.at(index)
		return grid.Cell{Text: text}, err
	case cellBoolean:
		return grid.Cell{Text: content, Form: grid.FormBoolean}, nil
	case cellError:
		if len(content) == 0 {
			content = []byte("#")
		}
		return grid.Cell{Text: content, Form: grid.FormError}, nil
	case cellText:
		return grid.Cell{Text: unescapeControls(content, 0)}, nil
	case cellNumber:
		return s.number(style, content), nil
	}
	return grid.Cell{Text: content}, nil
}

// number makes a cell of a stored number. What is no number after all stays
// text, so that it shows up as a value that cannot be read.
func (s *sheetReader) number(style int, content []byte) grid.Cell {
	form := grid.FormNumber
	if style < len(s.workbook.dates) && s.workbook.dates[style] {
		form = grid.FormSerial
	}
	if _, ok := grid.Decimal(content); ok {
		return grid.Cell{Text: content, Form: form}
	}
	value, err := strconv.ParseFloat(string(bytes.TrimSpace(content)), 64)
	if err != nil {
		return grid.Cell{Text: content}
	}
	const exact = 1e15 // Excel keeps 15 digits
	format := byte('f')
	if value >= exact || value <= -exact {
		format = 'g'
	}
	return grid.Cell{Text: strconv.AppendFloat(nil, value, format, -1, 64), Form: form}
}
