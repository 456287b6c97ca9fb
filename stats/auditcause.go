package stats

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// cause says in Dutch why a number of a cell, its count or its other side, has
// a gap that is too small.
func (y *auditYear) cause(c *linkedCell, number disclosure.Cell) (string, error) {
	side := number != c.count
	behind, err := y.without.behind(c, side)
	if err != nil || behind != "" {
		return behind, err
	}
	_, _, exact, err := c.set.result.Range(number)
	switch {
	case err != nil:
		return "", err
	case !exact || c.set.result.Unproven(number):
		return "het rekenwerk stopte voor het bewijs rond was: de speling kan groter zijn dan hier staat", nil
	}
	if y.links.recall.gap > 0 {
		return fmt.Sprintf("onvermijdelijk: een eerder verslag had drempel %d", y.links.recall.gap), nil
	}
	return fmt.Sprintf("onvermijdelijk: in instroom of standen staat een totaal dat te klein is voor "+
		"een speling van %d",
		y.links.threshold), nil
}

// sideCause is cause for the other side of a yes/no share, which no table
// shows. It is empty when that has its gap.
func (y *auditYear) sideCause(c *linkedCell, threshold int) (string, error) {
	low, high, _, err := c.set.result.Range(c.side)
	if err != nil || high-low >= threshold {
		return "", err
	}
	cause, err := y.cause(c, c.side)
	return fmt.Sprintf("de andere kant (noemer min aantal) heeft maar een speling van %d; %s", high-low, cause), err
}

// withoutExceptions are the figures of a year before anything was hidden, to
// find out what the user's exceptions cost.
type withoutExceptions struct {
	ctx   context.Context // of the computation, whose work this continues
	figs  *Figures
	rules *rules.Rules
	year  int
	// withheld are the figures that do not show at all.
	withheld map[string]bool
	known    map[int]*linker // by the index of the entry left out; -1 for all
}

// newWithoutExceptions returns nil when the year has no exceptions.
func newWithoutExceptions(ctx context.Context, figs *Figures, l *linker) *withoutExceptions {
	w := &withoutExceptions{ctx: ctx, rules: l.rules, year: l.year, withheld: l.withheld, known: map[int]*linker{}}
	if len(w.entries(figs)) == 0 {
		return nil
	}
	w.figs = figs.clone()
	return w
}

// entries lists the exceptions of the year.
func (w *withoutExceptions) entries(figs *Figures) []rules.PrivacyException {
	var list []rules.PrivacyException
	for _, e := range w.rules.Privacy.Exceptions {
		if e.Year == figs.Years[w.year] {
			list = append(list, e)
		}
	}
	return list
}

// behind names the exceptions without which the gap of a cell, or that of its
// other side, is wide enough. It is empty when they are not the cause.
func (w *withoutExceptions) behind(c *linkedCell, side bool) (string, error) {
	if w == nil {
		return "", nil
	}
	entries := w.entries(w.figs)
	var alone []string
	for i := range entries {
		ok, err := w.wideEnough(c, side, i)
		if err != nil {
			return "", err
		}
		if ok {
			alone = append(alone, w.name(&entries[i]))
		}
	}
	switch len(alone) {
	case 0:
	case 1:
		return fmt.Sprintf("door de uitzondering voor %s: zonder die uitzondering is de speling groot genoeg",
			alone[0]), nil
	default:
		return fmt.Sprintf("door de uitzonderingen voor %s samen: zonder een van deze is de speling groot genoeg",
			strings.Join(alone, " en ")), nil
	}
	if ok, err := w.wideEnough(c, side, -1); err != nil || !ok {
		return "", err
	}
	for i := range entries {
		alone = append(alone, w.name(&entries[i]))
	}
	return fmt.Sprintf("door de uitzonderingen voor %s: zonder deze is de speling groot genoeg",
		strings.Join(alone, " en ")), nil
}

// name is the cell of an entry in words, as linkedCell.name gives it.
func (w *withoutExceptions) name(e *rules.PrivacyException) string {
	table, ok := w.figs.Table(e.Figure)
	if !ok {
		return e.Figure
	}
	words := []string{e.Figure}
	for _, row := range matchRows(table, e.Category) {
		words = append(words, table.Rows[row].Labels...)
	}
	return strings.Join(words, " / ")
}

// wideEnough says whether a cell is shown, or has its gap, without one entry.
func (w *withoutExceptions) wideEnough(c *linkedCell, side bool, entry int) (bool, error) {
	l, err := w.linked(entry)
	if err != nil {
		return false, err
	}
	at := slices.IndexFunc(l.cells, func(o *linkedCell) bool {
		return o.table.Figure.ID == c.table.Figure.ID &&
			o.row == c.row
	})
	if at < 0 {
		return false, nil
	}
	same := l.cells[at]
	if same.set == nil || !l.hidden(same) {
		return !side, nil
	}
	number := same.count
	if side {
		number = same.side
	}
	low, high, _, err := same.set.result.Range(number)
	return high-low >= l.threshold, err
}

// linked solves the year without one entry.
func (w *withoutExceptions) linked(entry int) (*linker, error) {
	if l, ok := w.known[entry]; ok {
		return l, nil
	}
	var kept []rules.PrivacyException
	for i, e := range w.entries(w.figs) {
		if entry >= 0 && i != entry {
			kept = append(kept, e)
		}
	}
	excepted, err := matchExceptions(w.figs, kept)
	if err != nil {
		return nil, err
	}
	l, err := linkYear(w.figs, w.rules, w.year, excepted, w.withheld)
	if err != nil {
		return nil, err
	}
	w.known[entry] = l
	return l, l.solve(w.ctx, w.rules.Privacy.Threshold)
}
