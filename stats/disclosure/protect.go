package disclosure

import (
	"context"
	"slices"
)

// Result says which cells of a Model are hidden, and proves it.
type Result struct {
	p        *protector // against who knows what is shown
	informed *protector // against who knows the known cells too; nil when there are none
}

// protector hides the cells of one model.
type protector struct {
	model     *Model
	system    *system
	threshold int
	limits    limits
	known     []bool // by cell: the attacker has it from elsewhere
	forced    []bool // by cell: hidden whatever the others need
	hidden    []bool
	primary   []bool
	reach     []span // by variable: proven with the cells hidden so far
	need      []int  // by variable: the gap it must have; 0 for none
	limited   []bool // by variable: no hiding gives it the whole gap
	barred    []bool // by cell: a trial does without
	unproven  []bool // by variable: limited because the proof stopped
	attack    *attack
	budget    *budget
	outside   *reader // see published
	enough    int64   // what must be left of the budget for more trials; 0 when none are going on
	growth    int     // how many cells go at once when a wide attribute needs more
}

// Protect hides every cell of 1..threshold-1, and as many more as are needed
// to leave each hidden cell, and each small guarded number, a gap of at least
// threshold between the lowest and highest value it can have. Where public
// totals are too small for that, the gap is as wide as hiding can make it.
//
// The known cells are hidden and shown like any other, but an attacker may
// have their values from elsewhere. Every other hidden cell has its gap against
// who knows them all, and every known one against who knows none of them.
//
// It stops with the error of the context when that ends, and with a
// *TooMuchWorkError when the proof costs too much; so do the methods of the
// Result that solve something.
func (m *Model) Protect(ctx context.Context, threshold int, known ...Cell) (*Result, error) {
	return m.protect(newBudget(ctx, mostWork), threshold, defaultLimits, known...)
}

func (m *Model) protect(b *budget, threshold int, l limits, known ...Cell) (*Result, error) {
	sys, err := newSystem(m, l.wideDomain, b)
	if err != nil {
		return nil, err
	}
	none, with := make([]bool, len(m.cells)), make([]bool, len(m.cells))
	for _, c := range known {
		with[c] = true
	}
	if len(sys.keys) > l.small {
		return protectBoth(m, sys, b, threshold, l, none, with)
	}
	cells := make([]int, len(m.cells))
	for i, c := range m.cells {
		cells[i] = c.value
	}
	return newRule(m, sys, b, threshold, l, with).outcome(cells, l.stages)
}

// protectBoth hides against the attacker with the known cells, if there are
// any, and the one without.
func protectBoth(m *Model, sys *system, b *budget, threshold int, l limits, forced, known []bool) (*Result, error) {
	if !slices.Contains(known, true) {
		p := newProtector(m, sys, b, threshold, l, make([]bool, len(m.cells)), forced)
		return &Result{p: p}, p.run()
	}
	return protectTwice(m, sys, b, threshold, l, forced, known)
}

// protectTwice hides against the attacker with the known cells first, then
// against the one without, who can know no more: each starts from the cells
// that the other hid, which widens ranges only, until neither hides more.
func protectTwice(m *Model, sys *system, b *budget, threshold int, l limits, forced, known []bool) (*Result, error) {
	none := make([]bool, len(m.cells))
	for {
		informed := newProtector(m, sys, b, threshold, l, known, forced)
		if err := informed.run(); err != nil {
			return nil, err
		}
		p := newProtector(m, sys, b, threshold, l, none, either(forced, informed.hidden))
		if err := p.run(); err != nil {
			return nil, err
		}
		forced = p.hidden
		if !slices.ContainsFunc(m.ids(), func(c Cell) bool { return p.hidden[c] && !known[c] && !informed.hidden[c] }) {
			return &Result{p, informed}, nil
		}
	}
}

func (m *Model) ids() []Cell {
	ids := make([]Cell, len(m.cells))
	for i := range ids {
		ids[i] = Cell(i)
	}
	return ids
}

func either(a, b []bool) []bool {
	out := slices.Clone(a)
	for i := range b {
		out[i] = out[i] || b[i]
	}
	return out
}

