package demo

import (
	"fmt"
	"slices"
	"testing"
)

// TestLeadTimes checks that the lead times are plausible: many cases in each year, a median in the expected range, and
// a tail to the right.
func TestLeadTimes(t *testing.T) {
	rows := readRows(t)
	for _, traject := range []struct {
		from, to, year string
		low, high      int // bounds of the median, in days
	}{
		{"aanmelddatum", "uitzetdatum", "uitzetjaar", 7, 14},
		{"uitzetdatum", "contactdatum", "contactjaar", 55, 90},
		{"uitzetdatum", "afsluitdatum", "afsluitjaar", 60, 110},
	} {
		for _, jaar := range []string{"2019", "2020", "2021"} {
			var spans []int
			for _, r := range rows {
				if r.uitgezet() && r[traject.year] == jaar {
					spans = append(spans, days(r.date(t, traject.from), r.date(t, traject.to)))
				}
			}
			slices.Sort(spans)
			n := len(spans)
			if n < 100 {
				t.Fatalf("%s %s: %d cases", traject.to, jaar, n)
			}
			p25, median, p75, p90 := spans[n/4], spans[n/2], spans[n*3/4], spans[n*9/10]
			t.Logf("%s %s: n %d, p25 %d, median %d, p75 %d, p90 %d", traject.to, jaar, n, p25, median, p75, p90)
			if median < traject.low || median > traject.high || p75-median <= median-p25 {
				t.Errorf("%s %s: p25 %d, median %d, p75 %d", traject.to, jaar, p25, median, p75)
			}
		}
	}
}

// TestStock checks that the years chain, from nothing to a stock of open cases.
func TestStock(t *testing.T) {
	rows, open := readRows(t), 0
	for jaar := 2019; jaar <= 2021; jaar++ {
		in, out := 0, 0
		for _, r := range rows {
			if r.uitgezet() && r["uitzetjaar"] == fmt.Sprint(jaar) {
				in++
			}
			if r.uitgezet() && r["afsluitjaar"] == fmt.Sprint(jaar) {
				out++
			}
		}
		t.Logf("%d: begin %d, in %d, out %d, end %d", jaar, open, in, out, open+in-out)
		open += in - out
		if open < 50 || open > in/2 {
			t.Errorf("%d ends with %d open cases", jaar, open)
		}
	}
}
