package cases

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// seed starts the draws; each year of the plan has a stream of its own, so that a change in one year leaves the others
// be.
const seed = 2021

// cohort makes the cases of one year of the plan, in the order of their aanmelddatum.
func cohort(year int) ([]*record, error) {
	rng := rand.New(rand.NewPCG(seed, uint64(years[year])))
	records := fromCells(year)
	for _, step := range []func(*rand.Rand, []*record, int) error{dealOffences, dealReferrers, dealForms,
		dealBreakdowns} {
		if err := step(rng, records, year); err != nil {
			return nil, fmt.Errorf("%d: %w", years[year], err)
		}
	}
	for _, r := range records {
		r.suspect = rng.IntN(3) == 0
		dateAssigned(rng, r, year)
		assignMediator(rng, r, year)
		dateWilling(rng, r, year)
		goOn(rng, r, year)
	}
	late := assignedLate(rng, records, year)
	records = append(records, rejected(rng, records, year)...)
	records = append(records, late...)
	slices.SortStableFunc(records, func(a, b *record) int { return a.received.Compare(b.received) })
	forgetDates(records)
	for i, r := range records {
		r.number = fmt.Sprintf("%d-%05d", years[year], i+1)
	}
	return records, nil
}

// fromCells makes the records that were uitgezet, with what the cells of the plan say of them.
func fromCells(year int) []*record {
	var records []*record
	for _, c := range cells {
		for i := range c.assigned[year] {
			records = append(records, &record{
				reason: c.reason, initiative: c.initiative,
				willing: i < c.willing[year], contact: i < c.contact[year],
			})
		}
	}
	return records
}

func dealOffences(rng *rand.Rand, records []*record, year int) error {
	for _, reason := range []string{violence, sexual, traffic, other} {
		within := where(records, func(r *record) bool { return r.reason == reason })
		set := func(r *record, label string) { r.offence = label }
		if err := deal(rng, reason, within, handsOf(offences[reason], year), nil, set); err != nil {
			return err
		}
	}
	return nil
}

// dealReferrers first picks the cases that the parties brought in themselves, within each initiatief; the organisations
// share the rest.
func dealReferrers(rng *rand.Rand, records []*record, year int) error {
	set := func(r *record, label string) { r.referrer = label }
	for _, q := range selfReferred {
		within := where(records, func(r *record) bool { return r.initiative == q.label })
		hands := []hand{{self, q.cases[year]}, {"", len(within) - q.cases[year]}}
		if err := deal(rng, "zelf", within, hands, nil, set); err != nil {
			return err
		}
	}
	professional := where(records, func(r *record) bool { return r.referrer == "" })
	return deal(rng, "aanmelder", professional, handsOf(referrers, year), victimsFirst, set)
}

func victimsFirst(r *record) int {
	return map[string]int{victimSide: 0, otherSide: 30, offenderSide: 60}[r.initiative]
}

func dealForms(rng *rand.Rand, records []*record, year int) error {
	met := where(records, func(r *record) bool { return r.contact })
	return deal(rng, "contactvorm", met, handsOf(forms, year), nil, func(r *record, label string) { r.form = label })
}

// dealBreakdowns fills the extra columns, apart for the cases with and without contact.
func dealBreakdowns(rng *rand.Rand, records []*record, year int) error {
	for _, b := range []struct {
		name   string
		splits []split
		lean   lean
		set    func(*record, string)
	}{
		{"arrondissement", districts, nil, func(r *record, label string) { r.district = label }},
		{"sport", sports, likelyInSport, func(r *record, label string) { r.sport = label }},
		{"detentie", detention, likelyDetained, func(r *record, label string) { r.detention = label }},
	} {
		for _, contact := range []bool{true, false} {
			within := where(records, func(r *record) bool { return r.contact == contact })
			if err := deal(rng, b.name, within, splitHands(b.splits, year, contact), b.lean, b.set); err != nil {
				return err
			}
		}
	}
	return nil
}

// likelyInSport keeps traffic cases out of sport, and draws the offences that sport knows best towards it.
func likelyInSport(r *record) int {
	switch {
	case r.reason == traffic:
		return 100
	case r.offence == "Grensoverschrijdend gedrag":
		return -60
	case r.offence == "Mishandeling", r.reason == sexual:
		return -10
	}
	return 0
}

// likelyDetained: who is referred by a prison is in one.
func likelyDetained(r *record) int {
	switch {
	case r.referrer == "Justitiële inrichtingen":
		return -100
	case r.referrer == "Reclassering":
		return -20
	case r.reason == traffic:
		return 40
	}
	return 0
}

// printedOn is the peildatum of the report that printed the numbers of a year: the plan holds the cases as they stood
// then.
func printedOn(year int) time.Time { return referenceDate.AddDate(year-len(years)+1, 0, 0) }

