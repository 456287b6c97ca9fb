package text

import (
	"bytes"
	"unicode"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
)

// maxRecord is the longest CSV record in bytes. A quote that does not close
// within it is taken for one that never closes.
const maxRecord = 1 << 20

// splitter cuts CSV text into records and cells. It keeps no state between
// records, so every part of a file is cut as it would be from the start.
type splitter struct {
	dialect
	width    int // cells of the header; 0 while the header is being looked for
	received int // position of aanmelddatum
}

// outcome says how a record or cell ended.
type outcome uint8

const (
	complete   outcome = iota
	incomplete         // more bytes are needed
	broken             // a quote never closes, or text follows a closing quote: the first line alone is taken
)

// record cuts the record at the start of b, and returns its number of cells,
// its length in bytes and in lines. Cells beyond len(cells) are counted, not
// kept. final means that nothing follows b.
//
// A quoted cell may span lines, unless one of those lines is a row of its own:
// then a quote was left open, and the record is broken.
func (s *splitter) record(b []byte, final bool, cells []grid.Cell) (count, length, lines int, result outcome) {
	for last := false; !last; count++ {
		pos := length
		var end int
		end, length, last, result = s.cell(b, pos, final)
		if result == incomplete && len(b) <= maxRecord {
			return 0, 0, 0, incomplete
		}
		if result != complete || length > maxRecord {
			return s.firstLine(b, final)
		}
		if count < len(cells) {
			cells[count] = grid.Cell{Text: s.unquote(b[pos:end])}
		}
	}
	lines = bytes.Count(b[:length], []byte{'\n'})
	if length == 0 || b[length-1] != '\n' {
		lines++ // the last line of the file
	}
	if lines > 1 && s.swallows(b[:length]) {
		return s.firstLine(b, final)
	}
	return count, length, lines, complete
}

// firstLine takes the first line as a broken record.
func (s *splitter) firstLine(b []byte, final bool) (count, length, lines int, result outcome) {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return 1, i + 1, 1, broken
	}
	if final {
		return 1, len(b), 1, broken
	}
	return 0, 0, 0, incomplete
}

// cell finds the end of the cell at pos, where the next one starts, and
// whether the record ends there.
func (s *splitter) cell(b []byte, pos int, final bool) (end, next int, last bool, result outcome) {
	unfinished := func() (int, int, bool, outcome) {
		if final {
			return 0, 0, true, broken
		}
		return 0, 0, false, incomplete
	}
	start := pos
	pos = s.opening(b, pos)
	if pos == len(b) || b[pos] != s.quote {
		end = start
		for end < len(b) && b[end] != s.comma && b[end] != '\n' {
			end++
		}
		switch {
		case end < len(b):
			return dropCR(b, start, end, b[end] == '\n'), end + 1, b[end] == '\n', complete
		case final:
			return dropCR(b, start, end, true), end, true, complete
		}
		return unfinished()
	}
	end = s.closingQuote(b, pos)
	if end < 0 {
		return unfinished()
	}
	behind := s.behind(b, end)
	rest := b[behind:]
	switch {
	case len(rest) == 0 && final:
		return end, behind, true, complete
	case len(rest) == 0, len(rest) == 1 && rest[0] == '\r' && !final:
		return unfinished()
	case rest[0] == s.comma:
		return end, behind + 1, false, complete
	case rest[0] == '\n':
		return end, behind + 1, true, complete
	case len(rest) == 1 && rest[0] == '\r':
		return end, behind + 1, true, complete
	case rest[0] == '\r' && rest[1] == '\n':
		return end, behind + 2, true, complete
	}
	return 0, 0, true, broken
}

// dropCR moves the end of the last cell of a line before its \r.
func dropCR(b []byte, start, end int, last bool) int {
	if last && end > start && b[end-1] == '\r' {
		return end - 1
	}
	return end
}

// closingQuote returns the place behind the quote that closes the cell at pos,
// or a negative number.
func (d *dialect) closingQuote(b []byte, pos int) int {
	for at := pos + 1; ; at++ {
		i := bytes.IndexByte(b[at:], d.quote)
		if i < 0 {
			return -1
		}
		if at += i + 1; at == len(b) || b[at] != d.quote {
			return at
		}
	}
}

func (d *dialect) unquote(b []byte) []byte {
	b = b[d.opening(b, 0):]
	if len(b) < 2 || b[0] != d.quote {
		return b
	}
	b = b[1 : len(b)-1]
	if bytes.IndexByte(b, d.quote) < 0 {
		return b
	}
	return bytes.ReplaceAll(b, []byte{d.quote, d.quote}, []byte{d.quote})
}

// swallows reports whether one of the lines of a record is a row of its own. A
// cell at the start of the record may end on a line that goes on as a row does,
// so that line does not count; its first line counts instead.
func (s *splitter) swallows(b []byte) bool {
	if s.width == 0 {
		return false
	}
	first, _, _, _ := s.cell(b, 0, true)
	for start := 0; start < len(b); {
		end := len(b)
		if i := bytes.IndexByte(b[start:], '\n'); i >= 0 {
			end = start + i
		}
		switch {
		case s.looksLikeRow(b[start:end]) && start > 0:
			return true
		case start > 0 && (first < start || first > end) && s.isRow(b[start:end]),
			start == 0 && first > end && s.isRow(b[1:end]):
			return true
		}
		start = end + 1
	}
	return false
}

// isRow reports whether a line has as many cells as the header, and nothing but
// a date where the aanmelddatum belongs: no letters, which a line of a text
// would have there.
func (s *splitter) isRow(line []byte) bool {
	letters := false
	pos, count := 0, 0
	for last := false; !last; count++ {
		end, next, ended, result := s.cell(line, pos, true)
		if result != complete {
			return false
		}
		if count == s.received {
			received := grid.Cell{Text: s.unquote(line[pos:end])}
			_, dated := grid.ParseDay(received, grid.Epoch1900)
			letters = !dated && bytes.ContainsFunc(received.Text, unicode.IsLetter)
		}
		pos, last = next, ended
	}
	return !letters && count == s.width
}

// looksLikeRow is isRow for a line that holds a quote of its own, as a ditto
// mark: it has the cells of the header when quotes mean nothing. A cell that
// ends in a quote and does not begin with one is the end of a quoted text.
func (s *splitter) looksLikeRow(line []byte) bool {
	if bytes.IndexByte(line, s.quote) < 0 || bytes.Count(line, []byte{s.comma}) != s.width-1 {
		return false
	}
	line = bytes.TrimRight(line, "\r")
	for i, text := range bytes.Split(line, []byte{s.comma}) {
		quoted := text[s.opening(text, 0):]
		if n := len(quoted); n > 1 && quoted[n-1] == s.quote && quoted[0] != s.quote {
			return false
		}
		if i == s.received {
			if on, ok := grid.ParseDay(grid.Cell{Text: s.unquote(text)}, grid.Epoch1900); !ok || on == day.NoDay {
				return false
			}
		}
	}
	return true
}

// cut returns the length of the whole records at the start of b.
func (s *splitter) cut(b []byte, final bool) int {
	if final {
		return len(b)
	}
	done := 0
	for {
		i := bytes.IndexByte(b[done:], s.quote)
		if i < 0 {
			return max(done, bytes.LastIndexByte(b, '\n')+1)
		}
		done += bytes.LastIndexByte(b[done:done+i], '\n') + 1
		if _, next, ok := s.quotedLine(b, done, nil); ok {
			done = next
			continue
		}
		_, length, _, result := s.record(b[done:], final, nil)
		if result == incomplete {
			return done
		}
		done += length
	}
}
