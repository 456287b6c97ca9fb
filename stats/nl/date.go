package nl

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
	"oktober", "november", "december"}

var shortMonths = [...]string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

// Date writes a day in full: "1 maart 2022". It takes what stats.Day.Civil gives.
func Date(year, month, day int) string {
	return strconv.Itoa(day) + " " + Month(month) + " " + Year(year)
}

// Month names a month, 1 to 12, without a capital; another number stands as it is.
func Month(m int) string { return nameOf(m, months[:]) }

// ShortMonth names a month in three letters, for an axis.
func ShortMonth(m int) string { return nameOf(m, shortMonths[:]) }

func nameOf(m int, names []string) string {
	if m < 1 || m > len(names) {
		return strconv.Itoa(m)
	}
	return names[m-1]
}

// Capital gives s with its first letter as a capital, the digraph ij included: "IJsselland".
func Capital(s string) string {
	if len(s) >= 2 && (s[:2] == "ij" || s[:2] == "Ij") {
		return "IJ" + s[2:]
	}
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
