package stats

import (
	"context"
	"errors"
	"flag"
	"slices"
	"testing"

	"herstel/stats/day"
	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// outcome is what an attack on the hidden cells of publications came to.
type outcome struct {
	hidden, fallen, exact int
	unsettled             int // the attack could not find out whether they fall
	refused               int // publications that were not made
}

func (o *outcome) add(p outcome) {
	o.hidden, o.fallen, o.exact = o.hidden+p.hidden, o.fallen+p.fallen, o.exact+p.exact
	o.unsettled += p.unsettled
}

// unionAttack solves what a reader of several publications of the same year can
// work out. The reader takes a number of one that is today's for today's, and
// where some cases were changed knows which: a number that differs by at most so
// many from today's then gives today's. It counts the hidden cells of the last
// publication that no other showed, and those with less than a gap.
func unionAttack(t *testing.T, data *Dataset, all, thenRules *rules.Rules, opt Options, gap, changed int,
	publications ...*Figures) (o outcome) {
	t.Helper()
	gives := func(shown Int, now int) bool {
		return shown.Known && shown.N-now <= changed && now-shown.N <= changed
	}
	c, err := newComputation(data, all, opt)
	if err != nil {
		t.Fatal(err)
	}
	l, err := linkYear(c.figures(), all, 0, nil, withheldInAll(publications))
	if err != nil {
		t.Fatal(err)
	}
	last := publish(t, publications[len(publications)-1])
	l.recallGroups(t, thenRules, publications[0])
	var attacked []*linkedCell
	for _, cell := range l.cells {
		if cell.set == nil || cell.value == 0 {
			continue
		}
		cell.set.model.Hide(cell.count)
		if cell.hasBase {
			cell.set.model.Hide(cell.base)
		}
		shown := false
		base := cell.table.Rows[cell.row].Cells[0].Base
		for _, p := range publications {
			e := publish(t, p)
			then, ok := e.cells[earlierKey(cell.table.Figure.ID, 2021, categoryMap(cell.category))]
			if ok && gives(then.count, cell.value) {
				cell.set.model.Lock(cell.count)
				shown = true
			}
			if ok && cell.hasBase && gives(then.base, base.N) {
				cell.set.model.Lock(cell.base)
			}
		}
		now, ok := last.of(&cell.table.Figure, 2021, cell.category)
		if ok && now.status == Suppressed && !shown {
			attacked = append(attacked, cell)
		}
	}
	if err := l.solve(t.Context(), gap); err != nil {
		t.Fatal(err)
	}
	for _, cell := range attacked {
		low, high, whole, err := cell.set.result.Range(cell.count)
		if err != nil {
			t.Fatal(err)
		}
		o.hidden++
		shownElsewhere := slices.ContainsFunc(l.cells, func(other *linkedCell) bool {
			return other.set == cell.set && other.count == cell.count && other != cell &&
				!slices.Contains(attacked, other)
		})
		switch {
		case high-low >= gap || shownElsewhere:
		case !whole:
			o.unsettled++
		default:
			o.fallen++
			if high == low {
				o.exact++
			}
		}
	}
	return o
}

// recallGroups tells the attacker what a publication by other groups of offences
// says of aanleiding: by group then, whatever the cases count as now.
func (l *linker) recallGroups(t *testing.T, then *rules.Rules, first *Figures) {
	offences := l.figs.offences()
	set := l.setOf(assigned)
	moved := false
	var rows [][]int
	for _, label := range offences {
		group := (&linker{rules: then}).groupOf(rules.ColOffence, label)
		moved = moved || group != l.groupOf(rules.ColOffence, label)
	}
	if !moved {
		return
	}
	for _, label := range offences {
		group := (&linker{rules: then}).groupOf(rules.ColOffence, label)
		rows = append(rows, []int{set.at(rules.DimOffence.ID, label).Value, set.at("then", group).Value})
	}
	set.model.Relate([]disclosure.Attr{set.attr(rules.DimOffence.ID), set.attr("then")}, rows)
	table, _ := first.Table("aanleiding")
	for _, r := range table.Rows {
		count := r.Cells[len(r.Cells)-1].Count
		if !count.Known {
			continue
		}
		number, err := set.model.Publish([]disclosure.Coord{set.at("then", r.Labels[0])}, count.N, weightBase)
		if err != nil {
			t.Fatal(err)
		}
		set.model.Lock(number)
	}
}

// offences lists the offences of the year that were counted.
func (f *Figures) offences() []string {
	table, _ := f.Table("delict")
	var list []string
	for _, r := range table.Rows {
		list = append(list, r.Labels[1])
	}
	return list
}

// withheldInAll names the figures of which no publication shows anything: not
// even which of their cells are zero.
func withheldInAll(publications []*Figures) map[string]bool {
	times := map[string]int{}
	for _, p := range publications {
		for _, w := range p.Withheld() {
			times[w.Figure]++
		}
	}
	all := map[string]bool{}
	for id, n := range times {
		all[id] = n == len(publications)
	}
	return all
}

func categoryMap(labels []Label) map[string]string {
	m := map[string]string{}
	for _, l := range labels {
		m[l.Dimension] = l.Value
	}
	return m
}

const endOf2021 day.Day = 44196 + 364

// pairExports is how many exports are drawn for each pair; with -exports 60 -v
// the test prints the table of the routes anew.
var pairExports = flag.Uint64("exports", 6, "exports for each pair of publications")

// TestPairsOfPublications attacks pairs of publications of exports of some
// hundreds of cases, of which the second is made without and with the first.
func TestPairsOfPublications(t *testing.T) {
	if testing.Short() {
		t.Skip("makes and attacks many publications")
	}
	for _, p := range []struct {
		name              string
		then, now         int     // thresholds
		fewer, breakdowns int     // cases that had not come in then; uitsplitsingen then
		dayThen, dayNow   day.Day // reference dates
		group             string  // of some offences then; now it is Overig
		corrected         bool    // one case was another then
		changed           int     // cases of which the reader knows how they changed
	}{
		{"same threshold", 5, 5, 0, 2, day.NoDay, day.NoDay, "Overig", false, 0},
		{"threshold 5, then 10", 5, 10, 0, 2, day.NoDay, day.NoDay, "Overig", false, 0},
		{"threshold 10, then 5", 10, 5, 0, 2, day.NoDay, day.NoDay, "Overig", false, 0},
		{"fewer uitsplitsingen then", 5, 5, 0, 1, day.NoDay, day.NoDay, "Overig", false, 0},
		{"one case more", 5, 5, 1, 2, day.NoDay, day.NoDay, "Overig", false, 1},
		{"some cases more", 5, 5, 8, 2, day.NoDay, day.NoDay, "Overig", false, 0},
		{"a later day", 5, 5, 0, 2, endOf2021 - 30, endOf2021 + 60, "Overig", false, 0},
		{"an earlier day", 5, 5, 0, 2, endOf2021 + 200, endOf2021, "Overig", false, 0},
		{"an offence in another group", 5, 5, 0, 2, day.NoDay, day.NoDay, "Geweld", false, 0},
		{"one case corrected", 5, 5, 0, 2, day.NoDay, day.NoDay, "Overig", true, 1},
	} {
		t.Run(p.name, func(t *testing.T) {
			var found [2]outcome
			for seed := range *pairExports {
				cases := []int{150, 400, 1000}[seed%3]
				correct := func(n int, c *Case) {
					if n == 7 {
						c.Offence, c.Initiator = 2+(c.Offence+3)%9, 2+(c.Initiator+1)%5
					}
				}
				if !p.corrected {
					correct = nil
				}
				before, then := correctedExport(t, seed, cases-p.fewer, 2, 6, 2, p.group, correct)
				data, now := seededExport(t, seed, cases, 2, 6, 2)
				then.Privacy.Threshold, now.Privacy.Threshold = p.then, p.now
				then.Breakdowns = then.Breakdowns[:p.breakdowns]
				opt := Options{Year: 2021, ReferenceDate: p.dayThen}
				first, err := Compute(before, then, opt)
				if err != nil {
					t.Fatal(err)
				}
				opt.ReferenceDate = p.dayNow
				for i := range found {
					if opt.Earlier = nil; i == 1 {
						opt.Earlier = []*Earlier{publish(t, first)}
					}
					second, _, err := ComputeAudited(context.Background(), data, now, opt)
					var clash *ClashError
					if errors.As(err, &clash) {
						found[i].refused++
						continue
					}
					if err != nil {
						t.Fatal(err)
					}
					found[i].add(unionAttack(t, data, now, then, opt, min(p.then, p.now), p.changed, first, second))
				}
			}
			t.Logf("without the first: %+v; with it: %+v", found[0], found[1])
			if found[1].fallen+found[1].unsettled > 0 {
				t.Errorf("%d hidden cells fall, and of %d it is not known", found[1].fallen, found[1].unsettled)
			}
		})
	}
}
