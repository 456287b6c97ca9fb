package demo

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"
)

const drempel = 5

// TestSmallCells finds every cell, and every other side of a yes/no share, of 1 to drempel-1 in the figures that can be
// hidden. They must be exactly those the demo means to have.
func TestSmallCells(t *testing.T) {
	want := map[string]int{
		"delict 2019 Geweld/Stalking teller":                      3,
		"delict 2019 Zeden/Grensoverschrijdend gedrag teller":     2,
		"delict 2020 Zeden/Grensoverschrijdend gedrag teller":     3,
		"uitsplitsing:sport 2021 Atletiek teller":                 2,
		"contact_per_uitsplitsing:sport 2021 Atletiek noemer":     2,
		"contact_per_uitsplitsing:sport 2021 Atletiek teller":     1,
		"contact_per_uitsplitsing:sport 2021 Atletiek other side": 1,
	}
	rows, got := readReports(t), map[string]int{}
	for figuur, d := range definitions {
		if figuur == "instroom" {
			continue
		}
		for jaar := 2019; jaar <= 2021; jaar++ {
			for _, categorie := range categories(rows[2021], d) {
				teller, noemer := count(rows, figuur, jaar, categorie)
				name := fmt.Sprintf("%s %d %s", figuur, jaar, label(categorie, d))
				note(got, name+" teller", teller)
				note(got, name+" noemer", noemer)
				if d.yes != nil {
					note(got, name+" other side", noemer-teller)
				}
			}
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("small cells:\n%v\nwant\n%v", got, want)
	}
}

// TestRoomToHide checks that every hidden cell of the demo has a neighbour to hide along that leaves a gap of the
// drempel: together they hold at least drempel + 2, as each of the two is known to be at least 1.
func TestRoomToHide(t *testing.T) {
	rows := readReports(t)
	for _, pair := range []struct {
		figuur       string
		jaar         int
		small, along row
	}{
		{"delict", 2019, row{"aanleiding": "Geweld", "delict": "Stalking"},
			row{"aanleiding": "Geweld", "delict": "Overig geweld"}},
		{"delict", 2019, row{"aanleiding": "Zeden", "delict": "Grensoverschrijdend gedrag"},
			row{"aanleiding": "Zeden", "delict": "Kinderpornografie"}},
		{"uitsplitsing:sport", 2021, row{"sport": "Atletiek"}, row{"sport": "Zwemmen"}},
		{"contact_per_uitsplitsing:sport", 2021, row{"sport": "Atletiek"}, row{"sport": "Zwemmen"}},
	} {
		small, smallBase := count(rows, pair.figuur, pair.jaar, pair.small)
		along, alongBase := count(rows, pair.figuur, pair.jaar, pair.along)
		if small+along < drempel+2 {
			t.Errorf("%s %d: %d and %d leave no room", pair.figuur, pair.jaar, small, along)
		}
		if rest := smallBase - small + alongBase - along; rest < drempel+2 {
			t.Errorf("%s %d: the other sides leave no room (%d)", pair.figuur, pair.jaar, rest)
		}
	}
}

// TestSince checks sindsdien: the later steps of an earlier year are there, and none of the numbers is small.
func TestSince(t *testing.T) {
	now, got := readRows(t), map[string]int{}
	then := readReports(t)
	for jaar := 2019; jaar <= 2020; jaar++ {
		for step, done := range map[string]func(row) bool{
			"uitgezet": row.uitgezet, "contact": row.met, "afgesloten": func(r row) bool {
				return r.uitgezet() &&
					r["afsluitdatum"] != ""
			},
		} {
			first, last := cohort(then[jaar], jaar, done), cohort(now, jaar, done)
			t.Logf("%d %s: %d, now %d", jaar, step, first, last)
			note(got, fmt.Sprintf("%d %s", jaar, step), last-first)
			if step != "uitgezet" && last <= first {
				t.Errorf("%d %s: %d then, %d now", jaar, step, first, last)
			}
		}
	}
	if len(got) > 0 {
		t.Errorf("small cells: %v", got)
	}
}

// cohort counts the cases of a year for which something holds.
func cohort(rows []row, jaar int, holds func(row) bool) int {
	n := 0
	for _, r := range rows {
		if r["jaar"] == fmt.Sprint(jaar) && holds(r) {
			n++
		}
	}
	return n
}

// note keeps a number that has to be hidden.
func note(small map[string]int, name string, n int) {
	if 0 < n && n < drempel {
		small[name] = n
	}
}

// categories gives every combination of a figure's dimensions that occurs among the cases of its base in any year.
func categories(rows []row, d definition) []row {
	seen := map[string]row{}
	for _, r := range rows {
		if d.base(r) {
			seen[label(r, d)] = r
		}
	}
	var found []row
	for r := range maps.Values(seen) {
		found = append(found, r)
	}
	return found
}

func label(r row, d definition) string {
	var parts []string
	for _, dimensions := range [][]string{d.within, d.by} {
		for _, name := range dimensions {
			parts = append(parts, r[name])
		}
	}
	return strings.Join(parts, "/")
}

// days is the time between two dates.
func days(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }
