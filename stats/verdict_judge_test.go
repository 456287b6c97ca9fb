package stats_test

import (
	"slices"

	"herstel/stats"
)

// judge says what is to be said of each row of a table in the i-th year.
func (o *oracle) judge(table *stats.Table, i int) []verdict {
	verdicts := make([]verdict, len(table.Rows))
	for r, row := range table.Rows {
		verdicts[r] = o.difference(table, row, i)
	}
	return verdicts
}

func (o *oracle) difference(table *stats.Table, row stats.Row, i int) verdict {
	id, d := table.Figure.ID, drawnFigures()[table.Figure.ID]
	v := verdict{p: -1}
	add := func(reason string) { v.reasons = append(v.reasons, reason) }
	now, before := row.Cells[i], row.Cells[i-1]
	if o.figs.Years[i-1] != o.figs.Years[i]-1 {
		return v
	}
	_, dated := drawnFigures()[id]
	lone, blocked := o.reason(id, now, before), false
	if lone == "begin" {
		add("begin")
	}
	if dated && o.undatedAndOpen(id, i) {
		add("ongedateerd")
	}
	blocked = len(v.reasons) > 0
	asked, possible, why, known := o.amongKnown(table, d, row, i)
	if asked {
		add("onbekend")
	}
	if i == len(o.figs.Years)-1 && (slices.Contains(o.broken, id) || slices.Contains(o.broken, "")) {
		add("trendbreuk")
		blocked = true
	}
	for _, reason := range []string{"verborgen", "niet_beschikbaar", "te-klein"} {
		if lone == reason || why == reason {
			add(reason)
			blocked = true
		}
	}
	if blocked || asked && !possible {
		return v
	}
	v.known = true
	count, base, _ := o.cell(id, row.Labels, i)
	countBefore, baseBefore, _ := o.cell(id, row.Labels, i-1)
	v.difference = count - countBefore
	if id == "instroom" || !work(id) && id != "doorlooptijd" {
		v.shares, v.now, v.before = true, [2]int{count, base}, [2]int{countBefore, baseBefore}
	}
	if asked {
		v.amongKnown, v.difference, v.now, v.before = true, 0, known[1], known[0]
	}
	switch {
	case work(id):
		v.p = twoCountsP(count, countBefore)
	case v.shares:
		v.p = twoSharesP(v.now, v.before)
	}
	return v
}

// reason is what keeps two cells apart by themselves.
func (o *oracle) reason(id string, now, before stats.Cell) string {
	missing := func(c stats.Cell) bool { return c.Status == stats.NotAvailable }
	hidden := func(c stats.Cell) bool { return c.Status == stats.Suppressed }
	fewest := min(now.Base.N, before.Base.N)
	if id == "doorlooptijd" {
		fewest = min(now.Count.N, before.Count.N)
	}
	switch {
	case now.Begin || before.Begin:
		return "begin"
	case missing(now) || missing(before):
		return "niet_beschikbaar"
	case hidden(now) || hidden(before):
		return "verborgen"
	case !work(id) && id != "doorlooptijd" && !(now.Base.Known && before.Base.Known):
		return "verborgen"
	case !work(id) && fewest < 10:
		return "te-klein"
	}
	return ""
}

// amongKnown says whether a row is to be compared among the cases of which the
// breakdown is known, and with what: before and now.
func (o *oracle) amongKnown(table *stats.Table, d drawn, row stats.Row, i int) (asked, possible bool, why string,
	shares [2][2]int) {
	if len(d.dims) == 0 || d.plain {
		return
	}
	plain := func(year int) [2]int {
		count, base, _ := o.cell(table.Figure.ID, row.Labels, year)
		return [2]int{count, base}
	}
	if d.within < len(d.dims) {
		whole := wholeOf(table, d, row)
		countBefore, baseBefore, hiddenBefore := o.unknownIn(whole, i-1)
		count, base, hidden := o.unknownIn(whole, i)
		asked = muchUnknown([2]int{countBefore, count}, [2]int{baseBefore, base})
		shares = [2][2]int{{plain(i - 1)[0], baseBefore - countBefore}, {plain(i)[0], base - count}}
		switch {
		case asked && (hidden || hiddenBefore):
			why = "verborgen"
		case asked && row.Labels[len(row.Labels)-1] == unknownWord:
		case asked && min(shares[0][1], shares[1][1]) < 10:
			why = "te-klein"
		case asked:
			possible = true
		}
	}
	if d.within == 0 {
		return
	}
	countBefore, baseBefore := groupsUnknown(table, i-1)
	count, base := groupsUnknown(table, i)
	if !muchUnknown([2]int{countBefore, count}, [2]int{baseBefore, base}) {
		return
	}
	if row.Labels[0] == unknownWord {
		return true, false, "", shares
	}
	if !asked {
		return true, true, "", [2][2]int{plain(i - 1), plain(i)}
	}
	return
}

// figureP is the one test of a figure.
func (o *oracle) figureP(table *stats.Table, verdicts []verdict) float64 {
	id, d := table.Figure.ID, drawnFigures()[table.Figure.ID]
	var ps []float64
	switch {
	case id == "kerncijfers" || id == "doorlooptijd":
		return -1
	case work(id) || d.within == len(d.dims):
		for _, v := range verdicts {
			if v.known {
				ps = append(ps, v.p)
			}
		}
	default:
		done := map[string]bool{}
		for _, row := range table.Rows {
			group := ""
			if d.within > 0 {
				group = row.Labels[0]
			}
			if done[group] {
				continue
			}
			done[group] = true
			var parts [][2]int
			var rest [2]int
			for other, v := range verdicts {
				if d.within > 0 && table.Rows[other].Labels[0] != group || !v.known {
					continue
				}
				if parts == nil {
					rest = [2]int{v.before[1], v.now[1]}
				}
				parts = append(parts, [2]int{v.before[0], v.now[0]})
				rest[0], rest[1] = rest[0]-v.before[0], rest[1]-v.now[0]
			}
			ps = append(ps, homogeneityP(append(parts, [2]int{max(rest[0], 0), max(rest[1], 0)})))
		}
	}
	ps = slices.DeleteFunc(ps, func(p float64) bool { return p < 0 })
	if len(ps) == 0 {
		return -1
	}
	return min(float64(len(ps))*slices.Min(ps), 1)
}

// runOf is for how many years in a row a share went the same way.
func (o *oracle) runOf(table *stats.Table, r, last int) int {
	row := table.Rows[r]
	sign := func(v verdict) int {
		if !v.known || !v.shares || v.amongKnown {
			return 0
		}
		return v.now[0]*v.before[1] - v.before[0]*v.now[1]
	}
	latest, first := sign(o.difference(table, row, last)), last
	for first > 0 && sign(o.difference(table, row, first))*latest > 0 {
		first--
	}
	if last-first < 2 {
		return 0
	}
	var shares [][2]int
	for i := first; i <= last; i++ {
		count, base, _ := o.cell(table.Figure.ID, row.Labels, i)
		shares = append(shares, [2]int{count, base})
	}
	if trendP(shares) >= 0.05 {
		return 0
	}
	return last - first
}
