package content

import (
	"slices"
	"testing"

	"herstel/stats/statstest"
)

// The table of two years has its rows where the chart and the table of all years have them: it may not take the sizes
// of another year for those of the report year.
func TestNarrowTableHasTheOrderOfTheOthers(t *testing.T) {
	figs := statstest.Demo(t)
	for i := range figs.Tables {
		table := &figs.Tables[i]
		if YearsBelow(&table.Figure) || len(table.Rows) == 0 {
			continue
		}
		labels := func(v Table) (all []string) {
			for _, body := range v.Bodies {
				all = append(all, body.Title)
				for _, row := range body.Rows {
					all = append(all, row.Label)
				}
			}
			return all
		}
		whole, narrow := labels(TableOf(figs, table)), labels(NarrowTable(figs, table))
		if !slices.Equal(whole, narrow) {
			t.Errorf("%s: %q, want %q", table.Figure.ID, narrow, whole)
		}
	}
	delict, _ := figs.Table("delict")
	var groups []string
	for _, body := range NarrowTable(figs, delict).Bodies {
		groups = append(groups, body.Title)
	}
	if want := []string{"Geweld", "Zeden", "Verkeer", "Overig"}; !slices.Equal(groups, want) {
		t.Errorf("the groups of the delicten are %q, want %q", groups, want)
	}
}

// What is said of each year stays with its year.
func TestLastYearsKeepTheirOwnDays(t *testing.T) {
	figs := statstest.Demo(t)
	recent, _ := lastYears(figs, &figs.Tables[0], 2)
	if len(recent.ReferenceDates) != 2 || recent.ReferenceDates[1] != figs.ReferenceDates[2] ||
		!slices.Equal(recent.Provisional, figs.Provisional[1:]) {
		t.Errorf("days %v, provisional %v", recent.ReferenceDates, recent.Provisional)
	}
}
