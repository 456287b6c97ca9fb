package stats

import "herstel/stats/rules"

// referralReasonRows counts the reasons of afkeurreden as parts of all aanmeldingen.
func (c *computation) referralReasonRows(f *Figure) []Row {
	reasons := c.domains[rules.DimReason.ID]
	t := newTally(f, []domain{{reasons.labels, len(reasons.labels)}}, len(c.years))
	for _, cases := range c.joint {
		t.addBase(cases.year, place{}, cases.n)
		if f.Count.holds(cases.key) {
			t.addCount(cases.year, place{reasons.of(cases.key)}, cases.n)
		}
	}
	return t.rows()
}

// addReferralReasons takes over the counts of afkeurreden as parts of all
// aanmeldingen, after all hiding: what is hidden there is hidden here, and the
// noemer is in instroom, which always shows.
func addReferralReasons(figs *Figures) {
	table, ok := figs.Table("afkeurreden_van_aanmeldingen")
	reasons, found := figs.Table("afkeurreden")
	stream, all := figs.Table("instroom")
	if !ok || !found || !all || len(stream.Rows) == 0 {
		return
	}
	table.Rows = nil
	for _, row := range reasons.Rows {
		cells := make([]Cell, len(row.Cells))
		for i, cell := range row.Cells {
			cells[i] = Cell{Status: cell.Status, Count: cell.Count}
			switch {
			case cell.Status == NotAvailable:
				cells[i].Reason = cell.Reason
				continue
			case withholds(cell.Reason):
				continue
			}
			cells[i].Base = stream.Rows[0].Cells[i].Count
			if cell.Status == OK && cell.Count.Known && cells[i].Base.Known {
				cells[i].Share = shareOf(cell.Count.N, cells[i].Base.N)
			}
		}
		table.Rows = append(table.Rows, Row{Labels: row.Labels, Cells: cells})
	}
}
