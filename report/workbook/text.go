package workbook

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"herstel/report/content"
	"herstel/stats/rules"
)

// The limits of the file format, in UTF-16 units.
const (
	maxCellText  = 32767
	maxHeader    = 255
	maxSheetName = 31
	maxTableName = 255
)

// sheetText makes a text fit for a cell: what XML cannot hold becomes the
// replacement character, and a text that is too long is cut with a notice that
// says so.
func sheetText(s string) string { return cut(content.Printable(s), maxCellText) }

// headerText makes a text fit for the head of a table column: one line, short
// enough, and without the form _x0041_, which programs read as an escape.
func headerText(s string) string {
	s = strings.Join(strings.Fields(content.Printable(s)), " ")
	return cut(unescaped(s), maxHeader)
}

func unescaped(s string) string {
	for escaped.MatchString(s) {
		s = escaped.ReplaceAllString(s, "x$1")
	}
	return s
}

// escaped is what programs read as a character by its code.
var escaped = regexp.MustCompile(`_x([0-9A-Fa-f]{4}_)`)

// cut shortens a text to a number of UTF-16 units. What is cut ends in a notice.
func cut(s string, limit int) string {
	length := units(s)
	if length <= limit {
		return s
	}
	notice := fmt.Sprintf("… [ingekort: de tekst telt %d tekens]", length)
	room := limit - units(notice)
	for i, r := range s {
		if room -= max(utf16.RuneLen(r), 1); room < 0 {
			return s[:i] + notice
		}
	}
	return s
}

// units counts the UTF-16 units of a text: what Excel calls its length.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// startsFormula says whether a program may take a text for a formula once a
// user edits the cell.
func startsFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@", rune(s[0]))
}

// sheetName turns a text into one that may name a sheet, but for its length.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r == utf8.RuneError || r == '\n' {
			return ' '
		}
		return r
	}, content.Printable(s))
	s = strings.Trim(unescaped(strings.Join(strings.Fields(s), " ")), "'")
	if s == "" || strings.EqualFold(s, "History") {
		return "Tabel"
	}
	return s
}

// tableName turns a sheet name into a name for its table. The prefix keeps it
// from looking like a cell (as "AB12" would).
func tableName(sheet string) string {
	return "tabel_" + strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '.':
			return r
		}
		return '_'
	}, sheet)
}

// names gives out names that differ in more than case.
type names struct {
	limit  int
	suffix string // form of the number behind a name that was given out before
	taken  map[string]bool
}

func newNames(limit int, suffix string) *names {
	return &names{limit: limit, suffix: suffix, taken: map[string]bool{}}
}

func (n *names) reserve(list []string) {
	for _, name := range list {
		n.taken[rules.Fold(name)] = true
	}
}

func (n *names) release(list []string) {
	for _, name := range list {
		delete(n.taken, rules.Fold(name))
	}
}

// take gives the name itself, or with a number behind it when it was given out
// before.
func (n *names) take(name string) string {
	candidate := clipWords(name, n.limit)
	for i := 2; n.taken[rules.Fold(candidate)]; i++ {
		suffix := fmt.Sprintf(n.suffix, i)
		candidate = clipWords(name, n.limit-len(suffix)) + suffix
	}
	n.taken[rules.Fold(candidate)] = true
	return candidate
}

// clip shortens a name to a number of UTF-16 units.
func clip(s string, limit int) string {
	for i, r := range s {
		if limit -= max(utf16.RuneLen(r), 1); limit < 0 {
			return strings.TrimRight(s[:i], " '")
		}
	}
	return s
}

// clipWords is clip at the end of a word, where that leaves half of the room in use.
func clipWords(s string, limit int) string {
	head := clip(s, limit)
	if head == s || strings.HasPrefix(s[len(head):], " ") {
		return head
	}
	if at := strings.LastIndexByte(head, ' '); at >= limit/2 {
		return strings.TrimRight(head[:at], " '")
	}
	return head
}
