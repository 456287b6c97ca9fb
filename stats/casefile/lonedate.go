package casefile

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
)

const (
	loneDays    = 60  // days after the next earlier date
	earlyDays   = 366 // days before the next later aanmelddatum
	mostSkipped = 5   // more dates that stand alone are no slips: the export is thin
)

// lastDay returns the latest date of an event that does not stand alone, and
// the days after it that do. NoDay when no day will do.
func (o *overview) lastDay() (last day.Day, lone []day.Day) {
	later := -1
	for i := len(o.events) - 1; i >= 0; i-- {
		if o.events[i].count == 0 {
			continue
		}
		if later >= 0 {
			if later-i <= loneDays {
				return firstDay + day.Day(later), lone
			}
			if len(lone) == mostSkipped {
				return day.NoDay, nil
			}
			lone = append(lone, firstDay+day.Day(later))
		}
		later = i
	}
	return day.NoDay, nil
}

// early returns the aanmelddatums that lie more than a year before the rest.
func (o *overview) early() []day.Day {
	var lone []day.Day
	earlier, seen, total := -1, int32(0), int32(0)
	for i := range o.received {
		total += o.received[i].count
	}
	for i := range o.received {
		if o.received[i].count == 0 {
			continue
		}
		if earlier >= 0 && i-earlier > earlyDays {
			for k := range i {
				if o.received[k].count > 0 {
					lone = append(lone, firstDay+day.Day(k))
				}
			}
			break
		}
		earlier, seen = i, seen+o.received[i].count
		if seen > mostSkipped || seen*2 > total {
			return nil
		}
	}
	if len(lone) == 0 {
		return nil
	}
	return lone
}

// loneDates names the dates that are far from all others, with their rows.
func (l *ledger) loneDates() []stats.Notice {
	var notices []stats.Notice
	last, lone := l.overview.lastDay()
	for _, on := range lone {
		text := fmt.Sprintf("de datum %s ligt meer dan %d dagen na alle andere en telt niet voor de peildatum; de "+
			"peildatum is %s", grid.DutchDate(on), loneDays, grid.DutchDate(last))
		if l.reference != day.NoDay {
			text = fmt.Sprintf("de datum %s ligt meer dan %d dagen na alle andere", grid.DutchDate(on), loneDays)
		}
		notices = append(notices, l.loneDate(&l.overview.events[on-firstDay], text+"; controleer de export"))
	}
	for _, on := range l.overview.early() {
		notices = append(notices, l.loneDate(&l.overview.received[on-firstDay],
			fmt.Sprintf("de aanmelddatum %s ligt meer dan een jaar voor de andere; controleer de export",
				grid.DutchDate(on))))
	}
	return notices
}

// loneDate names the rows of a day that are in the same file as the first.
func (l *ledger) loneDate(e *dayEvents, text string) stats.Notice {
	source := l.sources[e.source[0]]
	n := stats.Notice{ID: stats.NoticeLoneDate, Severity: stats.Warning, Text: text, File: source.Name,
		Sheet: source.Sheet}
	for i := range min(int(e.count), shownEvents) {
		if e.source[i] == e.source[0] && (len(n.Rows) == 0 || n.Rows[len(n.Rows)-1] != int(e.row[i])) {
			n.Rows = append(n.Rows, int(e.row[i]))
		}
	}
	return n
}
