package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// wait is a case of 2021 by what happened how many days after uitzetting; -1: it did not.
type wait struct{ contact, closed int }

// figuresOfWaits computes the figures of 2021 on a day, with the cases spread over
// the year where spread is set and else assigned on 1 January.
func figuresOfWaits(t testing.TB, cases []wait, at day.Day, spread bool, threshold int) *Figures {
	t.Helper()
	ruleset := privacyRules(t, threshold, "")
	cube := NewCube(1)
	first, _ := day.Of(2021, 1, 1)
	for i, w := range cases {
		c := Case{Received: first, Contacted: day.NoDay, Closed: day.NoDay, WillingOn: day.NoDay, RejectedOn: day.NoDay,
			Referrer: 2, Initiator: 2, Offence: 2, Form: gesprek}
		if spread {
			c.Received += day.Day(i * 7 % 300)
		}
		c.Assigned = c.Received
		if w.contact >= 0 {
			c.Contacted = c.Assigned + day.Day(w.contact)
		}
		if w.closed >= 0 {
			c.Closed = c.Assigned + day.Day(w.closed)
		}
		cube.Add(&c, everything)
	}
	figs, err := Compute(&Dataset{Cube: cube}, ruleset, Options{Year: 2021, ReferenceDate: at})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// shownTerms lists the terms that either figure shows, with the estimates.
func shownTerms(figs *Figures) map[int]float64 {
	shown := map[int]float64{}
	for _, id := range []string{"contact_binnen", "contact_kromme"} {
		table, _ := figs.Table(id)
		for _, row := range table.Rows {
			if cell := row.Cells[len(row.Cells)-1]; len(row.Labels) > 0 && cell.Status == OK {
				shown[termOf(row)] = cell.Estimate.Value
			}
		}
	}
	return shown
}

func sortedTerms(shown map[int]float64) []int {
	var terms []int
	for term := range shown {
		terms = append(terms, term)
	}
	slices.Sort(terms)
	return terms
}

// drawWaits draws cohorts in which contacts come in lumps, small ones among them.
func drawWaits(t *rapid.T) []wait {
	var cases []wait
	lumps := rapid.IntRange(0, 8).Draw(t, "lumps")
	for range lumps {
		from := rapid.SampledFrom([]int{0, 10, 31, 61, 91, 150, 179, 181, 200, 355, 362, 366, 391}).Draw(t, "from")
		for range rapid.SampledFrom([]int{1, 2, 4, 5, 6, 12}).Draw(t, "size") {
			cases = append(cases, wait{from + rapid.IntRange(0, 4).Draw(t, "days"), -1})
		}
	}
	for range rapid.IntRange(30, 60).Draw(t, "without") {
		cases = append(cases, wait{-1, -1})
	}
	return cases
}

// A reader of estimates over cases that all are followed to the end multiplies
// them by the noemer, and has the contacts within each term: no number of them
// between two terms, or after the last, may be small.
func TestContactWithinATermGivesNoSmallNumberAway(t *testing.T) {
	at, _ := day.Of(2023, 1, 1)
	seen := 0
	rapid.Check(t, func(r *rapid.T) {
		cases := drawWaits(r)
		figs := figuresOfWaits(t, cases, at, false, 5)
		shown, contact := shownTerms(figs), figs.single("contact", 2021)
		if contact.Status != OK {
			if len(shown) > 0 {
				r.Fatalf("contact is hidden, and %v shown", shown)
			}
			return
		}
		small := func(n int) bool { return n > 0 && n < 5 }
		last := 0
		for _, term := range sortedTerms(shown) {
			seen++
			n := int(math.Round(shown[term] * float64(len(cases))))
			if small(n-last) || small(len(cases)-n) {
				r.Fatalf("%d contacts until day %d, %d before it", n, term, last)
			}
			last = n
		}
		if len(shown) > 0 && small(contact.Count.N-last) {
			r.Fatalf("%d contacts of %d until the last term", last, contact.Count.N)
		}
	})
	if seen < 20 {
		t.Errorf("only %d terms shown", seen)
	}
}

// Where cases are followed for unequal times too, few contacts lie between no two
// terms, and a point of the curve has the drempel on either side.
func TestTermsOfContactLieFarEnoughApart(t *testing.T) {
	at, _ := day.Of(2022, 3, 1)
	rapid.Check(t, func(r *rapid.T) {
		cases := drawWaits(r)
		figs := figuresOfWaits(t, cases, at, true, 5)
		last := -1
		for _, term := range sortedTerms(shownTerms(figs)) {
			n := 0
			for i, w := range cases {
				happened := i*7%300 + w.contact // days after 1 January 2021
				if w.contact > last && w.contact <= term && happened <= int(at-figs.firstDay()) {
					n++
				}
			}
			if onlyCurve := term != 90 && term != 180 && term != 365; n > 0 && n < 5 || onlyCurve && n < 5 {
				r.Fatalf("%d contacts between day %d and %d", n, last, term)
			}
			last = term
		}
	})
}

func (f *Figures) firstDay() day.Day {
	first, _ := day.Of(f.Year, 1, 1)
	return first
}

// The cells that hide follow from how many contacts there are, by hand: 12 within
// 90 days, then 3, then 20, of 100 cases.
func TestATermAfterFewContactsIsHidden(t *testing.T) {
	var cases []wait
	for i := range 100 {
		w := wait{-1, -1}
		switch {
		case i < 12:
			w.contact = 20
		case i < 15:
			w.contact = 100
		case i < 35:
			w.contact = 200
		}
		cases = append(cases, w)
	}
	at, _ := day.Of(2023, 1, 1)
	for _, test := range []struct {
		threshold int
		want      [3]Status
	}{{5, [3]Status{OK, Suppressed, OK}}, {3, [3]Status{OK, OK, OK}}, {0, [3]Status{OK, OK, OK}}} {
		figs := figuresOfWaits(t, cases, at, false, test.threshold)
		table, _ := figs.Table("contact_binnen")
		var got [3]Status
		for i, row := range table.Rows {
			got[i] = row.Cells[0].Status
			if (row.Cells[0].Status == OK) != row.Cells[0].Estimate.Known {
				t.Errorf("drempel %d: %+v", test.threshold, row.Cells[0])
			}
		}
		if got != test.want {
			t.Errorf("drempel %d: %v, want %v", test.threshold, got, test.want)
		}
	}
}

func TestContactWithinATermNeedsDates(t *testing.T) {
	for undated, available := range map[int]bool{0: true, 2: true, 3: false} { // of 40 contacts: 5%, 7.5%
		cube := NewCube(1)
		first, _ := day.Of(2021, 1, 1)
		for i := range 120 {
			c := Case{Received: first, Assigned: first, Contacted: day.NoDay, Closed: day.NoDay, WillingOn: day.NoDay,
				RejectedOn: day.NoDay}
			if i < 40 {
				c.Contact = Yes
			}
			if i < 40-undated {
				c.Contacted = first + 30
			}
			cube.Add(&c, Presence{Columns: 1<<rules.ColumnCount - 1, Breakdowns: 1})
		}
		at, _ := day.Of(2022, 3, 1)
		figs, err := Compute(&Dataset{Cube: cube}, privacyRules(t, 0, ""), Options{Year: 2021, ReferenceDate: at})
		if err != nil {
			t.Fatal(err)
		}
		table, _ := figs.Table("contact_binnen")
		if got := table.Rows[0].Cells[0]; (got.Status == OK) != available || (got.Reason == "") != available {
			t.Errorf("%d without a date: %+v", undated, got)
		}
	}
}

// Of 30 cases that all ended within 90 days everything is known after 90 days: 10
// of them had contact. Of 29, or a day earlier, the term has no number.
func TestATermNeedsThirtyCasesThatReachIt(t *testing.T) {
	first, _ := day.Of(2021, 1, 1)
	for _, test := range []struct {
		cases, days int
		want        bool
	}{{30, 90, true}, {30, 89, false}, {29, 90, false}} {
		cases := slices.Repeat([]wait{{-1, 50}}, test.cases)
		for i := range 10 {
			cases[i] = wait{20, 60}
		}
		table, _ := figuresOfWaits(t, cases, first+day.Day(test.days), false, 0).Table("contact_binnen")
		cell := table.Rows[0].Cells[0]
		if shown := cell.Status == OK; shown != test.want || shown && math.Abs(cell.Estimate.Value-1.0/3) > 1e-12 {
			t.Errorf("%d cases after %d days: %+v", test.cases, test.days, cell)
		}
	}
}
