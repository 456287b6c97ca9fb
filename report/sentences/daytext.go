package sentences

import (
	"herstel/stats/day"
	"herstel/stats/nl"
)

// DayText writes a day in full: "1 maart 2022".
func DayText(d day.Day) string {
	if d == day.NoDay {
		return nl.Unknown
	}
	return nl.Date(d.Civil())
}
