package xlsx

import (
	"bytes"

	"herstel/stats/casefile/internal/grid"
)

// fastCells reads the cells that are written the way Excel and most libraries
// write them, straight from the buffer, and stops before the first that is
// not: that one is for the scanner. A cell is taken only when all its bytes
// match, so what is taken is well formed.
func (s *sheetReader) fastCells() error {
	for {
		taken, err := s.fastCell()
		if err != nil || !taken {
			return err
		}
	}
}

func (s *sheetReader) fastCell() (taken bool, err error) {
	x := s.xml
	b := x.buf[x.pos:]
	head, kind, style, ok := s.cellTag(b)
	if !ok {
		return false, nil
	}
	position := head.position
	if position < s.wide || position >= grid.MaxColumns {
		return false, errSheet
	}
	rest := b[head.length:]
	var content []byte
	if !head.empty {
		var n int
		if content, n, ok = cellContent(rest, kind); !ok {
			return false, nil
		}
		rest = rest[n:]
	}
	x.pos = len(x.buf) - len(rest)
	for len(s.cells) < position {
		s.cells = append(s.cells, grid.Cell{})
	}
	s.wide = position + 1
	c := grid.Cell{}
	if len(content) > 0 || kind == cellError {
		if kind != cellShared {
			start := len(s.text)
			if s.text = append(s.text, content...); len(s.text) > MaxRowBytes || len(content) > MaxCellBytes {
				return false, errRowSize
			}
			content = s.text[start:len(s.text):len(s.text)]
			if kind == cellInline && bytes.IndexByte(content, '_') >= 0 {
				content = unescapeControls(content, 0)
			}
		}
		if c, err = s.value(kind, style, content); err != nil {
			return false, err
		}
	}
	s.cells = append(s.cells, c)
	return true, nil
}

// cellHead is a start tag of a cell.
type cellHead struct {
	position int
	length   int // of the tag in bytes
	empty    bool
}

// cellTag matches <c r="B7" s="1" t="s">, the last two optional.
func (s *sheetReader) cellTag(b []byte) (head cellHead, kind cellKind, style int, ok bool) {
	const open, shortest = `<c r="`, len(`<c r="A1"/>`)
	if len(b) < shortest+len(s.digits) || string(b[:len(open)]) != open {
		return head, 0, 0, false
	}
	i, column := len(open), 0
	for ; b[i]-'A' < 26; i++ {
		if i == len(open)+3 {
			return head, 0, 0, false
		}
		column = column*26 + int(b[i]-'A') + 1
	}
	end := i + len(s.digits)
	if column == 0 || len(b) < end+3 || string(b[i:end]) != string(s.digits) || b[end] != '"' {
		return head, 0, 0, false
	}
	head.position = column - 1
	b, i = b[end+1:], end+1
	for b[0] == ' ' {
		if len(b) < 16 || b[2] != '=' || b[3] != '"' {
			return head, 0, 0, false
		}
		n := bytes.IndexByte(b[4:16], '"')
		if n < 0 {
			return head, 0, 0, false
		}
		value := b[4 : 4+n]
		switch b[1] {
		case 's':
			style, ok = grid.Decimal(value)
		case 't':
			kind, ok = cellKindOf(value)
		default:
			return head, 0, 0, false
		}
		if !ok {
			return head, 0, 0, false
		}
		b, i = b[n+5:], i+n+5
	}
	switch {
	case len(b) >= 2 && b[0] == '/' && b[1] == '>':
		head.length, head.empty = i+2, true
		return head, kind, style, true
	case len(b) >= 1 && b[0] == '>':
		head.length = i + 1
		return head, kind, style, true
	}
	return head, 0, 0, false
}

// cellContent matches <v>…</v></c> or <is><t>…</t></is></c> and returns what is
// between, and the length of the whole.
func cellContent(b []byte, kind cellKind) (content []byte, length int, ok bool) {
	open, closed := "<v>", "</v></c>"
	if kind == cellInline {
		open, closed = "<is><t>", "</t></is></c>"
	}
	if len(b) < len(open)+len(closed) || string(b[:len(open)]) != open {
		return nil, 0, false
	}
	for i := len(open); i < len(b); i++ {
		switch b[i] {
		case '<':
			end := i + len(closed)
			if len(b) < end || string(b[i:end]) != closed {
				return nil, 0, false
			}
			return b[len(open):i], end, true
		case '&', '>':
			return nil, 0, false
		}
	}
	return nil, 0, false
}
