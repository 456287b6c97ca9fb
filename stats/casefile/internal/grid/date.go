package grid

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"herstel/stats/day"
)

// Epoch is the number of days to add to an Excel serial to get a serial of
// the 1900 system.
type Epoch int

const (
	Epoch1900 Epoch = 0
	Epoch1904 Epoch = 1462
)

// serialRange is the range of serials that are taken for a date.
type serialRange struct{ first, last int }

var (
	anySerial = serialRange{1, 73415} // 1900-01-01 to 2100-12-31: the cell has a date format
	// 1954-10-03 to 2100-12-31: a bare number, which a count or a year must not become
	plainSerial = serialRange{20000, 73415}
)

// ParseDay reads a date cell. An empty cell gives stats.NoDay and true; false
// means that the cell holds something that is not a date.
func ParseDay(c Cell, ep Epoch) (day.Day, bool) {
	if len(c.Text) == 10 && c.Form == FormText {
		if date, ok := tenByteDay(c.Text); ok {
			return date, true
		}
	}
	switch c.Form {
	case FormError, FormBoolean:
		return day.NoDay, false
	case FormSerial:
		return serialDay(c.Text, ep, anySerial)
	case FormNumber:
		if date, ok := compactDay(Trim(c.Text)); ok {
			return date, true
		}
		return serialDay(c.Text, ep, plainSerial)
	}
	b := Trim(c.Text)
	if len(b) == 0 {
		return day.NoDay, true
	}
	b = plainDate(b)
	if date, rest, ok := calendarDay(b); ok {
		if len(rest) > 0 && !isTimeOfDay(rest) {
			return day.NoDay, false
		}
		return date, true
	}
	if date, ok := compactDay(b); ok {
		return date, true
	}
	if !IsPlainNumber(c) {
		return day.NoDay, false
	}
	return serialDay(b, ep, plainSerial)
}

// tenByteDay reads the two forms nearly every cell has: 31-12-2021 (also with
// / or .) and 2021-12-31.
func tenByteDay(b []byte) (day.Day, bool) {
	_ = b[9]
	if sep := b[2]; sep == b[5] && (sep == '-' || sep == '/' || sep == '.') {
		date, month, year := Two(b[0], b[1]), Two(b[3], b[4]), Two(b[6], b[7])*100+Two(b[8], b[9])
		if !digits(b[0], b[1], b[3], b[4]) || !digits(b[6], b[7], b[8], b[9]) {
			return day.NoDay, false
		}
		return civilDay(year, month, date)
	}
	if b[4] == '-' && b[7] == '-' {
		year, month, date := Two(b[0], b[1])*100+Two(b[2], b[3]), Two(b[5], b[6]), Two(b[8], b[9])
		if !digits(b[0], b[1], b[2], b[3]) || !digits(b[5], b[6], b[8], b[9]) {
			return day.NoDay, false
		}
		return civilDay(year, month, date)
	}
	return day.NoDay, false
}

// monthDays holds the first day and the length of every month that a date may
// lie in.
type monthDays struct {
	first day.Day
	days  uint8
}

var months = func() (all [(day.LastYear - day.FirstYear + 1) * 12]monthDays) {
	for i := range all {
		year, month := day.FirstYear+i/12, i%12+1
		first, _ := day.Of(year, month, 1)
		last := 31
		for _, ok := day.Of(year, month, last); !ok; _, ok = day.Of(year, month, last) {
			last--
		}
		all[i] = monthDays{first, uint8(last)}
	}
	return all
}()

// civilDay is stats.DayOf by table.
func civilDay(year, month, date int) (day.Day, bool) {
	i := (year-day.FirstYear)*12 + month - 1
	if month < 1 || month > 12 || uint(i) >= uint(len(months)) || date < 1 || date > int(months[i].days) {
		return day.NoDay, false
	}
	return months[i].first + day.Day(date-1), true
}

// Two returns the number of two digits.
func Two(a, b byte) int { return int(a-'0')*10 + int(b-'0') }

func digits(a, b, c, d byte) bool {
	return a-'0' <= 9 && b-'0' <= 9 && c-'0' <= 9 && d-'0' <= 9
}

// calendarDay reads day-month-year or year-month-day from the start of b and
// returns what follows it. The month may be a Dutch or English word. A year of
// two digits is 2000-2069 or 1970-1999. Month-day-year is
// not read: it would be a guess.
func calendarDay(b []byte) (date day.Day, rest []byte, ok bool) {
	first, n := LeadingNumber(b)
	if n == 0 || n == len(b) {
		return day.NoDay, nil, false
	}
	sep := b[n]
	if sep != '-' && sep != '/' && sep != '.' && sep != ' ' {
		return day.NoDay, nil, false
	}
	b = b[n+1:]
	month, m := LeadingNumber(b)
	if m == 0 {
		month, m = leadingMonth(b)
	}
	if m == 0 || m == len(b) || b[m] != sep || sep == ' ' && b[0]-'0' <= 9 {
		return day.NoDay, nil, false
	}
	b = b[m+1:]
	last, l := LeadingNumber(b)
	switch {
	case n <= 2 && l == 4:
		date, ok = day.Of(last, month, first)
	case n <= 2 && l == 2:
		date, ok = day.Of(century(last), month, first)
	case n == 4 && 1 <= l && l <= 2 && sep != ' ':
		date, ok = day.Of(first, month, last)
	}
	return date, b[l:], ok
}

