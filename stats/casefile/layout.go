package casefile

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// absent is the position of a column that a file does not have.
const absent = -1

// layout says where the columns of one file are.
type layout struct {
	width      int                       // cells of the header
	at         [rules.ColumnCount]int    // position of each canonical column, or absent
	names      [rules.ColumnCount]string // the header of each; the rules know it
	breakdowns []int                     // position of each rules.Breakdowns entry, or absent
	derived    []derivation              // the columns that follow from another
	linked     int                       // position of the first column of koppel
	wide       int                       // cells of a row with those behind it
	has        stats.Presence
	known      int // columns that herstel recognises
	twice      []twice
	unknown    []int // positions of headers that herstel does not recognise

	own rules.ColumnSet // columns whose header herstel.yaml names
}

// layoutOf reads a row as if it were the header.
func layoutOf(cells []grid.Cell, ruleset *rules.Rules) *layout {
	l := &layout{width: len(cells), breakdowns: make([]int, len(ruleset.Breakdowns))}
	for c := range l.at {
		l.at[c] = absent
	}
	for i := range l.breakdowns {
		l.breakdowns[i] = absent
	}
	for pos, c := range cells {
		if c.Form == grid.FormText && !c.Blank() {
			l.place(pos, string(grid.Utf8Of(c.Text)), ruleset)
		}
	}
	l.derive(cells, ruleset)
	l.link(ruleset)
	return l
}

func (l *layout) place(pos int, header string, ruleset *rules.Rules) {
	recognised := false
	if c, ok := ruleset.Column(header); ok {
		recognised = true
		l.placeColumn(c, pos, header, ruleset.NamesHeader(header))
	}
	if i, ok := ruleset.BreakdownColumn(header); ok {
		recognised = true
		if l.breakdowns[i] == absent {
			l.breakdowns[i] = pos
			l.has.Breakdowns |= 1 << i
			l.known++
		} else {
			l.twice = append(l.twice,
				twice{rules.ColumnCount, fmt.Sprintf("%s (kolommen %s en %s)", ruleset.Breakdowns[i].Name,
					letters(l.breakdowns[i]), letters(pos))})
		}
	}
	if ruleset.Derives(header) {
		recognised = true
	}
	if !recognised {
		l.unknown = append(l.unknown, pos)
	}
}

// placeColumn gives a column its place. Of two headers the one that herstel.yaml
// names is the column; otherwise it is undecided.
func (l *layout) placeColumn(c rules.Column, pos int, header string, own bool) {
	switch {
	case l.at[c] == absent:
		l.has.Columns = l.has.Columns.With(c)
		l.known++
	case l.own.Has(c) && !own:
		return
	case own && !l.own.Has(c):
		l.twice = slices.DeleteFunc(l.twice, func(t twice) bool { return t.column == c })
	default:
		l.twice = append(l.twice,
			twice{c, fmt.Sprintf("%s (%q in kolom %s en %q in kolom %s)", c, l.names[c], letters(l.at[c]), header,
				letters(pos))})
		return
	}
	l.at[c], l.names[c] = pos, header
	if own {
		l.own = l.own.With(c)
	}
}

// twice is a column that two headers stand for, in words.
type twice struct {
	column rules.Column // stats.ColumnCount for a breakdown
	words  string
}

// missing returns the names of the required columns that are not there.
func (l *layout) missing() []string {
	var names []string
	for _, choice := range l.has.Columns.MissingColumns() {
		names = append(names, rules.Alternatives(choice))
	}
	return names
}

// complete reports whether every required column is there.
func (l *layout) complete() bool { return len(l.missing()) == 0 }

// better reports whether l is a likelier header than other, which may be nil.
func (l *layout) better(other *layout) bool {
	if other == nil {
		return l.known > 0
	}
	if l.complete() != other.complete() {
		return l.complete()
	}
	return l.known > other.known
}

// refusal returns why a file with this layout cannot be counted, or nil. A nil
// layout means that no header was found at all.
//
// A header can be a slip that holds a name, so only headers that the rules
// know are named; of the others only the place is given.
func (l *layout) refusal(in Input, sheet string, row int) *Error {
	const minimum = 3 // fewer known headers than this can be chance
	if l == nil || l.known < minimum && !l.complete() {
		return &Error{File: in.Name, Sheet: sheet,
			What: "geen rij met kolomkoppen gevonden" + foundHeaders(l),
			Hint: "maak met `herstel init` een herstel.yaml die de koppen van dit bestand kent"}
	}
	if missing := l.missing(); len(missing) > 0 {
		return &Error{File: in.Name, Sheet: sheet, Row: row,
			What: plural(len(missing), "deze kolom ontbreekt: ", "deze kolommen ontbreken: ") + strings.Join(missing,
				", ") + foundHeaders(l),
			Hint: "zet de kop uit je export in herstel.yaml onder kolommen; " +
				"`herstel init` maakt daar een voorstel voor"}
	}
	if len(l.twice) > 0 {
		var words []string
		for _, t := range l.twice {
			words = append(words, t.words)
		}
		return &Error{File: in.Name, Sheet: sheet, Row: row,
			What: "twee koppen staan voor dezelfde kolom: " + strings.Join(words, ", "),
			Hint: "zet de kop die je bedoelt in herstel.yaml onder kolommen"}
	}
	return nil
}

// foundHeaders lists what was found: known headers by name, others by place.
func foundHeaders(l *layout) string {
	if l == nil {
		return ""
	}
	var known []string
	for c, pos := range l.at {
		if pos != absent && pos < l.width {
			known = append(known, rules.Column(c).String())
		}
	}
	var parts []string
	if len(known) > 0 {
		parts = append(parts, "herkend: "+strings.Join(known, ", "))
	}
	if n := len(l.unknown); n > 0 {
		const shown = 12
		var places []string
		for _, pos := range l.unknown[:min(n, shown)] {
			places = append(places, letters(pos))
		}
		if n > shown {
			places = append(places, "…")
		}
		parts = append(parts, fmt.Sprintf("niet herkend: %d %s (%s)", n, plural(n, "kolom", "kolommen"),
			strings.Join(places, ", ")))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// letters names a column position as a spreadsheet does: 0 is A, 26 is AA.
func letters(pos int) string {
	var name []byte
	for pos++; pos > 0; pos = (pos - 1) / 26 {
		name = append([]byte{byte('A' + (pos-1)%26)}, name...)
	}
	return string(name)
}

// filled returns the columns that have a value in a row.
func (l *layout) filled(cells []grid.Cell) rules.ColumnSet {
	var set rules.ColumnSet
	for c, pos := range l.at {
		if pos != absent && len(cells[pos].Text) > 0 && !cells[pos].Blank() {
			set = set.With(rules.Column(c))
		}
	}
	return set
}
