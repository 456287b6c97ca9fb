package casefile

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// linked is a sheet or file that holds more about the cases, by case number.
type linked struct {
	rule    *rules.Link
	account stats.Linked
	sum     string // SHA-256 of the file
	number  int    // place of the sheet; 0 for CSV
	rows    map[string]*linkedRow
	unread  []unreadCells // by column of the rule
	loose   []int         // the first rows without a case
	several int           // cases with more than one row
	order   int           // the column of the rule whose date chooses; absent when there is none
}

// linkedRow is the row of one case that counts.
type linkedRow struct {
	cells []grid.Cell
	on    day.Day // by which it was chosen
	row   int
	count int // rows of the case
	used  bool
}

// unreadCells are cells that are no date, or no answer.
type unreadCells struct {
	count int
	rows  []int
}

// namedRows is how many rows a notice names.
const namedRows = 20

func (u *unreadCells) add(row int) {
	if u.count++; len(u.rows) < namedRows {
		u.rows = append(u.rows, row)
	}
}

// readLinks reads the sheets and files of koppel.
func (l *ledger) readLinks(ctx context.Context, inputs []Input) error {
	if n := len(inputs); n < len(l.rules.Links) {
		link := l.rules.Links[n]
		return &rules.Error{Line: link.Line, What: fmt.Sprintf("koppel: het bestand %q is er niet bij", link.Path),
			Hint: "gebruik herstel vanaf de opdrachtregel, met dit bestand in dezelfde map"}
	}
	for i, in := range inputs {
		rule := &l.rules.Links[i]
		in.Sheet = rule.Sheet
		k := &linked{rule: rule, rows: map[string]*linkedRow{}, unread: make([]unreadCells, len(rule.Columns)),
			order: orderOf(rule)}
		if err := k.read(ctx, in); err != nil {
			return err
		}
		l.links = append(l.links, k)
	}
	return nil
}

// orderOf returns the first column that holds a date, or absent.
func orderOf(rule *rules.Link) int {
	i := slices.IndexFunc(rule.Columns, func(c rules.NamedHeader) bool { return c.Column.Info().Content == rules.Date })
	return max(i, absent)
}

// read reads one sheet or file.
func (k *linked) read(ctx context.Context, in Input) error {
	t, err := openLinked(in, k.rule)
	if err != nil {
		return err
	}
	k.account, k.number = stats.Linked{Name: in.Name, Sheet: t.sheet}, t.rows.Ref().Number
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(in.Data, 0, in.Size)); err != nil {
		return grid.Unreadable(in, err)
	}
	k.sum = grid.HexSum(sum)
	key := headerAt(t.headers, k.rule.Key)
	var places []int
	for _, c := range k.rule.Columns {
		places = append(places, headerAt(t.headers, c.Header))
	}
	several := 0
	err = t.each(ctx, func(cells []grid.Cell, row int) {
		if cells != nil && !slices.ContainsFunc(cells, grid.Cell.Filled) {
			return
		}
		k.account.Rows++
		if t.rows.Exact() && len(cells) != len(t.headers) {
			k.account.Broken++
			return
		}
		k.add(cells, key, places, row, t.epoch)
	})
	for _, r := range k.rows {
		if r.count > 1 {
			several++
		}
	}
	if k.several = several; err == nil && several > 0 && k.rule.Choose == rules.NoChoice {
		err = grid.NewFault(fmt.Sprintf("koppel: %d %s hier meer dan één rij", several,
			plural(several, "zaak heeft", "zaken hebben")),
			"zet in herstel.yaml bij deze koppel kies: eerste of kies: laatste")
		return grid.Locate(in, t.sheet, 0, err)
	}
	return err
}

// add takes a row in.
func (k *linked) add(cells []grid.Cell, key int, places []int, row int, ep grid.Epoch) {
	number := ""
	if key < len(cells) && !grid.IsError(cells[key]) && !isMissing(cells[key]) && !grid.IsTotal(cells[key]) {
		number = rules.Fold(grid.TextOf(cells[key], ep))
	}
	if number == "" {
		k.account.NoKey++
		return
	}
	made := &linkedRow{row: row, on: day.NoDay, count: 1}
	for i, pos := range places {
		c := grid.Cell{}
		if pos < len(cells) {
			c = cells[pos]
		}
		c, on, ok := plainCell(c, k.rule.Columns[i].Column, ep)
		if !ok {
			k.unread[i].add(row)
		}
		made.cells = append(made.cells, c)
		if i == k.order {
			made.on = on
		}
	}
	known := k.rows[number]
	if known == nil {
		k.rows[number] = made
		return
	}
	known.count++
	if k.prefers(made, known) {
		made.count = known.count
		k.rows[number] = made
	}
}

