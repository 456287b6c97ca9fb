package stats

import "slices"

// protectSince hides what sindsdien would give away, after all other figures
// are protected. Uitgezet and afgesloten count work. The contacts of then are
// those of the figure contact, hidden where that is. The contacts of now stand
// in no other figure: they are hidden with those of then, and where they, the
// cases without contact, or the contacts since then are fewer than the drempel,
// and any step of now when an earlier publication showed a few less.
func protectSince(figs *Figures, known *memory) {
	table, ok := figs.Table("sindsdien")
	if !ok || figs.Threshold == 0 {
		return
	}
	small := func(n int) bool { return n > 0 && n < figs.Threshold }
	row := func(step, moment string) *Row {
		i := slices.IndexFunc(table.Rows, func(r Row) bool { return slices.Equal(r.Labels, []string{step, moment}) })
		return &table.Rows[i]
	}
	for i, year := range figs.Years[:len(figs.Years)-1] {
		for _, step := range stepLabels {
			then, now := &row(step, momentLabels[0]).Cells[i], &row(step, momentLabels[momentNow]).Cells[i]
			if then.Status != OK {
				continue
			}
			hide := small(now.Count.N-then.Count.N) || slices.ContainsFunc(known.earlier, func(e *Earlier) bool {
				was, ok := e.of(&table.Figure, year,
					[]Label{{table.Figure.Breakdown[0].ID, step},
						{table.Figure.Breakdown[1].ID, momentLabels[momentNow]}})
				return ok && was.count.Known && small(max(now.Count.N-was.count.N, was.count.N-now.Count.N))
			})
			if step == "contact" {
				cases := row(stepLabels[0], momentLabels[momentNow]).Cells[i].Count
				without := cases.N - now.Count.N
				hide = hide || small(now.Count.N) || !cases.Known || small(without)
				if figs.single("contact", year).Status != OK {
					*then, hide = Cell{Status: Suppressed}, true
				}
			}
			if hide {
				*now = Cell{Status: Suppressed}
			}
		}
	}
}
