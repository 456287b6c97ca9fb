package casefile

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"herstel/stats"
	"herstel/stats/rules"
)

// form says how a cell holds its content.
type form uint8

const (
	formText    form = iota // text as typed; the only form in CSV
	formNumber              // XLSX number
	formSerial              // XLSX number with a date format
	formBoolean             // XLSX boolean, 1 or 0
	formError               // XLSX error such as #N/A
)

// cell is one cell of a row. Its bytes belong to the block it came from.
type cell struct {
	text []byte
	form form
}

// blank reports whether the cell has no visible content.
func (c cell) blank() bool { return len(c.text) == 0 || len(trim(c.text)) == 0 }

// filled reports whether the cell has visible content.
func (c cell) filled() bool { return !c.blank() }

// trim removes white space, no-break space, NUL and invisible marks from both
// ends.
func trim(b []byte) []byte {
	for len(b) > 0 && b[0] <= ' ' {
		b = b[1:]
	}
	for len(b) > 0 && b[len(b)-1] <= ' ' {
		b = b[:len(b)-1]
	}
	if len(b) > 0 && (b[0] >= utf8.RuneSelf || b[len(b)-1] >= utf8.RuneSelf) {
		return bytes.TrimFunc(utf8Of(b), invisible)
	}
	return b
}

func invisible(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u00AD'
}

// utf8Of returns text as UTF-8. What is not UTF-8 is taken for Windows-1252:
// text in that encoding is never valid UTF-8 by chance in practice.
func utf8Of(b []byte) []byte {
	if utf8.Valid(b) {
		return b
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	return decoded
}

// textOf returns the text of a cell as the user sees it.
func textOf(c cell, ep epoch) string {
	switch c.form {
	case formSerial:
		if day, ok := serialDay(c.text, ep, anySerial); ok {
			return dutchDate(day)
		}
	case formBoolean:
		if answer, _ := parseAnswer(c); answer == stats.Yes {
			return "WAAR"
		}
		return "ONWAAR"
	}
	return strings.ReplaceAll(string(trim(utf8Of(c.text))), "\x00", "")
}

// isError reports whether the cell holds a spreadsheet error, as an error cell
// or as the text that an export to CSV makes of it.
func isError(c cell) bool {
	if c.form == formError {
		return true
	}
	if len(c.text) == 0 || c.text[0] != '#' {
		return false
	}
	switch strings.ToUpper(string(trim(c.text))) {
	case "#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!",
		"#NAME?", "#NAAM?", "#NUM!", "#GETAL!", "#NULL!", "#LEEG!":
		return true
	}
	return false
}

// parseAnswer reads a yes/no cell. ok is false when the cell holds anything else.
func parseAnswer(c cell) (answer stats.Answer, ok bool) {
	if c.form == formText {
		switch string(c.text) { // what nearly every cell holds
		case "":
			return stats.NoAnswer, true
		case "ja":
			return stats.Yes, true
		case "nee":
			return stats.No, true
		}
	}
	if c.form == formError {
		return stats.NoAnswer, false
	}
	b := trim(c.text)
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

// isTotal reports whether a cell starts a total line.
func isTotal(c cell) bool {
	if len(c.text) == 0 || c.form != formText {
		return false
	}
	word, _, _ := strings.Cut(rules.Fold(string(utf8Of(c.text))), " ")
	switch strings.TrimRight(word, ":;.") {
	case "totaal", "totalen", "eindtotaal", "subtotaal", "total", "totals", "aantal":
		return true
	}
	return false
}

// isPlainNumber reports whether a cell holds digits alone.
func isPlainNumber(c cell) bool {
	b := trim(c.text)
	for _, ch := range b {
		if ch-'0' > 9 && ch != '.' && ch != ',' {
			return false
		}
	}
	return len(b) > 0
}

// isRemark reports whether a cell holds words without a digit, as a line below
// the data does: no case number looks so.
func isRemark(c cell) bool {
	text := trim(c.text)
	return c.form == formText && bytes.ContainsAny(text, " ") && !bytes.ContainsFunc(text, unicode.IsDigit) && bytes.ContainsFunc(text, unicode.IsLetter)
}
