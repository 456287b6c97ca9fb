package stats

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// Question names one number of a report.
type Question struct {
	Figure   string
	Year     int // of the cell: one of the years that the report shows; 0 is the report year
	Category map[string]string
	Internal bool // also a number that is hidden for privacy
}

// Trace is how one number of a report comes about, down to the rows. It names
// cases, so it may reach the screen of `herstel cases` alone.
type Trace struct {
	Figure    Figure
	Year      int
	Date      day.Day // on which the cases are counted
	Category  []Label
	Hidden    bool // the report hides the number
	Count     int  // cases that count; for bemiddelaars the different mediators
	Base      int  // cases of the noemer; 0 where there is none
	NoBase    bool // the report hides the noemer: neither it nor its other cases are told
	NoRaw     bool // Raw would tell of fewer people than the report does: it is not told
	Sources   []Source
	Steps     []Step
	Raw       []RawValue
	Cases     []TracedCase  // those that count, then those of the noemer that do not, each in the order of the files
	Quantiles Quantiles     // KindLeadTime, where the report shows them
	Estimate  Estimate      // KindIncidence, as the report shows it
	Waits     WaitQuantiles // KindWaits, as the report shows them
	Formula   Formula
}

// Step is how many cases are left after one more condition.
type Step struct {
	Text   string // Dutch, as in: op 1 maart 2022 uitgezet
	Cases  int
	Hidden bool // the report does not show this number: Cases is 0
}

// RawValue is a value as it stands in the export, with the cases that count by it.
type RawValue struct {
	Column string
	Value  string // empty for an empty cell
	Cases  int
}

// TracedCase is one case behind a number.
type TracedCase struct {
	Origin
	Counts bool   // false: it is in the noemer alone
	Days   int    // KindLeadTime, KindIncidence and KindWaits
	End    string // Dutch, KindIncidence and KindWaits: how the days ended
}

// TraceError says why a number has no rows to show.
type TraceError struct {
	Use  bool // the question is wrong; else the data do not allow an answer
	What string
	Hint string
}

// Error returns the fault in Dutch.
func (e *TraceError) Error() string { return e.What }

// ErrHidden says that a number is hidden for privacy, and was not asked for as Internal.
var ErrHidden = errors.New("dit getal is verborgen voor privacy")

// Tracer follows the numbers of one report back to the rows of the export.
type Tracer struct {
	c    *computation
	figs *Figures
	raw  *rawValues
}

// NewTracer makes the figures of a report to follow. The Dataset must have its
// Origins. Its errors are those of ComputeAudited.
func NewTracer(ctx context.Context, data *Dataset, ruleset *rules.Rules, opt Options) (*Tracer, error) {
	c, err := newComputation(data, ruleset, opt)
	if err != nil {
		return nil, err
	}
	figs, _, err := ComputeAudited(ctx, data, ruleset, opt)
	if err != nil {
		return nil, err
	}
	return &Tracer{c, figs, rawValuesOf(data)}, nil
}

// Cell follows one number. It ends with ErrHidden, a *TraceError or the error of the context.
func (tr *Tracer) Cell(ctx context.Context, q Question) (*Trace, error) {
	c := tr.c
	f, category, i, err := c.cellAsked(q)
	if err != nil {
		return nil, err
	}
	cell := tr.figs.cellOf(f, category, c.years[i])
	switch {
	case cell.Status == NotAvailable:
		return nil, &TraceError{What: "dit cijfer is niet beschikbaar: " + cell.Reason}
	case cell.Status == Suppressed && !q.Internal:
		return nil, ErrHidden
	}
	t := &Trace{Figure: *f, Year: c.years[i], Date: c.dates[i], Category: category, Hidden: cell.Status == Suppressed,
		Quantiles: cell.Quantiles, Estimate: cell.Estimate, Waits: cell.Waits, Sources: c.data.Sources}
	if f.Source == fromSince && category[1].Value == momentLabels[momentNow] {
		t.Date = c.reference
	}
	if err := c.follow(ctx, t, i); err != nil {
		return nil, err
	}
	if t.Formula, err = tr.Formula(q); err != nil {
		return nil, err
	}
	if err := t.agrees(c, &cell, i); err != nil {
		return nil, err
	}
	if !q.Internal {
		tr.keepPublished(t, &cell, i)
	}
	return t, nil
}

