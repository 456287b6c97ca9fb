package stats

import (
	"slices"

	"herstel/stats/inference"
)

// clearLevel is the chance that a report calls any change clear that is none;
// leastBase is the noemer below which a share is not compared.
const (
	clearLevel = 0.05
	leastBase  = 10
)

// markClear says of each change whether it may be told as a change. A report
// compares many numbers, of which one in twenty would differ by chance beyond
// its margin. So there is one test for each figure, the figures are judged
// together (Holm), and within a figure that passes its rows are (Holm again).
// A figure that is judged with another one asks nothing of the others: it is
// tested only where that one passes.
// The tests use shown numbers only. Kerncijfers are not subject to chance.
func markClear(figs *Figures) {
	now := len(figs.Years) - 1
	if now < 1 || figs.Years[now-1] != figs.Years[now]-1 {
		return
	}
	tests := make([]inference.Test, len(figs.Tables))
	for i := range figs.Tables {
		if figs.Tables[i].Figure.JudgedWith == "" {
			tests[i] = figs.Tables[i].test(now)
		}
	}
	outcomes := inference.Holm(tests, clearLevel)
	for i := range figs.Tables {
		table := &figs.Tables[i]
		outcome := figs.outcome(i, outcomes)
		rows := make([]inference.Test, len(table.Rows))
		for r := range table.Rows {
			rows[r] = table.rowTest(r, now)
			if table.Rows[r].Cells[now].Change.P = rows[r].P; !rows[r].Known {
				table.Rows[r].Cells[now].Change.P = 1
			}
		}
		for r, row := range inference.Holm(rows, clearLevel) {
			change := &table.Rows[r].Cells[now].Change
			change.Clear = outcome.Rejected && row.Rejected
			if outcome.Rejected {
				markRun(&table.Rows[r], now)
			}
			if table.Figure.Source == fromKeyFigures {
				change.Clear = change.Known && change.Difference != 0
			}
		}
	}
}

// outcome is that of a figure; of one that is judged with another, it passes where
// both do.
func (figs *Figures) outcome(i int, outcomes []inference.Adjusted) inference.Adjusted {
	table := &figs.Tables[i]
	if table.Figure.JudgedWith == "" {
		return outcomes[i]
	}
	own := inference.Holm([]inference.Test{table.test(len(figs.Years) - 1)}, clearLevel)[0]
	other := slices.IndexFunc(figs.Tables, func(t Table) bool { return t.Figure.ID == table.Figure.JudgedWith })
	own.Rejected = own.Rejected && other >= 0 && outcomes[other].Rejected
	return own
}

// test is the one test of a figure for a change since the year before: the
// chi-square over the parts of one whole, else the strictest of the tests of its
// rows or groups, times their number (Bonferroni).
func (t *Table) test(now int) inference.Test {
	if !t.Figure.HasChanges() || t.Figure.Source == fromKeyFigures {
		return inference.Test{}
	}
	var tests []inference.Test
	if t.Figure.Kind == KindParts && !t.Figure.Flow() {
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
	for _, row := range rows {
		change := &row.Cells[now].Change
		if !change.Known || !change.PointsKnown {
			continue
		}
		if counts == nil {
			rest = [2]int{change.From.Den, change.To.Den}
		}
		counts = append(counts, []int{change.From.Num, change.To.Num})
		rest[0], rest[1] = rest[0]-change.From.Num, rest[1]-change.To.Num
	}
	if counts != nil && (rest[0] > 0 || rest[1] > 0) {
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
	case t.Figure.countsWork():
		return inference.TwoCounts(is.Count.N, before.Count.N)
	case !is.Change.PointsKnown:
		return inference.Test{}
	}
	return inference.TwoShares(is.Change.To.proportion(), is.Change.From.proportion())
}