// LeadingNumber reads the digits at the start of b, at most five.
func LeadingNumber(b []byte) (value, length int) {
	for length < len(b) && length < 5 && b[length]-'0' <= 9 {
		value = value*10 + int(b[length]-'0')
		length++
	}
	return value, length
}

// MonthNames are the words that a month may have, from January on.
var MonthNames = [12][]string{
	{"januari", "jan", "january"}, {"februari", "feb", "february"}, {"maart", "mrt", "maa", "mar", "march"},
	{"april", "apr"},
	{"mei", "may"}, {"juni", "jun", "june"}, {"juli", "jul", "july"}, {"augustus", "aug", "august"},
	{"september", "sept", "sep"},
	{"oktober", "okt", "oct", "october"}, {"november", "nov"}, {"december", "dec"},
}

// leadingMonth reads a Dutch month name at the start of b.
func leadingMonth(b []byte) (month, length int) {
	for length < len(b) && (b[length]|0x20)-'a' < 26 {
		length++
	}
	word := bytes.ToLower(b[:length])
	for i, names := range MonthNames {
		for _, name := range names {
			if string(word) == name {
				if length < len(b) && b[length] == '.' {
					length++
				}
				return i + 1, length
			}
		}
	}
	return 0, 0
}

// isTimeOfDay checks what follows a date: T or a space, hours and minutes,
// and optionally seconds, a fraction and a time zone. The day stays the day as
// it is written.
func isTimeOfDay(b []byte) bool {
	if b[0] != 'T' && b[0] != 't' && b[0] != ' ' {
		return false
	}
	b = bytes.TrimLeft(b[1:], " ")
	hour, n := LeadingNumber(b)
	if n < 1 || n > 2 || hour > 24 || n == len(b) || b[n] != ':' {
		return false
	}
	b = b[n+1:]
	for i := 0; ; i++ {
		value, n := LeadingNumber(b)
		if n != 2 || value > 60 {
			return false
		}
		if b = b[n:]; i == 1 || len(b) == 0 || b[0] != ':' {
			break
		}
		b = b[1:]
	}
	if len(b) > 1 && (b[0] == '.' || b[0] == ',') {
		b = bytes.TrimLeft(b[1:], "0123456789")
	}
	b = bytes.TrimLeft(b, " ")
	return isZone(b) || isHourWord(b)
}

func isZone(b []byte) bool {
	switch {
	case len(b) == 0, len(b) == 1 && (b[0] == 'Z' || b[0] == 'z'):
		return true
	case b[0] != '+' && b[0] != '-':
		return false
	}
	rest := bytes.Replace(b[1:], []byte(":"), nil, 1)
	return (len(rest) == 2 || len(rest) == 4) && len(bytes.TrimLeft(rest, "0123456789")) == 0
}

// serialDay reads an Excel serial. The 1900 system holds a 29 February 1900
// that never was; it is unreadable here.
func serialDay(b []byte, ep Epoch, within serialRange) (day.Day, bool) {
	b = Trim(b)
	if len(b) == 0 {
		return day.NoDay, true
	}
	serial, whole := Decimal(b)
	if !whole {
		if b[0]-'0' > 9 {
			return day.NoDay, false
		}
		number, err := strconv.ParseFloat(string(bytes.Replace(b, []byte(","), []byte("."), 1)), 64)
		if err != nil || number > float64(within.last) {
			return day.NoDay, false
		}
		serial = int(math.Floor(number))
	}
	serial += int(ep)
	const leapThatNeverWas = 60
	switch {
	case serial < within.first || serial > within.last || serial == leapThatNeverWas:
		return day.NoDay, false
	case serial < leapThatNeverWas:
		return day.Day(serial), true
	}
	return day.Day(serial - 1), true
}

// IsBareSerial reports whether a cell that ParseDay reads holds an Excel serial
// that nothing marks as a date: a number in a text file, or in a cell of a sheet
// without the format of a date.
func IsBareSerial(c Cell) bool {
	const digitsOfSerial = 5
	b := c.Text
	if len(b) < digitsOfSerial || c.Form != FormText && c.Form != FormNumber {
		return false
	}
	if b[0]-'0' > 9 {
		b = Trim(b)
	}
	n := 0
	for n < len(b) && b[n]-'0' <= 9 {
		n++
	}
	if n == digitsOfSerial {
		return n == len(b) || b[n] == '.' || b[n] == ','
	}
	return n < digitsOfSerial && c.Form == FormNumber
}

// DutchDate writes a day as 31-12-2021.
func DutchDate(d day.Day) string {
	year, month, date := d.Civil()
	return fmt.Sprintf("%02d-%02d-%04d", date, month, year)
}

// Decimal reads a whole number of at most nine digits.
func Decimal(b []byte) (int, bool) {
	n := 0
	for _, ch := range b {
		if ch-'0' > 9 {
			return 0, false
		}
		n = n*10 + int(ch-'0')
	}
	return n, len(b) > 0 && len(b) <= 9
}