// dateAssigned draws the dates of a case that was uitgezet. A contact that would fall after the peildatum of its own
// year makes it draw again from the aanmelddatum on, so late cases seldom are among those with contact. A case that
// would close after the peildatum of the export is still open.
func dateAssigned(rng *rand.Rand, r *record, year int) {
	for {
		r.received = receivedIn(rng, years[year], months[year])
		r.assigned = onWorkday(r.received.AddDate(0, 0, toAssignment.draw(rng)))
		if !r.contact {
			break
		}
		r.contacted = r.assigned.AddDate(0, 0, toContact[year].draw(rng))
		if !r.contacted.After(printedOn(year)) {
			break
		}
	}
	from, until := r.assigned, withoutContact
	switch {
	case r.contact:
		from, until = r.contacted, fromContact
	case r.willing:
		until = afterWilling
	}
	closeAfter(rng, r, from, until)
}

func closeAfter(rng *rand.Rand, r *record, from time.Time, until lag) {
	r.closed = time.Time{}
	if closed := onWorkday(from.AddDate(0, 0, until.draw(rng))); !closed.After(referenceDate) {
		r.closed = closed
	}
}

// dateWilling draws the bereiddatum: after the uitzetdatum, before the next step and the peildatum of its year.
func dateWilling(rng *rand.Rand, r *record, year int) {
	if !r.willing {
		return
	}
	r.willingOn = between(rng, r.assigned, firstOf(r.contacted, r.closed, printedOn(year)))
}

// goOn lets one in three of the cases of an earlier year that were open without contact come to contact later on.
func goOn(rng *rand.Rand, r *record, year int) {
	printed := printedOn(year)
	open := r.closed.IsZero() || r.closed.After(printed)
	if !printed.Before(referenceDate) || r.contact || !open || rng.IntN(3) > 0 {
		return
	}
	r.contact, r.contacted = true, printed.AddDate(0, 0, 1+rng.IntN(180))
	r.form = forms[rng.IntN(len(forms))].label
	if !r.willing {
		r.willing, r.willingOn = true, between(rng, printed.AddDate(0, 0, 1), r.contacted)
	}
	closeAfter(rng, r, r.contacted, fromContact)
}

// between draws a day from the first to the last.
func between(rng *rand.Rand, first, last time.Time) time.Time {
	return first.AddDate(0, 0, rng.IntN(int(last.Sub(first).Hours()/24)+1))
}

// firstOf gives the first day of those that are known.
func firstOf(dates ...time.Time) time.Time {
	var first time.Time
	for _, d := range dates {
		if !d.IsZero() && (first.IsZero() || d.Before(first)) {
			first = d
		}
	}
	return first
}

// forgetDates leaves out a date here and there, as real exports do: of one in seventy contacts, of those who were
// willing and of the afgekeurde aanmeldingen. Only steps from before the peildatum of the year, or the printed numbers
// would not come out.
func forgetDates(records []*record) {
	const oneIn = 70
	contacts, willing, rejected := 0, 0, 0
	for _, r := range records {
		printed := printedOn(r.received.Year() - years[0])
		if r.contact && !r.contacted.After(printed) {
			if contacts++; contacts%oneIn == 0 {
				r.contacted = time.Time{}
			}
		}
		if r.willing && !r.willingOn.After(printed) {
			if willing++; willing%oneIn == 0 {
				r.willingOn = time.Time{}
			}
		}
		if r.rejection != "" {
			if rejected++; rejected%oneIn == 0 {
				r.rejectedOn = time.Time{}
			}
		}
	}
}

// assignMediator picks someone at work both in the year of the cohort and in the year of the uitzetdatum.
func assignMediator(rng *rand.Rand, r *record, year int) {
	then := min(r.assigned.Year()-years[0], len(years)-1)
	first := max(mediators.first[year], mediators.first[then])
	last := min(mediators.last[year], mediators.last[then])
	r.mediator = mediatorCode(first + rng.IntN(last-first+1))
}

// rejected makes the cases that were afgekeurd. What they are about is borrowed from cases that were uitgezet: no
// figure looks at it.
func rejected(rng *rand.Rand, like []*record, year int) []*record {
	var records []*record
	for _, q := range rejections {
		for range q.cases[year] {
			l := like[rng.IntN(len(like))]
			r := alike(l)
			r.received, r.rejection = receivedIn(rng, years[year], months[year]), q.label
			r.rejectedOn = onWorkday(r.received.AddDate(0, 0, toAssignment.draw(rng)))
			records = append(records, r)
		}
	}
	return records
}

// assignedLate makes the cases that were still to be judged when the numbers of the year were printed, and that were
// uitgezet soon after. Nobody was willing.
func assignedLate(rng *rand.Rand, like []*record, year int) []*record {
	var records []*record
	for range lateAssigned[year] {
		r := alike(like[rng.IntN(len(like))])
		r.received = onWorkday(printedOn(year).AddDate(0, 0, -70-rng.IntN(40)))
		r.assigned = onWorkday(printedOn(year).AddDate(0, 0, 1+rng.IntN(20)))
		assignMediator(rng, r, year)
		closeAfter(rng, r, r.assigned, withoutContact)
		records = append(records, r)
	}
	return records
}

// alike borrows what a case is about.
func alike(l *record) *record {
	return &record{
		referrer: l.referrer, initiative: l.initiative, reason: l.reason, offence: l.offence, suspect: l.suspect,
		district: l.district, sport: l.sport, detention: l.detention,
	}
}
