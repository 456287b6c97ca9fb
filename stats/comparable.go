package stats

import (
	"herstel/stats/inference"
	"herstel/stats/rules"
)

// The percentages of Onbekend from which on, and by the move of which, shares
// are compared among the known cases.
const (
	muchUnknown = 5
	unknownMove = 3
)

// comparer compares the years of a report.
type comparer struct {
	figs   *Figures
	breaks []rules.SeriesBreak
	counts func(year int) *yearCounts // by place in Figures.Years
	rows   []Row                      // of the table that is compared
	figure *Figure
}

// addChanges fills in the change of each cell against the year before.
func (c *computation) addChanges(figs *Figures) {
	if c.rules.CompareNow {
		return
	}
	for t := range figs.Tables {
		table := &figs.Tables[t]
		if !table.Figure.HasChanges() {
			continue
		}
		compare := comparer{figs: figs, breaks: c.rules.SeriesBreaks, counts: c.of, rows: table.Rows,
			figure: &table.Figure}
		for i := 1; i < len(figs.Years); i++ {
			if figs.Years[i-1] == figs.Years[i]-1 {
				compare.year(i)
			}
		}
	}
}

// year compares all rows of a year with the year before.
func (c *comparer) year(i int) {
	shared := c.reasons(i)
	for r := range c.rows {
		row := &c.rows[r]
		now, before := &row.Cells[i], row.Cells[i-1]
		reasons := shared | c.cellReasons(*now, before)
		known := c.amongKnown(r, i)
		if known.asked {
			reasons |= ReasonUnknown | known.why
		}
		change := Change{}
		if !reasons.block() && (!known.asked || known.possible) {
			change = changeOf(c.compared(*now), c.compared(before))
			if known.asked {
				change.among(known.before, known.now)
			}
		}
		change.Against, change.Reasons = c.figs.Years[i-1], reasons
		now.Change = change
	}
}

// reasons lists what keeps a whole figure from being compared.
func (c *comparer) reasons(i int) Reasons {
	var reasons Reasons
	now, before := c.counts(i), c.counts(i-1)
	if c.figure.grows() && (now.undated(c.figure) || before.undated(c.figure)) &&
		(now.manyOpen() || before.manyOpen()) {
		reasons |= ReasonUndated
	}
	for _, b := range c.breaks {
		if b.Year == c.figs.Years[i] && (b.Figure == "" || b.Figure == c.figure.ID) {
			return reasons | ReasonBreak
		}
	}
	return reasons
}

// cellReasons lists what keeps two cells from being compared.
func (c *comparer) cellReasons(now, before Cell) Reasons {
	switch {
	case now.Begin || before.Begin:
		return ReasonBegin
	case now.Status == NotAvailable || before.Status == NotAvailable:
		return ReasonNotAvailable
	case now.Status == Suppressed || before.Status == Suppressed || !now.Count.Known || !before.Count.Known:
		return ReasonHidden
	case c.figure.countsWork():
		return 0
	case c.figure.Kind == KindLeadTime:
		if min(now.Count.N, before.Count.N) < leastBase {
			return ReasonSmall
		}
		return 0
	case !now.Base.Known || !before.Base.Known:
		return ReasonHidden
	case min(now.Base.N, before.Base.N) < leastBase:
		return ReasonSmall
	}
	return 0
}

// countsWork says that a figure is told in numbers of work, not in shares.
func (f *Figure) countsWork() bool { return f.Kind == KindCount || f.Flow() }

// Flow says that the rows of a figure are the steps of what came in.
func (f *Figure) Flow() bool { return len(f.Breakdown) == 1 && f.Breakdown[0] == rules.DimStream }

// amongKnown is the comparison of a row among the cases of which the breakdown
// is known.
type amongKnown struct {
	asked, possible bool
	why             Reasons // that it is not possible; none for Onbekend itself
	before, now     inference.Proportion
}

