package stats

import (
	"fmt"
	"slices"

	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// The weights of figures without one of their own: uitsplitsingen, and bases
// that stand in no table of their own.
const (
	weightDetail = 10
	weightBase   = 8
)

// weight is what it costs to hide a cell of a figure: what is light goes first.
func (f *Figure) weight() int {
	switch {
	case f.Weight > 0:
		return f.Weight
	case f.Kind == KindYesNo:
		return weightBase
	}
	return weightDetail
}

// baseFacts lists what the base of a figure asks besides the set of cases.
func baseFacts(f *Figure) []string { return f.Base.facts() }

// countFacts lists what the count asks besides the base.
func countFacts(f *Figure) []string {
	return slices.DeleteFunc(f.Count.facts(), func(fact string) bool { return slices.Contains(baseFacts(f), fact) })
}

// facts lists the facts of a condition without those that others imply.
func (c Condition) facts() []string {
	switch {
	case c.Contact:
		return []string{factContact}
	case c.Willing:
		return []string{factWilling}
	}
	return nil
}

// attrName names the attribute of a dimension; those of the user cannot meet
// those of the catalog.
func attrName(f *Figure, d rules.Dimension) string {
	if f.Breaks > 0 {
		return breakdownAttribute(f.Breaks)
	}
	return d.ID
}

func breakdownAttribute(breaks int) string { return fmt.Sprintf("uitsplitsing %d", breaks) }

// linkCases links a figure of the cohort.
func (l *linker) linkCases(t *Table) error {
	f, set := &t.Figure, l.setOf(t.Figure.Base)
	if set == nil || set.model == nil || set.total == 0 {
		return nil
	}
	r := newRelation(l, f, set)
	for i, row := range t.Rows {
		if !l.available(t, row) {
			continue
		}
		c := l.cell(t, i)
		c.set = set
		if err := l.linkCell(c, r); err != nil {
			return err
		}
	}
	r.close()
	return nil
}

// linkCell publishes the count and the base of a cell, and guards the other
// side of a yes/no share.
func (l *linker) linkCell(c *linkedCell, r *relationBuilder) error {
	f, set, row := &c.table.Figure, c.set, c.table.Rows[c.row]
	base := row.Cells[l.year].Base
	at := l.place(f, set, row.Labels)
	inside := slices.Concat(at, set.holding(baseFacts(f)))
	count := slices.Concat(at, set.holding(f.countedFacts()))
	var err error
	if c.count, err = set.model.Publish(count, c.value, f.weight()); err != nil {
		return err
	}
	narrow := slices.Concat(l.place(f, set, row.Labels[:f.Within]), set.holding(baseFacts(f)))
	if len(narrow) > 0 {
		c.hasBase = true
		if c.base, err = set.model.Publish(narrow, base.N, weightBase); err != nil {
			return err
		}
	} else if base.N != set.total {
		return fmt.Errorf("%w: %s", disclosure.ErrInconsistent, f.ID)
	}
	if f.Kind == KindYesNo {
		if err := l.linkSide(c, inside, base.N); err != nil {
			return err
		}
	}
	r.add(at, c.value, base.N)
	if l.toldByFindings(c) {
		set.known = append(set.known, c.count)
	}
	if c.exception != nil {
		set.model.Lock(c.count)
	}
	return nil
}

// linkSide guards base minus count. A small other side hides the count, unless
// the base is the lighter of the two: then the program may choose.
func (l *linker) linkSide(c *linkedCell, inside []disclosure.Coord, base int) error {
	f, set := &c.table.Figure, c.set
	facts := countFacts(f)
	if len(facts) != 1 {
		return fmt.Errorf("%s asks for %d facts at once", f.ID, len(facts))
	}
	var err error
	if c.side, err = set.model.Guard(append(inside, set.fact(facts[0], no)), base-c.value); err != nil {
		return err
	}
	c.hasSide = true
	if c.exception != nil {
		set.model.Lock(c.side)
		return nil
	}
	if !c.hasBase || len(baseFacts(f)) == 0 {
		set.model.HideWith(c.count, c.side)
	}
	return nil
}

// countedFacts lists the facts of the cases in the count, base included,
// without those that others imply.
func (f *Figure) countedFacts() []string {
	both := Condition{Willing: f.Base.Willing || f.Count.Willing, Contact: f.Base.Contact || f.Count.Contact}
	return both.facts()
}

func (s *caseSet) holding(facts []string) []disclosure.Coord {
	var at []disclosure.Coord
	for _, fact := range facts {
		at = append(at, s.fact(fact, yes))
	}
	return at
}

// place returns the coordinates of the labels of a figure's leading dimensions.
// An aanmelder brings its aanmeldgroep along.
func (l *linker) place(f *Figure, set *caseSet, labels []string) []disclosure.Coord {
	var at []disclosure.Coord
	for i, label := range labels {
		d := f.Breakdown[i]
		at = append(at, set.at(attrName(f, d), label))
		if d == rules.DimReferrer && !slices.Contains(f.Breakdown, rules.DimReferrerGroup) {
			at = append(at, set.at(rules.DimReferrerGroup.ID, l.groupOf(rules.ColReferrer, label)))
		}
	}
	return at
}

// groupOf returns the group of a value by its label.
func (l *linker) groupOf(c rules.Column, label string) string {
	v := l.rules.Vocabulary(c)
	code, _ := v.Lookup(rules.Fold(label))
	return v.Value(code).Group
}
