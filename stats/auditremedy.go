package stats

import (
	"maps"
	"slices"

	"herstel/stats/disclosure"
)

// Remedy is an uitsplitsing without which hidden headline cells of a year show
// again.
type Remedy struct {
	Year      int
	Breakdown string   // naam
	Shows     []string // figure / category
}

// Remedies lists the uitsplitsingen that cost headlines in a year: each is left
// out in turn, and what then shows is solved anew. It is empty when no headline
// is hidden.
func (a *Audit) Remedies(year int) ([]Remedy, error) {
	i := slices.IndexFunc(a.years, func(y *auditYear) bool { return y.year == year && y.open != nil })
	if i < 0 {
		return nil, nil
	}
	y := a.years[i]
	hidden := y.links.hiddenHeadlines()
	var list []Remedy
	for _, b := range y.links.rules.Breakdowns {
		without, err := y.withoutBreakdown(b.Name)
		if err != nil {
			return nil, err
		}
		r := Remedy{Year: year, Breakdown: b.Name}
		still := without.hiddenHeadlines()
		for _, name := range hidden {
			if !slices.Contains(still, name) {
				r.Shows = append(r.Shows, name)
			}
		}
		if len(r.Shows) > 0 {
			list = append(list, r)
		}
	}
	return list, nil
}

// withoutBreakdown solves the year without an uitsplitsing.
func (y *auditYear) withoutBreakdown(name string) (*linker, error) {
	withheld := maps.Clone(y.links.withheld)
	withheld["uitsplitsing:"+name], withheld["contact_per_uitsplitsing:"+name] = true, true
	excepted, err := matchExceptions(y.open, y.links.rules.Privacy.Exceptions)
	if err != nil {
		return nil, err
	}
	l, err := linkYear(y.open, y.links.rules, y.links.year, excepted, withheld)
	if err != nil {
		return nil, err
	}
	if err := l.remember(y.known); err != nil {
		return nil, err
	}
	l.hideUniform()
	return l, l.solve(y.ctx, l.rules.Privacy.Threshold)
}

// hiddenHeadlines names the hidden cells that a reader misses first.
func (l *linker) hiddenHeadlines() []string {
	var names []string
	for _, c := range l.cells {
		if c.table.Figure.Weight >= disclosure.Precious && l.hidden(c) {
			names = append(names, c.name())
		}
	}
	return names
}

// keepOpen keeps the figures of a year before hiding when a headline of it is
// going to be hidden and uitsplitsingen may be why.
func (y *auditYear) keepOpen(figs *Figures, known *memory) {
	if len(y.links.rules.Breakdowns) == 0 || len(y.links.hiddenHeadlines()) == 0 {
		return
	}
	y.known = known
	y.open = figs.clone()
}

// clone copies the figures with their numbers.
func (f *Figures) clone() *Figures {
	c := &Figures{Years: f.Years, Findings: f.Findings, Threshold: f.Threshold,
		RulesSHA256: f.RulesSHA256}
	for _, t := range f.Tables {
		t.Rows = slices.Clone(t.Rows)
		for i := range t.Rows {
			t.Rows[i].Cells = slices.Clone(t.Rows[i].Cells)
		}
		c.Tables = append(c.Tables, t)
	}
	return c
}
