package disclosure

// Hidden says whether a cell is hidden.
func (r *Result) Hidden(c Cell) bool { return r.p.hidden[c] }

// Primary says whether a cell is hidden because it is small.
func (r *Result) Primary(c Cell) bool { return r.p.primary[c] }

// Known says whether an attacker may have a cell from elsewhere.
func (r *Result) Known(c Cell) bool { return r.informed != nil && r.informed.known[c] }

// against returns the proof that counts for a cell: the stronger attacker,
// unless it is the cell itself that this one knows.
func (r *Result) against(c Cell) *protector {
	if r.informed == nil || r.informed.known[c] {
		return r.p
	}
	return r.informed
}

// Limited says whether a gap falls short of the threshold because public
// totals are too small.
func (r *Result) Limited(c Cell) bool { return r.against(c).limited[c] }

// Unproven says whether a gap may be wider than the proof reached, because the
// program stopped at its limits or met a table that is not in whole numbers.
func (r *Result) Unproven(c Cell) bool { return r.against(c).unproven[c] }

// Range returns the lowest and highest value of a cell that what is shown
// allows, to an attacker who has the known cells too, unless it is one of them.
// That the other side of a share is not zero does not count: no table says so.
// Where the work did not settle both ends, as in a very large component, it
// returns the part of the range that was proven, and exact is false.
func (r *Result) Range(c Cell) (low, high int, exact bool, err error) {
	p := r.against(c)
	if p.wide(c) {
		return p.reach[c].low, p.reach[c].high, false, nil
	}
	low, high, exact, err = p.published().span(int32(c))
	if !exact && err == nil { // the proof may have come further
		low, high = min(low, p.reach[c].low), max(high, p.reach[c].high)
	}
	return low, high, exact, err
}

// published answers for who only has what is shown.
func (p *protector) published() *reader {
	if p.outside == nil {
		p.outside = newReader(newAttack(p.system, p.hidden, fromTables, newBudget(p.budget.ctx, mostWork)))
	}
	return p.outside
}

func (p *protector) wide(c Cell) bool {
	part := p.attack.part[c]
	return part >= 0 && len(p.attack.parts[part]) > p.limits.widePart
}

// Guarded says whether a guarded number is small, so that its own gap counts.
func (r *Result) Guarded(c Cell) bool {
	return r.p.model.cells[c].guarded && r.p.small(int(c))
}

// GivenAwayBy lists the other hidden cells that would each, when shown, leave c
// a gap that is too small. It does not look in a very large component.
func (r *Result) GivenAwayBy(c Cell) ([]Cell, error) {
	p := r.against(c)
	part := p.attack.part[c]
	if part < 0 || p.limited[c] || p.wide(c) {
		return nil, nil
	}
	return p.published().givers(int32(c), p.hidden, p.threshold)
}
