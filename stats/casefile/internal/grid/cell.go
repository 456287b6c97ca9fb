package grid

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"herstel/internal/printable"
	"herstel/stats"
	"herstel/stats/rules"
)

// Form says how a cell holds its content.
type Form uint8

const (
	FormText    Form = iota // text as typed; the only form in CSV
	FormNumber              // XLSX number
	FormSerial              // XLSX number with a date format
	FormBoolean             // XLSX boolean, 1 or 0
	FormError               // XLSX error such as #N/A
)

// Cell is one cell of a row. Its bytes belong to the block it came from.
type Cell struct {
	Text []byte
	Form Form
}

// Blank reports whether the cell has no visible content.
func (c Cell) Blank() bool { return len(c.Text) == 0 || len(Trim(c.Text)) == 0 }

// Filled reports whether the cell has visible content.
func (c Cell) Filled() bool { return !c.Blank() }

// Trim removes white space, no-break space, NUL and invisible marks from both
// ends.
func Trim(b []byte) []byte {
	for len(b) > 0 && b[0] <= ' ' {
		b = b[1:]
	}
	for len(b) > 0 && b[len(b)-1] <= ' ' {
		b = b[:len(b)-1]
	}
	if len(b) > 0 && (b[0] >= utf8.RuneSelf || b[len(b)-1] >= utf8.RuneSelf) {
		return bytes.TrimFunc(Utf8Of(b), invisible)
	}
	return b
}

func invisible(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || printable.Stray(r)
}

// Utf8Of returns text as UTF-8. What is not UTF-8 is taken for Windows-1252:
// text in that encoding is never valid UTF-8 by chance in practice.
func Utf8Of(b []byte) []byte {
	if utf8.Valid(b) {
		return b
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	return decoded
}

// TextOf returns the text of a cell as the user sees it.
func TextOf(c Cell, ep Epoch) string {
	switch c.Form {
	case FormSerial:
		if day, ok := serialDay(c.Text, ep, anySerial); ok {
			return DutchDate(day)
		}
	case FormBoolean:
		if answer, _ := ParseAnswer(c); answer == stats.Yes {
			return "WAAR"
		}
		return "ONWAAR"
	}
	return strings.ReplaceAll(string(Trim(Utf8Of(c.Text))), "\x00", "")
}

// IsError reports whether the cell holds a spreadsheet error, as an error cell
// or as the text that an export to CSV makes of it.
func IsError(c Cell) bool {
	if c.Form == FormError {
		return true
	}
	if len(c.Text) == 0 || c.Text[0] != '#' {
		return false
	}
	switch strings.ToUpper(string(Trim(c.Text))) {
	case "#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!",
		"#NAME?", "#NAAM?", "#NUM!", "#GETAL!", "#NULL!", "#LEEG!":
		return true
	}
	return false
}

// ParseAnswer reads a yes/no cell. ok is false when the cell holds anything else.
func ParseAnswer(c Cell) (answer stats.Answer, ok bool) {
	if c.Form == FormText {
		switch string(c.Text) { // what nearly every cell holds
		case "":
			return stats.NoAnswer, true
		case "ja":
			return stats.Yes, true
		case "nee":
			return stats.No, true
		}
	}
	if c.Form == FormError {
		return stats.NoAnswer, false
	}
	b := Trim(c.Text)
	if len(b) > len("onwaar") {
		return stats.NoAnswer, false
	}
	var low [6]byte
	for i, ch := range b {
		if 'A' <= ch && ch <= 'Z' {
			ch += 'a' - 'A'
		}
		low[i] = ch
	}
	switch string(low[:len(b)]) {
	case "":
		return stats.NoAnswer, true
	case "ja", "j", "yes", "y", "true", "waar", "1", "x":
		return stats.Yes, true
	case "nee", "n", "no", "false", "onwaar", "0":
		return stats.No, true
	}
	return stats.NoAnswer, false
}

// IsTotal reports whether a cell starts a total line.
func IsTotal(c Cell) bool {
	if len(c.Text) == 0 || c.Form != FormText {
		return false
	}
	word, _, _ := strings.Cut(rules.Fold(string(Utf8Of(c.Text))), " ")
	switch strings.TrimRight(word, ":;.") {
	case "totaal", "totalen", "eindtotaal", "subtotaal", "total", "totals", "aantal":
		return true
	}
	return false
}

// IsPlainNumber reports whether a cell holds digits alone.
func IsPlainNumber(c Cell) bool {
	b := Trim(c.Text)
	for _, ch := range b {
		if ch-'0' > 9 && ch != '.' && ch != ',' {
			return false
		}
	}
	return len(b) > 0
}

// IsRemark reports whether a cell holds words without a digit, as a line below
// the data does: no case number looks so.
func IsRemark(c Cell) bool {
	text := Trim(c.Text)
	return c.Form == FormText && bytes.ContainsAny(text, " ") && !bytes.ContainsFunc(text, unicode.IsDigit) &&
		bytes.ContainsFunc(text, unicode.IsLetter)
}
