package stats

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"herstel/stats/day"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// Options are the choices of one run.
type Options struct {
	Year          int
	ReferenceDate day.Day // as ReferenceDate returned it
	Version       string
	Demo          bool
	Earlier       []*Earlier // what was published before, the oldest first
}

// NoCasesError says that the export holds no case of the year asked for.
type NoCasesError struct {
	Year  int
	Years []int // the years that the export does hold, ascending
}

// Error returns the fault in Dutch, with the years that can be asked for.
func (e *NoCasesError) Error() string {
	if len(e.Years) == 0 {
		return fmt.Sprintf("de export heeft geen zaken van %d; er is geen enkele rij die meetelt", e.Year)
	}
	return fmt.Sprintf("de export heeft geen zaken van %d; wel van %s", e.Year, yearList(e.Years))
}

func yearList(years []int) string {
	first, last := years[0], years[len(years)-1]
	if first == last {
		return fmt.Sprint(first)
	}
	return fmt.Sprintf("%d tot en met %d", first, last)
}

// Compute makes the figures of one report year, with privacy applied.
func Compute(data *Dataset, ruleset *rules.Rules, opt Options) (*Figures, error) {
	figs, _, err := ComputeAudited(context.Background(), data, ruleset, opt)
	return figs, err
}

// ComputeAudited is Compute with the account of what was hidden and why. It ends
// with the error of the context when that ends, and so does the Audit.
func ComputeAudited(ctx context.Context, data *Dataset, ruleset *rules.Rules, opt Options) (*Figures, *Audit, error) {
	c, err := newComputation(data, ruleset, opt)
	if err != nil {
		return nil, nil, err
	}
	if err := checkPresentation(ruleset); err != nil {
		return nil, nil, err
	}
	figs, audit, err := c.protected(ctx)
	if err != nil {
		return nil, nil, err
	}
	addRanks(figs)
	c.markProvisional(figs)
	c.addChanges(figs)
	c.barDecomposition(figs)
	markClear(figs)
	if err := c.addFormulas(figs); err != nil {
		return nil, nil, err
	}
	if err := c.comparePublished(ctx, figs); err != nil {
		return nil, nil, err
	}
	return figs, audit, nil
}

// protected gives the figures with privacy applied.
func (c *computation) protected(ctx context.Context) (*Figures, *Audit, error) {
	figs := c.figures()
	if err := c.addMentions(figs); err != nil {
		return nil, nil, err
	}
	for _, e := range c.opt.Earlier {
		figs.Earlier = append(figs.Earlier, EarlierFile{e.Name, e.SHA256})
	}
	known, err := c.memory(figs)
	if err != nil {
		return nil, nil, err
	}
	audit, err := protect(ctx, figs, c.rules, known)
	if err != nil {
		return nil, nil, err
	}
	protectSince(figs, known)
	c.protectContactWithin(figs)
	endCurve(figs)
	addReferralReasons(figs)
	addDecomposition(figs)
	return figs, audit, nil
}

// computation is what the tables of one run are made from.
type computation struct {
	data      *Dataset
	cube      *Cube
	rules     *rules.Rules
	opt       Options
	years     []int
	reference day.Day
	dates     []day.Day // of each year shown, the day on which it is counted
	at        []*counts // of each year shown, the cases as they stood on that day
	domains   map[string]jointDomain
	joint     []yearCombination // the combinations of the years shown
	history   *history
	yields    bool // see memory
}

func newComputation(data *Dataset, ruleset *rules.Rules, opt Options) (*computation, error) {
	c := &computation{data: data, cube: data.Cube, rules: ruleset, opt: opt}
	cohorts := c.cube.cohorts()
	if !slices.Contains(cohorts, opt.Year) {
		return nil, &NoCasesError{Year: opt.Year, Years: cohorts}
	}
	for year := opt.Year - ruleset.Years + 1; year <= opt.Year; year++ {
		if slices.Contains(cohorts, year) {
			c.years = append(c.years, year)
		}
	}
	c.reference = opt.ReferenceDate
	if opt.ReferenceDate == day.NoDay {
		if c.reference = data.LastDay; c.reference <= 0 {
			c.reference = c.cube.latest.last()
		}
	}
	c.domains = jointDomains(ruleset)
	for _, year := range c.years {
		date := c.reference
		if !ruleset.CompareNow {
			date = c.reference.YearsEarlier(opt.Year - year)
		}
		c.dates = append(c.dates, date)
	}
	c.history = newHistory(c)
	c.count(c.cube.each)
	return c, nil
}

// count counts the cases as they stood on the day of each year shown.
func (c *computation) count(cases caseSeq) {
	for i, year := range c.years {
		counts := asOf(cases, len(c.cube.breakdownNames), c.dates[i])
		c.at = append(c.at, counts)
		for key, n := range counts.joint.all {
			if key.cohort() == year {
				c.joint = append(c.joint, yearCombination{key, i, n})
			}
		}
	}
}

// now returns the counts on the reference date of the report itself.
func (c *computation) now() *counts { return c.at[len(c.at)-1] }

// of returns the counts of the i-th year shown, as it stood on its own day.
func (c *computation) of(i int) *yearCounts { return c.at[i].of(c.years[i]) }

// yearCombination is a combination of facts with its place in the years shown
// and its number of cases.
type yearCombination struct {
	key  jointKey
	year int
	n    int
}

