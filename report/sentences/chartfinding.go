package sentences

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"herstel/stats"
	"herstel/stats/nl"
)

// findingWords tell a clear change of a figure as the title of its chart.
type findingWords struct {
	names map[string]string // of parts, where their label does not say enough above a chart
	often string            // yes/no: what happens more or less often
	row   string            // counts: the row that is told
	many  string            // counts: what it counts
}

// longestTitle is the length of a title, in characters, from which a second
// finding does not fit.
const longestTitle = 62

// Finding is the clearest change of a figure as a title; empty where no change
// is clear, and then the topic of the chart is its title.
func (v *View) Finding() string {
	if v.Now < 0 || v.Silence() != "" {
		return ""
	}
	if v.Table.Figure.Kind == stats.KindSplit {
		return v.splitFinding()
	}
	switch v.shape() {
	case shapeParts:
		if v.Entry.Flow {
			return v.countFinding()
		}
		return v.partsFinding()
	case shapeYesNo, shapeYesNoWithin, shapePartsWithin:
		return v.shareFinding()
	case shapeCounts:
		if v.Entry.finding.row == "*" {
			return v.largestCountFinding()
		}
		return v.countFinding()
	}
	return ""
}

// clearMoves are the rows whose share changed clearly, the largest change first.
func (v *View) clearMoves() []*stats.Row {
	var rows []*stats.Row
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		if v.comparable(r) && v.Cell(r).Change.Clear && (len(r.Labels) == 0 || !isUnknown(r)) &&
			!Omits(v.Figs, v.Table, r) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b *stats.Row) int {
		return cmp.Compare(math.Abs(v.Cell(b).Change.Points), math.Abs(v.Cell(a).Change.Points))
	})
	return rows
}

// partsFinding tells the part that changed most: that its number doubled or
// halved, or its share, with a second one where there is room.
func (v *View) partsFinding() string {
	rows := v.clearMoves()
	if len(rows) == 0 {
		return ""
	}
	change := v.Cell(rows[0]).Change
	if f := factor(change.Previous, v.Cell(rows[0]).Count.N); f != "" && !change.AmongKnown {
		return fmt.Sprintf("%s %s: van %s naar %s", v.titleName(rows[0]), f, nl.IntText(change.Previous),
			v.caseNoun().Count(v.Cell(rows[0]).Count.N))
	}
	title := v.partMove(rows[0])
	if len(rows) > 1 {
		second := title + ", " + v.partMove(rows[1])
		if utf8.RuneCountInString(second) <= longestTitle && len(v.Table.Rows) > 2 {
			return second
		}
	}
	return title
}

// titleName names a part at the start of a title.
func (v *View) titleName(r *stats.Row) string {
	last := len(r.Labels) - 1
	return cmp.Or(v.Entry.finding.names[r.Labels[last]], nl.Capital(nl.Isolated(r.Labels[last])))
}

// fromTo is the change of a share: "van 10% naar 22%".
func (v *View) fromTo(r *stats.Row) string {
	from, to := v.compared(r)
	move := printMove(from, to, v.Cell(r).Change)
	return fmt.Sprintf("van %s naar %s", move.before, move.now)
}

// partMove is the change of a part with its name.
func (v *View) partMove(r *stats.Row) string {
	name := v.titleName(r)
	if strings.Contains(name, " van ") {
		name += ":"
	}
	return name + " " + v.fromTo(r)
}

// shareFinding tells that something happened more or less often, in all cases
// or in the group where that changed most.
func (v *View) shareFinding() string {
	words := v.Entry.finding.often
	rows := slices.DeleteFunc(v.clearMoves(), func(r *stats.Row) bool { return len(r.Labels) > 1 && !v.focused(r) })
	if len(rows) == 0 || words == "" {
		return ""
	}
	often := "vaker "
	if v.Cell(rows[0]).Change.Direction == stats.Down {
		often = "minder vaak "
	}
	group := ""
	if len(rows[0].Labels) > 0 {
		group = v.groupPhrase(rows[0].Labels[0]) + " "
	}
	return nl.Capital(group + often + words + ": " + v.fromTo(rows[0]))
}

// countFinding tells that a number rose or fell.
func (v *View) countFinding() string {
	words := v.Entry.finding
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		if len(r.Labels) > 0 && r.Labels[0] != words.row || words.many == "" {
			continue
		}
		return v.countMove(r, words.many)
	}
	return ""
}

// largestCountFinding tells the month whose number changed most, where one did.
func (v *View) largestCountFinding() string {
	best := v.largestCountMove()
	if best == nil {
		return ""
	}
	return v.countMove(best, v.Entry.finding.many+" in "+MonthName(best.Labels[0]))
}

// largestCountMove is the row whose number clearly changed most; nil where none
// did, or two did as much.
func (v *View) largestCountMove() *stats.Row {
	var best *stats.Row
	tied := false
	size := func(r *stats.Row) float64 { return math.Abs(float64(v.Cell(r).Change.Difference)) }
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		switch {
		case !shown(v.Cell(r)) || !v.Cell(r).Change.Clear || size(r) == 0:
		case best == nil || size(r) > size(best):
			best, tied = r, false
		case size(r) == size(best):
			tied = true
		}
	}
	if tied {
		return nil
	}
	return best
}

func (v *View) countMove(r *stats.Row, many string) string {
	c := v.Cell(r)
	if !shown(c) || !c.Change.Clear || c.Change.Difference == 0 {
		return ""
	}
	more := "Meer "
	if c.Change.Difference < 0 {
		more = "Minder "
	}
	return fmt.Sprintf("%s%s: van %s naar %s", more, many, nl.IntText(c.Change.Previous), nl.IntText(c.Count.N))
}
