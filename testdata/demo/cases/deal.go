package cases

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
)

// hand is a label and how many records get it.
type hand struct {
	label string
	cases int
}

// lean moves a record towards the front (negative) or the back (positive) of the order in which labels are handed out:
// by 100 or more it is certain, by less a tendency. A nil lean favours nobody.
type lean func(*record) int

// deal hands out the labels in order over the records in a drawn order, each exactly as often as its hand says. It
// fails when the hands do not add up to the records: the plan then contradicts itself.
func deal(rng *rand.Rand, what string, records []*record, hands []hand, lean lean, set func(*record, string)) error {
	total := 0
	for _, h := range hands {
		total += h.cases
	}
	if total != len(records) {
		return fmt.Errorf("plan: %s has %d labels for %d cases", what, total, len(records))
	}
	order := drawnOrder(rng, records, lean)
	for _, h := range hands {
		for _, r := range order[:h.cases] {
			set(r, h.label)
		}
		order = order[h.cases:]
	}
	return nil
}

// drawnOrder gives every record a place between 0 and 99, moved by its lean, and sorts by place; equal places stay
// shuffled.
func drawnOrder(rng *rand.Rand, records []*record, lean lean) []*record {
	type placed struct {
		place int
		*record
	}
	order := make([]placed, len(records))
	for i, j := range rng.Perm(len(records)) {
		order[i] = placed{rng.IntN(100), records[j]}
		if lean != nil {
			order[i].place += lean(records[j])
		}
	}
	slices.SortStableFunc(order, func(a, b placed) int { return cmp.Compare(a.place, b.place) })
	sorted := make([]*record, len(order))
	for i, p := range order {
		sorted[i] = p.record
	}
	return sorted
}

// handsOf takes one year's column from a table of the plan.
func handsOf(quotas []quota, year int) []hand {
	hands := make([]hand, len(quotas))
	for i, q := range quotas {
		hands[i] = hand{q.label, q.cases[year]}
	}
	return hands
}

// splitHands takes one year's column from an extra column of the plan, for the cases with or without contact.
func splitHands(splits []split, year int, contact bool) []hand {
	hands := make([]hand, len(splits))
	for i, s := range splits {
		n := s.contact[year]
		if !contact {
			n = s.assigned[year] - n
		}
		hands[i] = hand{s.label, n}
	}
	return hands
}

// where keeps the records that the test accepts.
func where(records []*record, test func(*record) bool) []*record {
	var kept []*record
	for _, r := range records {
		if test(r) {
			kept = append(kept, r)
		}
	}
	return kept
}
