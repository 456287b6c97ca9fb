package cases

import (
	"math/rand/v2"
	"time"
)

// referenceDate is the peildatum of the demo: nothing in the export happens after it.
var referenceDate = time.Date(2022, time.March, 1, 0, 0, 0, 0, time.UTC)

// months weighs the months of the aanmelddatum, one row a year: summers are quiet, and so are the lockdowns of spring
// 2020 and the winter of 2021.
var months = [3][12]int{
	{9, 8, 9, 8, 8, 8, 7, 6, 9, 10, 9, 7},
	{10, 9, 7, 4, 5, 8, 7, 6, 9, 10, 9, 7},
	{6, 6, 8, 8, 8, 9, 7, 6, 9, 10, 9, 7},
}

// lag is a spread of days: the values at the quantiles 0, 25, 50, 75, 90 and 100%. Between two of them every day is as
// likely. Whole numbers only, so that every machine draws the same days.
type lag [6]int

// The lead times, all skewed to the right as real ones are.
var (
	toAssignment   = lag{1, 5, 9, 16, 27, 55}
	toContact      = [3]lag{{10, 44, 68, 105, 155, 290}, {12, 52, 84, 129, 188, 300}, {10, 49, 76, 118, 172, 300}}
	fromContact    = lag{7, 21, 42, 80, 130, 420}   // afsluiting, after contact
	withoutContact = lag{8, 34, 61, 98, 150, 520}   // afsluiting, after uitzetting
	afterWilling   = lag{30, 60, 95, 140, 190, 540} // the same, when both parties had been willing
)

// permille are the quantiles of a lag, in thousandths.
var permille = [6]int{0, 250, 500, 750, 900, 1000}

// draw takes one number of days from the spread.
func (l lag) draw(rng *rand.Rand) int {
	at := rng.IntN(1000)
	i := 1
	for at >= permille[i] {
		i++
	}
	return l[i-1] + (l[i]-l[i-1])*(at-permille[i-1])/(permille[i]-permille[i-1])
}

// receivedIn draws a working day in the year, by the weight of its months.
func receivedIn(rng *rand.Rand, year int, weights [12]int) time.Time {
	total := 0
	for _, w := range weights {
		total += w
	}
	for {
		at, month := rng.IntN(total), 0
		for at >= weights[month] {
			at -= weights[month]
			month++
		}
		days := time.Date(year, time.Month(month+2), 0, 0, 0, 0, 0, time.UTC).Day()
		date := time.Date(year, time.Month(month+1), 1+rng.IntN(days), 0, 0, 0, 0, time.UTC)
		if onWorkday(date).Equal(date) {
			return date
		}
	}
}

// onWorkday moves a Saturday or Sunday to the Monday after it.
func onWorkday(date time.Time) time.Time {
	switch date.Weekday() {
	case time.Saturday:
		return date.AddDate(0, 0, 2)
	case time.Sunday:
		return date.AddDate(0, 0, 1)
	}
	return date
}
