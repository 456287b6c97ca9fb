package stats

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// memory is what a reader has of the years shown, besides this publication:
// earlier publications, and the numbers that herstel.yaml lists as printed.
type memory struct {
	earlier []*Earlier
	dates   []day.Day // by year shown, the day on which it is counted now
	yields  bool      // a figure that clashes with what was published before is withheld, and nothing refused
}

// before says whether an earlier publication counted a year shown on an
// earlier day than this one does.
func (m *memory) before(e *Earlier, year int, at day.Day) bool {
	then, ok := e.dates[year]
	return ok && then != day.NoDay && then < at
}

// recall is what earlier publications say of the cells of one year.
type recall struct {
	bound   bool                 // something was published before
	gap     int                  // that an earlier publication with a lower drempel left; 0 for none
	veiled  map[numberOfSet]bool // known to the reader and too small to show again
	changed map[*Earlier][]string
	near    map[*Earlier][]string // cells of which both numbers show and tell of a few people
}

// numberOfSet is a number of the model of a set of cases.
type numberOfSet struct {
	set  *caseSet
	cell disclosure.Cell
}

// remember ties the cells of the year to what was published before:
//
//   - A number that was shown is known: it is shown again, or where it is too
//     small for that it stays hidden and protects no other.
//   - A number that was hidden stays hidden: the reader has one unknown.
//   - A number that has changed is another number. Close to the one that was
//     shown the reader is taken to know it too. Further away, or where it must be
//     hidden now for its own sake, the reader knows no more than that it is not
//     less, when it was counted on an earlier day.
//   - A number of a group that holds other values than before is hidden (see
//     privacyregroup.go).
//   - A figure that was withheld stays so.
func (l *linker) remember(m *memory) error {
	l.recall = recall{veiled: map[numberOfSet]bool{}, changed: map[*Earlier][]string{}, near: map[*Earlier][]string{}}
	if l.rules.Privacy.Threshold < 2 {
		return nil
	}
	year := l.figs.Years[l.year]
	for _, e := range m.earlier {
		regrouped := l.regrouped(e, e.dates[year] == m.dates[l.year])
		for _, c := range l.cells {
			if c.set != nil && c.exception == nil && l.rememberMerged(c, e, year) {
				continue
			}
			then, ok := e.of(&c.table.Figure, year, c.category)
			if !ok || c.set == nil || c.exception != nil {
				continue
			}
			l.recall.bound = true
			if gap := max(1, e.threshold); !e.partial && gap < l.rules.Privacy.Threshold &&
				(l.recall.gap == 0 || gap < l.recall.gap) {
				l.recall.gap = gap
			}
			if l.veilRegrouped(c, then, regrouped) {
				if c.value != then.count.N {
					l.recall.changed[e] = append(l.recall.changed[e], c.name())
				}
				continue
			}
			if err := l.rememberCell(c, e, then, m.before(e, year, m.dates[l.year])); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *linker) rememberCell(c *linkedCell, e *Earlier, then earlierCell, later bool) error {
	base := c.table.Rows[c.row].Cells[l.year].Base
	baseShown := then.base.Known
	if c.hasBase && !e.partial {
		switch {
		case baseShown && !l.far(then.base.N-base.N):
			l.lock(c.set, c.base, base.N)
		case baseShown:
		case then.status == Suppressed || then.count.Known && then.count.N > 0:
			c.set.model.Hide(c.base)
		}
	}
	if !then.count.Known {
		if then.status == Suppressed {
			c.set.model.Hide(c.count)
		}
		return nil
	}
	sideTold := c.hasSide && (!c.hasBase || baseShown) // count and base together tell the other side
	small := l.under(c.value) || c.value > 0 && sideTold && l.under(base.N-c.value)
	if d := c.value - then.count.N; d != 0 {
		l.recall.changed[e] = append(l.recall.changed[e], c.name())
		near := l.under(max(d, -d))
		if near && !small {
			l.recall.near[e] = append(l.recall.near[e], c.name())
		}
		if small || !near {
			return l.atLeast(c, then.count.N, later && d > 0)
		}
	}
	c.set.model.Lock(c.count)
	if small {
		l.recall.veiled[numberOfSet{c.set, c.count}] = true
	}
	if sideTold && then.base.N-then.count.N == base.N-c.value {
		c.set.model.Lock(c.side)
	}
	return nil
}

// lock makes a number known; one that is too small to show stays hidden.
func (l *linker) lock(set *caseSet, number disclosure.Cell, value int) {
	set.model.Lock(number)
	if l.under(value) {
		l.recall.veiled[numberOfSet{set, number}] = true
	}
}

// far says whether a reader who has a number of before knows little of the one
// of now.
func (l *linker) far(difference int) bool {
	return max(difference, -difference) >= l.rules.Privacy.Threshold
}

// under says whether a number is too small to show.
func (l *linker) under(n int) bool { return n > 0 && n < l.rules.Privacy.Threshold }

// atLeast tells the model that a reader knows a lower number of before.
func (l *linker) atLeast(c *linkedCell, then int, grows bool) error {
	if !grows || then == 0 {
		return nil
	}
	model := c.set.model
	moment := model.Moment(then)
	number, err := model.Publish([]disclosure.Coord{{Attr: model.AttributeAt(moment), Value: yes}}, then, weightBase)
	if err != nil {
		return err
	}
	model.Lock(number)
	model.AtLeast(c.count, number)
	return nil
}

// conceals says whether a number of a set does not show.
func (l *linker) conceals(set *caseSet, number disclosure.Cell) bool {
	return set.result.Hidden(number) || l.recall.veiled[numberOfSet{set, number}]
}

// ClashError says that what was published before leaves no safe way to hide
// the small counts of a year.
type ClashError struct {
	Year  int
	Files []string // the earlier publications
	Cells []string // figure / category
}

// Error returns the fault in Dutch, with the cells that clash.
func (e *ClashError) Error() string {
	const most = 5
	cells := e.Cells
	more := ""
	if len(cells) > most {
		cells, more = cells[:most], fmt.Sprintf("; en nog %d", len(cells)-most)
	}
	return fmt.Sprintf("met %s ernaast kan een lezer kleine aantallen van %d uitrekenen: %s%s",
		strings.Join(e.Files, ", "), e.Year, strings.Join(cells, "; "), more)
}

// clash looks for cells of a solved year that cannot be hidden because of what
// was published before: without that they can.
func (l *linker) clash(ctx context.Context, m *memory) error {
	free, err := linkYear(l.figs, l.rules, l.year, l.excepted, l.withheld)
	if err != nil {
		return err
	}
	if err := free.solve(ctx, l.rules.Privacy.Threshold); err != nil {
		return err
	}
	clash := &ClashError{Year: l.figs.Years[l.year]}
	for i, c := range l.cells {
		if l.tooNarrow(c) && !l.accepted(c.table.Figure.ID) && !free.tooNarrow(free.cells[i]) {
			clash.Cells = append(clash.Cells, c.name())
		}
	}
	if len(clash.Cells) == 0 {
		return nil
	}
	for _, e := range m.earlier {
		clash.Files = append(clash.Files, e.Name)
	}
	clash.Files = slices.Compact(clash.Files)
	return clash
}

// withheldBefore lists the figures of a year that an earlier publication
// withheld: they stay so.
func (m *memory) withheldBefore(figs *Figures, ruleset *rules.Rules, year int,
	accepted func(string) bool) map[string]bool {
	withheld := map[string]bool{}
	if ruleset.Privacy.Threshold < 2 {
		return withheld
	}
	for _, e := range m.earlier {
		for i := range figs.Tables {
			f := &figs.Tables[i].Figure
			if id := f.ID; e.withheld[figureKey(id, figs.Years[year])] && !f.Work && !accepted(id) {
				withheld[id] = true
			}
		}
	}
	return withheld
}
