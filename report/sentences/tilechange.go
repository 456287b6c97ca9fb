package sentences

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// TileChange tells how a number changed, and that it did only where that is
// clear.
func (v *View) TileChange(r *stats.Row) string {
	c := v.Cell(r)
	was, ok := v.previous(r)
	if !ok || !shown(c) || !shown(was) || !c.Change.Known {
		return ""
	}
	before := nl.Year(v.Year - 1)
	switch {
	case c.Change.Direction == stats.Same && !v.Entry.Flow, c.Change.Difference == 0 && !c.Change.PointsKnown:
		return "gelijk aan " + before
	case c.Change.Clear && c.Change.PointsKnown && !v.Entry.Flow:
		move := printMove(was.Share, c.Share, c.Change)
		if move.points == "" {
			return fmt.Sprintf("van %s naar %s", move.before, move.now)
		}
		return fmt.Sprintf("%s %s dan in %s", move.points, moreOrLess(c.Change.Direction), before)
	case c.Change.Clear:
		return countChange(c.Change, before)
	}
	return "geen duidelijk verschil met " + before
}

func moreOrLess(d stats.Direction) string {
	if d == stats.Down {
		return "minder"
	}
	return "meer"
}
