package disclosure

import (
	"encoding/binary"
	"slices"
)

// A reader may know the rule by which cells are hidden, and run it on every
// table that agrees with what is shown: only those remain in which the same
// cells are hidden (the minimality attack of Wong, Fu, Wang and Pei, VLDB
// 2007). For models that are small enough to list the tables the outcome is
// held against that reader, in stages. Stage 0 is the rule without this. Stage
// k runs stage k-1 and looks at the tables on which stage k-1 has the same
// outcome; where these leave a hidden cell too small a gap, the lightest shown
// cell is hidden as well, and what that needs.
//
// The look depends on what is published alone, so it comes out the same for
// each of those tables. When it passes, stage k leaves them all as they are,
// and the reader who knows every stage still has them all.
type rule struct {
	model     *Model
	system    *system
	budget    *budget
	threshold int
	limits    limits
	known     []bool
	outcomes  []map[string]*Result // by stage and table
	passed    []map[string]bool    // by stage and what is published
	runs      int
}

func newRule(m *Model, sys *system, b *budget, threshold int, l limits, known []bool) *rule {
	u := &rule{model: m, system: sys, budget: b, threshold: threshold, limits: l, known: known}
	for range l.stages + 1 {
		u.outcomes, u.passed = append(u.outcomes, map[string]*Result{}), append(u.passed, map[string]bool{})
	}
	return u
}

// outcome is what a stage makes of a table, given by the values of its cells.
func (u *rule) outcome(cells []int, stage int) (*Result, error) {
	k := encode(cells)
	if r, ok := u.outcomes[stage][k]; ok {
		return r, nil
	}
	r, err := u.decide(cells, stage)
	if err != nil {
		return nil, err
	}
	u.outcomes[stage][k] = r
	return r, nil
}

func (u *rule) decide(cells []int, stage int) (*Result, error) {
	if stage == 0 {
		return u.run(cells, make([]bool, len(cells)))
	}
	r, err := u.outcome(cells, stage-1)
	if err != nil {
		return nil, err
	}
	ok, err := u.passes(r, stage)
	if err != nil || ok {
		return r, err
	}
	more := slices.Clone(r.p.hidden)
	if !r.p.addLightest(more) {
		return r, nil
	}
	return u.run(cells, more)
}

// run hides in a table, whatever a reader knows of the rule.
func (u *rule) run(cells []int, forced []bool) (*Result, error) {
	u.runs++
	m := *u.model
	m.cells = slices.Clone(m.cells)
	for i, n := range cells {
		m.cells[i].value = n
	}
	sys := *u.system
	sys.model = &m
	if err := sys.solveStart(u.budget); err != nil {
		return nil, err
	}
	return protectBoth(&m, &sys, u.budget, u.threshold, u.limits, forced, u.known)
}

// passes says whether the tables on which the stage before has this outcome
// leave every hidden cell its gap, or all of what is shown when that is less.
func (u *rule) passes(r *Result, stage int) (bool, error) {
	k := r.published()
	if ok, done := u.passed[stage][k]; done {
		return ok, nil
	}
	ok, err := u.look(r, stage)
	u.passed[stage][k] = ok
	return ok, err
}

func (u *rule) look(r *Result, stage int) (bool, error) {
	tables, few := r.p.published().tables()
	if !few {
		return true, nil
	}
	low, high := slices.Clone(tables[0]), slices.Clone(tables[0])
	widen(low, high, tables)
	var open []int // the cells that need a gap
	for i, h := range r.p.hidden {
		if h && high[i]-low[i] >= u.threshold {
			open = append(open, i)
		}
	}
	first := true
	for _, cells := range spread(tables, u.limits.looks) {
		if u.runs > u.limits.runs { // the tables seen so far do not tell
			return true, nil
		}
		same, err := u.same(cells, stage-1, r.p.hidden)
		if err != nil {
			return false, err
		}
		if !same {
			continue
		}
		if first {
			low, high, first = slices.Clone(cells), slices.Clone(cells), false
		}
		widen(low, high, [][]int{cells})
		if !slices.ContainsFunc(open, func(i int) bool { return high[i]-low[i] < u.threshold }) {
			return true, nil
		}
	}
	return len(open) == 0, nil
}

// same says whether a stage hides these cells in a table. Stages only add.
func (u *rule) same(cells []int, stage int, hidden []bool) (bool, error) {
	for s := 0; ; s++ {
		r, err := u.outcome(cells, s)
		if err != nil || s == stage {
			return err == nil && slices.Equal(r.p.hidden, hidden), err
		}
		for i, h := range r.p.hidden {
			if h && !hidden[i] {
				return false, nil
			}
		}
	}
}

// widen stretches ranges over the values that tables have.
func widen(low, high []int, tables [][]int) {
	for _, cells := range tables {
		for i, n := range cells {
			low[i], high[i] = min(low[i], n), max(high[i], n)
		}
	}
}

// spread picks at most n tables from all over a list, in an order in which
// those from far apart come first.
func spread(list [][]int, n int) [][]int {
	var picked [][]int
	step := max(1, len(list)/n)
	const stride = 61 // a prime, so that every residue comes by
	for start := range stride {
		for i := start * step; i < len(list); i += stride * step {
			picked = append(picked, list[i])
		}
	}
	return picked
}

// addLightest adds the lightest shown cell to what is hidden, if there is one.
func (p *protector) addLightest(hidden []bool) bool {
	best := int32(-1)
	for i := range hidden {
		if v := int32(i); p.candidate(v) && (best < 0 || p.weight(v) < p.weight(best)) {
			best = v
		}
	}
	if best >= 0 {
		hidden[best] = true
	}
	return best >= 0
}

// published is what a reader sees, as a comparable value.
func (r *Result) published() string {
	seen := make([]int, len(r.p.hidden))
	for i, h := range r.p.hidden {
		if seen[i] = r.p.model.cells[i].value; h || !r.p.model.cells[i].published {
			seen[i] = -1
		}
	}
	return encode(seen)
}

func encode(numbers []int) string {
	var b []byte
	for _, n := range numbers {
		b = binary.AppendVarint(b, int64(n))
	}
	return string(b)
}