// prefers reports whether a later row of a case counts in place of an earlier.
func (k *linked) prefers(later, earlier *linkedRow) bool {
	last := k.rule.Choose == rules.Last
	switch {
	case later.on == earlier.on:
		return last
	case earlier.on == day.NoDay || later.on == day.NoDay:
		return earlier.on == day.NoDay
	}
	return (later.on > earlier.on) == last
}

// plainCell copies a cell into the form of CSV, with its date when it has one.
// ok is false when the column does not allow what the cell holds: it is empty then.
func plainCell(c grid.Cell, column rules.Column, ep grid.Epoch) (made grid.Cell, on day.Day, ok bool) {
	switch {
	case c.Blank() && c.Form != grid.FormError || isMissing(c):
		return grid.Cell{}, day.NoDay, true
	case column.Info().Content == rules.Date:
		if isUnknownWord(c) {
			return grid.Cell{}, day.NoDay, true
		}
		if on, ok = grid.ParseDay(c, ep); !ok || on == day.NoDay {
			return grid.Cell{}, day.NoDay, false
		}
		return grid.Cell{Text: []byte(on.String())}, on, true
	case column.IsAnswer():
		if isUnknownWord(c) {
			return grid.Cell{}, day.NoDay, true
		}
		switch answer, ok := grid.ParseAnswer(c); {
		case !ok:
			return grid.Cell{}, day.NoDay, false
		case answer == stats.Yes:
			return yesCell, day.NoDay, true
		}
		return noCell, day.NoDay, true
	}
	return grid.Cell{Text: []byte(grid.TextOf(c, ep))}, day.NoDay, true
}

// headerAt returns the place of a header.
func headerAt(headers []string, header string) int {
	return slices.IndexFunc(headers, func(h string) bool { return rules.Fold(h) == rules.Fold(header) })
}

// openLinked finds the sheet and the row with the headers that an entry of
// koppel names.
func openLinked(in Input, rule *rules.Link) (*table, error) {
	wanted := []string{rule.Key}
	for _, c := range rule.Columns {
		wanted = append(wanted, c.Header)
	}
	search := grid.Judge{
		Score: func(cells []grid.Cell) int {
			headers, n := grid.HeaderTexts(cells), 0
			for _, header := range wanted {
				if headerAt(headers, header) >= 0 {
					n += grid.KnownScore
				}
			}
			return n
		},
		Knows: func(name string) bool { return headerAt(wanted, name) >= 0 },
	}
	tables, err := tablesOf(in, search)
	if err != nil {
		return nil, err
	}
	best := slices.MaxFunc(tables, func(a, b *table) int { return a.score - b.score })
	fit := slices.DeleteFunc(tables, func(t *table) bool { return t.score < len(wanted)*grid.KnownScore })
	if len(fit) > 1 {
		return nil, &Error{File: in.Name, What: "koppel: meer dan één blad heeft deze koppen",
			Hint: "zet in herstel.yaml bij deze koppel welk blad je bedoelt, zoals blad: 2"}
	}
	return best, best.lacks(wanted)
}

// lacks refuses a table without some of the headers. They are the user's own
// words: only these are named.
func (t *table) lacks(wanted []string) error {
	var missing []string
	for _, header := range wanted {
		if headerAt(t.headers, header) < 0 {
			missing = append(missing, fmt.Sprintf("%q", header))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return &Error{File: t.in.Name, Sheet: t.sheet,
		What: "koppel: " + plural(len(missing), "deze kop ontbreekt: ", "deze koppen ontbreken: ") +
			strings.Join(missing, ", "),
		Hint: "neem de koppen over zoals ze in het bestand staan, en controleer pad en blad"}
}

// link gives the columns of koppel their places, behind those of afleiden. They
// are there whatever the file holds.
func (l *layout) link(ruleset *rules.Rules) {
	l.linked = l.wide
	for _, link := range ruleset.Links {
		for _, c := range link.Columns {
			l.takeOver(c.Column, l.wide)
			l.wide++
		}
	}
}

// widenLinks puts the cells of the linked rows in their places.
func (r *rowReader) widenLinks(wide []grid.Cell) {
	if len(r.links) == 0 {
		return
	}
	key := rules.Fold(grid.TextOf(wide[r.layout.at[rules.ColCaseNumber]], r.epoch))
	pos := r.layout.linked
	for _, k := range r.links {
		n := len(k.rule.Columns)
		if row := k.rows[key]; row != nil {
			copy(wide[pos:pos+n], row.cells)
		} else {
			clear(wide[pos : pos+n])
		}
		pos += n
	}
}
