package stats

import (
	"context"
	"errors"
	"maps"
	"slices"

	"herstel/stats/rules"
)

// yearProtector links and solves one year, with more or fewer figures.
type yearProtector struct {
	figs     *Figures
	rules    *rules.Rules
	year     int
	excepted exceptions
	known    *memory
}

// without solves the year without some figures. It hides nothing that a solved
// year shows, if there is one.
func (p *yearProtector) without(ctx context.Context, withheld map[string]bool, solved *linker) (*linker, error) {
	l, err := linkYear(p.figs, p.rules, p.year, p.excepted, withheld)
	if err != nil {
		return nil, err
	}
	if err := l.remember(p.known); err != nil {
		return nil, err
	}
	l.hideUniform()
	if solved != nil {
		l.keepOpen(solved)
	}
	return l, l.solve(ctx, p.rules.Privacy.Threshold)
}

// details lists the figures of detail of which no earlier publication told, and
// withholds them. What was told before is known to the reader, and must be
// reckoned with; so is what herstel.yaml names an exception of.
func (p *yearProtector) details(withheld map[string]bool, accepted func(string) bool) []string {
	var ids []string
	for i := range p.figs.Tables {
		t := &p.figs.Tables[i]
		if t.Figure.Detail && !withheld[t.Figure.ID] && !accepted(t.Figure.ID) && !p.told(t) &&
			p.rules.Privacy.Threshold > 1 {
			ids = append(ids, t.Figure.ID)
			withheld[t.Figure.ID] = true
		}
	}
	return ids
}

// told says whether an earlier publication has a cell of the year of a table.
func (p *yearProtector) told(t *Table) bool {
	return slices.ContainsFunc(p.known.earlier, func(e *Earlier) bool {
		for r := range t.Rows {
			if _, ok := e.of(&t.Figure, p.figs.Years[p.year], labelsOf(t, r)); ok {
				return true
			}
		}
		return false
	})
}

// join lets the figures of detail join a solved year, one by one in the order of
// the catalog: each where it can be hidden without hiding more of the others. It
// returns the year with those that joined.
func (p *yearProtector) join(ctx context.Context, l *linker, details []string) (*linker, error) {
	for _, id := range details {
		withheld := maps.Clone(l.withheld)
		delete(withheld, id)
		with, err := p.without(ctx, withheld, l)
		var work *WorkError
		if errors.As(err, &work) && ctx.Err() == nil {
			continue
		}
		if err != nil {
			return nil, err
		}
		if len(with.failing()) == 0 && !with.hidesUnknown(id) {
			l = with
		}
	}
	return l, nil
}

// keepOpen makes the numbers that a solved year shows known to the model, so that
// none of them is hidden for the sake of what is linked beside them.
func (l *linker) keepOpen(solved *linker) {
	for _, set := range l.sets {
		set.model.Plain()
	}
	type place struct {
		table *Table
		row   int
	}
	mine := map[place]*linkedCell{}
	for _, c := range l.cells {
		mine[place{c.table, c.row}] = c
	}
	for _, shown := range solved.cells {
		c := mine[place{shown.table, shown.row}]
		if c == nil || c.set == nil || shown.set == nil {
			continue
		}
		if !solved.conceals(shown.set, shown.count) {
			c.set.model.Lock(c.count)
		}
		if c.hasBase && !solved.conceals(shown.set, shown.base) {
			c.set.model.Lock(c.base)
		}
	}
}

// hidesUnknown says whether a figure hides cases of Onbekend. The findings tell how many cells are empty in a column,
// and with that a reader may place the Onbekend of a detail.
func (l *linker) hidesUnknown(id string) bool {
	return slices.ContainsFunc(l.cells, func(c *linkedCell) bool {
		return c.table.Figure.ID == id && l.hidden(c) && slices.ContainsFunc(c.category,
			func(label Label) bool { return label.Value == rules.UnknownLabel })
	})
}