func newProtector(m *Model, sys *system, b *budget, threshold int, l limits, known, forced []bool) *protector {
	kept := slices.Clone(forced)
	for i, c := range m.cells {
		kept[i] = kept[i] || c.kept && c.value > 0
	}
	return &protector{model: m, system: sys, threshold: threshold, limits: l, budget: b, growth: 1, known: known,
		forced: kept,
		hidden: make([]bool, len(m.cells)), primary: make([]bool, len(m.cells)), barred: make([]bool, len(m.cells)),
		need: make([]int, len(sys.keys)), limited: make([]bool, len(sys.keys)), unproven: make([]bool, len(sys.keys))}
}

// hidePrimaries hides what is small, and what must be hidden whatever the
// others need.
func (p *protector) hidePrimaries() {
	for i, c := range p.model.cells {
		if c.published && c.value > 0 && !p.open(i) &&
			(p.small(i) || slices.ContainsFunc(c.with, func(o Cell) bool { return p.small(int(o)) })) {
			p.hide(int32(i))
			p.primary[i] = true
		}
		if p.forced[i] && !p.open(i) {
			p.hide(int32(i))
		}
		if c.guarded && p.small(i) {
			p.need[i] = p.threshold
		}
	}
}

// run decides what is hidden, and proves it.
func (p *protector) run() error {
	p.hidePrimaries()
	passes := []func() error{p.secondary, p.showUnneeded, p.exchange, p.secondary}
	if p.model.plain {
		passes = passes[:2]
	}
	for _, pass := range passes {
		p.reach = p.system.atStart() // each pass, and so the outcome, is proven from nothing
		if err := pass(); err != nil {
			return err
		}
		p.settle()
	}
	return nil
}

// open says whether the attacker has a cell whatever is hidden.
func (p *protector) open(i int) bool { return p.model.cells[i].locked || p.known[i] }

// small says whether a number is one that must not be worked out.
func (p *protector) small(i int) bool {
	c := p.model.cells[i]
	return c.value > 0 && c.value < p.threshold && !p.open(i)
}

func (p *protector) hide(v int32) {
	p.hidden[v], p.need[v] = true, p.threshold
}

func (p *protector) show(v int32) {
	p.hidden[v] = false
	if c := p.model.cells[v]; !c.guarded || c.value >= p.threshold {
		p.need[v] = 0
	}
}

// secondary hides further cells until every gap is wide enough. In each round
// every failing number gets its choice, and those that are alike get the same;
// the first of them always makes progress, so the rounds end.
func (p *protector) secondary() error {
	for {
		failing, err := p.audit()
		if err != nil {
			return err
		}
		failing = slices.DeleteFunc(failing, func(v int32) bool { return p.limited[v] })
		if len(failing) == 0 {
			return nil
		}
		alike := p.group(failing)
		for i, list := range alike {
			p.protect(list[0], list[1:], i == 0)
			if p.spent() {
				return errEnough
			}
			if p.budget.err != nil {
				around, _ := p.region(list[0], len(p.system.cliques))
				return p.budget.blame(p.system, around)
			}
		}
	}
}

// group puts the variables together that play the same part in units that are
// alike, in the order of the first of each.
func (p *protector) group(vars []int32) [][]int32 {
	var groups [][]int32
	at := make(map[string]int)
	for _, v := range vars {
		u := p.system.unitOf[v]
		if u < 0 {
			groups = append(groups, []int32{v})
			continue
		}
		k := p.likeness(u) + p.system.units[u].stripped[slices.Index(p.system.units[u].vars, v)]
		i, ok := at[k]
		if !ok {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], v)
	}
	return groups
}

// audit widens the ranges by walking, and returns the variables whose gap is
// still too small.
func (p *protector) audit() (failing []int32, err error) {
	p.attack = newAttack(p.system, p.hidden, fromSides, p.budget)
	open := func(v int32) bool { return p.gap(v) < p.need[v] }
	for _, vars := range p.attack.parts {
		if !slices.ContainsFunc(vars, open) {
			continue
		}
		examine := p.auditPart
		if len(vars) > p.limits.widePart {
			examine = p.auditWide
		}
		if err := examine(vars, open); err != nil {
			return nil, err
		}
	}
	for v := range p.need {
		if open(int32(v)) {
			failing = append(failing, int32(v))
		}
	}
	return failing, nil
}

// auditPart widens the ranges of a component as a whole.
func (p *protector) auditPart(vars []int32, open func(int32) bool) error {
	w := p.attack.newWalker(vars, p.reach)
	for _, v := range vars {
		if open(v) {
			if err := w.prove(v, p.need[v]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *protector) gap(v int32) int { return p.reach[v].high - p.reach[v].low }
