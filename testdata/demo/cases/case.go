package cases

import (
	"fmt"
	"time"
)

// record is one row of the export before it is written. A date that is zero and a text that is empty become an empty
// cell.
type record struct {
	number                                string
	received, assigned, contacted, closed time.Time
	rejectedOn, willingOn                 time.Time
	rejection                             string
	referrer                              string
	initiative                            string // the group; the column holds initiator()
	reason                                string // aanleiding: decides the delict, is not a column
	offence                               string
	willing, contact                      bool
	form                                  string
	mediator                              string
	district, sport, detention            string
	suspect                               bool // the offender is not convicted yet
}

// columns is the header of the export: the canonical columns, then the extra ones.
var columns = []string{
	"zaaknummer", "aanmelddatum", "uitzetdatum", "afkeurreden", "afkeurdatum", "aanmelder", "initiatiefnemer", "delict",
	"bereid", "bereiddatum", "contact",
	"contactdatum", "contactvorm", "afsluitdatum", "bemiddelaar", "arrondissement", "sport", "detentie",
}

// cellsOf writes the record as the cells of columns; referrer is the spelling used for the aanmelder.
func (r *record) cellsOf(referrer string) []string {
	return []string{
		r.number, day(r.received), day(r.assigned), r.rejection, day(r.rejectedOn), referrer, r.initiator(), r.offence,
		r.willingCell(), day(r.willingOn), r.contactCell(),
		day(r.contacted), r.form, day(r.closed), r.mediator, r.district, r.sport, r.detention,
	}
}

// initiator is the person behind the initiative, as befits the offence.
func (r *record) initiator() string {
	switch r.initiative {
	case victimSide:
		if r.offence == "Doodslag of moord" || r.offence == "Dodelijk verkeersongeval" {
			return "Nabestaande"
		}
		return "Slachtoffer"
	case offenderSide:
		if r.reason == traffic {
			return "Veroorzaker"
		}
		if r.suspect {
			return "Verdachte"
		}
		return "Dader"
	}
	if r.reason == traffic {
		return "Getuige"
	}
	return "Anders"
}

// willingCell is empty for a rejected case, and for a young open one in which the first talks are still going on.
func (r *record) willingCell() string {
	talking := r.closed.IsZero() && !r.willing && r.assigned.After(referenceDate.AddDate(0, 0, -30))
	if r.assigned.IsZero() || talking {
		return ""
	}
	return yesNo(r.willing)
}

func (r *record) contactCell() string {
	if r.assigned.IsZero() {
		return ""
	}
	return yesNo(r.contact)
}

func yesNo(yes bool) string {
	if yes {
		return "ja"
	}
	return "nee"
}

func day(date time.Time) string {
	if date.IsZero() {
		return ""
	}
	return date.Format("02-01-2006")
}

func mediatorCode(n int) string { return fmt.Sprintf("B%02d", n) }