// figures builds every table with all its numbers.
func (c *computation) figures() *Figures {
	figs := &Figures{
		Year: c.opt.Year, Years: c.years, Demo: c.opt.Demo, ReferenceDate: c.reference, ReferenceDates: c.dates,
		Version: c.opt.Version, RulesSHA256: c.rules.SHA256,
		Sources: slices.Clone(c.data.Sources), Notices: slices.Clone(c.data.Notices),
		Findings:  countFindings(c.data, c.rules.Privacy.Threshold),
		Threshold: c.rules.Privacy.Threshold, HouseStyle: c.rules.HouseStyle, Presentation: c.rules.Presentation,
	}
	if !c.now().lacks(c.opt.Year, rules.ColClosed) {
		figs.OpenCases = Num(c.now().of(c.opt.Year).open)
	}
	figs.CompareNow, figs.Categories, figs.Merges = c.rules.CompareNow, categoriesOf(c.rules), c.merged()
	for i, year := range c.years {
		figs.Provisional = append(figs.Provisional, !c.now().lacks(year, rules.ColClosed) && c.of(i).manyOpen())
		for _, b := range c.rules.SeriesBreaks {
			if b.Year == year && i > 0 && c.years[i-1] == year-1 {
				figs.SeriesBreaks = append(figs.SeriesBreaks, b)
			}
		}
	}
	for _, figure := range Catalog(c.rules) {
		if figure.Source == fromKeyFigures && len(c.rules.KeyFigures) == 0 {
			continue
		}
		if figure.EarlierYears() && (len(c.years) == 1 || c.rules.CompareNow) {
			continue
		}
		figs.Tables = append(figs.Tables, c.table(figure))
	}
	return figs
}

// Catalog returns every figure that the rules ask for, in the order of the
// chapter: the catalog, with the user's uitsplitsingen before the kerncijfers.
func Catalog(ruleset *rules.Rules) []Figure {
	var figures []Figure
	for _, figure := range catalog {
		if figure.Source == fromKeyFigures {
			for i, b := range ruleset.Breakdowns {
				figures = append(figures, breakdownFigures(i, b)...)
			}
		}
		figures = append(figures, figure)
	}
	return figures
}

func breakdownFigures(i int, b rules.Breakdown) []Figure {
	dimension := []rules.Dimension{{ID: b.Name, Title: b.Column}}
	return []Figure{
		{Number: 19, ID: "uitsplitsing:" + b.Name, Title: b.Title, Kind: KindParts, Source: fromBreakdown,
			Breaks:    i + 1,
			Breakdown: dimension, Base: assigned, BaseText: baseAssigned,
			Definition: fmt.Sprintf("De uitgezette zaken naar de kolom %q van de export.", b.Column)},
		{Number: 19, ID: "contact_per_uitsplitsing:" + b.Name, Title: "Contact: " + nl.LowerFirst(b.Title),
			Kind: KindYesNo, Source: fromBreakdown, Breaks: i + 1,
			Breakdown: dimension, Within: 1, Base: assigned, Count: Condition{Contact: true},
			BaseText: fmt.Sprintf("uitgezette zaken van het jaar met die waarde in de kolom %q", b.Column),
			Definition: fmt.Sprintf("In hoeveel uitgezette zaken er contact was, voor elke waarde in de kolom %q.",
				b.Column)},
	}
}

// table builds one table. Where the export lacks what a figure needs, its
// cells say so.
func (c *computation) table(f Figure) Table {
	t := Table{Figure: f, Rows: tableBuilders[f.Source](c, &f)}
	missing := make([]string, len(c.years))
	all := true
	for i, year := range c.years {
		missing[i] = c.missing(&f, year)
		all = all && missing[i] != ""
	}
	if all && f.Kind != KindLeadTime {
		t.Rows = []Row{{Cells: make([]Cell, len(c.years))}}
	}
	for _, row := range t.Rows {
		for i, reason := range missing {
			if reason != "" {
				row.Cells[i] = Cell{Status: NotAvailable, Reason: reason}
			}
		}
	}
	c.beginReasons(&t)
	return t
}

// missing says in Dutch why a figure is not available for a year; it is empty
// when the figure is.
func (c *computation) missing(f *Figure, year int) string {
	in := year
	if f.Span == ByEvent {
		in = 0
	}
	for _, column := range f.Needs {
		if c.now().lacks(in, column) {
			return missingColumn(column.String())
		}
	}
	if f.Breaks > 0 && c.now().lacksBreakdown(in, f.Breaks-1) {
		return missingColumn(c.rules.Breakdowns[f.Breaks-1].Column)
	}
	return c.data.emptyReason(f, year)
}

func missingColumn(name string) string {
	return fmt.Sprintf("de kolom %q ontbreekt in de export", name)
}

// countFindings adds the findings of all files up by rule and column. A count
// below the threshold is absent: it is about as few people as a hidden cell.
func countFindings(data *Dataset, threshold int) []FindingCount {
	type key struct {
		rule   RuleID
		column string
	}
	totals, sources := map[key]int{}, map[key][]int{}
	for _, f := range data.Findings {
		k := key{f.Rule, f.Column}
		totals[k] += f.Count
		sources[k] = append(sources[k], f.Source)
	}
	var counts []FindingCount
	for k, n := range totals {
		count := Num(n)
		if 0 < n && n < threshold {
			count = Int{}
		}
		found := FindingCount{Rule: k.rule, Column: k.column, Count: count}
		if at := sources[k]; len(at) == 1 && at[0] < len(data.Sources) {
			found.File, found.Sheet = data.Sources[at[0]].Name, data.Sources[at[0]].Sheet
		}
		counts = append(counts, found)
	}
	slices.SortFunc(counts, func(a, b FindingCount) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Column, b.Column))
	})
	return counts
}
