package casefile

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
)

// monthly is how many cases a month must have on average before an empty month
// is odd: by chance one month in 150 is empty then.
const monthly = 5

// gaps notices the months without referrals, and the years with far fewer or
// far more than the year before.
func (o *overview) gaps() []stats.Notice {
	early := o.early()
	from := 0
	if len(early) > 0 {
		from = int(early[len(early)-1]-firstDay) + 1
	}
	months := map[int]int{} // by year*12+month-1
	first, last := 0, 0
	for i := from; i < len(o.received); i++ {
		if n := int(o.received[i].count); n > 0 {
			year, month, _ := (firstDay + day.Day(i)).Civil()
			last = year*12 + month - 1
			if len(months) == 0 {
				first = last
			}
			months[last] += n
		}
	}
	return append(emptyMonths(months, first, last), yearJumps(months, first, last)...)
}

func emptyMonths(months map[int]int, first, last int) []stats.Notice {
	total := 0
	var empty []int
	for m := first; m <= last; m++ {
		if total += months[m]; months[m] == 0 {
			empty = append(empty, m)
		}
	}
	if len(empty) == 0 || total < monthly*(last-first+1) {
		return nil
	}
	text := ""
	const shown = 12
	for i, m := range empty[:min(len(empty), shown)] {
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprintf("%s %d", grid.MonthNames[m%12][0], m/12)
	}
	if len(empty) > shown {
		text += fmt.Sprintf(" en nog %d maanden", len(empty)-shown)
	}
	return []stats.Notice{{ID: stats.NoticeMonthGap, Severity: stats.Warning,
		Text: "er zijn geen aanmeldingen in " + text + "; controleer of de export compleet is"}}
}

func yearJumps(months map[int]int, first, last int) []stats.Notice {
	count := func(year int) (n int) {
		for m := range 12 {
			n += months[year*12+m]
		}
		return n
	}
	begin, end := first/12, last/12
	if first%12 > 0 {
		begin++ // an unfinished year compares with nothing
	}
	if last%12 < 11 {
		end--
	}
	var notices []stats.Notice
	for year := begin + 1; year <= end; year++ {
		before, now := count(year-1), count(year)
		word := ""
		switch {
		case max(before, now) < fewCases:
		case now*2 < before:
			word = "minder dan half zo veel"
		case now > before*2:
			word = "meer dan twee keer zo veel"
		}
		if word != "" {
			notices = append(notices, stats.Notice{ID: stats.NoticeYearJump, Severity: stats.Warning,
				Text: fmt.Sprintf("%d heeft %d zaken, %s als %d (%d); controleer of de export compleet is", year, now,
					word,
					year-1, before)})
		}
	}
	return notices
}
