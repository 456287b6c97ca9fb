package disclosure

import (
	"cmp"
	"slices"
)

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
			if p.precious(best.hide) {
				p.spare(v, vars, best)
			}
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

// spare replaces a choice that costs headlines when lighter cells can give v
// part of its gap upwards and the rest downwards.
func (p *protector) spare(v int32, vars []int32, best *choice) {
	before := slices.Clone(p.barred)
	for _, w := range vars {
		if int(w) < len(p.barred) && p.model.cells[w].weight >= Precious {
			p.barred[w] = true
		}
	}
	if cells, gap := p.stretch(v, vars); gap >= p.need[v] {
		best.hide = cells
	}
	p.barred = before
}

// stretch finds what to hide for the widest gap of v in both directions.
func (p *protector) stretch(v int32, vars []int32) (cells []int32, gap int) {
	highest := p.choose(v, slices.Max(p.model.totals), vars)
	lowest := p.choose(v, p.attack.low[v], vars)
	return append(highest.hide, lowest.hide...), highest.reached - lowest.reached
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
	cells, gap := p.stretch(v, vars)
	if gap < p.need[v] {
		if all, _ := p.region(v, len(p.system.cliques)); narrowed && p.hideLightest(all, p.growth) {
			p.growth *= 2
			return
		}
		p.limit(v, others, narrowed)
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

// limit notes that v and others, which are alike, cannot have the whole gap, or
// that this could not be proven.
func (p *protector) limit(v int32, others []int32, unproven bool) {
	for _, w := range append([]int32{v}, others...) {
		p.limited[w], p.unproven[w] = true, unproven
	}
}

// hideOr hides the cells. When there are none, the program found the gap but
// the audit could not prove it: then the lightest shown cell nearby goes, and
// when there is none of those either, v stays as it is.
func (p *protector) hideOr(cells []int32, v int32, others, vars []int32) {
	if len(cells) == 0 && !p.hideLightest(vars, 1) {
		p.limit(v, others, true)
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
		if p.open(int(same)) {
			continue
		}
		p.hide(same)
		p.attack.display[same] = false
	}
}
