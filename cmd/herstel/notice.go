package main

import (
	"fmt"
	"slices"
	"time"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

// outcome is what a run made of the files of its job.
type outcome struct {
	figs  *stats.Figures
	audit *stats.Audit
	// notices are what the user must look at before the figures leave the
	// house: Dutch, one line each, without a full stop.
	notices []string
}

// told lists all that is said on stderr: what is odd about the input as a
// whole, as far as it weighs, and the notices.
func (o *outcome) told() []string {
	var list []string
	for _, n := range o.figs.Notices {
		if n.Severity >= stats.Warning {
			list = append(list, n.Line())
		}
	}
	return slices.Concat(list, o.notices, o.withheld(), o.audit.Earlier())
}

// advise says the notices on stderr.
func advise(sys system, notices []string) {
	for _, n := range notices {
		fmt.Fprintf(sys.stderr, "let op: %s\n", nl.OneLine(n))
	}
}

// notices lists what is odd about the data and the figures of a year.
func (j *job) notices(now func() time.Time, data *stats.Dataset, figs *stats.Figures) []string {
	var list []string
	if j.reference == day.NoDay {
		list = append(list, futureReference(now(), figs.ReferenceDate)...)
	}
	return append(list, manyLeftOut(data)...)
}

// futureReference notices a reference date that was derived from the data and
// has not come yet: one date with a typing error is enough for that.
func futureReference(now time.Time, reference day.Day) []string {
	year, month, date := now.Date()
	today, ok := day.Of(year, int(month), date)
	if !ok || reference <= today {
		return nil
	}
	return []string{fmt.Sprintf("de peildatum %s ligt in de toekomst; zet peildatum in herstel.yaml, of verbeter die "+
		"datum in de export",
		nl.Date(reference.Civil()))}
}

// manyLeftOutPercent is from which part of its cases a file is odd, when they
// are left out.
const manyLeftOutPercent = 20

// manyLeftOut notices each file of which a large part does not count. Rows
// that are no case at all are no part of it.
func manyLeftOut(data *stats.Dataset) []string {
	var list []string
	for i, s := range data.Sources {
		cases := s.Counted + s.LeftOut
		if s.LeftOut == 0 || 100*s.LeftOut < manyLeftOutPercent*cases {
			continue
		}
		text := fmt.Sprintf("van de %s in %s %s er %s niet mee",
			nl.Count(cases, "zaak", "zaken"), sourceName(s.Name, s.Sheet), nl.Plural(s.LeftOut, "telt", "tellen"),
			nl.Int(s.LeftOut))
		if 2*unreadableDates(data, i) > s.LeftOut {
			text += "; misschien staan dag en maand verwisseld in de export"
		}
		list = append(list, text)
	}
	return list
}

// unreadableDates counts the rows of a file that are left out because of a
// date that cannot be read.
func unreadableDates(data *stats.Dataset, source int) int {
	n := 0
	for _, f := range data.Findings {
		if f.Source == source && (f.Rule == stats.RuleReceived || f.Rule == stats.RuleAssigned) {
			n += f.Count
		}
	}
	return n
}

// narrow notices the hidden cells that a reader can place too well, in figures
// that the user shows all the same.
func (o *outcome) narrow() []string {
	n := 0
	for _, year := range o.figs.Years {
		n += o.audit.Narrow(year)
	}
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s niet goed te verbergen; herstel check --privacy --year %d toont welke, en waarom",
		nl.Count(n, "cel is", "cellen zijn"), o.figs.Year)}
}
