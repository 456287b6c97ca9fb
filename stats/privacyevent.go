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
	c.set = &caseSet{apart: true, total: base, model: disclosure.NewModel(base), attrs: map[string]disclosure.Attr{}, values: map[string]map[string]int{}}
	l.sets = append(l.sets, c.set)
	return l.linkEvent(c, base, "afgesloten in het jaar?", [][]int{{yes, no}, {yes, yes}})
}

// linkMaturity links contact_gelijke_rijping: cases assigned, and contacts
// made, before the cut-off. They are cases, and contacts, of the cohort. A case
// without contact at the cut-off may have had it since.
func (l *linker) linkMaturity(t *Table) error {
	c := l.cell(t, 0)
	base := t.Rows[0].Cells[l.year].Base.N
	set := l.cohort()
	if set == nil || set.total == 0 {
		l.cells = l.cells[:len(l.cells)-1]
		return nil
	}
	if l.sameAsContact(c, base) {
		return l.linkSame(c)
	}
	c.set = set
	const name = factMaturity
	at := func(label string) []disclosure.Coord { return []disclosure.Coord{set.at(name, label)} }
	var err error
	if c.count, err = set.model.Publish(at("contact"), c.value, t.Figure.weight()); err != nil {
		return err
	}
	later, err := set.model.Publish(at("later uitgezet"), set.total-base, weightBase)
	if err != nil {
		return err
	}
	set.model.Lock(later)
	if c.side, err = set.model.Guard(at("geen contact"), base-c.value); err != nil {
		return err
	}
	l.closeSide(c)
	value := func(label string) int { return set.at(name, label).Value }
	set.model.Relate([]disclosure.Attr{set.attr(name), set.attr(factContact)}, [][]int{
		{value("later uitgezet"), no}, {value("later uitgezet"), yes},
		{value("geen contact"), no}, {value("geen contact"), yes}, {value("contact"), yes}})
	return nil
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
			at := []disclosure.Coord{set.fact(factContact, yes)}
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
				set.model.Relate([]disclosure.Attr{at[0].Attr, set.attr(factContact)}, [][]int{{no, no}, {no, yes}, {yes, yes}})
			}
		}
	}
	return nil
}

// linkDatedContacts takes the contacts dated in the year to lie inside those of
// contact_gelijke_rijping where their number fits, as it must when the export
// has one cohort.
func (l *linker) linkDatedContacts() {
	set := l.cohort()
	if set == nil || set.values[factDated] == nil || set.values[factMaturity] == nil {
		return
	}
	dated, early := -1, -1
	for _, c := range l.cells {
		switch {
		case c.table.Figure.Source == fromMaturity:
			early = c.value
		case c.table.Figure.Source == fromLeadTimes && c.set == set:
			dated = c.value
		}
	}
	if dated > early {
		return
	}
	var rows [][]int
	for label, code := range set.values[factMaturity] {
		if label == outside {
			continue
		}
		rows = append(rows, []int{no, code})
		if label == "contact" {
			rows = append(rows, []int{yes, code})
		}
	}
	slices.SortFunc(rows, slices.Compare)
	set.model.Relate([]disclosure.Attr{set.attr(factDated), set.attr(factMaturity)}, rows)
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
	if c.count, err = c.set.model.Publish([]disclosure.Coord{c.set.fact(factContact, yes)}, c.value, c.table.Figure.weight()); err != nil {
		return err
	}
	if c.side, err = c.set.model.Guard([]disclosure.Coord{c.set.fact(factContact, no)}, c.set.total-c.value); err != nil {
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
	contact := []disclosure.Coord{happened, set.fact(factContact, yes)}
	if c.count, err = set.model.Publish(contact, c.value, c.table.Figure.weight()); err != nil {
		return err
	}
	if c.side, err = set.model.Guard([]disclosure.Coord{happened, set.fact(factContact, no)}, base-c.value); err != nil {
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
	c := &linkedCell{table: t, row: row, category: labelsOf(t, row), value: t.Rows[row].Cells[l.year].Count.N, exception: l.excepted.of(t, row, l.year)}
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

// contacts is the number of contacts of the cohort.
func (l *linker) contacts() int {
	for _, c := range l.cells {
		if c.table.Figure.ID == "contact" {
			return c.value
		}
	}
	return 0
}

// inStock says whether standen shows the number of cases of a trajectory.
func (l *linker) inStock(trajectory string, n int) bool {
	stock := map[string]string{trajectoryLabels[receivedToAssigned]: stockLabels[1], trajectoryLabels[assignedToClosed]: stockLabels[2]}[trajectory]
	t, ok := l.figs.Table("standen")
	return ok && slices.ContainsFunc(t.Rows, func(r Row) bool {
		return slices.Equal(r.Labels, []string{stock}) && r.Cells[l.year].Status == OK && r.Cells[l.year].Count == Num(n)
	})
}
