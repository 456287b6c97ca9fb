package casefile

import (
	"slices"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// derivation is one column of a file that follows from another.
type derivation struct {
	rule  *rules.Derivation
	entry int // in rules.Derived
	from  int // position of the column it follows from
	to    int // position of its outcome, behind the cells of the file
}

// derive gives the columns of afleiden their places, behind the cells of the file.
// What the user wrote there goes before a header that stands for the same column.
func (l *layout) derive(header []grid.Cell, ruleset *rules.Rules) {
	l.wide = l.width
	for entry := range ruleset.Derived {
		d := &ruleset.Derived[entry]
		from := slices.IndexFunc(header, func(c grid.Cell) bool {
			return c.Form == grid.FormText && !c.Blank() &&
				rules.Fold(string(grid.Utf8Of(c.Text))) == rules.Fold(d.Header)
		})
		if from < 0 {
			continue
		}
		if l.at[d.Column] == absent {
			l.known++
		}
		l.derived = append(l.derived, derivation{rule: d, entry: entry, from: from, to: l.wide})
		l.takeOver(d.Column, l.wide)
		l.wide++
	}
}

// takeOver gives a column a place that no header of the file can contest.
func (l *layout) takeOver(c rules.Column, pos int) {
	l.at[c], l.own = pos, l.own.With(c)
	l.has.Columns = l.has.Columns.With(c)
	l.twice = slices.DeleteFunc(l.twice, func(t twice) bool { return t.column == c })
}

// sameAs reports whether two headers have their columns in the same places.
func (l *layout) sameAs(other *layout) bool {
	for c, pos := range l.at {
		if pos != other.at[c] && (pos < l.width || other.at[c] < other.width) {
			return false
		}
	}
	return true
}

// The codes of a memo of derivations: what a cell became.
const (
	becameEmpty rules.Code = iota
	becameYes
	becameNo
	becameValue
)

// deriver makes the cells of one derivation. Dates and texts pass as they are;
// other cells go by a memo, so that what became of each value can be told.
type deriver struct {
	derivation
	memo     *memo
	outcomes []grid.Cell // by entry of the memo
	passes   bool
}

func newDerivers(l *layout, ruleset *rules.Rules, ep grid.Epoch) []*deriver {
	var derivers []*deriver
	for _, d := range l.derived {
		made := &deriver{derivation: d, passes: d.rule.IsPlain() && ruleset.Vocabulary(d.rule.Column) == nil}
		siblings := siblingsOf(d.rule, ruleset)
		made.memo = newMemo(func(c grid.Cell) (string, rules.Code, bool) {
			text := grid.TextOf(c, ep)
			outcome, code, named := d.become(c, text, siblings, ruleset)
			made.outcomes = append(made.outcomes, outcome)
			return text, code, named
		})
		derivers = append(derivers, made)
	}
	return derivers
}

// siblingsOf returns the other entries of afleiden that use the same column.
func siblingsOf(d *rules.Derivation, ruleset *rules.Rules) []*rules.Derivation {
	var siblings []*rules.Derivation
	for i := range ruleset.Derived {
		if o := &ruleset.Derived[i]; o != d && rules.Fold(o.Header) == rules.Fold(d.Header) {
			siblings = append(siblings, o)
		}
	}
	return siblings
}

var yesCell, noCell = grid.Cell{Text: []byte("ja")}, grid.Cell{Text: []byte("nee")}

// become returns what a cell becomes, and whether the entry names its value.
func (d *derivation) become(c grid.Cell, text string, siblings []*rules.Derivation, ruleset *rules.Rules) (grid.Cell,
	rules.Code, bool) {
	folded := rules.Fold(text)
	named := d.rule.Names(folded)
	switch {
	case folded == "" || !named && (isMissing(c) || ruleset.Missing(folded)):
		return grid.Cell{}, becameEmpty, true
	case grid.IsError(c) && !named:
		return c, becameValue, true
	case d.rule.IsPlain():
		return d.plain(c, folded, siblings, ruleset)
	case d.rule.Column.IsAnswer() && named:
		return yesCell, becameYes, true
	case d.rule.Column.IsAnswer() && isUnknownWord(c):
		return grid.Cell{}, becameEmpty, true
	case d.rule.Column.IsAnswer():
		return noCell, becameNo, false
	}
	rest, ok := d.rule.Rest(text)
	if !ok || rest == "" {
		return grid.Cell{}, becameEmpty, ok
	}
	return grid.Cell{Text: []byte(rest)}, becameValue, true
}

// plain takes the cell as it is. Of a column that serves more entries, a value
// that the rules do not know belongs to one of the others, unless the entry of
// the fact behind the column names it: a form of contact that means contact.
func (d *derivation) plain(c grid.Cell, folded string, siblings []*rules.Derivation, ruleset *rules.Rules) (grid.Cell,
	rules.Code, bool) {
	vocabulary := ruleset.Vocabulary(d.rule.Column)
	if vocabulary == nil || len(siblings) == 0 {
		return c, becameValue, true
	}
	if _, known := vocabulary.Lookup(folded); known {
		return c, becameValue, true
	}
	for _, s := range siblings {
		if s.Column == factOf[d.rule.Column] && s.Names(folded) {
			return c, becameValue, true
		}
	}
	return grid.Cell{}, becameEmpty, false
}

// factOf is the yes/no column that a category says more about.
var factOf = map[rules.Column]rules.Column{rules.ColForm: rules.ColContact, rules.ColReason: rules.ColIsRejected}

// widen returns the cells of a row with the derived ones behind them, and notes
// what became of each.
func (r *rowReader) widen(cells []grid.Cell) []grid.Cell {
	wide := r.widened
	copy(wide, cells[:r.layout.width])
	for _, d := range r.derived {
		source, index := cells[d.from], 0
		switch {
		case d.passes && r.missing(source):
			wide[d.to] = grid.Cell{}
		case d.passes:
			wide[d.to] = source
		default:
			i := d.memo.find(source)
			wide[d.to], index = d.outcomes[i], i+1
		}
		r.out.derived = append(r.out.derived, uint32(index))
	}
	r.widenLinks(wide)
	return wide
}

// derivedCounts counts, for one worker, the cases by entry of each memo.
type derivedCounts struct {
	counts [][]int
	passed []passed
	memos  [][]memoEntry // as they were last
}

// passed counts the cells of a derivation without a memo.
type passed struct{ filled, empty int }

// add counts a case.
func (t *derivedCounts) add(b *batch, i int, rec *record, l *layout) {
	n := len(l.derived)
	if n == 0 {
		return
	}
	if t.counts == nil {
		t.counts, t.passed = make([][]int, n), make([]passed, n)
	}
	t.memos = b.memos.derived
	for k, index := range b.derived[i*n : i*n+n] {
		switch {
		case index > 0:
			if int(index) > len(t.counts[k]) {
				t.counts[k] = append(t.counts[k], make([]int, int(index)-len(t.counts[k]))...)
			}
			t.counts[k][index-1]++
		case rec.filled.Has(l.derived[k].rule.Column):
			t.passed[k].filled++
		default:
			t.passed[k].empty++
		}
	}
}

// derivedTotal is what became of one entry of afleiden in all files.
type derivedTotal struct {
	stats.Derived
	seen    map[string]bool // folded values that were met
	unnamed map[string]*stats.UnnamedValue
	passes  bool
}

// endDerived adds the counts of a file up.
func (l *ledger) endDerived() {
	if l.derived == nil {
		l.derived = make([]derivedTotal, len(l.rules.Derived))
	}
	for k, d := range l.layout.derived {
		total := &l.derived[d.entry]
		if total.seen == nil {
			total.seen, total.unnamed = map[string]bool{}, map[string]*stats.UnnamedValue{}
		}
		for w := range l.workers {
			if t := &l.workers[w].derived; t.counts != nil {
				total.passes = total.passes || t.passed[k].filled > 0
				total.Filled += t.passed[k].filled
				total.Empty += t.passed[k].empty
				for i, n := range t.counts[k] {
					total.add(&t.memos[k][i], n)
				}
			}
		}
	}
}

// add counts n cases with a value.
func (t *derivedTotal) add(e *memoEntry, n int) {
	if n == 0 {
		return
	}
	switch e.code {
	case becameYes:
		t.Yes += n
	case becameNo:
		t.No += n
	case becameValue:
		t.Filled += n
	default:
		t.Empty += n
	}
	folded := rules.Fold(e.text)
	t.seen[folded] = true
	if e.known {
		return
	}
	if t.unnamed[folded] == nil {
		t.unnamed[folded] = &stats.UnnamedValue{Value: e.text}
	}
	t.unnamed[folded].Count += n
}
