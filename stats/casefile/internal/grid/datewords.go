package grid

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"herstel/stats/day"
)

// weekdays may stand in front of a date.
var weekdays = map[string]bool{
	"ma": true, "di": true, "wo": true, "do": true, "vr": true, "za": true, "zo": true,
	"maandag": true, "dinsdag": true, "woensdag": true, "donderdag": true, "vrijdag": true, "zaterdag": true,
	"zondag": true,
	"mon":    true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true,
	"sunday": true,
}

// typographic are the signs that a word processor puts in a date.
var typographic = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u00A0", " ",
	"\u202F", " ", "\u2009", " ")

// plainDate takes the weekday off a date, and typographic signs out of it.
func plainDate(b []byte) []byte {
	if bytes.ContainsFunc(b, func(r rune) bool { return r >= utf8.RuneSelf }) {
		b = Trim([]byte(typographic.Replace(string(Utf8Of(b)))))
	}
	n := 0
	for n < len(b) && (b[n]|0x20)-'a' < 26 {
		n++
	}
	if n == 0 || n == len(b) || !weekdays[strings.ToLower(string(b[:n]))] {
		return b
	}
	return bytes.TrimLeft(b[n:], "., ")
}

// compactDay reads 20210303. The number is too high for an Excel serial.
func compactDay(b []byte) (day.Day, bool) {
	if len(b) != 8 {
		return day.NoDay, false
	}
	for _, ch := range b {
		if ch-'0' > 9 {
			return day.NoDay, false
		}
	}
	return civilDay(Two(b[0], b[1])*100+Two(b[2], b[3]), Two(b[4], b[5]), Two(b[6], b[7]))
}

// century completes a year of two digits: 00-69 is 2000-2069.
func century(year int) int {
	if year <= 69 {
		return 2000 + year
	}
	return 1900 + year
}

// isHourWord reports whether a word that may follow a time of day is there.
func isHourWord(b []byte) bool {
	switch strings.ToLower(string(b)) {
	case "u", "u.", "uur", "am", "pm", "a.m.", "p.m.":
		return true
	}
	return false
}
