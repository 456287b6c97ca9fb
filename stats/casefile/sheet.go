package casefile

import (
	"bytes"
	"strconv"
)

// maxRows is the number of rows of the longest sheet that Excel makes.
const maxRows = 1048576

// sheetReader reads the rows of one worksheet from front to back.
type sheetReader struct {
	workbook *workbook
	xml      *xmlScanner
	inData   bool

	row   int    // number of the row in cells, as in Excel
	cells []cell // of that row; a cell that the file leaves out is empty
	wide  int    // cells that were met in the row
	text  []byte // the bytes of the cells

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
	maxRowBytes  = 16 << 20
	maxCellBytes = 1 << 20
)

var (
	errRowSize  = &fault{"een rij is groter dan 16 MB", hintRepair}
	errCellSize = &fault{"een cel is groter dan 1 MB", hintRepair}
)

var errSheet = &fault{"het werkblad is beschadigd: rijen of cellen staan niet op volgorde", hintRepair}

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
		n, ok := decimal(r)
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
				style, ok = decimal(a.value)
			}
		case 't':
			kind, ok = cellKindOf(a.value)
		}
		if !ok {
			return errSheet
		}
	}
	if position < s.wide || position >= maxColumns {
		return errSheet
	}
	for len(s.cells) <= position {
		s.cells = append(s.cells, cell{})
	}
	s.wide = position + 1
	content, err := s.content(kind)
	if s.valueless {
		s.unvalued = append(s.unvalued, position)
	}
	if err != nil || len(content) == 0 && kind != cellError {
		return err
	}
	if len(content) > maxCellBytes {
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
	row, ok := decimal(ref[i:])
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
			if s.text = append(s.text, x.text...); len(s.text) > maxRowBytes {
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
			if len(s.text) > maxRowBytes {
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
func (s *sheetReader) value(kind cellKind, style int, content []byte) (cell, error) {
	switch kind {
	case cellShared:
		index, ok := decimal(content)
		if !ok {
			return cell{}, errStringIndex
		}
		text, err := s.workbook.strings.at(index)
		return cell{text: text}, err
	case cellBoolean:
		return cell{text: content, form: formBoolean}, nil
	case cellError:
		if len(content) == 0 {
			content = []byte("#")
		}
		return cell{text: content, form: formError}, nil
	case cellText:
		return cell{text: unescapeControls(content, 0)}, nil
	case cellNumber:
		return s.number(style, content), nil
	}
	return cell{text: content}, nil
}

// number makes a cell of a stored number. What is no number after all stays
// text, so that it shows up as a value that cannot be read.
func (s *sheetReader) number(style int, content []byte) cell {
	form := formNumber
	if style < len(s.workbook.dates) && s.workbook.dates[style] {
		form = formSerial
	}
	if _, ok := decimal(content); ok {
		return cell{text: content, form: form}
	}
	value, err := strconv.ParseFloat(string(bytes.TrimSpace(content)), 64)
	if err != nil {
		return cell{text: content}
	}
	const exact = 1e15 // Excel keeps 15 digits
	format := byte('f')
	if value >= exact || value <= -exact {
		format = 'g'
	}
	return cell{text: strconv.AppendFloat(nil, value, format, -1, 64), form: form}
}

// decimal reads a whole number of at most nine digits.
func decimal(b []byte) (int, bool) {
	n := 0
	for _, ch := range b {
		if ch-'0' > 9 {
			return 0, false
		}
		n = n*10 + int(ch-'0')
	}
	return n, len(b) > 0 && len(b) <= 9
}
