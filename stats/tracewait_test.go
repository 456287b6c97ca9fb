package stats_test

import (
	"slices"
	"testing"
	"time"

	"herstel/stats"
)

// waited is one case behind an estimate: its row, its days, and how they ended.
type waited struct {
	row, days int
	end       string
}

func daysFrom(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }

// possible has an uitzetdatum, and its dates in an order that can be.
func possible(row map[string]string) bool {
	assigned := date(row["uitzetdatum"])
	if assigned.IsZero() || assigned.Before(date(row["aanmelddatum"])) {
		return false
	}
	for _, column := range []string{"contactdatum", "afsluitdatum"} {
		if later := date(row[column]); !later.IsZero() && later.Before(assigned) {
			return false
		}
	}
	return true
}

// waitsOf loops over the rows as they stood: the cases that had contact within
// the term, and those of the cohort that did not.
func waitsOf(ref *reference, year, term int) (within, rest []waited) {
	at := time.Date(year+1, 3, 1, 0, 0, 0, 0, time.UTC)
	for i, one := range ref.stoodAlone(year) {
		if one == nil {
			continue
		}
		row := one.rows[0]
		received, assigned := date(row["aanmelddatum"]), date(row["uitzetdatum"])
		contacted, closed := date(row["contactdatum"]), date(row["afsluitdatum"])
		if received.Year() != year || !possible(row) {
			continue
		}
		w := waited{row: i, days: daysFrom(assigned, at), end: "loopt nog"}
		switch {
		case !contacted.IsZero():
			w.days, w.end = daysFrom(assigned, contacted), "contact"
		case row["contact"] == "ja":
			continue
		case !closed.IsZero():
			w.days, w.end = daysFrom(assigned, closed), "afgesloten zonder contact"
		}
		if w.end == "contact" && w.days <= term {
			within = append(within, w)
		} else {
			rest = append(rest, w)
		}
	}
	return within, rest
}

// TestEstimatesAreFollowedToTheirRows holds the cases behind contact_binnen of the
// demo against a loop over the rows of the file.
func TestEstimatesAreFollowedToTheirRows(t *testing.T) {
	ref := newReference(t)
	tr, _ := tracer(t, ref, 2021)
	for _, year := range []int{2020, 2021} {
		for term, label := range map[int]string{90: "90", 180: "180"} {
			trace, err := tr.Cell(t.Context(),
				stats.Question{Figure: "contact_binnen", Year: year, Category: map[string]string{"termijn": label}})
			if err != nil {
				t.Fatal(err)
			}
			var within, rest []waited
			for _, c := range trace.Cases {
				if w := (waited{c.Row, c.Days, c.End}); c.Counts {
					within = append(within, w)
				} else {
					rest = append(rest, w)
				}
			}
			wantWithin, wantRest := waitsOf(ref, year, term)
			if len(within) < 100 || !slices.Equal(within, wantWithin) || !slices.Equal(rest, wantRest) {
				t.Errorf("%d days in %d: %d and %d cases, want %d and %d", term, year, len(within), len(rest),
					len(wantWithin), len(wantRest))
			}
		}
	}
	cohort, err := tr.Cell(t.Context(), stats.Question{Figure: "doorlooptijd_cohort", Year: 2021,
		Category: map[string]string{"traject": "uitzetting_tot_afsluiting"}})
	if err != nil {
		t.Fatal(err)
	}
	assigned := 0
	for _, one := range ref.stoodAlone(2021) {
		if one != nil && date(one.rows[0]["uitzetdatum"]).Year() == 2021 && possible(one.rows[0]) {
			assigned++
		}
	}
	if cohort.Count != assigned || len(cohort.Cases) != assigned {
		t.Errorf("the cohort has %d cases, want %d", cohort.Count, assigned)
	}
}
