package stats

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// exceptions are the entries of privacy.uitzonderingen with the cells they
// name.
type exceptions []*exceptionUse

// exceptionUse is one entry and its cell.
type exceptionUse struct {
	entry    *rules.PrivacyException
	table    *Table
	row      int
	year     int // index in Figures.Years
	category []Label
	needed   bool // the cell would have been hidden without it
}

// matchExceptions finds the cell of each entry. An entry of a year that is not
// shown waits for a report that does show it; any other entry must name exactly
// one cell.
func matchExceptions(figs *Figures, entries []rules.PrivacyException) (exceptions, error) {
	var list exceptions
	for i := range entries {
		e := &entries[i]
		table, ok := figs.Table(e.Figure)
		if !ok {
			return nil, exceptionError(e, fmt.Sprintf("de figuur %q bestaat niet", e.Figure),
				nearestHint(e.Figure, figureIDs(figs)))
		}
		if err := checkDimensions(e, &table.Figure); err != nil {
			return nil, err
		}
		year := slices.Index(figs.Years, e.Year)
		if year < 0 {
			continue
		}
		rows := matchRows(table, e.Category)
		switch len(rows) {
		case 0:
			return nil, exceptionError(e, fmt.Sprintf("geen cel van %s heeft deze categorie", e.Figure),
				"kijk in het rapport hoe de categorie heet")
		case 1:
		default:
			return nil, exceptionError(e, fmt.Sprintf("%d cellen van %s hebben deze categorie", len(rows), e.Figure),
				"noem ook de andere kolommen: een uitzondering geldt voor één cel")
		}
		use := &exceptionUse{entry: e, table: table, row: rows[0], year: year, category: labelsOf(table, rows[0])}
		if other := list.of(table, rows[0], year); other != nil {
			return nil, exceptionError(e, fmt.Sprintf("deze cel staat ook op regel %d", other.entry.Line),
				"haal er één weg")
		}
		list = append(list, use)
	}
	return list, nil
}

func exceptionError(e *rules.PrivacyException, what, hint string) error {
	return &rules.Error{Line: e.Line, What: "privacy.uitzonderingen: " + what, Hint: hint}
}

func figureIDs(figs *Figures) []string {
	var ids []string
	for _, t := range figs.Tables {
		ids = append(ids, t.Figure.ID)
	}
	return ids
}

func nearestHint(name string, candidates []string) string {
	if near, ok := rules.Nearest(name, candidates); ok {
		return fmt.Sprintf("bedoel je %q?", near)
	}
	return "kies uit " + strings.Join(candidates, ", ")
}

func checkDimensions(e *rules.PrivacyException, f *Figure) error {
	var ids []string
	for _, d := range f.Breakdown {
		ids = append(ids, d.ID)
	}
	for name := range e.Category {
		if slices.Contains(ids, name) {
			continue
		}
		what := fmt.Sprintf("%s heeft geen %q", e.Figure, name)
		if len(ids) == 0 {
			return exceptionError(e, what, "laat categorie leeg: {}")
		}
		return exceptionError(e, what, "kies uit "+strings.Join(ids, ", "))
	}
	return nil
}

// matchRows lists the rows that have every value of the category.
func matchRows(t *Table, category map[string]string) []int {
	var rows []int
	for i, row := range t.Rows {
		if len(row.Labels) != len(t.Figure.Breakdown) {
			continue
		}
		fits := true
		for d, label := range row.Labels {
			want, named := category[t.Figure.Breakdown[d].ID]
			fits = fits && (!named || rules.Fold(want) == rules.Fold(label))
		}
		if fits {
			rows = append(rows, i)
		}
	}
	return rows
}

// labelsOf returns the category of a row with the names of its dimensions.
func labelsOf(t *Table, row int) []Label {
	var category []Label
	for d, label := range t.Rows[row].Labels {
		category = append(category, Label{t.Figure.Breakdown[d].ID, label})
	}
	return category
}

// of returns the exception of a cell, if it has one.
func (x exceptions) of(t *Table, row, year int) *exceptionUse {
	for _, use := range x {
		if use.table == t && use.row == row && use.year == year {
			return use
		}
	}
	return nil
}

// note finds which exceptions of a year were needed: those of small cells, and
// those of cells that would have been hidden to protect others.
func (x exceptions) note(ctx context.Context, figs *Figures, ruleset *rules.Rules, year int, l *linker) error {
	var open []*linkedCell
	for _, c := range l.cells {
		if c.exception == nil {
			continue
		}
		if c.exception.needed = l.small(c); !c.exception.needed {
			open = append(open, c)
		}
	}
	if len(open) == 0 || l.threshold < 2 {
		return nil
	}
	without, err := linkYear(figs, ruleset, year, nil, l.withheld)
	if err != nil {
		return err
	}
	if err := without.solve(ctx, l.threshold); err != nil {
		return err
	}
	for _, c := range open {
		for _, same := range without.cells {
			if same.table == c.table && same.row == c.row {
				c.exception.needed = without.hidden(same)
			}
		}
	}
	return nil
}

// small says whether a cell is hidden for its own sake when nothing excepts it.
func (l *linker) small(c *linkedCell) bool {
	under := func(n int) bool { return n > 0 && n < l.threshold }
	base := c.table.Rows[c.row].Cells[l.year].Base
	return under(c.value) || c.hasSide && c.value > 0 && under(base.N-c.value)
}

// used lists the exceptions as the accountability section prints them.
func (x exceptions) used() []Exception {
	var list []Exception
	for _, use := range x {
		list = append(list, Exception{Figure: use.entry.Figure, Year: use.entry.Year, Category: use.category,
			Reason: use.entry.Reason, Used: use.needed})
	}
	return list
}