// amongKnown decides by shown numbers alone whether a row is compared among the
// known cases.
func (c *comparer) amongKnown(r, i int) amongKnown {
	f := c.figure
	if f.countsWork() || len(f.Breakdown) == 0 || len(c.rows[r].Labels) == 0 ||
		(f.Kind != KindParts && f.Kind != KindYesNo) {
		return amongKnown{}
	}
	if f.Within > 0 && c.groupUnknown(i) {
		if c.rows[r].Labels[0] == rules.UnknownLabel {
			return amongKnown{asked: true}
		}
		cells := c.rows[r].Cells
		k := amongKnown{asked: true, possible: true, before: cells[i-1].Share.proportion(),
			now: cells[i].Share.proportion()}
		if f.Kind == KindYesNo {
			return k
		}
		if inside := c.partUnknown(r, i); inside.asked {
			return inside
		}
		return k
	}
	if f.Kind == KindYesNo {
		return amongKnown{}
	}
	return c.partUnknown(r, i)
}

// partUnknown looks at Onbekend among the parts of the whole that a row is in.
func (c *comparer) partUnknown(r, i int) amongKnown {
	before, is := c.unknownOf(r, i-1), c.unknownOf(r, i)
	if !before.asks && !is.asks && !unknownMoved(before, is) {
		return amongKnown{}
	}
	k := amongKnown{asked: true}
	cells := c.rows[r].Cells
	switch {
	case !before.exact || !is.exact:
		k.why = ReasonHidden
	case c.rows[r].unknown():
	case min(before.base-before.most, is.base-is.most) < leastBase:
		k.why = ReasonSmall
	default:
		k.before = inference.Proportion{Count: cells[i-1].Count.N, Base: before.base - before.most}
		k.now = inference.Proportion{Count: cells[i].Count.N, Base: is.base - is.most}
		k.possible = true
	}
	return k
}

// unknownPart is how many cases of a whole are Onbekend, as far as is shown.
type unknownPart struct {
	most, base int
	exact      bool // most is the number itself, not what the hidden parts leave room for
	asks       bool // it is much
}

func (c *comparer) unknownOf(r, i int) unknownPart {
	u := unknownPart{exact: true}
	left, hidden := -1, false
	for k := range c.rows {
		row := &c.rows[k]
		if c.figure.Within > 0 && row.Labels[0] != c.rows[r].Labels[0] {
			continue
		}
		cell := &row.Cells[i]
		if cell.Base.Known && left < 0 {
			u.base, left = cell.Base.N, cell.Base.N
		}
		switch {
		case cell.Count.Known:
			if left >= 0 {
				left -= cell.Count.N
			}
			if row.unknown() {
				u.most = cell.Count.N
			}
		case row.unknown():
			hidden = true
		}
	}
	if hidden {
		u.most, u.exact = max(left, 0), false
	}
	u.asks = u.base > 0 && 100*u.most >= muchUnknown*u.base
	return u
}

// unknownMoved reports whether Onbekend moved by 3 procentpunt or more.
func unknownMoved(a, b unknownPart) bool {
	if a.base == 0 || b.base == 0 {
		return false
	}
	move := 100 * (int64(a.most)*int64(b.base) - int64(b.most)*int64(a.base))
	return max(move, -move) >= unknownMove*int64(a.base)*int64(b.base)
}

// groupUnknown reports whether much of the cases stands in the group Onbekend,
// or that part moved.
func (c *comparer) groupUnknown(i int) bool {
	before, is := c.groupPart(i-1), c.groupPart(i)
	return before.asks || is.asks || unknownMoved(before, is)
}

func (c *comparer) groupPart(i int) unknownPart {
	u := unknownPart{exact: true}
	group := ""
	for r := range c.rows {
		row := &c.rows[r]
		if len(row.Labels) == 0 || (r > 0 && row.Labels[0] == group) {
			continue
		}
		group = row.Labels[0]
		base := row.Cells[i].Base.N
		u.base += base
		if group == rules.UnknownLabel {
			u.most = base
		}
	}
	u.asks = u.base > 0 && 100*u.most >= muchUnknown*u.base
	return u
}

// compared is a cell as its change takes it: a figure of counts is compared by
// its counts, also where they have a share.
func (c *comparer) compared(cell Cell) Cell {
	if c.figure.Kind == KindCount {
		cell.Share = Share{}
	}
	return cell
}
