package casefile

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// rowReader turns the cells of one file into records. Each worker has its own.
type rowReader struct {
	layout     *layout
	ruleset    *rules.Rules
	reference  day.Day
	epoch      grid.Epoch
	categories [rules.ColumnCount]*memo
	mediators  *memo
	breakdowns []*memo
	derived    []*deriver
	links      []*linked
	widened    []grid.Cell
	shapes     []string // of dates that cannot be read
	scratch    stats.Case
	out        *batch
	tracing    bool
	unseen     int // rows that the user does not see
	wording    wording
}

// hidden notes that the user does not see the row that comes next.
func (r *rowReader) Hidden() { r.unseen++ }

// unvalued refuses a row with a formula without outcome in a column that is read.
func (r *rowReader) Unvalued(positions []int) error {
	if column, ok := r.layout.reads(positions); ok {
		return unvalued(column)
	}
	return nil
}

func newRowReader(l *layout, ruleset *rules.Rules, led *ledger, ep grid.Epoch) *rowReader {
	r := &rowReader{layout: l, ruleset: ruleset, reference: led.reference, epoch: ep, tracing: led.tracing,
		links: led.links}
	for _, c := range rules.CategoryColumns {
		vocabulary := ruleset.Vocabulary(c)
		r.categories[c] = newMemo(func(c grid.Cell) (string, rules.Code, bool) {
			text := grid.TextOf(c, ep)
			code, known := vocabulary.Lookup(rules.Fold(text))
			return text, code, known
		})
	}
	named := func(c grid.Cell) (string, rules.Code, bool) {
		text := grid.TextOf(c, ep)
		if grid.IsError(c) || rules.Fold(text) == "" {
			return "", rules.Empty, true
		}
		return text, rules.Unknown, true
	}
	r.mediators = newMemo(named)
	for range l.breakdowns {
		r.breakdowns = append(r.breakdowns, newMemo(named))
	}
	r.derived, r.widened = newDerivers(l, ruleset, ep), make([]grid.Cell, l.wide)
	return r
}

// view returns the memos as they are now.
func (r *rowReader) view() memoView {
	v := memoView{shapes: r.shapes, mediators: r.mediators.entries, breakdowns: make([][]memoEntry, len(r.breakdowns))}
	for _, c := range rules.CategoryColumns {
		v.categories[c] = r.categories[c].entries
	}
	for i, m := range r.breakdowns {
		v.breakdowns[i] = m.entries
	}
	for _, d := range r.derived {
		v.derived = append(v.derived, d.memo.entries)
	}
	return v
}

// overfull refuses a file with a column of too many values. It names the column
// as the user does.
func (r *rowReader) Overfull() error {
	name := ""
	for _, c := range rules.CategoryColumns {
		if r.categories[c].full() {
			name = c.String()
		}
	}
	if r.mediators.full() {
		name = rules.ColMediator.String()
	}
	for i, m := range r.breakdowns {
		if m.full() {
			name = r.ruleset.Breakdowns[i].Column
		}
	}
	for _, d := range r.derived {
		if d.memo.full() {
			name = d.rule.Header
		}
	}
	if name == "" {
		return nil
	}
	return tooManyValues(name)
}

func tooManyValues(column string) *grid.Fault {
	return grid.NewFault(fmt.Sprintf("kolom %q heeft te veel verschillende waarden: meer dan 50.000, of heel lange",
		column),
		"dit is geen kolom met vaste waarden; controleer de koppen in herstel.yaml")
}

// blank enters empty lines.
func (r *rowReader) Blank(row, span uint32) {
	if n := len(r.out.records); n > 0 {
		if last := &r.out.records[n-1]; last.fate == fateBlank && last.row+last.span == row {
			last.span += span
			return
		}
	}
	r.push(record{fate: fateBlank, row: row, span: span})
}

// ragged enters a CSV row whose cells do not match the header. Which cell is
// which column cannot be known, so only a line that is no case at all (empty,
// a total, a remark in one cell) is told apart.
func (r *rowReader) Ragged(cells []grid.Cell, count int, row uint32) {
	rec := record{fate: fateShape, row: row}
	filled := 0
	for _, c := range cells[:min(count, len(cells))] {
		if !c.Blank() {
			filled++
		}
	}
	at := func(c rules.Column) grid.Cell {
		if pos := r.layout.at[c]; pos < min(count, len(cells)) {
			return cells[pos]
		}
		return grid.Cell{}
	}
	number, received := at(rules.ColCaseNumber), at(rules.ColReceived)
	nothing := number.Blank() && received.Blank()
	if count <= len(cells) && (filled == 0 || filled == 1 && (nothing || grid.IsRemark(number)) ||
		grid.IsTotal(number) && noDate(received)) {
		rec.fate = fateNotCase
	}
	rec.fate = r.headerOr(rec.fate, cells[:min(count, len(cells))])
	r.push(rec)
}

