package stats

import (
	"fmt"
	"slices"

	"herstel/stats/inference"
)

// The parts of contact_ontleding, in the order in which they show.
var partLabels = []string{"verandering", "samenstelling", "kans", "bij gelijke samenstelling"}

// decompositionRows makes the rows of contact_ontleding, which addDecomposition
// fills in when it is known what shows.
func (c *computation) decompositionRows(*Figure) []Row { return countRows(partLabels, len(c.years)) }

// addDecomposition takes the change of contact apart over the aanleidingen, as
// package inference says. It uses shown numbers alone, after all hiding, so that
// it can give nothing away.
func addDecomposition(figs *Figures) {
	table, ok := figs.Table("contact_ontleding")
	if !ok || len(table.Rows) != len(partLabels) {
		return
	}
	for year := range figs.Years {
		cells := figs.decomposed(year)
		for i := range table.Rows {
			if cell := &table.Rows[i].Cells[year]; cell.Status == OK {
				*cell = cells[i]
			}
		}
	}
}

// decomposed gives the cells of one year, in the order of partLabels.
func (f *Figures) decomposed(year int) [4]Cell {
	if year == 0 || f.Years[year-1] != f.Years[year]-1 {
		return withoutNumber(Cell{Status: NotAvailable, Reason: "het jaar ervoor staat niet in dit verslag"})
	}
	if bar := f.barred(year); bar.Status != OK {
		return withoutNumber(bar)
	}
	table, _ := f.Table("contact_per_aanleiding")
	var before, after []inference.Proportion
	for _, row := range table.Rows {
		before = append(before, inference.Proportion{Count: row.Cells[year-1].Count.N, Base: row.Cells[year-1].Base.N})
		after = append(after, inference.Proportion{Count: row.Cells[year].Count.N, Base: row.Cells[year].Base.N})
	}
	d := inference.Kitagawa(before, after)
	if !d.Known || min(casesIn(before), casesIn(after)) < leastBase {
		return withoutNumber(Cell{Status: NotAvailable,
			Reason: fmt.Sprintf("een van de twee jaren heeft minder dan %d zaken", leastBase)})
	}
	points := func(v float64) Cell { return Cell{Points: Estimate{Value: v, Known: true}} }
	rate := points(d.Rate)
	rate.Points.Interval, rate.Points.IntervalKnown = d.RateInterval, true
	return [4]Cell{points(d.Change), points(d.Mix), rate, {Estimate: Estimate{Value: d.Standardized, Known: true}}}
}

// barred is a cell that does not show, of those that the decomposition of a year
// needs; the zero cell where all of them do.
func (f *Figures) barred(year int) Cell {
	for _, id := range []string{"aanleiding", "contact_per_aanleiding"} {
		table, ok := f.Table(id)
		if !ok || len(table.Rows) == 0 {
			return Cell{Status: NotAvailable, Reason: "er zijn geen uitgezette zaken"}
		}
		for _, row := range table.Rows {
			for _, cell := range row.Cells[year-1 : year+1] {
				switch {
				case cell.Status == NotAvailable:
					return Cell{Status: NotAvailable, Reason: cell.Reason}
				case cell.Status != OK, !cell.Count.Known, !cell.Base.Known:
					return Cell{Status: Suppressed}
				}
			}
		}
	}
	return Cell{}
}

func withoutNumber(cell Cell) [4]Cell { return [4]Cell{cell, cell, cell, cell} }

func casesIn(groups []inference.Proportion) int {
	sum := 0
	for _, g := range groups {
		sum += g.Base
	}
	return sum
}

// barDecomposition takes the decomposition away of years that are not comparable:
// what is no difference cannot be taken apart.
func (c *computation) barDecomposition(figs *Figures) {
	table, ok := figs.Table("contact_ontleding")
	if !ok {
		return
	}
	for i := 1; i < len(figs.Years); i++ {
		reason := c.indivisible(figs, figs.Years[i])
		for _, row := range table.Rows {
			if cell := &row.Cells[i]; reason != "" && cell.Status == OK {
				*cell = Cell{Status: NotAvailable, Reason: reason}
			}
		}
	}
}

// indivisible says in Dutch why the change of contact in a year cannot be taken
// apart; it is empty where it can.
func (c *computation) indivisible(figs *Figures, year int) string {
	if figs.CompareNow {
		return "de jaren zijn niet even oud, want herstel.yaml zegt vergelijken: nu"
	}
	for _, b := range c.rules.SeriesBreaks {
		if b.Year == year && slices.Contains([]string{"", "contact", "aanleiding", "contact_per_aanleiding",
			"contact_ontleding"}, b.Figure) {
			return "herstel.yaml noemt een trendbreuk tussen de twee jaren"
		}
	}
	if !figs.single("contact", year).Change.Known {
		return "het aandeel zaken met contact is niet te vergelijken met het jaar ervoor"
	}
	return ""
}
