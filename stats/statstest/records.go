package statstest

import (
	"bytes"
	"encoding/csv"
	"testing"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
	"herstel/testdata/demo"
)

// Records returns the demo export as it stands in the file, the header first.
func Records(t testing.TB) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(demo.Export()))
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// dated are the columns of an export that dates its steps: all but those that
// only say whether a step was set.
const dated = rules.ColumnSet(1<<rules.ColumnCount-1) &^ (1<<rules.ColIsAssigned | 1<<rules.ColIsRejected)

// ReadRecords reads rows in the form of the demo export under a herstel.yaml.
func ReadRecords(t testing.TB, records [][]string, config []byte) (*stats.Dataset, *rules.Rules) {
	t.Helper()
	ruleset, err := rules.Parse(bytes.NewReader(config))
	if err != nil {
		t.Fatal(err)
	}
	cube := stats.NewCube(len(ruleset.Breakdowns))
	has := stats.Presence{Columns: dated, Breakdowns: 1<<len(ruleset.Breakdowns) - 1}
	for _, record := range records[1:] {
		cs := CaseOf(t, cube, ruleset, records[0], record)
		cube.Add(&cs, has)
	}
	n := cube.Len()
	source := stats.Source{Name: "scenario.csv", Rows: n, Counted: n}
	return &stats.Dataset{Cube: cube, Sources: []stats.Source{source}}, ruleset
}

// CaseOf reads one row; columns that the rules do not know are passed over.
func CaseOf(t testing.TB, cube *stats.Cube, ruleset *rules.Rules, header, record []string) stats.Case {
	t.Helper()
	cs := stats.Case{Received: day.NoDay, Assigned: day.NoDay, Contacted: day.NoDay, Closed: day.NoDay,
		WillingOn: day.NoDay, RejectedOn: day.NoDay}
	for i, cell := range record {
		if _, known := ruleset.Column(header[i]); !known {
			if _, breakdown := ruleset.BreakdownColumn(header[i]); !breakdown {
				continue
			}
		}
		fill(t, &cs, cube, ruleset, header[i], cell)
	}
	cs.DatesImply()
	return cs
}
