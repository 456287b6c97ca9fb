package stats_test

import (
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// What is no difference is not taken apart either.
func TestOnlyAComparableChangeIsTakenApart(t *testing.T) {
	for _, test := range []struct {
		extra  string
		edit   func(*exportRows)
		reason string
	}{
		{"", func(*exportRows) {}, ""},
		{"trendbreuken: [{jaar: 2021, figuur: delict, reden: nieuw}]", func(*exportRows) {}, ""},
		{"trendbreuken: [{jaar: 2021, figuur: aanleiding, reden: nieuw}]", func(*exportRows) {}, "trendbreuk"},
		{"trendbreuken: [{jaar: 2021, reden: nieuw}]", func(*exportRows) {}, "trendbreuk"},
		{"vergelijken: nu", func(*exportRows) {}, "niet even oud"},
		{"", func(r *exportRows) { r.blank("contactdatum", "2021", 0.5) }, "niet te vergelijken"},
	} {
		rows := newExportRows(t, "barred")
		test.edit(rows)
		data, ruleset := statstest.ReadRecords(t, rows.records, []byte(string(demo.Config())+"\n"+test.extra+"\n"))
		on, _ := day.Parse("2022-03-01")
		figs, err := stats.Compute(data, ruleset, stats.Options{Year: 2021, ReferenceDate: on})
		if err != nil {
			t.Fatal(err)
		}
		table, _ := figs.Table("contact_ontleding")
		for _, row := range table.Rows {
			cell := row.Cells[2]
			if (cell.Status == stats.OK) != (test.reason == "") || !strings.Contains(cell.Reason, test.reason) ||
				cell.Status != stats.OK && cell.Points.Known {
				t.Errorf("%q %v: %+v", test.extra, row.Labels, cell)
			}
		}
	}
}
