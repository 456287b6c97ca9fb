package stats

import (
	"context"
	"testing"
)

// TestRangesOfIntegerProgrammes holds ranges whose linear program ends at a table
// that is not in whole numbers against the ends that an integer programme gives:
// the equations of the audit written out, and solved with glpsol (GLPK 5.0).
func TestRangesOfIntegerProgrammes(t *testing.T) {
	for _, test := range []struct {
		seed            uint64
		cases           int
		offence, form   string
		lowest, highest int
	}{
		{9, 150, "Overig", "Groepsherstelbijeenkomst", 1, 8},
		{9, 150, "Overig", "Briefwisseling", 1, 8},
		{34, 400, "Verkeer", "Briefwisseling", 1, 6},
	} {
		before, then := correctedExport(t, test.seed, test.cases, 2, 6, 2, "Overig", nil)
		data, now := seededExport(t, test.seed, test.cases, 2, 6, 2)
		opt := Options{Year: 2021, ReferenceDate: endOf2021 - 30}
		first, err := Compute(before, then, opt)
		if err != nil {
			t.Fatal(err)
		}
		opt.ReferenceDate, opt.Earlier = endOf2021+60, []*Earlier{publish(t, first)}
		_, audit, err := ComputeAudited(context.Background(), data, now, opt)
		if err != nil {
			t.Fatal(err)
		}
		hidden, err := audit.Hidden(2021)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, h := range hidden {
			if h.Figure != "contactvorm_per_aanleiding" || h.Category[0].Value != test.offence ||
				h.Category[1].Value != test.form {
				continue
			}
			found = true
			if h.Low != test.lowest || h.High != Num(test.highest) || h.AtLeast || h.Cause != "" {
				t.Errorf("seed %d, %s %s: %d..%d (at least: %v, %q), want %d..%d", test.seed, test.offence, test.form,
					h.Low, h.High.N, h.AtLeast, h.Cause, test.lowest, test.highest)
			}
		}
		if !found {
			t.Errorf("seed %d: %s %s is not hidden", test.seed, test.offence, test.form)
		}
	}
}