// headerOr returns what becomes of a row that is no case for the reason given: a
// header once more is no case at all, and below one that has its columns in other
// places than the first nothing can be read by the first.
func (r *rowReader) headerOr(reason fate, cells []grid.Cell) fate {
	if reason == fateAssigned || reason == fateAfterReference {
		return reason
	}
	known := 0
	for _, c := range cells {
		if len(c.Text) > 0 && c.Form == grid.FormText {
			if _, ok := r.ruleset.Column(string(grid.Utf8Of(c.Text))); ok {
				known++
			}
		}
	}
	if known < tellingHeaders {
		return reason
	}
	switch l := layoutOf(cells, r.ruleset); {
	case !l.isHeader():
		return reason
	case l.sameAs(r.layout):
		return fateNotCase
	}
	return fateHeader
}

// broken enters a CSV line with a quote that never closes.
func (r *rowReader) Broken(row uint32) { r.push(record{fate: fateShape, row: row}) }

func (r *rowReader) push(rec record) {
	r.out.records = append(r.out.records, rec)
	r.trace()
	for range r.breakdowns {
		r.out.breakdowns = append(r.out.breakdowns, 0)
	}
	for range r.derived {
		r.out.derived = append(r.out.derived, 0)
	}
}

// row enters a row. cells holds at least layout.width cells.
func (r *rowReader) Row(cells []grid.Cell, row uint32) {
	out := r.out
	if len(out.records) < cap(out.records) {
		out.records = out.records[:len(out.records)+1]
	} else {
		out.records = append(out.records, record{})
	}
	rec := &out.records[len(out.records)-1]
	*rec = record{row: row}
	r.trace()
	first := len(out.breakdowns)
	for range r.breakdowns {
		out.breakdowns = append(out.breakdowns, 0)
	}
	own := cells
	if len(r.widened) > r.layout.width {
		cells = r.widen(cells)
	}
	r.dropMissing(cells)
	if rec.fate = r.identity(rec, cells); rec.fate != fateCounts {
		rec.fate = r.headerOr(rec.fate, own)
		return
	}
	r.content(rec, cells, out.breakdowns[first:])
}

// identity reads the case number and the dates that decide whether the row counts.
func (r *rowReader) identity(rec *record, cells []grid.Cell) fate {
	l := r.layout
	number, received := cells[l.at[rules.ColCaseNumber]], cells[l.at[rules.ColReceived]]
	r.caseNumber(rec, number)
	date, ok := r.day(received, rules.ColReceived)
	if !ok || date == day.NoDay {
		empty := received.Blank() && received.Form != grid.FormError
		switch {
		case empty && (rec.numberLen == 0 || grid.IsTotal(number) || grid.IsRemark(number) &&
			r.layout.filled(cells) == onlyNumber),
			!empty && (grid.IsTotal(number) || rec.numberLen == 0 && noDate(received)):
			return fateNotCase
		}
		if !empty {
			rec.shape = r.shape(received)
		}
		return fateReceived
	}
	rec.received = date
	if pos := l.at[rules.ColAssigned]; pos != absent {
		if rec.assigned, ok = r.day(cells[pos], rules.ColAssigned); !ok {
			rec.shape = r.shape(cells[pos])
			return fateAssigned
		}
	} else {
		rec.assigned = day.NoDay
	}
	if r.reference != day.NoDay && date > r.reference {
		return fateAfterReference
	}
	return fateCounts
}

// onlyNumber is what a row has with nothing filled but its zaaknummer.
const onlyNumber = rules.ColumnSet(1) << rules.ColCaseNumber

// noDate reports whether what stands in a date cell is nothing, a total or a
// bare count: no slip in a date.
func noDate(c grid.Cell) bool {
	return c.Form != grid.FormError && (c.Blank() || grid.IsTotal(c) || grid.IsPlainNumber(c))
}

// caseNumber stores the folded case number in the batch.
func (r *rowReader) caseNumber(rec *record, c grid.Cell) {
	out := r.out
	start := len(out.numbers)
	var class byteClass
	for _, ch := range c.Text {
		class |= byteClasses[ch]
	}
	switch {
	case grid.IsError(c):
		return
	case class&classOther != 0:
		out.numbers = append(out.numbers, rules.Fold(grid.TextOf(c, r.epoch))...)
	default:
		out.numbers = append(out.numbers, c.Text...)
	}
	r.traceNumber(c)
	if class == classUpper {
		for i, ch := range out.numbers[start:] {
			if byteClasses[ch] == classUpper {
				out.numbers[start+i] = ch + ('a' - 'A')
			}
		}
	}
	rec.number, rec.numberLen = uint32(start), uint32(len(out.numbers)-start)
}

// byteClass says what folding does with a byte.
type byteClass uint8

