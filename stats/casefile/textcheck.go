package casefile

import (
	"encoding/binary"
	"unicode/utf8"
)

// textCheck verifies that a stream is UTF-8 without the control characters
// that XML forbids.
type textCheck struct {
	carry   [utf8.UTFMax]byte // the start of a character that the next part completes
	carried int
	begun   bool
}

var errControl = &fault{"de inhoud is beschadigd: er staan tekens in die niet kunnen", hintRepair}

// check verifies the next part of the stream.
func (t *textCheck) check(b []byte) error {
	if !t.begun && len(b) >= 2 {
		t.begun = true
		if b[0] == 0xFE && b[1] == 0xFF || b[0] == 0xFF && b[1] == 0xFE || b[0] == 0 || b[1] == 0 {
			return &fault{"de werkmap is opgeslagen in UTF-16, en dat leest herstel niet", hintSaveAsXLSX}
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
	const high, spaces = 0x80 * lowBits, 0x20 * lowBits
	return (v|(v-spaces))&high == 0
}

// one verifies the first character of b, or keeps it when it is not whole yet.
func (t *textCheck) one(b []byte) (size int, ok bool) {
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

// whole reports whether the stream ended between characters.
func (t *textCheck) whole() bool { return t.carried == 0 }

// looksBinary reports whether the beginning of a file is no text: more control
// characters than the stray one that a cell may hold.
func looksBinary(text []byte) bool {
	const perHundred = 1
	control := 0
	for _, r := range string(utf8Of(text)) {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			control++
		}
	}
	return control*100 > len(text)*perHundred
}

// isText reports whether a text is without characters that a text cannot hold.
func isText(text string) bool {
	var t textCheck
	t.begun = true
	return t.check([]byte(text)) == nil && t.whole()
}
