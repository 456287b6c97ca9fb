package disclosure

import "slices"

// choice is an outcome of the linear program that picks secondary cells.
type choice struct {
	hide    []int32 // shown cells that must go
	cost    int64
	reached int // the value the failing cell got to
}

// candidate says whether a variable is a shown cell that may be hidden.
func (p *protector) candidate(v int32) bool {
	if int(v) >= len(p.model.cells) {
		return false
	}
	c := p.model.cells[v]
	return c.published && !p.hidden[v] && !p.barred[v] && !p.open(int(v)) && c.value > 0
}

// choose moves v towards target at the least weighted change of the shown
// cells among vars. All other variables stay as they are.
func (p *protector) choose(v int32, target int, vars []int32) choice {
	s, low := p.system, p.attack.low
	var columns []int32 // the variable of each column
	var free []int32
	for _, w := range vars {
		if p.candidate(w) || !p.attack.shown(w) {
			free = append(free, w)
		}
	}
	columns = append(columns, free...)
	for _, w := range free {
		if p.candidate(w) {
			columns = append(columns, w) // its decrease
		}
	}
	_, a := s.matrix(free)
	x, lows, highs := make([]int64, len(columns)), make([]int64, len(columns)), make([]int64, len(columns))
	cost := make([]int64, len(columns))
	down := make([]int, len(columns))
	next := len(free)
	for j, w := range free {
		x[j], lows[j], highs[j] = int64(s.start[w]), int64(low[w]), unbounded
		if !p.candidate(w) {
			continue
		}
		lows[j] = x[j]
		cost[j], cost[next] = -p.weight(w), -p.weight(w)
		highs[next] = x[j] - 1
		down[j] = next
		next++
	}
	for i, row := range a {
		a[i] = slices.Grow(row, len(columns)-len(free))[:len(columns)]
		for j := range free {
			if down[j] > 0 {
				a[i][down[j]] = -row[j]
			}
		}
	}
	return p.solve(slices.Index(free, v), target, free, down, cost, newSimplex(a, x, lows, highs, p.budget))
}

// solve first brings column to target, then lowers the cost.
func (p *protector) solve(column, target int, free []int32, down []int, cost []int64, lp *simplex) choice {
	objective := make([]int64, len(lp.num))
	if int64(target) >= lp.value(column) {
		objective[column], lp.high[column] = 1, int64(target)
	} else {
		objective[column], lp.low[column] = -1, int64(target)
	}
	lp.maximize(objective, func() bool { return lp.equals(column, int64(target)) })
	c := choice{reached: int(lp.value(column))}
	if lp.equals(column, int64(c.reached)) {
		lp.low[column], lp.high[column] = int64(c.reached), int64(c.reached)
		lp.maximize(cost, func() bool { return false })
	}
	for j, w := range free {
		if down[j] == 0 {
			continue
		}
		rise, fall := lp.num[j]-lp.low[j]*lp.den, lp.num[down[j]]
		c.cost += (rise + fall) * p.weight(w) / lp.den
		if rise != fall {
			c.hide = append(c.hide, w)
		}
	}
	return c
}

// shown says whether a variable is a number that stands in a table, unhidden.
func (a *attack) shown(v int32) bool { return a.display[v] }

// weight is the loss of hiding a cell; among cells that matter equally the
// smaller count goes first.
func (p *protector) weight(v int32) int64 {
	c := p.model.cells[v]
	size := 0
	for n := c.value; n > 0; n >>= 1 {
		size++
	}
	return int64(c.weight)*32 + int64(size)
}

// region lists the variables of the cliques at most distance steps from those
// that hold v, and whether these are all cliques v is connected with.
func (p *protector) region(v int32, distance int) (vars []int32, all bool) {
	s := p.system
	in := make([]bool, len(s.cliques))
	set := s.keys[v].attrs()
	for i, q := range s.cliques {
		in[i] = subset(set, q.attrs)
	}
	all = true
	for step := 0; step <= distance; step++ {
		grown := slices.Clone(in)
		for i, q := range s.cliques {
			if q.parent >= 0 && in[i] != in[q.parent] {
				grown[i], grown[q.parent] = true, true
			}
		}
		for _, g := range s.growths {
			if slices.ContainsFunc(s.home[g], func(i int32) bool { return in[i] }) {
				for _, i := range s.home[g] {
					grown[i] = true
				}
			}
		}
		all = slices.Equal(grown, in)
		if all || step == distance {
			break
		}
		in = grown
	}
	for w, at := range s.home {
		if slices.ContainsFunc(at, func(i int32) bool { return in[i] }) {
			vars = append(vars, int32(w))
		}
	}
	return vars, all
}
