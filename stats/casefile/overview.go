package casefile

import (
	"fmt"
	"math"
	"slices"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// overview is what the ledger keeps of all cases together: what no single row
// shows. Its size does not depend on the number of cases.
type overview struct {
	events   []dayEvents // by day from firstDay: every event of a case
	received []dayEvents // by day from firstDay: aanmelddatum alone
	filled   map[int]*yearFill
	recent   *yearFill
	empty    map[int]rules.ColumnSet
}

// dayEvents are the events on one day, with the places of the first of them.
type dayEvents struct {
	count  int32
	source [shownEvents]int16
	row    [shownEvents]int32
}

// shownEvents is how many rows are named of a day that stands alone.
const shownEvents = 3

// yearFill counts the cells with a value in the cases of one year of one file.
type yearFill struct {
	year   int
	cases  int
	filled [rules.ColumnCount]int
	unread [rules.ColumnCount]int // of those that are filled, what is no date, or no yes or no
}

var (
	firstDay, _ = day.Of(day.FirstYear, 1, 1)
	lastDay, _  = day.Of(day.LastYear, 12, 31)
)

func newOverview() overview {
	days := int(lastDay-firstDay) + 1
	return overview{events: make([]dayEvents, days), received: make([]dayEvents, days), filled: map[int]*yearFill{},
		empty: map[int]rules.ColumnSet{}}
}

func note(days []dayEvents, on day.Day, source, row int) {
	if on == day.NoDay || on < firstDay || on > lastDay {
		return
	}
	e := &days[on-firstDay]
	if e.count < shownEvents {
		e.source[e.count], e.row[e.count] = int16(source), int32(row)
	}
	e.count++
}

// add takes a case that counts into account.
func (o *overview) add(rec *record, source, row int) {
	note(o.received, rec.received, source, row)
	for _, on := range [...]day.Day{rec.received, rec.assigned, rec.contacted, rec.closed} {
		note(o.events, on, source, row)
	}
	year := rec.received.Year()
	if o.recent == nil || o.recent.year != year {
		if o.filled[year] == nil {
			o.filled[year] = &yearFill{year: year}
		}
		o.recent = o.filled[year]
	}
	o.recent.cases++
	for c := range rules.ColumnCount {
		if rec.filled.Has(c) {
			o.recent.filled[c]++
		}
	}
}

// fewCases is how many cases of a file or a year tell too little for a notice.
const fewCases = 20

// endFile notices the columns of a file that hold nothing, and begins anew.
func (o *overview) endFile(source stats.Source, has stats.Presence) []stats.Notice {
	var all yearFill
	var years []int
	for year, fill := range o.filled {
		years = append(years, year)
		all.cases += fill.cases
		for c, n := range fill.filled {
			all.filled[c] += n
		}
	}
	slices.Sort(years)
	var notices []stats.Notice
	for c := range rules.ColumnCount {
		var empty, unread []int
		for _, year := range years {
			switch fill := o.filled[year]; {
			case !has.Columns.Has(c):
				continue
			case fill.lacks(c, &all):
				empty = append(empty, year)
			case fill.cannotRead(c):
				unread = append(unread, year)
			default:
				continue
			}
			o.lack(year, c, has)
		}
		if len(empty) > 0 {
			notices = append(notices, emptyColumn(source, c, empty, all.filled[c] == 0))
		}
		if len(unread) > 0 {
			notices = append(notices, unreadColumn(source, c, unread))
		}
	}
	o.filled, o.recent = map[int]*yearFill{}, nil
	return notices
}

// lack notes that a column is empty in a year. Of two columns that say the same,
// one that the file does not have is no help.
func (o *overview) lack(year int, c rules.Column, has stats.Presence) {
	o.empty[year] = o.empty[year].With(c)
	for _, choice := range rules.RequiredColumns {
		if i := slices.Index(choice, c); i >= 0 && len(choice) == 2 && !has.Columns.Has(choice[1-i]) {
			o.empty[year] = o.empty[year].With(choice[1-i])
		}
	}
}

// lacks reports whether a column has no value in the year although the rest of
// the file says that it should: by chance that happens once in a thousand.
func (y *yearFill) lacks(c rules.Column, all *yearFill) bool {
	const chance = 0.001
	switch {
	case y.filled[c] > 0 || all.cases < fewCases:
		return false
	case all.filled[c] == 0:
		return true
	}
	others := float64(all.filled[c]) / float64(all.cases-y.cases)
	return math.Pow(1-others, float64(y.cases)) < chance
}

// cannotRead reports whether so many cells of a column are no date, or no yes or
// no, that the column is written in another way: what cannot be read would count
// as no.
func (y *yearFill) cannotRead(c rules.Column) bool {
	const few, percent = 5, 10
	return y.unread[c] >= few && y.unread[c]*100 >= y.filled[c]*percent
}

func unreadColumn(source stats.Source, c rules.Column, years []int) stats.Notice {
	remedy := "maak de export met datums als 31-12-2021"
	if c.Info().Content == rules.YesNo {
		remedy = "maak de export met ja of nee, of zet in herstel.yaml onder afleiden wat ja betekent"
	}
	return stats.Notice{ID: stats.NoticeUnreadColumn, Severity: stats.Warning, File: source.Name, Sheet: source.Sheet,
		Column: c.String(),
		Text: fmt.Sprintf("van de kolom %s is een groot deel niet te lezen in de zaken van %s; %s", c,
			yearList(years), remedy)}
}

func emptyColumn(source stats.Source, c rules.Column, years []int, whole bool) stats.Notice {
	n := stats.Notice{ID: stats.NoticeEmptyColumn, Severity: stats.Warning, File: source.Name, Sheet: source.Sheet,
		Column: c.String()}
	const remedy = "; controleer de export, en de kop onder kolommen in herstel.yaml"
	if whole {
		n.Text = fmt.Sprintf("de kolom %s is in alle rijen leeg", c) + remedy
	} else {
		n.Text = fmt.Sprintf("de kolom %s is leeg in alle zaken van %s", c, yearList(years)) + remedy
	}
	return n
}

func yearList(years []int) string {
	text := ""
	for i, year := range years {
		switch {
		case i > 0 && i == len(years)-1:
			text += " en "
		case i > 0:
			text += ", "
		}
		text += fmt.Sprint(year)
	}
	return text
}