// Formula gives the formula that redoes a number on the export; without text
// where one formula cannot do it. It tells nothing of the number itself, but it
// holds the values of the export that count as the category.
func (tr *Tracer) Formula(q Question) (Formula, error) {
	f, category, i, err := tr.c.cellAsked(q)
	if err != nil {
		return Formula{}, err
	}
	m, err := tr.c.formulaMaker(i)
	if err != nil {
		return Formula{}, err
	}
	m.raw = tr.raw
	t := Trace{Category: category}
	return m.formula(f, t.labels()), nil
}

// labels are the values of the category, in the order of the figure.
func (t *Trace) labels() []string {
	labels := make([]string, len(t.Category))
	for i, l := range t.Category {
		labels[i] = l.Value
	}
	return labels
}

// follow asks of every case whether it meets the conditions of the cell.
func (c *computation) follow(ctx context.Context, t *Trace, i int) error {
	probes := c.probes(t, i)
	steps := make([]int, len(probes))
	mediators := map[rules.Code]bool{}
	raw := map[RawValue]int{}
	var rest []TracedCase
	at := -1
	for cs, has := range c.cube.each {
		if at++; at%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		one := c.alone(cs, has)
		for s := range probes {
			if probes[s].holds(one, i) {
				steps[s]++
			}
		}
		p := one.part(&t.Figure, t.labels(), i)
		traced := TracedCase{Counts: p.count > 0, Days: int(p.days), End: p.end}
		if at < len(c.data.Origins) {
			traced.Origin = c.data.Origins[at]
		}
		t.Base += p.base
		switch {
		case p.count > 0:
			t.Count += p.count
			t.Cases = append(t.Cases, traced)
			mediators[cs.Mediator] = true
			c.countRaw(&t.Figure, &traced.Origin, raw)
		case p.base > 0:
			rest = append(rest, traced)
		}
	}
	t.Cases = append(t.Cases, rest...)
	t.Steps = []Step{{Text: "rijen gelezen", Cases: rowsRead(t.Sources)},
		{Text: "rijen meegeteld als zaak", Cases: c.cube.Len()}}
	for s := range probes {
		t.Steps = append(t.Steps, Step{Text: probes[s].text, Cases: steps[s]})
	}
	if t.Figure.Source == fromMediators {
		t.Count = len(mediators)
		t.Steps = append(t.Steps, Step{Text: "verschillende bemiddelaars", Cases: t.Count})
	}
	t.Raw = sortedRaw(raw)
	return nil
}

func rowsRead(sources []Source) int {
	n := 0
	for _, s := range sources {
		n += s.Rows
	}
	return n
}

// agrees holds the rows against the number: a list that does not add up to it
// must not be shown.
func (t *Trace) agrees(c *computation, cell *Cell, i int) error {
	counted := c.part(&t.Figure, t.labels(), i)
	if t.Count != counted.count || t.Base != counted.base || cell.Count.Known && cell.Count.N != t.Count {
		return &TraceError{What: "de rijen tellen niet op tot het cijfer", Hint: "meld dit aan de makers van herstel"}
	}
	return nil
}

// countRaw counts the raw values that put a case into its category.
func (c *computation) countRaw(f *Figure, origin *Origin, raw map[RawValue]int) {
	if f.Breaks > 0 {
		if len(origin.Own) >= f.Breaks {
			raw[RawValue{Column: c.rules.Breakdowns[f.Breaks-1].Column, Value: origin.Own[f.Breaks-1]}]++
		}
		return
	}
	var seen rules.ColumnSet
	for _, d := range f.Breakdown {
		column, ok := columnsOf[d.ID]
		if !ok || seen.Has(column) || !slices.Contains(rules.CategoryColumns, column) {
			continue
		}
		seen = seen.With(column)
		raw[RawValue{Column: column.String(), Value: origin.Values[column]}]++
	}
}

// sortedRaw lists the values by column, the most frequent first.
func sortedRaw(raw map[RawValue]int) []RawValue {
	var list []RawValue
	for value, n := range raw {
		value.Cases = n
		list = append(list, value)
	}
	slices.SortFunc(list, func(a, b RawValue) int {
		return cmp.Or(strings.Compare(a.Column, b.Column), cmp.Compare(b.Cases, a.Cases),
			strings.Compare(a.Value, b.Value))
	})
	return list
}
