package report

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// rankMoves tells which referrer rose and which fell most on the list.
func rankMoves(v *view) string {
	if v.before < 0 {
		return ""
	}
	var rise, fall *stats.Row
	nowLimit, beforeLimit := v.concealed(v.now), v.concealed(v.before)
	moved := func(r *stats.Row) int { return v.cell(r).RankPrev.N - v.cell(r).Rank.N }
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		is, was := v.cell(r), &r.Cells[v.before]
		if !is.Rank.Known || !is.RankPrev.Known || !shown(is) || !shown(was) || !is.Change.Clear ||
			is.Count.N <= max(nowLimit, smallBase-1) || was.Count.N <= max(beforeLimit, smallBase-1) {
			continue
		}
		if m := moved(r); m > 0 && (rise == nil || m > moved(rise)) {
			rise = r
		} else if m < 0 && (fall == nil || m < moved(fall)) {
			fall = r
		}
	}
	var clauses []string
	if rise != nil {
		clauses = append(clauses, "steeg "+v.placeMove(rise))
	}
	if fall != nil {
		clauses = append(clauses, "zakte "+v.placeMove(fall))
	}
	if len(clauses) == 0 {
		return ""
	}
	return nl.Sentence(fmt.Sprintf("vergeleken met %d %s", v.year-1, nl.List(clauses)))
}

func (v *view) placeMove(r *stats.Row) string {
	return fmt.Sprintf("%s van plaats %d naar plaats %d", v.spokenRow(r), v.cell(r).RankPrev.N, v.cell(r).Rank.N)
}
