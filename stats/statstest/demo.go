// Package statstest makes the figures of the demo export for tests, with the
// simplest loop that can read it: what is tested does not depend on the
// readers of package casefile.
package statstest

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/testdata/demo"
)

// Demo returns the figures of the demo export for 2021.
func Demo(t testing.TB) *stats.Figures {
	t.Helper()
	data, rules := ReadDemo(t, demo.Config())
	figs, err := stats.Compute(data, rules, stats.Options{Year: 2021, ReferenceDate: rules.ReferenceDate, Version: "test", Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// ReadDemo reads the demo export under a herstel.yaml.
func ReadDemo(t testing.TB, config []byte) (*stats.Dataset, *stats.Rules) {
	t.Helper()
	rules, err := stats.ParseRules(bytes.NewReader(config))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(demo.Export()))
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cube := stats.NewCube(len(rules.Breakdowns))
	has := stats.Presence{Columns: 1<<stats.ColumnCount - 1, Breakdowns: 1<<len(rules.Breakdowns) - 1}
	for _, record := range records[1:] {
		cs := stats.Case{Received: day.NoDay, Assigned: day.NoDay, Contacted: day.NoDay, Closed: day.NoDay}
		for i, cell := range record {
			fill(t, &cs, cube, rules, records[0][i], cell)
		}
		cs.Settle(rules.ReferenceDate, has)
		cube.Add(&cs, has)
	}
	n := cube.Len()
	sum := sha256.Sum256(demo.Export())
	source := stats.Source{Name: demo.FileName, SHA256: hex.EncodeToString(sum[:]), Rows: n, Counted: n}
	return &stats.Dataset{Cube: cube, Sources: []stats.Source{source}}, rules
}

func fill(t testing.TB, cs *stats.Case, cube *stats.Cube, rules *stats.Rules, header, cell string) {
	if i, ok := rules.BreakdownColumn(header); ok {
		cs.Breakdown[i] = cube.Breakdown(i, cell)
		return
	}
	column, ok := rules.Column(header)
	if !ok {
		t.Fatalf("unknown column %q", header)
	}
	if v := rules.Vocabulary(column); v != nil {
		code, known := v.Lookup(stats.Fold(cell))
		if !known {
			t.Errorf("%s: %q is not in the rules", header, cell)
		}
		*map[stats.Column]*stats.Code{stats.ColReason: &cs.Reason, stats.ColReferrer: &cs.Referrer, stats.ColInitiator: &cs.Initiator, stats.ColOffence: &cs.Offence, stats.ColForm: &cs.Form}[column] = code
		return
	}
	switch column {
	case stats.ColReceived, stats.ColAssigned, stats.ColContacted, stats.ColClosed:
		*map[stats.Column]*day.Day{stats.ColReceived: &cs.Received, stats.ColAssigned: &cs.Assigned, stats.ColContacted: &cs.Contacted, stats.ColClosed: &cs.Closed}[column] = demoDay(t, cell)
	case stats.ColWilling:
		cs.Willing = map[string]stats.Answer{"ja": stats.Yes, "nee": stats.No}[cell]
	case stats.ColContact:
		cs.Contact = map[string]stats.Answer{"ja": stats.Yes, "nee": stats.No}[cell]
	case stats.ColMediator:
		cs.Mediator = cube.Mediator(stats.Fold(cell))
	}
}

func demoDay(t testing.TB, cell string) day.Day {
	if cell == "" {
		return day.NoDay
	}
	parts := strings.Split(cell, "-")
	date, ok := day.Parse(parts[2] + "-" + parts[1] + "-" + parts[0])
	if !ok {
		t.Fatalf("demo date %q", cell)
	}
	return date
}
