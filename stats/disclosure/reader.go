package disclosure

import "slices"

// reader answers what someone who has only what is shown can work out. It
// solves one component at a time, when it is asked, and keeps its programs: a
// tableau that was walked through can start again at the real table.
type reader struct {
	*attack
	walkers []*walker // by component
	ends    []span    // by variable
	solved  []bool    // by component: the ends of its cells are known
	short   []bool    // by variable: there may be more beyond its ends
}

func newReader(a *attack) *reader {
	n := len(a.parts)
	return &reader{attack: a, walkers: make([]*walker, n), ends: a.sys.atStart(), solved: make([]bool, n),
		short: make([]bool, len(a.fixed))}
}

// walker returns the program of a component, standing at the real table. It
// makes a new one when there is none, or when its numbers outgrew it.
func (r *reader) walker(part int32, reach []span) *walker {
	w := r.walkers[part]
	if w == nil || w.lp.stuck {
		w = r.newWalker(r.parts[part], reach)
		r.walkers[part] = w
		return w
	}
	w.reach = reach
	w.restart()
	return w
}

// span returns both ends of the range of a cell. It is exact when no whole-number
// table has a value beyond them.
func (r *reader) span(v int32) (low, high int, exact bool, err error) {
	if part := r.part[v]; part >= 0 && !r.solved[part] {
		if err := r.solve(part); err != nil {
			return r.sys.start[v], r.sys.start[v], false, err
		}
		r.solved[part] = true
	}
	return r.ends[v].low, r.ends[v].high, !r.short[v], nil
}

// solve walks to both ends of every cell of a component.
func (r *reader) solve(part int32) error {
	for _, v := range r.parts[part] {
		if int(v) >= len(r.sys.model.cells) {
			continue
		}
		exact, err := r.walker(part, r.ends).settleEnds(v)
		if err != nil {
			return err
		}
		r.short[v] = !exact
	}
	return nil
}

// givers lists the hidden cells that would each, when shown, leave v a gap
// that is too small. A cell that stays as it is while v takes all the values
// of its gap is none, so that only those that moved are tried.
func (r *reader) givers(v int32, hidden []bool, gap int) ([]Cell, error) {
	part := r.part[v]
	reach := r.sys.atStart()
	w := r.walker(part, reach)
	if err := w.prove(v, gap); err != nil || reach[v].high-reach[v].low < gap {
		return nil, err
	}
	var list []Cell
	for j, moved := range slices.Clone(w.moved) {
		u := w.vars[j]
		if !moved || u == v || int(u) >= len(hidden) || !hidden[u] {
			continue
		}
		gives, err := r.gives(u, v, gap)
		if err != nil {
			return nil, err
		}
		if gives {
			list = append(list, Cell(u))
		}
	}
	return list, nil
}

// gives says whether v has too small a gap when u is shown.
func (r *reader) gives(u, v int32, gap int) (bool, error) {
	w := r.walker(r.part[v], r.sys.atStart())
	column, _ := slices.BinarySearch(w.vars, u)
	low, high := w.lp.low[column], w.lp.high[column]
	w.lp.low[column], w.lp.high[column] = w.first[column], w.first[column]
	err := w.prove(v, gap)
	w.lp.low[column], w.lp.high[column] = low, high
	return w.reach[v].high-w.reach[v].low < gap, err
}
