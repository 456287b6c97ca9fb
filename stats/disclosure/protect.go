package disclosure

import (
	"cmp"
	"slices"
)

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
		reach[v] = span{n, n}
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

// protect hides what gives v its gap: the cheaper of moving it up from its
// lowest value and moving it down from its highest. What goes of its own unit
// also goes of the units of others, which are alike. With must it makes
// progress: it hides a cell, or notes that no cell can help.
func (p *protector) protect(v int32, others []int32, must bool) {
	up, down := p.reach[v].low+p.need[v], p.reach[v].high-p.need[v]
	for distance := 0; ; distance++ {
		vars, all := p.region(v, distance)
		whole := len(vars)
		vars = p.narrow(vars, v)
		var best *choice
		consider := func(target int) {
			if c := p.choose(v, target, vars); c.reached == target && (best == nil || c.cost < best.cost) {
				best = &c
			}
		}
		consider(up)
		if down >= p.attack.low[v] {
			consider(down)
		}
		switch {
		case best != nil && (all || !p.precious(best.hide)):
			if must || len(best.hide) > 0 {
				p.hideOr(best.hide, v, others, vars)
			}
			return
		case all && must:
			p.protectPartly(v, others, vars, len(vars) < whole)
			return
		case all:
			return
		}
	}
}

// precious says whether hiding the cells hurts enough to look further away.
func (p *protector) precious(cells []int32) bool {
	return slices.ContainsFunc(cells, func(v int32) bool { return p.model.cells[v].weight >= Precious })
}

// Precious is the weight from which a cell is hidden only after the whole set
// of tables was searched for something lighter.
const Precious = 1000

// protectPartly is for a number that no hiding among vars can give the whole
// gap in one direction: it hides what gives it the widest one. When vars leave
// out part of a wide attribute it hides more of that first, in growing numbers.
func (p *protector) protectPartly(v int32, others, vars []int32, narrowed bool) {
	highest := p.choose(v, p.model.total, vars)
	lowest := p.choose(v, p.attack.low[v], vars)
	cells := append(highest.hide, lowest.hide...)
	if highest.reached-lowest.reached < p.need[v] {
		if all, _ := p.region(v, len(p.system.cliques)); narrowed && p.hideLightest(all, p.growth) {
			p.growth *= 2
			return
		}
		p.limit(v, others)
		if len(cells) == 0 {
			return
		}
	}
	p.hideOr(cells, v, others, vars)
}

// hideLightest hides the n lightest shown cells among vars, if there are any.
func (p *protector) hideLightest(vars []int32, n int) bool {
	near := slices.DeleteFunc(slices.Clone(vars), func(w int32) bool { return !p.candidate(w) })
	slices.SortFunc(near, func(a, b int32) int {
		return cmp.Or(cmp.Compare(p.weight(a), p.weight(b)), cmp.Compare(a, b))
	})
	for _, w := range near[:min(n, len(near))] {
		p.hide(w)
		p.attack.display[w] = false
	}
	return len(near) > 0
}

// limit notes that v and others, which are alike, cannot have the whole gap.
func (p *protector) limit(v int32, others []int32) {
	p.limited[v] = true
	for _, w := range others {
		p.limited[w] = true
	}
}

// hideOr hides the cells. When there are none, the program found the gap but
// the audit could not prove it: then the lightest shown cell nearby goes, and
// when there is none of those either, v stays as it is.
func (p *protector) hideOr(cells []int32, v int32, others, vars []int32) {
	if len(cells) == 0 && !p.hideLightest(vars, 1) {
		p.limit(v, others)
	}
	for _, w := range cells {
		p.hide(w)
		p.attack.display[w] = false
		p.hideAlike(w, v, others)
	}
}

// hideAlike hides of each of others the cell that w is of v.
func (p *protector) hideAlike(w, v int32, others []int32) {
	mine := p.system.unitOf[w]
	if mine < 0 || mine != p.system.unitOf[v] {
		return
	}
	place := slices.Index(p.system.units[mine].vars, w)
	for _, o := range others {
		same := p.system.units[p.system.unitOf[o]].vars[place]
		p.hide(same)
		p.attack.display[same] = false
	}
}

// showUnneeded shows the secondary cells again without which every gap is
// still wide enough, the most important first.
func (p *protector) showUnneeded() error {
	var extra []int32
	for i := range p.hidden {
		if p.hidden[i] && !p.primary[i] {
			extra = append(extra, int32(i))
		}
	}
	if _, err := p.audit(); err != nil {
		return err
	}
	slices.SortStableFunc(extra, func(a, b int32) int { return cmp.Compare(p.weight(b), p.weight(a)) })
	tries := min(len(extra), p.limits.tried, p.limits.work/max(1, len(p.system.keys)))
	for _, v := range extra[:tries] {
		if err := p.tryShow(v); err != nil {
			return err
		}
	}
	return nil
}

func (p *protector) tryShow(v int32) error {
	before := slices.Clone(p.reach)
	if part := p.attack.part[v]; part >= 0 {
		for _, w := range p.attack.parts[part] {
			p.reach[w] = span{p.system.start[w], p.system.start[w]}
		}
	}
	p.show(v)
	failing, err := p.audit()
	if err != nil {
		return err
	}
	if len(failing) > 0 {
		p.hide(v)
		p.reach = before
		p.attack = newAttack(p.system, p.hidden)
	}
	return nil
}

// settle lowers what is asked of limited cells to what they have.
func (p *protector) settle() {
	for v, limited := range p.limited {
		if limited {
			p.limited[v] = p.gap(int32(v)) < p.threshold
			p.need[v] = min(p.need[v], p.gap(int32(v)))
		}
	}
}
