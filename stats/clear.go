package stats

import (
	"slices"

	"herstel/stats/inference"
)

// The chance that a report calls any change clear that is none, and the noemer
// below which a share is not compared.
const (
	clearLevel = 0.05
	leastBase  = 10
)

// markClear says of each change whether it may be told as a change. A report
// compares many numbers, of which one in twenty would differ by chance beyond
// its margin. So there is one test for each figure, the figures are judged
// together (Holm), and within a figure that passes its rows are (Holm again).
// The tests use shown numbers only. Kerncijfers are not subject to chance.
func markClear(figs *Figures) {
	now := len(figs.Years) - 1
	if now < 1 || figs.Years[now-1] != figs.Years[now]-1 {
		return
	}
	tests := make([]inference.Test, len(figs.Tables))
	for i := range figs.Tables {
		tests[i] = figs.Tables[i].test(now)
	}
	for i, outcome := range inference.Holm(tests, clearLevel) {
		table := &figs.Tables[i]
		rows := make([]inference.Test, len(table.Rows))
		for r := range table.Rows {
			rows[r] = table.rowTest(r, now)
		}
		for r, row := range inference.Holm(rows, clearLevel) {
			change := &table.Rows[r].Cells[now].Change
			change.Clear = outcome.Rejected && row.Rejected
			if table.Figure.Source == fromKeyFigures {
				change.Clear = change.Known && change.Difference != 0
			}
		}
	}
}

// test is the one test of a figure for a change since the year before: the
// chi-square over the parts of one whole, else the strictest of the tests of its
// rows or groups, times their number (Bonferroni).
func (t *Table) test(now int) inference.Test {
	if !t.Figure.HasChanges() || t.Figure.Source == fromKeyFigures {
		return inference.Test{}
	}
	var tests []inference.Test
	if t.Figure.Kind == KindParts && t.Figure.ID != "instroom" {
		for _, group := range t.wholes() {
			tests = append(tests, partsTest(group, now))
		}
	} else {
		for r := range t.Rows {
			tests = append(tests, t.rowTest(r, now))
		}
	}
	tests = slices.DeleteFunc(tests, func(test inference.Test) bool { return !test.Known })
	if len(tests) == 0 {
		return inference.Test{}
	}
	strictest := tests[0].P
	for _, test := range tests {
		strictest = min(strictest, test.P)
	}
	return inference.Test{P: min(float64(len(tests))*strictest, 1), Known: true}
}

// wholes gives the rows of each whole of which the rows are parts.
func (t *Table) wholes() [][]Row {
	if t.Figure.Within == 0 {
		return [][]Row{t.Rows}
	}
	var groups [][]Row
	for i, row := range t.Rows {
		if len(row.Labels) == 0 {
			return nil
		}
		if i == 0 || row.Labels[0] != t.Rows[i-1].Labels[0] {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], row)
	}
	return groups
}

// partsTest compares the parts of one whole. What is hidden in one of the two
// years counts as one part.
func partsTest(rows []Row, now int) inference.Test {
	var counts [][]int
	var rest [2]int
	known := [2]bool{}
	for _, row := range rows {
		for i := range rest {
			if base := row.Cells[now-1+i].Base; base.Known && !known[i] {
				rest[i], known[i] = base.N, true
			}
		}
	}
	if !known[0] || !known[1] || min(rest[0], rest[1]) < leastBase {
		return inference.Test{}
	}
	for _, row := range rows {
		before, is := row.Cells[now-1], row.Cells[now]
		if before.Status == OK && is.Status == OK && before.Count.Known && is.Count.Known {
			counts = append(counts, []int{before.Count.N, is.Count.N})
			rest[0], rest[1] = rest[0]-before.Count.N, rest[1]-is.Count.N
		}
	}
	if rest[0] > 0 || rest[1] > 0 {
		counts = append(counts, []int{max(rest[0], 0), max(rest[1], 0)})
	}
	return inference.Homogeneity(counts)
}

// rowTest compares one row with the year before.
func (t *Table) rowTest(r, now int) inference.Test {
	before, is := t.Rows[r].Cells[now-1], t.Rows[r].Cells[now]
	switch {
	case !is.Change.Known || t.Figure.Kind == KindLeadTime:
		return inference.Test{}
	case t.Figure.Kind == KindCount || t.Figure.ID == "instroom":
		return inference.TwoCounts(is.Count.N, before.Count.N)
	case !is.Change.PointsKnown || min(is.Share.Den, before.Share.Den) < leastBase:
		return inference.Test{}
	}
	return inference.TwoShares(is.Share.proportion(), before.Share.proportion())
}
