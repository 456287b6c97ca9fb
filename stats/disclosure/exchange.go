package disclosure

import (
	"errors"
	"slices"
)

// errEnough ends a trial that spent the work for trials.
var errEnough = errors.New("the trials spent their work")

// exchange looks for each secondary cell whether others can take its place at
// a lower loss: a detail for a headline, one cell for two. The cells that
// matter most are tried first, and each trial starts from what is hidden then.
// It ends when it spent its work.
func (p *protector) exchange() error {
	p.enough = p.budget.left - int64(p.limits.exchange)
	defer func() { p.enough = 0 }()
	for _, v := range p.secondaries() {
		if p.spent() {
			return nil
		}
		if !p.hidden[v] {
			continue
		}
		for _, afresh := range []bool{false, true} {
			if err := p.tryWithout(v, afresh); err != nil {
				return err
			}
			if !p.hidden[v] {
				break
			}
		}
	}
	return nil
}

// spent says whether there is no work left for trials.
func (p *protector) spent() bool { return p.enough > 0 && p.budget.left < p.enough }

// state is what a trial changes.
type state struct {
	hidden, limited, unproven []bool
	need                      []int
	reach                     []span
	attack                    *attack
	growth                    int
}

func (p *protector) state() state {
	return state{slices.Clone(p.hidden), slices.Clone(p.limited), slices.Clone(p.unproven), slices.Clone(p.need),
		slices.Clone(p.reach), p.attack, p.growth}
}

func (p *protector) restore(s state) {
	p.hidden, p.limited, p.unproven, p.need, p.reach, p.attack, p.growth = s.hidden, s.limited, s.unproven, s.need,
		s.reach, s.attack, s.growth
}

// tryWithout shows v, or afresh all secondary cells of its component, hides
// what is then needed without v, and goes back when that costs as much or
// leaves a gap too small.
func (p *protector) tryWithout(v int32, afresh bool) error {
	before := p.state()
	headlines, weight := p.loss()
	p.forget(v)
	for _, w := range p.secondaries() {
		if w == v || afresh && p.attack.part[w] == p.attack.part[v] {
			p.show(w)
		}
	}
	p.barred[v] = true
	err := p.secondary()
	if err == nil {
		err = p.showUnneeded()
	}
	p.barred[v] = false
	if errors.Is(err, errEnough) {
		p.restore(before)
		return nil
	}
	if err != nil {
		return err
	}
	newLimit := false
	for w, limited := range p.limited {
		newLimit = newLimit || limited && !before.limited[w]
	}
	h, n := p.loss()
	if newLimit || h > headlines || h == headlines && n >= weight {
		p.restore(before)
	}
	return nil
}

// loss is what is hidden: the number of headlines, and the weight of all.
func (p *protector) loss() (headlines int, weight int64) {
	for i, h := range p.hidden {
		if !h {
			continue
		}
		weight += p.weight(int32(i))
		if p.model.cells[i].weight >= Precious {
			headlines++
		}
	}
	return headlines, weight
}
