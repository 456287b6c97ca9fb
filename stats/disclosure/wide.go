package disclosure

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A column of an export may have thousands of values. Two things keep the
// programs small, and neither can make a range wider than it is:
//
//   - Values that are alike are interchangeable: when every number of two values
//     is equal, and shown or hidden in the same way, exchanging them turns a
//     table that fits into a table that fits. So what is proven for one holds
//     for the other.
//   - A program may leave variables as they are. Only the values with most room
//     take part besides the ones that are examined.
type limits struct {
	wideDomain int // values from which an attribute is wide
	widePart   int // variables from which a component is examined in pieces
	pool       int // values with most room that take part, for each pattern
	batch      int // values examined together
	tried      int // secondary cells that are tried without, at most
	exchange   int // work spent on exchanging cells, at most (see budget)
	small      int // variables of a model that is held against who knows the rule
	stages     int // of that (see rule)
	looks      int // tables examined for one outcome
	runs       int // of the rule, for one model
	work       int // the same, times the number of variables
}

var defaultLimits = limits{wideDomain: 64, widePart: 400, pool: 8, batch: 24, tried: 400, exchange: 3_000_000,
	small: 40, stages: 4, looks: 150, runs: 150, work: 4_000_000}

// unit is one value of a wide attribute with all variables that have it.
type unit struct {
	vars     []int32
	stripped []string // the key of each without the value; vars are in this order
}

// findUnits groups the variables by the value of the wide attribute they have.
// Wide attributes are never crossed with each other, so that a unit holds every
// variable with its value: only then can units that look alike be exchanged.
func (s *system) findUnits(wideDomain int) {
	wide := s.wideAttrs(wideDomain)
	index := make(map[Coord]int32)
	s.unitOf = make([]int32, len(s.keys))
	for v, k := range s.keys {
		s.unitOf[v] = -1
		for i, c := range k.coords() {
			if !wide[c.Attr] {
				continue
			}
			u, ok := index[c]
			if !ok {
				u = int32(len(s.units))
				index[c] = u
				s.units = append(s.units, unit{})
			}
			b := []byte(k)
			binary.BigEndian.PutUint32(b[i*coordBytes+2:], 0)
			s.unitOf[v] = u
			s.units[u].vars = append(s.units[u].vars, int32(v))
			s.units[u].stripped = append(s.units[u].stripped, string(b))
		}
	}
	for i := range s.units {
		s.units[i].sort()
	}
}

// wideAttrs picks the attributes with more than wideDomain values; of two that
// are crossed, the first. The values of an attribute in an order are not
// interchangeable: each has its own other moment.
func (s *system) wideAttrs(wideDomain int) map[Attr]bool {
	values := make(map[Coord]bool)
	size := make(map[Attr]int)
	for _, k := range s.keys {
		for _, c := range k.coords() {
			if !values[c] {
				values[c] = true
				size[c.Attr]++
			}
		}
	}
	wide := make(map[Attr]bool)
	for _, a := range slices.Sorted(maps.Keys(size)) {
		crossed := slices.ContainsFunc(s.cliques, func(q clique) bool {
			return slices.Contains(q.attrs, a) && slices.ContainsFunc(q.attrs, func(b Attr) bool { return wide[b] })
		})
		wide[a] = size[a] > wideDomain && !crossed && int(a) < len(s.model.attrs) && !s.model.ordered(a)
	}
	return wide
}

func (u *unit) sort() {
	order := make([]int, len(u.vars))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(u.stripped[a], u.stripped[b]) })
	vars, stripped := make([]int32, len(order)), make([]string, len(order))
	for i, o := range order {
		vars[i], stripped[i] = u.vars[o], u.stripped[o]
	}
	u.vars, u.stripped = vars, stripped
}

// likeness describes the numbers of a unit: equal for units that are alike.
func (p *protector) likeness(u int32) string {
	var b strings.Builder
	for i, v := range p.system.units[u].vars {
		fmt.Fprintf(&b, "%s %d %d %t %t %d;", p.system.units[u].stripped[i], p.system.start[v], p.attack.low[v],
			p.attack.display[v], p.limited[v], p.need[v])
	}
	return b.String()
}

// pattern describes which numbers of a unit are free.
func (p *protector) pattern(u int32) string {
	var b strings.Builder
	for i, v := range p.system.units[u].vars {
		if !p.attack.fixed[v] {
			b.WriteString(p.system.units[u].stripped[i])
		}
	}
	return b.String()
}

