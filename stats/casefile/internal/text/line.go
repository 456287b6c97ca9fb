package text

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"herstel/stats/casefile/internal/grid"
)

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
	sevenF   = 0x7F7F7F7F7F7F7F7F
)

// otherBytes sets bit i, of eight, when byte i of v is not zero.
func otherBytes(v uint64) uint64 {
	const gather = 0x0002040810204081 // brings the high bits together in the highest byte
	return ((v&sevenF + sevenF) | v) & highBits * gather >> 56
}

// commaMask sets bit i when byte i of b is the byte that commas repeats.
func commaMask(b *[64]byte, commas uint64) uint64 {
	from := binary.LittleEndian
	return ^(otherBytes(from.Uint64(b[0:8])^commas) | otherBytes(from.Uint64(b[8:16])^commas)<<8 |
		otherBytes(from.Uint64(b[16:24])^commas)<<16 | otherBytes(from.Uint64(b[24:32])^commas)<<24 |
		otherBytes(from.Uint64(b[32:40])^commas)<<32 | otherBytes(from.Uint64(b[40:48])^commas)<<40 |
		otherBytes(from.Uint64(b[48:56])^commas)<<48 | otherBytes(from.Uint64(b[56:64])^commas)<<56)
}

// line cuts the line at pos, which holds no quote, 64 bytes at a time. It
// returns the number of cells and the start of the next line.
func (s *splitter) line(b []byte, pos int, cells []grid.Cell) (count, next int) {
	next = len(b)
	end := next
	if i := bytes.IndexByte(b[pos:], '\n'); i >= 0 {
		end, next = pos+i, pos+i+1
	}
	end = dropCR(b, pos, end, true)
	start := pos
	commas := uint64(s.comma) * lowBits
	for ; pos+64 <= len(b) && pos < end; pos += 64 {
		mask := commaMask((*[64]byte)(b[pos:]), commas)
		if rest := end - pos; rest < 64 {
			mask &= 1<<rest - 1
		}
		for ; mask != 0; mask &= mask - 1 {
			at := pos + bits.TrailingZeros64(mask)
			if count < len(cells) {
				cells[count].Text = b[start:at]
			}
			count++
			start = at + 1
		}
	}
	for ; pos < end; pos++ {
		if b[pos] == s.comma {
			if count < len(cells) {
				cells[count].Text = b[start:pos]
			}
			count++
			start = pos + 1
		}
	}
	if count < len(cells) {
		cells[count].Text = b[start:end]
	}
	return count + 1, next
}

// quoted cuts the record at pos of a block of whole records.
func (s *splitter) quoted(b []byte, pos int, cells []grid.Cell) (count, next, lines int, result outcome) {
	if count, next, ok := s.quotedLine(b, pos, cells); ok {
		return count, next, 1, complete
	}
	count, length, lines, result := s.record(b[pos:], true, cells)
	return count, pos + length, lines, result
}

// quotedLine cuts the record at pos the fast way. It does so only for one that
// is a whole line, with no quote within a quoted cell: ok is false for what
// needs a closer look, by record.
func (s *splitter) quotedLine(b []byte, pos int, cells []grid.Cell) (count, next int, ok bool) {
	end := bytes.IndexByte(b[pos:], '\n')
	if end < 0 || end >= maxRecord || s.spaced {
		return 0, 0, false
	}
	end += pos
	for {
		start, stop := pos, pos
		if b[pos] == s.quote {
			start = pos + 1
			stop = indexFrom(b, start, s.quote)
			if stop >= end {
				return 0, 0, false
			}
			pos = stop + 1
		} else {
			for ; pos < end && b[pos] != s.comma; pos++ {
			}
			stop = dropCR(b, start, pos, pos == end)
		}
		if count < len(cells) {
			cells[count].Text = b[start:stop]
		}
		count++
		switch {
		case b[pos] == s.comma:
			pos++
		case pos == end, b[pos] == '\r' && pos+1 == end:
			return count, end + 1, true
		default:
			return 0, 0, false
		}
	}
}

// indexFrom returns the place of the first ch from pos on, or len(b). It is for
// a place that is near: bytes.IndexByte takes longer to start.
func indexFrom(b []byte, pos int, ch byte) int {
	repeated := uint64(ch) * lowBits
	for ; pos+8 <= len(b); pos += 8 {
		v := binary.LittleEndian.Uint64(b[pos:]) ^ repeated
		if zeros := (v - lowBits) &^ v & highBits; zeros != 0 { // the lowest is a zero byte
			return pos + bits.TrailingZeros64(zeros)/8
		}
	}
	for pos < len(b) && b[pos] != ch {
		pos++
	}
	return pos
}
