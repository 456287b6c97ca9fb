package sentences

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// rankMoves tells which referrer rose and which fell most on the list.
func rankMoves(v *View) string {
	if v.Before < 0 {
		return ""
	}
	var rise, fall *stats.Row
	nowLimit, beforeLimit := v.concealed(v.Now), v.concealed(v.Before)
	moved := func(r *stats.Row) int { return v.Cell(r).RankPrev.N - v.Cell(r).Rank.N }
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		is, was := v.Cell(r), &r.Cells[v.Before]
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
		clauses = append(clauses, v.verb(rise, "steeg", "stegen")+" "+v.placeMove(rise))
	}
	if fall != nil {
		clauses = append(clauses, v.verb(fall, "zakte", "zakten")+" "+v.placeMove(fall))
	}
	if len(clauses) == 0 {
		return ""
	}
	return nl.Sentence(fmt.Sprintf("vergeleken met %d %s", v.Year-1, nl.List(clauses)))
}

func (v *View) placeMove(r *stats.Row) string {
	return fmt.Sprintf("%s van plaats %d naar plaats %d", v.spokenRow(r), v.Cell(r).RankPrev.N, v.Cell(r).Rank.N)
}

// verb is the form of a verb that goes with the name of a row.
func (v *View) verb(r *stats.Row, one, many string) string {
	if plural, _ := byLabel(pluralLabels, r.Labels[len(r.Labels)-1]); plural {
		return many
	}
	return one
}

// firstPlace tells that a referrer stands on top for the first time in the years
// shown: "Zelfaanmelding staat voor het eerst sinds 2019 bovenaan."
func firstPlace(v *View) string {
	var top *stats.Row
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		if c := v.Cell(r); c.Rank.Known && c.Rank.N == 1 {
			if top != nil {
				return ""
			}
			top = r
		}
	}
	if top == nil || v.Now < 2 || !v.Cell(top).Change.Clear {
		return ""
	}
	for i := range v.Now {
		if rank := top.Cells[i].Rank; !rank.Known || rank.N == 1 || v.concealed(i) >= top.Cells[i].Count.N {
			return ""
		}
	}
	return nl.Sentence(fmt.Sprintf("%s %s voor het eerst sinds %d bovenaan, het eerste jaar van dit overzicht",
		v.spokenRow(top), v.verb(top, "staat", "staan"), v.Figs.Years[0]))
}
