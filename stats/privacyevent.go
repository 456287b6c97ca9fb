package stats

import (
	"slices"

	"herstel/stats/disclosure"
)

// linkClosed links contact_afgesloten: cases closed in the year.
func (l *linker) linkClosed(t *Table) error {
	c := l.cell(t, 0)
	base := t.Rows[0].Cells[l.year].Base.N
	if l.sameAsContact(c, base) {
		return l.linkSame(c)
	}
	if set := l.cohort(); set != nil && c.value <= l.contacts() && base-c.value <= set.total-l.contacts() {
		c.set = set
		return l.linkEvent(c, base, "afgesloten in het jaar?", [][]int{{no, no}, {no, yes}, {yes, no}, {yes, yes}})
	}
	c.set = &caseSet{apart: true, total: base, model: disclosure.NewModel(base),
		attrs: map[string]disclosure.Attr{}, values: map[string]map[string]int{}, facts: map[string]bool{}}
	l.sets = append(l.sets, c.set)
	return l.linkEvent(c, base, "afgesloten in het jaar?", [][]int{{yes, no}, {yes, yes}})
}

// linkLeadTimes links the number of cases behind the doorlooptijden.
func (l *linker) linkLeadTimes(t *Table) error {
	for i, row := range t.Rows {
		if !l.available(t, row) {
			continue
		}
		c := l.cell(t, i)
		set := l.cohort()
		switch {
		case row.Labels[0] != trajectoryLabels[assignedToContact]:
			c.public = l.inStock(row.Labels[0], c.value)
		case set != nil && c.value <= l.contacts():
			c.set = set
			at := []disclosure.Coord{set.contact(yes)}
			if c.value != l.contacts() {
				at = []disclosure.Coord{set.fact(factDated, yes)}
			}
			var err error
			if c.count, err = set.model.Publish(at, c.value, t.Figure.weight()); err != nil {
				return err
			}
			if c.exception != nil {
				set.model.Lock(c.count)
			}
			if c.value != l.contacts() {
				set.model.Relate([]disclosure.Attr{at[0].Attr, set.attr(factContact)},
					[][]int{{no, no}, {no, yes}, {yes, yes}})
			}
		}
	}
	return nil
}

// contact returns the coordinate of contact, which the figures by the year of
// the event may be the only ones to use: those of the cohort can be withheld.
func (s *caseSet) contact(value int) disclosure.Coord {
	s.facts[factContact] = true
	return s.fact(factContact, value)
}

// sameAsContact says whether a share has the numbers of contact. A reader may
// then know that it counts the same cases: always so when an export tells of
// contact by its date alone.
func (l *linker) sameAsContact(c *linkedCell, base int) bool {
	set := l.cohort()
	return set != nil && set.total > 0 && base == set.total && c.value == l.contacts()
}

// linkSame links a share that counts the same cases as contact.
func (l *linker) linkSame(c *linkedCell) error {
	c.set = l.cohort()
	var err error
	if c.count, err = c.set.model.Publish([]disclosure.Coord{c.set.contact(yes)}, c.value,
		c.table.Figure.weight()); err != nil {
		return err
	}
	if c.side, err = c.set.model.Guard([]disclosure.Coord{c.set.contact(no)}, c.set.total-c.value); err != nil {
		return err
	}
	l.closeSide(c)
	return nil
}

// linkEvent publishes a share of cases with an event that is public.
func (l *linker) linkEvent(c *linkedCell, base int, event string, occurs [][]int) error {
	set := c.set
	happened := set.fact(event, yes)
	whole, err := set.model.Publish([]disclosure.Coord{happened}, base, weightBase)
	if err != nil {
		return err
	}
	set.model.Lock(whole)
	contact := []disclosure.Coord{happened, set.contact(yes)}
	if c.count, err = set.model.Publish(contact, c.value, c.table.Figure.weight()); err != nil {
		return err
	}
	if c.side, err = set.model.Guard([]disclosure.Coord{happened, set.contact(no)}, base-c.value); err != nil {
		return err
	}
	l.closeSide(c)
	if c.value == 0 {
		occurs = slices.DeleteFunc(occurs, func(r []int) bool { return r[0] == yes && r[1] == yes })
	}
	set.model.Relate([]disclosure.Attr{happened.Attr, set.attr(factContact)}, occurs)
	return nil
}

// closeSide hides a count whose other side is small, its base being public.
func (l *linker) closeSide(c *linkedCell) {
	c.hasSide = true
	if c.exception != nil {
		c.set.model.Lock(c.count)
		c.set.model.Lock(c.side)
		return
	}
	c.set.model.HideWith(c.count, c.side)
}

// cell adds a cell of the year to the list.
func (l *linker) cell(t *Table, row int) *linkedCell {
	c := &linkedCell{table: t, row: row, category: labelsOf(t, row), value: t.Rows[row].Cells[l.year].Count.N,
		exception: l.excepted.of(t, row, l.year)}
	l.cells = append(l.cells, c)
	return c
}

// cohort is the set of cases uitgezet, when there are any.
func (l *linker) cohort() *caseSet {
	if set := l.setOf(assigned); set != nil && set.model != nil {
		return set
	}
	return nil
}

// contacts is the number of contacts of the cohort, whether or not it shows.
func (l *linker) contacts() int {
	return l.figs.single("contact", l.figs.Years[l.year]).Count.N
}

// inStock says whether standen shows the number of cases of a trajectory.
func (l *linker) inStock(trajectory string, n int) bool {
	stock := map[string]string{trajectoryLabels[receivedToAssigned]: stockLabels[1],
		trajectoryLabels[assignedToClosed]: stockLabels[2]}[trajectory]
	t, ok := l.figs.Table("standen")
	return ok && slices.ContainsFunc(t.Rows, func(r Row) bool {
		return slices.Equal(r.Labels, []string{stock}) && r.Cells[l.year].Status == OK &&
			r.Cells[l.year].Count == Num(n)
	})
}
