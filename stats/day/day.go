package day

import "time"

// Day is a calendar day, counted from 1 January 1900, which is day 1. The
// zero value is no day.
type Day int32

// NoDay stands for an absent date.
const NoDay Day = 0

// unixEpoch is the day on which the clock of Unix starts, 1 January 1970.
const unixEpoch = 25568

// The years that a date in an export may have; a date outside them is a
// slip of the keyboard and counts as unreadable.
const (
	FirstYear = 1900
	LastYear  = 2100
)

// daysBeforeMonth counts the days of a common year before each month.
var daysBeforeMonth = [13]int32{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

// DayOf returns the day of a calendar date. It reports false when the date
// does not exist or its year lies outside FirstYear..LastYear.
func Of(year, month, day int) (Day, bool) {
	if year < FirstYear || year > LastYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return NoDay, false
	}
	days := daysBeforeYear(year) + daysBeforeMonth[month-1] + int32(day-1)
	if month > 2 && isLeap(year) {
		days++
	}
	return Day(days), true
}

// ParseDay reads a date in the form 2022-03-01.
func Parse(iso string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return NoDay, false
	}
	year, month, day := t.Date()
	return Of(year, int(month), day)
}

// Civil returns the year, the month (1-12) and the day of the month, by the
// method of Hinnant (chrono-Compatible Low-Level Date Algorithms): years start
// in March, which puts the leap day last.
func (d Day) Civil() (year, month, day int) {
	const daysFromMarch0, eraDays = 719468 - unixEpoch, 146097
	shifted := int32(d) + daysFromMarch0
	era := shifted / eraDays
	dayOfEra := uint32(shifted - era*eraDays)
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shiftedMonth := (5*dayOfYear + 2) / 153
	day = int(dayOfYear-(153*shiftedMonth+2)/5) + 1
	year, month = int(yearOfEra)+int(era)*400, int(shiftedMonth)+3
	if month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

// yearStarts holds the first day of every year that a date may lie in, and of
// the year after.
var yearStarts = func() (starts [LastYear - FirstYear + 2]Day) {
	for i := range starts {
		starts[i] = Day(daysBeforeYear(FirstYear + i))
	}
	return starts
}()

// Year returns the calendar year of the day.
func (d Day) Year() int {
	if d < yearStarts[0] || d >= yearStarts[len(yearStarts)-1] {
		year, _, _ := d.Civil()
		return year
	}
	i := int(d-yearStarts[0]) / 366 // at most one too low
	if d >= yearStarts[i+1] {
		i++
	}
	return FirstYear + i
}

// String returns the day as 2022-03-01, and the empty string for NoDay.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Time returns the day as midnight UTC.
func (d Day) Time() time.Time { return time.Unix((int64(d)-unixEpoch)*86400, 0).UTC() }

// YearsEarlier moves the day back by n calendar years; 29 February becomes
// 28 February where the earlier year has no such day.
func (d Day) YearsEarlier(n int) Day {
	year, month, day := d.Civil()
	year -= n
	if last := daysIn(year, month); day > last {
		day = last
	}
	moved, ok := Of(year, month, day)
	if !ok {
		return NoDay
	}
	return moved
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(year, month int) int {
	if month == 2 && isLeap(year) {
		return 29
	}
	return int(daysBeforeMonth[month] - daysBeforeMonth[month-1])
}

// daysBeforeYear returns the day of 1 January of year.
func daysBeforeYear(year int) int32 {
	y := int32(year - 1)
	return unixEpoch + 365*(y+1-1970) + (y/4 - 492) - (y/100 - 19) + (y/400 - 4)
}
