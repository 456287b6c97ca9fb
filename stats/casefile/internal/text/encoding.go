package text

import (
	"bytes"
	"crypto/sha256"
	"hash"
	"io"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"herstel/stats/casefile/internal/grid"
)

// encoding is how the text of a CSV file is stored.
type encoding uint8

const (
	eightBit encoding = iota // UTF-8 or Windows-1252; which of the two is decided cell by cell
	utf16LE
	utf16BE
)

// sniffEncoding finds the encoding and the length of the byte order mark.
func sniffEncoding(head []byte) (enc encoding, mark int) {
	switch {
	case bytes.HasPrefix(head, grid.ByteOrderMark):
		return eightBit, len(grid.ByteOrderMark)
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return utf16LE, 2
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return utf16BE, 2
	}
	// Without a mark: Latin text in UTF-16 has a NUL in nearly every other byte.
	const sample = 1024
	pairs := min(len(head), sample) / 2
	even, odd := 0, 0
	for i := range pairs {
		if head[2*i] == 0 {
			even++
		}
		if head[2*i+1] == 0 {
			odd++
		}
	}
	switch {
	case pairs > 0 && odd*10 > pairs*8 && even*10 < pairs:
		return utf16LE, 0
	case pairs > 0 && even*10 > pairs*8 && odd*10 < pairs:
		return utf16BE, 0
	}
	return eightBit, 0
}

// textReader reads a file front to back as lines that end in \n and bytes in
// which ASCII is ASCII. It hashes what it decodes; bytes that it passes on as
// they are, it leaves to the caller to hash.
type textReader struct {
	data     io.ReaderAt
	size     int64
	offset   int64
	encoding encoding
	bareCR   bool // lines end in \r alone
	sum      hash.Hash
	raw      []byte // scratch for decoding
	pending  uint16 // high surrogate at the end of the last read, 0 for none
}

func newTextReader(in grid.Input) *textReader {
	return &textReader{data: in.Data, size: in.Size, sum: sha256.New()}
}

// plain reports whether the bytes are passed on as they are.
func (t *textReader) plain() bool { return t.encoding == eightBit && !t.bareCR }

// done reports whether everything has been read.
func (t *textReader) done() bool { return t.offset >= t.size }

// append reads up to n bytes of the file and appends their text to dst.
func (t *textReader) append(dst []byte, n int) ([]byte, error) {
	n = int(min(int64(n), t.size-t.offset))
	start := len(dst)
	if t.encoding == eightBit {
		dst = slices.Grow(dst, n)[:start+n]
		if err := t.read(dst[start:]); err != nil {
			return dst, err
		}
		if t.bareCR {
			t.sum.Write(dst[start:])
			replace(dst[start:], '\r', '\n')
		}
		return dst, nil
	}
	if cap(t.raw) < n {
		t.raw = make([]byte, n)
	}
	raw := t.raw[:n]
	if err := t.read(raw); err != nil {
		return dst, err
	}
	t.sum.Write(raw)
	dst = t.decode(dst, raw)
	if t.bareCR {
		replace(dst[start:], '\r', '\n')
	}
	return dst, nil
}

// read fills b from the file. A file that is shorter than it was is an error.
func (t *textReader) read(b []byte) error {
	n, err := t.data.ReadAt(b, t.offset)
	t.offset += int64(n)
	if n == len(b) {
		return nil
	}
	if err == nil || err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// decode appends UTF-16 as UTF-8. Half a character becomes U+FFFD, so that it
// shows up as a value that cannot be read.
func (t *textReader) decode(dst, raw []byte) []byte {
	for ; len(raw) >= 2; raw = raw[2:] {
		unit := uint16(raw[0]) | uint16(raw[1])<<8
		if t.encoding == utf16BE {
			unit = uint16(raw[0])<<8 | uint16(raw[1])
		}
		high := t.pending
		t.pending = 0
		switch {
		case high != 0 && 0xDC00 <= unit && unit < 0xE000:
			dst = utf8.AppendRune(dst, utf16.DecodeRune(rune(high), rune(unit)))
			continue
		case high != 0:
			dst = utf8.AppendRune(dst, utf8.RuneError)
		}
		if 0xD800 <= unit && unit < 0xDC00 {
			t.pending = unit
			continue
		}
		dst = utf8.AppendRune(dst, rune(unit))
	}
	if t.done() && (len(raw) > 0 || t.pending != 0) {
		dst = utf8.AppendRune(dst, utf8.RuneError)
	}
	return dst
}

func replace(b []byte, old, new byte) {
	for {
		i := bytes.IndexByte(b, old)
		if i < 0 {
			return
		}
		b[i] = new
		b = b[i+1:]
	}
}
