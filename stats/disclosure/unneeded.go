package disclosure

import (
	"cmp"
	"slices"
)

// showUnneeded shows the secondary cells again without which every gap is
// still wide enough, the most important first.
func (p *protector) showUnneeded() error {
	extra := p.secondaries()
	if _, err := p.audit(); err != nil {
		return err
	}
	for _, v := range extra[:min(len(extra), p.limits.tried, p.limits.work/max(1, len(p.system.keys)))] {
		if p.spent() {
			break
		}
		if err := p.tryShow(v); err != nil {
			return err
		}
	}
	return nil
}

// secondaries lists the cells that are hidden for the sake of others alone,
// the most important first.
func (p *protector) secondaries() []int32 {
	var extra []int32
	for i := range p.hidden {
		if p.hidden[i] && !p.primary[i] && !p.forced[i] {
			extra = append(extra, int32(i))
		}
	}
	slices.SortStableFunc(extra, func(a, b int32) int { return cmp.Compare(p.weight(b), p.weight(a)) })
	return extra
}

// forget takes back what was proven for the component of v.
func (p *protector) forget(v int32) {
	if part := p.attack.part[v]; part >= 0 {
		for _, w := range p.attack.parts[part] {
			p.reach[w] = span{low: p.system.start[w], high: p.system.start[w]}
		}
	}
}

func (p *protector) tryShow(v int32) error {
	before := slices.Clone(p.reach)
	p.forget(v)
	p.show(v)
	failing, err := p.audit()
	if err != nil {
		return err
	}
	if len(failing) > 0 {
		p.hide(v)
		p.reach = before
		p.attack = newAttack(p.system, p.hidden, fromSides, p.budget)
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
