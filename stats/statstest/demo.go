// Package statstest makes the figures of the demo export for tests, with the
// simplest loop that can read it: what is tested does not depend on the
// readers of package casefile.
package statstest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
	"herstel/testdata/demo"
)

// Demo returns the figures of the demo export for 2021.
func Demo(t testing.TB) *stats.Figures {
	t.Helper()
	data, ruleset := ReadDemo(t, demo.Config())
	figs, err := stats.Compute(data, ruleset,
		stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate, Version: "test", Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// ReadDemo reads the demo export under a herstel.yaml.
func ReadDemo(t testing.TB, config []byte) (*stats.Dataset, *rules.Rules) {
	t.Helper()
	data, ruleset := ReadRecords(t, Records(t), config)
	sum := sha256.Sum256(demo.Export())
	data.Sources[0].Name, data.Sources[0].SHA256 = demo.FileName, hex.EncodeToString(sum[:])
	return data, ruleset
}

func fill(t testing.TB, cs *stats.Case, cube *stats.Cube, ruleset *rules.Rules, header, cell string) {
	if i, ok := ruleset.BreakdownColumn(header); ok {
		cs.Breakdown[i] = cube.Breakdown(i, cell)
		return
	}
	column, ok := ruleset.Column(header)
	if !ok {
		t.Fatalf("unknown column %q", header)
	}
	if v := ruleset.Vocabulary(column); v != nil {
		code, known := v.Lookup(rules.Fold(cell))
		if !known {
			t.Errorf("%s: %q is not in the rules", header, cell)
		}
		*map[rules.Column]*rules.Code{rules.ColReason: &cs.Reason, rules.ColReferrer: &cs.Referrer,
			rules.ColInitiator: &cs.Initiator, rules.ColOffence: &cs.Offence, rules.ColForm: &cs.Form}[column] = code
		return
	}
	switch column {
	case rules.ColReceived, rules.ColAssigned, rules.ColContacted, rules.ColClosed, rules.ColWillingOn,
		rules.ColRejectedOn:
		*map[rules.Column]*day.Day{rules.ColReceived: &cs.Received, rules.ColAssigned: &cs.Assigned,
			rules.ColContacted: &cs.Contacted, rules.ColClosed: &cs.Closed,
			rules.ColWillingOn: &cs.WillingOn, rules.ColRejectedOn: &cs.RejectedOn}[column] = demoDay(t, cell)
	case rules.ColWilling:
		cs.Willing = map[string]stats.Answer{"ja": stats.Yes, "nee": stats.No}[cell]
	case rules.ColContact:
		cs.Contact = map[string]stats.Answer{"ja": stats.Yes, "nee": stats.No}[cell]
	case rules.ColMediator:
		cs.Mediator = cube.Mediator(rules.Fold(cell))
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
