package stats

import "context"

// yielding gives a figure of detail that costs the figure it is a detail of a
// cell: that one would show more cells without it. It is empty when there is none,
// and where what was published before binds the year.
func (l *linker) yielding(ctx context.Context, withheld map[string]bool, known *memory) (string, error) {
	if l.recall.bound {
		return "", nil
	}
	for i := range l.figs.Tables {
		f := &l.figs.Tables[i].Figure
		hidden := l.hiddenOf(f.Yields)
		if f.Yields == "" || withheld[f.ID] || hidden == 0 {
			continue
		}
		fewer := map[string]bool{f.ID: true}
		for id := range withheld {
			fewer[id] = true
		}
		without, err := linkYear(l.figs, l.rules, l.year, l.excepted, fewer)
		if err != nil {
			return "", err
		}
		if err := without.remember(known); err != nil {
			return "", err
		}
		if err := without.solve(ctx, l.threshold); err != nil {
			return "", err
		}
		if without.hiddenOf(f.Yields) < hidden {
			return f.ID, nil
		}
	}
	return "", nil
}

// hiddenOf counts the hidden cells of a figure.
func (l *linker) hiddenOf(id string) int {
	n := 0
	for _, c := range l.cells {
		if c.table.Figure.ID == id && l.hidden(c) {
			n++
		}
	}
	return n
}
