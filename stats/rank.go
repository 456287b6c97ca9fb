package stats

import (
	"cmp"
	"math"
	"slices"

	"herstel/stats/rules"
)

// addRanks ranks the shown cells of the ranked tables, and puts their rows in
// the order of the last year. Ranks and order follow from shown numbers alone,
// so that neither gives a hidden count away.
func addRanks(figs *Figures) {
	for t := range figs.Tables {
		table := &figs.Tables[t]
		if !table.Figure.Ranked {
			continue
		}
		for year := range figs.Years {
			rankYear(table.Rows, year)
			if year > 0 && figs.Years[year-1] == figs.Years[year]-1 {
				for _, row := range table.Rows {
					row.Cells[year].RankPrev = row.Cells[year-1].Rank
				}
			}
		}
		slices.SortStableFunc(table.Rows, byRank)
	}
}

// rankYear gives equal counts the same rank and skips the ranks they take.
func rankYear(rows []Row, year int) {
	for i := range rows {
		cell := &rows[i].Cells[year]
		if !ranked(rows[i], *cell) {
			continue
		}
		rank := 1
		for _, other := range rows {
			if ranked(other, other.Cells[year]) && other.Cells[year].Count.N > cell.Count.N {
				rank++
			}
		}
		cell.Rank = Num(rank)
	}
}

func ranked(row Row, cell Cell) bool {
	return cell.Status == OK && cell.Count.Known && cell.Count.N > 0 && !row.unknown()
}

// unknown reports whether the row counts the cases whose category is not known.
func (r Row) unknown() bool {
	return len(r.Labels) > 0 && r.Labels[len(r.Labels)-1] == rules.UnknownLabel
}

// byRank orders rows by their rank in the last year, then in the years before
// it; Onbekend comes last.
func byRank(a, b Row) int {
	if a.unknown() != b.unknown() {
		if a.unknown() {
			return 1
		}
		return -1
	}
	for i := len(a.Cells) - 1; i >= 0; i-- {
		if c := cmp.Compare(rankOrLast(a.Cells[i]), rankOrLast(b.Cells[i])); c != 0 {
			return c
		}
	}
	return 0
}

func rankOrLast(c Cell) int {
	if !c.Rank.Known {
		return math.MaxInt
	}
	return c.Rank.N
}