const (
	classPlain byteClass = 0 // stays
	classUpper byteClass = 1 // becomes lower case
	classOther byteClass = 2 // needs stats.Fold
)

var byteClasses = func() (classes [256]byteClass) {
	for ch := range classes {
		switch {
		case ch <= ' ' || ch >= 0x7F:
			classes[ch] = classOther
		case 'A' <= ch && ch <= 'Z':
			classes[ch] = classUpper
		}
	}
	return classes
}()

// content reads the other cells of a row that counts, and settles the case.
func (r *rowReader) content(rec *record, cells []grid.Cell, breakdowns []uint32) {
	if rec.numberLen == 0 {
		r.found(stats.RuleCaseNumber, placeOf(rules.ColCaseNumber))
	}
	cs := &r.scratch
	cs.Received, cs.Assigned = rec.received, rec.assigned
	cs.Contacted, cs.Closed = r.date(cells, rules.ColContacted), r.date(cells, rules.ColClosed)
	cs.Willing, cs.Contact = r.answer(cells, rules.ColWilling), r.answer(cells, rules.ColContact)
	cs.IsAssigned = r.answer(cells, rules.ColIsAssigned) == stats.Yes
	cs.Reason = r.category(cells, rules.ColReason)
	cs.WillingOn, cs.RejectedOn = r.date(cells, rules.ColWillingOn), r.date(cells, rules.ColRejectedOn)
	cs.DatesImply()
	if r.answer(cells, rules.ColIsRejected) == stats.Yes && cs.Reason == rules.Empty {
		cs.Reason = rules.Unknown
	}
	cs.Referrer = r.category(cells, rules.ColReferrer)
	cs.Initiator = r.category(cells, rules.ColInitiator)
	cs.Offence = r.category(cells, rules.ColOffence)
	cs.Form = r.category(cells, rules.ColForm)
	if pos := r.layout.at[rules.ColMediator]; pos != absent && len(cells[pos].Text) > 0 {
		if i := r.mediators.find(cells[pos]); r.mediators.entries[i].code != rules.Empty {
			rec.mediator = uint32(i + 1)
		}
	}
	for i, pos := range r.layout.breakdowns {
		cs.Breakdown[i] = rules.Empty
		if pos == absent || len(cells[pos].Text) == 0 {
			continue
		}
		if index := r.breakdowns[i].find(cells[pos]); r.breakdowns[i].entries[index].code != rules.Empty {
			breakdowns[i] = uint32(index + 1)
			cs.Breakdown[i] = rules.Unknown
		}
	}
	rec.keep(cs)
	r.flag(cs.Settle(r.reference, r.layout.has))
	rec.filled = r.layout.filled(cells)
}

func (r *rowReader) date(cells []grid.Cell, c rules.Column) day.Day {
	pos := r.layout.at[c]
	if pos == absent || len(cells[pos].Text) == 0 {
		return day.NoDay
	}
	date, ok := r.day(cells[pos], c)
	if !ok {
		r.found(stats.RuleDate, placeOf(c))
		r.out.events[len(r.out.events)-1].value = r.shape(cells[pos])
		return day.NoDay
	}
	return date
}

func (r *rowReader) answer(cells []grid.Cell, c rules.Column) stats.Answer {
	pos := r.layout.at[c]
	if pos == absent {
		return stats.NoAnswer
	}
	answer, ok := grid.ParseAnswer(cells[pos])
	switch {
	case !ok:
		r.found(stats.RuleYesNo, placeOf(c))
	case answer == stats.Yes:
		r.wording.sayYes(c, cells[pos], r.epoch)
	}
	return answer
}

func (r *rowReader) category(cells []grid.Cell, c rules.Column) rules.Code {
	pos := r.layout.at[c]
	if pos == absent || len(cells[pos].Text) == 0 {
		return rules.Empty
	}
	index := r.categories[c].find(cells[pos])
	entry := &r.categories[c].entries[index]
	r.traceValue(c, index)
	if !entry.known {
		out := r.out
		out.events = append(out.events,
			event{uint32(len(out.records) - 1), stats.RuleUnknownValue, placeOf(c), int32(index)})
	}
	return entry.code
}

func (r *rowReader) found(rule stats.RuleID, at place) {
	out := r.out
	out.events = append(out.events, event{record: uint32(len(out.records) - 1), rule: rule, place: at})
}

// flag turns the flags of Settle into events.
func (r *rowReader) flag(flags stats.Flags) {
	if flags == 0 {
		return
	}
	for _, f := range stats.FlagFindings {
		if flags&f.Flag != 0 {
			r.found(f.Rule, placeOf(f.Column))
		}
	}
	for i := range r.layout.breakdowns {
		if flags&(stats.FlagEmptyBreakdown<<i) != 0 {
			r.found(stats.RuleEmpty, placeBreakdown+place(i))
		}
	}
}
