package disclosure

import "slices"

// Result says which cells of a Model are hidden, and proves it.
type Result struct {
	p *protector
}

// protector hides the cells of one model.
type protector struct {
	model     *Model
	system    *system
	threshold int
	limits    limits
	hidden    []bool
	primary   []bool
	reach     []span // by variable: proven with the cells hidden so far
	need      []int  // by variable: the gap it must have; 0 for none
	limited   []bool // by variable: no hiding gives it the whole gap
	attack    *attack
	growth    int // how many cells go at once when a wide attribute needs more
}

// Protect hides every cell of 1..threshold-1, and as many more as are needed
// to leave each hidden cell, and each small guarded number, a gap of at least
// threshold between the lowest and highest value it can have. Where public
// totals are too small for that, the gap is as wide as hiding can make it.
func (m *Model) Protect(threshold int) (*Result, error) {
	return m.protect(threshold, defaultLimits)
}

func (m *Model) protect(threshold int, l limits) (*Result, error) {
	sys, err := newSystem(m, l.wideDomain)
	if err != nil {
		return nil, err
	}
	p := &protector{model: m, system: sys, threshold: threshold, limits: l, growth: 1,
		hidden: make([]bool, len(m.cells)), primary: make([]bool, len(m.cells)),
		need: make([]int, len(sys.keys)), limited: make([]bool, len(sys.keys))}
	for i, c := range m.cells {
		if c.published && c.value > 0 && !c.locked && (p.small(i) || slices.ContainsFunc(c.with, func(o Cell) bool { return p.small(int(o)) })) {
			p.hide(int32(i))
			p.primary[i] = true
		}
		if c.guarded && p.small(i) {
			p.need[i] = threshold
		}
	}
	for _, pass := range []func() error{p.secondary, p.showUnneeded, p.secondary} {
		p.reach = p.noReach() // each pass, and so the outcome, is proven from nothing
		if err := pass(); err != nil {
			return nil, err
		}
		p.settle()
	}
	return &Result{p}, nil
}

// small says whether a number is one that must not be worked out.
func (p *protector) small(i int) bool {
	c := p.model.cells[i]
	return c.value > 0 && c.value < p.threshold && !c.locked
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

func (p *protector) noReach() []span {
	reach := make([]span, len(p.system.keys))
	for v, n := range p.system.start {
		reach[v] = span{low: n, high: n}
	}
	return reach
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
	p.attack = newAttack(p.system, p.hidden)
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
