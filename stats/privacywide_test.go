package stats

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"herstel/stats/day"
	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// BenchmarkAudit measures what check --privacy does: the figures, the hiding
// and the range of every hidden cell.
func BenchmarkAudit(b *testing.B) {
	for _, size := range []struct{ cases, breakdowns, values, skew int }{
		{1000, 5, 30, 1}, {1000, 5, 30, 2}, {1000, 5, 30, 3}, {300, 5, 30, 2}, {60, 10, 30, 2}, {60, 10, 30, 3}} {
		b.Run(fmt.Sprintf("%dcases/%dx%d/skew%d", size.cases, size.breakdowns, size.values, size.skew),
			func(b *testing.B) {
				data, ruleset := skewedExport(b, size.cases, size.breakdowns, size.values, size.skew)
				hidden := 0
				for b.Loop() {
					_, audit, err := ComputeAudited(b.Context(), data, ruleset,
						Options{Year: 2021, ReferenceDate: day.NoDay})
					if err != nil {
						b.Fatal(err)
					}
					list, err := audit.Hidden(2021)
					if err != nil {
						b.Fatal(err)
					}
					hidden = len(list)
				}
				b.ReportMetric(float64(hidden), "hidden")
			})
	}
}

// TestTooMuchWorkNamesTheBreakdowns holds that the user reads which
// uitsplitsingen to leave out, the widest first, and no facts.
func TestTooMuchWorkNamesTheBreakdowns(t *testing.T) {
	data, ruleset := skewedExport(t, 60, 2, 5, 1)
	c, err := newComputation(data, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	l, err := linkYear(c.figures(), ruleset, 0, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	set := l.cohort()
	contact, group := set.attr(factContact), set.attr(rules.DimOffenceGroup.ID)
	own := []disclosure.Attr{set.attr(breakdownAttribute(2)), set.attr(breakdownAttribute(1))}
	for _, test := range []struct {
		attrs []disclosure.Attr
		want  []string
	}{
		{[]disclosure.Attr{contact, own[0], group, own[1]}, []string{"kolom1", "kolom0"}},
		{[]disclosure.Attr{contact, group}, []string{"aanleiding"}},
	} {
		var work *WorkError
		err := l.workError(set, &disclosure.TooMuchWorkError{Attrs: test.attrs})
		if !errors.As(err, &work) || !slices.Equal(work.Columns, test.want) || work.Year != 2021 {
			t.Errorf("%v gives %+v, want %v", test.attrs, err, test.want)
		}
	}
}

// TestHidingStopsWithItsContext holds that a run that is broken off ends.
func TestHidingStopsWithItsContext(t *testing.T) {
	data, ruleset := skewedExport(t, 100, 2, 10, 1)
	ctx, cancel := context.WithCancel(t.Context())
	_, audit, err := ComputeAudited(ctx, data, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := audit.Hidden(2021); !errors.Is(err, context.Canceled) {
		t.Errorf("reading the audit gives %v", err)
	}
	if _, _, err := ComputeAudited(ctx, data, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay}); !errors.Is(err,
		context.Canceled) {
		t.Errorf("computing gives %v", err)
	}
}