// room is how far the free numbers of a unit can fall.
func (p *protector) room(u int32) int {
	room := 0
	for _, v := range p.system.units[u].vars {
		if !p.attack.fixed[v] {
			room += p.system.start[v] - p.attack.low[v]
		}
	}
	return room
}

// pieces splits the variables of a component into those without a wide
// attribute and the units.
func (p *protector) pieces(vars []int32) (core, units []int32) {
	seen := make(map[int32]bool)
	for _, v := range vars {
		u := p.system.unitOf[v]
		if u < 0 {
			core = append(core, v)
		} else if !seen[u] {
			seen[u] = true
			units = append(units, u)
		}
	}
	return core, units
}

// pool picks the units with most room of each pattern.
func (p *protector) pool(units []int32) []int32 {
	byPattern := make(map[string][]int32)
	for _, u := range units {
		k := p.pattern(u)
		byPattern[k] = append(byPattern[k], u)
	}
	var pool []int32
	for _, k := range slices.Sorted(maps.Keys(byPattern)) {
		list := byPattern[k]
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(p.room(b), p.room(a)) })
		pool = append(pool, list[:min(p.limits.pool, len(list))]...)
	}
	return pool
}

// variables lists core and the free variables of units, ascending.
func (p *protector) variables(core, units []int32) []int32 {
	vars := slices.Clone(core)
	for _, u := range units {
		for _, v := range p.system.units[u].vars {
			if !p.attack.fixed[v] {
				vars = append(vars, v)
			}
		}
	}
	slices.Sort(vars)
	return slices.Compact(vars)
}

// auditWide widens the ranges of a large component: a few units at a time,
// together with the pool, and one for all that are alike.
func (p *protector) auditWide(vars []int32, open func(int32) bool) error {
	core, units := p.pieces(vars)
	pool := p.pool(units)
	alike := make(map[string][]int32)
	var first []int32
	for _, u := range units {
		if slices.ContainsFunc(p.system.units[u].vars, open) {
			k := p.likeness(u)
			if alike[k] == nil {
				first = append(first, u)
			}
			alike[k] = append(alike[k], u)
		}
	}
	groups := make(map[int32][]int32, len(first))
	for _, list := range alike {
		groups[list[0]] = list[1:]
	}
	for batch := range slices.Chunk(append(first, -1), p.limits.batch) { // -1: the core alone
		batch = slices.DeleteFunc(slices.Clone(batch), func(u int32) bool { return u < 0 })
		w := p.attack.newWalker(p.variables(core, slices.Concat(pool, batch)), p.reach)
		for _, v := range w.vars {
			if open(v) {
				if err := w.prove(v, p.need[v]); err != nil {
					return err
				}
			}
		}
		for _, u := range batch {
			for _, other := range groups[u] {
				p.share(u, other)
			}
		}
	}
	return nil
}

// share gives a unit the ranges that were proven for one that is alike.
func (p *protector) share(from, to int32) {
	for i, v := range p.system.units[from].vars {
		s := &p.reach[p.system.units[to].vars[i]]
		s.low, s.high = min(s.low, p.reach[v].low), max(s.high, p.reach[v].high)
	}
}

// narrow keeps of a large region the core, the units of v, hidden units with
// most room, and the shown units that are the smallest to give v its gap.
func (p *protector) narrow(vars []int32, v int32) []int32 {
	if len(vars) <= p.limits.widePart {
		return vars
	}
	core, units := p.pieces(vars)
	kept := p.pool(slices.DeleteFunc(slices.Clone(units), func(u int32) bool { return p.room(u) == 0 }))
	size := func(u int32) int {
		largest := 0
		for _, w := range p.system.units[u].vars {
			if p.candidate(w) {
				largest = max(largest, p.system.start[w]-1)
			}
		}
		return largest
	}
	fit := slices.DeleteFunc(units, func(u int32) bool { return size(u) < p.need[v] })
	slices.SortStableFunc(fit, func(a, b int32) int { return cmp.Compare(size(a), size(b)) })
	kept = append(kept, fit[:min(2*p.limits.pool, len(fit))]...)
	kept = append(kept, fit[max(0, len(fit)-p.limits.pool/2):]...)
	if u := p.system.unitOf[v]; u >= 0 {
		kept = append(kept, u)
	}
	in := make(map[int32]bool)
	for _, u := range kept {
		in[u] = true
	}
	out := core
	for _, w := range vars {
		if u := p.system.unitOf[w]; u >= 0 && in[u] {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}
