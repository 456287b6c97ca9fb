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
	rows, got := readRows(t), map[string]int{}
	for figuur, d := range definitions {
		if figuur == "instroom" {
			continue
		}
		for jaar := 2019; jaar <= 2021; jaar++ {
			for _, categorie := range categories(rows, d) {
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

// TestRoomToHide checks that every hidden cell of the demo has a neighbour to hide along that leaves a gap of the drempel:
// together they hold at least drempel + 2, as each of the two is known to be at least 1.
func TestRoomToHide(t *testing.T) {
	rows := readRows(t)
	for _, pair := range []struct {
		figuur       string
		jaar         int
		small, along row
	}{
		{"delict", 2019, row{"aanleiding": "Geweld", "delict": "Stalking"}, row{"aanleiding": "Geweld", "delict": "Overig geweld"}},
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

// TestEqualAge checks contact_gelijke_rijping for every reporting year: base, count and both other sides, and what is left
// when it is held against the figure contact of the same cohort.
func TestEqualAge(t *testing.T) {
	rows, got := readRows(t), map[string]int{}
	for report := 2019; report <= 2021; report++ {
		for jaar := 2019; jaar <= report; jaar++ {
			cut := peildatum.AddDate(jaar-report, 0, 0)
			base, met := 0, 0
			for _, r := range rows {
				if r.uitgezet() && r["jaar"] == fmt.Sprint(jaar) && !r.date(t, "uitzetdatum").After(cut) {
					base++
					if r.contact() && !r.date(t, "contactdatum").After(cut) {
						met++
					}
				}
			}
			contact, assigned := count(rows, "contact", jaar, nil)
			for what, n := range map[string]int{
				"base": base, "met": met, "not met": base - met, "later": contact - met, "assigned later": assigned - base,
			} {
				note(got, fmt.Sprintf("%d in %d: %s", jaar, report, what), n)
			}
			if base == 0 || met == 0 {
				t.Errorf("%d in %d: %d of %d", jaar, report, met, base)
			}
			t.Logf("%d in %d: %d of %d", jaar, report, met, base)
		}
	}
	if len(got) > 0 {
		t.Errorf("small cells: %v", got)
	}
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
