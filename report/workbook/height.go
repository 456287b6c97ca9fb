package workbook

import (
	"strings"
	"unicode/utf8"
)

// Heights in points. Excel fits the height of a row to its wrapped text when
// it opens a file, LibreOffice does not: so every row says how high it is.
const (
	rowLineHeight = 16
	titleHeight   = 24
	maxHeight     = 409 // of a row, by the file format
)

// rowHeight is the height that the fullest cell of a row needs.
func rowHeight(entries []entry, columns []column) float64 {
	lines := 1
	for i := range entries {
		switch e := &entries[i]; e.form {
		case formTitle:
			return titleHeight
		case formIntro:
		case formHeadText, formHeadNumber:
			lines = max(lines, wrappedLines(e.text, int(columns[i].width*boldFit)))
		default:
			if !e.form.isNumber() {
				lines = max(lines, wrappedLines(e.text, int(columns[i].width*plainFit)))
			}
		}
	}
	return min(float64(lines)*rowLineHeight, maxHeight)
}

// A column holds as many digits as its width says. In Arial letters are
// narrower than digits, and bold ones wider: characters of text for each digit,
// on the safe side.
const (
	plainFit = 1.1
	boldFit  = 0.85
)

// wrappedLines counts the lines of a text in a column of so many characters:
// words move to the next line whole, and break only when they are longer than
// a line; such words are often digits and capitals, which are wide.
func wrappedLines(s string, width int) int {
	if len(s) <= width && !strings.Contains(s, "\n") {
		return 1
	}
	lines, unbroken := 0, max(1, width*3/4)
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines++
		used := 0
		for word := range strings.FieldsSeq(paragraph) {
			n := utf8.RuneCountInString(word)
			switch {
			case used == 0:
				used = n
			case used+1+n <= width:
				used += 1 + n
				continue
			default:
				lines++
				used = n
			}
			if used > unbroken {
				lines += (used - 1) / unbroken
				used = (used-1)%unbroken + 1
			}
		}
	}
	return lines
}
