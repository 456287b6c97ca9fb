package grid

import (
	"encoding/binary"
	"unicode/utf8"
)

// TextCheck verifies that a stream is UTF-8 without the control characters
// that XML forbids.
type TextCheck struct {
	carry   [utf8.UTFMax]byte // the start of a character that the next part completes
	carried int
	begun   bool
}

var errControl = NewFault("de inhoud is beschadigd: er staan tekens in die niet kunnen", HintRepair)

// Check verifies the next part of the stream.
func (t *TextCheck) Check(b []byte) error {
	if !t.begun && len(b) >= 2 {
		t.begun = true
		if b[0] == 0xFE && b[1] == 0xFF || b[0] == 0xFF && b[1] == 0xFE || b[0] == 0 || b[1] == 0 {
			return NewFault("de werkmap is opgeslagen in UTF-16, en dat leest herstel niet", HintSaveAsXLSX)
		}
	}
	for t.carried > 0 && len(b) > 0 {
		t.carry[t.carried] = b[0]
		t.carried++
		b = b[1:]
		if part := t.carry[:t.carried]; utf8.FullRune(part) {
			if r, _ := utf8.DecodeRune(part); r == utf8.RuneError && !utf8.Valid(part) {
				return errControl
			}
			t.carried = 0
		}
	}
	for len(b) > 0 {
		if len(b) >= 8 && plainASCII(binary.LittleEndian.Uint64(b)) {
			b = b[8:]
			continue
		}
		size, ok := t.one(b)
		if !ok {
			return errControl
		}
		b = b[size:]
	}
	return nil
}

// plainASCII reports whether all eight bytes are printable ASCII. It may say
// false of a word that is.
func plainASCII(v uint64) bool {
	const ones = 0x0101010101010101
	const high, spaces = 0x80 * ones, 0x20 * ones
	return (v|(v-spaces))&high == 0
}

// one verifies the first character of b, or keeps it when it is not whole yet.
func (t *TextCheck) one(b []byte) (size int, ok bool) {
	if b[0] < utf8.RuneSelf {
		return 1, b[0] >= ' ' || b[0] == '\t' || b[0] == '\n' || b[0] == '\r'
	}
	if !utf8.FullRune(b) {
		t.carried = copy(t.carry[:], b)
		return len(b), true
	}
	r, size := utf8.DecodeRune(b)
	return size, (r != utf8.RuneError || size > 1) && r != 0xFFFE && r != 0xFFFF
}

// Whole reports whether the stream ended between characters.
func (t *TextCheck) Whole() bool { return t.carried == 0 }

// LooksBinary reports whether the beginning of a file is no text: more control
// characters than the stray one that a cell may hold.
func LooksBinary(text []byte) bool {
	const perHundred = 1
	control := 0
	for _, r := range string(Utf8Of(text)) {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			control++
		}
	}
	return control*100 > len(text)*perHundred
}

// IsText reports whether a text is without characters that a text cannot hold.
func IsText(text string) bool {
	var t TextCheck
	t.begun = true
	return t.Check([]byte(text)) == nil && t.Whole()
}
