package disclosure

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// mostWork is what one model may cost, in numbers of tableaus written. It
// counts work and not time, so that the same tables always have the same
// outcome. A million takes a few milliseconds.
const mostWork = 2_000_000_000

// TooMuchWorkError says that the proof of a model costs more than is allowed.
// Nothing may be shown then.
type TooMuchWorkError struct {
	// Attrs are the attributes of the numbers that were being solved, the one
	// with the most values first.
	Attrs []Attr
}

// Error states the fault for who reads a log; package stats words it.
func (e *TooMuchWorkError) Error() string {
	return fmt.Sprintf("too much work to prove the hiding of %d attributes", len(e.Attrs))
}

// budget is the work that may still be done, for everyone who asks while the
// model is protected or read.
type budget struct {
	ctx  context.Context
	left int64
	err  error
}

func newBudget(ctx context.Context, work int64) *budget {
	return &budget{ctx: ctx, left: work, err: ctx.Err()}
}

// spend takes work off the budget, and says whether there was enough.
func (b *budget) spend(work int) bool {
	if b.err != nil {
		return false
	}
	b.left -= int64(work)
	if b.err = b.ctx.Err(); b.err == nil && b.left < 0 {
		b.err = &TooMuchWorkError{}
	}
	return b.err == nil
}

// blame names the attributes of the variables on which the work was done.
func (b *budget) blame(sys *system, vars []int32) error {
	if e, ok := b.err.(*TooMuchWorkError); ok && e.Attrs == nil {
		e.Attrs = sys.widest(vars)
	}
	return b.err
}

// widest lists the attributes of variables, the one with most values first.
func (s *system) widest(vars []int32) []Attr {
	seen := make(map[Coord]bool)
	values := make(map[Attr]int)
	for _, v := range vars {
		for _, c := range s.keys[v].coords() {
			if !seen[c] && int(c.Attr) < len(s.model.attrs) {
				seen[c] = true
				values[c.Attr]++
			}
		}
	}
	list := slices.Sorted(maps.Keys(values))
	slices.SortStableFunc(list, func(a, b Attr) int { return values[b] - values[a] })
	return list
}
