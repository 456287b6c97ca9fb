package main

import (
	"bytes"
	"slices"
	"testing"
	"time"
)

// TestAwait ends with the run, and without it when that is broken off and does
// not end by itself.
func TestAwait(t *testing.T) {
	ended, closed, past := make(chan int, 1), make(chan struct{}), make(chan time.Time, 1)
	close(closed)
	past <- time.Time{}
	var errs bytes.Buffer
	never := func() <-chan time.Time { return nil }
	ended <- exitRefused
	if code := await(ended, nil, &errs, never); code != exitRefused || errs.Len() > 0 {
		t.Errorf("exit code %d, said %q", code, errs.String())
	}
	last := func() <-chan time.Time {
		ended <- exitFailed
		return nil
	}
	if code := await(ended, closed, &errs, last); code != exitFailed || errs.Len() > 0 {
		t.Errorf("a run that ends late: exit code %d, said %q", code, errs.String())
	}
	if code := await(nil, closed, &errs, func() <-chan time.Time { return past }); code != exitFailed ||
		errs.String() != "herstel: afgebroken\n" {
		t.Errorf("a run that does not end: exit code %d, said %q", code, errs.String())
	}
}

func TestDropped(t *testing.T) {
	isFile := func(path string) bool { return path == `C:\a b.csv` || path == "c.xlsx" }
	for _, c := range []struct{ args, want []string }{
		{[]string{`C:\a b.csv`}, []string{"check", "--input", `C:\a b.csv`}},
		{[]string{"c.xlsx", `C:\a b.csv`}, []string{"check", "--input", "c.xlsx", "--input", `C:\a b.csv`}},
		{[]string{"report", "--demo"}, []string{"report", "--demo"}},
		{[]string{"check", "c.xlsx"}, []string{"check", "c.xlsx"}},
	} {
		if got := dropped(c.args, isFile); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.args, got, c.want)
		}
	}
}
