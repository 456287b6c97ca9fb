package casefile

import (
	"cmp"
	"slices"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// ledger enters rows in the order of the files. Everything that depends on an
// earlier row happens here: duplicates, first spellings, row numbers.
type ledger struct {
	rules     *rules.Rules
	reference day.Day
	cube      *stats.Cube
	numbers   *numberSet
	sources   []stats.Source
	findings  []stats.Finding
	unknown   []stats.UnknownValue
	unknownAt map[unknownKey]int
	distinct  [rules.ColumnCount]int // of unknown
	notices   []stats.Notice
	sheets    []*sheetsOf
	met       map[string]string // the headers of all files, by their folded form
	overview  overview
	derived   []derivedTotal // by entry of afleiden
	tracing   bool
	origins   []stats.Origin
	leftOut   []stats.LeftOutRow
	links     []*linked // by entry of koppel
	wording   wording
	headers   [rules.ColumnCount][]string // by file

	// Of the file that is being entered:
	source      stats.Source
	layout      *layout
	has         stats.Presence
	order       [rules.ColumnCount]dateOrder
	tooMany     string       // a column with more values than a category has
	row         int          // the row number where the next batch starts
	left        stats.RuleID // by which rule the last row was left out
	second      int          // row of a second header with other columns; 0 when there is none
	rows        [stats.RuleCount][placeCount]found
	waiting     []blankRows // empty lines that count when a row follows
	waitingMore int         // more of them, of which the places are not kept
	workers     []translation
	scratch     stats.Case
}

type unknownKey struct {
	column rules.Column
	folded string
}

// blankRows is a run of empty lines.
type blankRows struct{ first, span int }

// translation holds, for one worker, the code of each memo entry in the cube,
// plus one; 0 is not asked for yet.
type translation struct {
	mediators  []rules.Code
	breakdowns [][]rules.Code
	unknown    [rules.ColumnCount][]int
	derived    derivedCounts
}

func newLedger(ruleset *rules.Rules, reference day.Day) *ledger {
	return &ledger{
		rules: ruleset, reference: reference, cube: stats.NewCube(len(ruleset.Breakdowns)),
		numbers: newNumberSet(), unknownAt: map[unknownKey]int{}, overview: newOverview(), met: map[string]string{},
	}
}

// open starts a file. firstRow is the number of the first row below the header.
func (l *ledger) open(source stats.Source, layout *layout, firstRow, workers int) {
	l.source, l.layout, l.has, l.row, l.second = source, layout, layout.has, firstRow, 0
	l.waiting, l.waitingMore = l.waiting[:0], 0
	l.order = [rules.ColumnCount]dateOrder{}
	l.workers = make([]translation, workers)
	for i := range l.workers {
		l.workers[i].breakdowns = make([][]rules.Code, len(l.rules.Breakdowns))
	}
	l.scratch = stats.Case{}
}

// enter enters the rows of one batch.
func (l *ledger) enter(b *batch) {
	l.numbers.warm(b)
	events := b.events
	for i := range b.records {
		rec := &b.records[i]
		row := l.row + int(rec.row)
		if rec.fate == fateBlank {
			l.wait(blankRows{row, int(rec.span)})
			continue
		}
		if len(l.waiting) > 0 {
			l.enterBlanks()
		}
		counted := l.enterRecord(b, i, rec, row)
		if l.tracing {
			l.follow(b, i, row, counted)
		}
		for len(events) > 0 && int(events[0].record) == i {
			if counted {
				l.enterEvent(b, events[0], row)
			}
			events = events[1:]
		}
	}
	l.row += int(b.rows)
	for c, n := range b.order {
		l.order[c].dayFirst += n.dayFirst
		l.order[c].monthFirst += n.monthFirst
	}
}

// wait keeps empty lines; those that follow on others become one run.
func (l *ledger) wait(run blankRows) {
	if n := len(l.waiting); n > 0 && l.waiting[n-1].first+l.waiting[n-1].span == run.first {
		l.waiting[n-1].span += run.span
		return
	}
	if len(l.waiting) >= keptRows {
		l.waitingMore += run.span
		return
	}
	l.waiting = append(l.waiting, run)
}

// enterBlanks enters the empty lines that turned out to lie between rows.
func (l *ledger) enterBlanks() {
	for _, run := range l.waiting {
		for i := range run.span {
			l.note(stats.RuleNotCase, placeRow, run.first+i)
		}
		l.source.Rows += run.span
		l.source.NotCase += run.span
	}
	l.rows[stats.RuleNotCase][placeRow].count += l.waitingMore
	l.source.Rows += l.waitingMore
	l.source.NotCase += l.waitingMore
	l.waiting, l.waitingMore = l.waiting[:0], 0
}

// enterRecord enters one row and reports whether it counts.
func (l *ledger) enterRecord(b *batch, i int, rec *record, row int) bool {
	l.source.Rows++
	number := b.number(i)
	switch rec.fate {
	case fateNotCase:
		l.source.NotCase++
		l.note(stats.RuleNotCase, placeRow, row)
		return false
	case fateReceived:
		l.noteShape(b, stats.RuleReceived, placeOf(rules.ColReceived), rec.shape)
		return l.leaveOut(stats.RuleReceived, placeOf(rules.ColReceived), row)
	case fateAssigned:
		l.noteShape(b, stats.RuleAssigned, placeOf(rules.ColAssigned), rec.shape)
		return l.leaveOut(stats.RuleAssigned, placeOf(rules.ColAssigned), row)
	case fateHeader:
		if l.second == 0 {
			l.second = row
		}
		return l.leaveOut(stats.RuleShape, placeRow, row)
	case fateShape:
		return l.leaveOut(stats.RuleShape, placeRow, row)
	case fateAfterReference:
		if len(number) > 0 && l.numbers.has(number) {
			return l.leaveOut(stats.RuleDuplicate, placeOf(rules.ColCaseNumber), row)
		}
		return l.leaveOut(stats.RuleAfterReference, placeOf(rules.ColReceived), row)
	}
	if len(number) > 0 && !l.numbers.add(number) {
		return l.leaveOut(stats.RuleDuplicate, placeOf(rules.ColCaseNumber), row)
	}
	l.source.Counted++
	l.count(b, i, rec)
	l.overview.add(rec, len(l.sources), row)
	return true
}

func (l *ledger) leaveOut(rule stats.RuleID, at place, row int) bool {
	l.source.LeftOut++
	l.left = rule
	l.note(rule, at, row)
	return false
}

// count adds the case to the cube.
func (l *ledger) count(b *batch, i int, rec *record) {
	cs := &l.scratch
	rec.fill(cs)
	t := &l.workers[b.worker]
	cs.Mediator = rules.Empty
	if rec.mediator > 0 {
		cs.Mediator = l.mediator(b, t, int(rec.mediator)-1)
	}
	n := len(l.rules.Breakdowns)
	for k, memo := range b.breakdowns[i*n : i*n+n] {
		cs.Breakdown[k] = rules.Empty
		if memo > 0 {
			cs.Breakdown[k] = l.breakdown(b, t, k, int(memo)-1)
		}
	}
	t.derived.add(b, i, rec, l.layout)
	l.useLinks(b.number(i))
	l.cube.Add(cs, l.has)
}

func (l *ledger) mediator(b *batch, t *translation, memo int) rules.Code {
	if memo >= len(t.mediators) {
		t.mediators = append(t.mediators, make([]rules.Code, memo+1-len(t.mediators))...)
	}
	if t.mediators[memo] == 0 {
		t.mediators[memo] = l.cube.Mediator(rules.Fold(b.memos.mediators[memo].text)) + 1
		l.bound(int(t.mediators[memo]), rules.ColMediator.String())
	}
	return t.mediators[memo] - 1
}

func (l *ledger) breakdown(b *batch, t *translation, k, memo int) rules.Code {
	codes := t.breakdowns[k]
	if memo >= len(codes) {
		codes = append(codes, make([]rules.Code, memo+1-len(codes))...)
		t.breakdowns[k] = codes
	}
	if codes[memo] == 0 {
		codes[memo] = l.cube.Breakdown(k, b.memos.breakdowns[k][memo].text) + 1
		l.bound(int(codes[memo]), l.rules.Breakdowns[k].Column)
	}
	return codes[memo] - 1
}

// enterEvent enters a finding about a row that counts.
func (l *ledger) enterEvent(b *batch, e event, row int) {
	l.note(e.rule, e.place, row)
	if e.rule == stats.RuleDate || e.rule == stats.RuleYesNo {
		l.overview.recent.unread[e.place-placeColumn]++
	}
	if e.rule == stats.RuleDate {
		l.noteShape(b, e.rule, e.place, e.value)
	}
	if e.rule != stats.RuleUnknownValue {
		return
	}
	column := rules.Column(e.place - placeColumn)
	known := &l.workers[b.worker].unknown[column]
	if int(e.value) >= len(*known) {
		*known = append(*known, make([]int, int(e.value)+1-len(*known))...)
	}
	if (*known)[e.value] == 0 {
		(*known)[e.value] = 1 + l.unknownValue(column, b.memos.categories[column][e.value].text)
	}
	l.unknown[(*known)[e.value]-1].Count++
}

func (l *ledger) unknownValue(column rules.Column, text string) int {
	key := unknownKey{column, rules.Fold(text)}
	index, ok := l.unknownAt[key]
	if !ok {
		index = len(l.unknown)
		l.unknownAt[key] = index
		l.unknown = append(l.unknown, stats.UnknownValue{Column: column, Value: text})
		l.distinct[column]++
		l.bound(l.distinct[column], column.String())
	}
	return index
}

// bound notes that a column has more values than a category has.
func (l *ledger) bound(values int, column string) {
	if values > maxMemoValues {
		l.tooMany = column
	}
}

func (l *ledger) note(rule stats.RuleID, at place, row int) {
	l.rows[rule][at].add(row)
}

// found is where a rule was met in a column: how often, and the first rows.
type found struct {
	count  int
	rows   []int
	shapes map[string]int
}

// keptRows is how many row numbers of a finding are kept.
const keptRows = 10_000

func (f *found) add(row int) {
	if f.count++; len(f.rows) < keptRows {
		f.rows = append(f.rows, row)
	}
}

// close ends the file: its findings and its account are complete.
func (l *ledger) close(sum string) {
	l.source.SHA256 = sum
	for rule := range l.rows {
		for at, found := range l.rows[rule] {
			if found.count > 0 {
				l.findings = append(l.findings, stats.Finding{Rule: stats.RuleID(rule), Source: len(l.sources),
					Column: l.name(place(at)), Count: found.count, Rows: found.rows, Shapes: shapesOf(found.shapes)})
			}
		}
		clear(l.rows[rule][:])
	}
	if l.source.Counted == 0 {
		l.notices = append(l.notices, noCases(l.source))
	}
	l.notices = append(l.notices, l.overview.endFile(l.source, l.has)...)
	l.endDerived()
	l.sources = append(l.sources, l.source)
	for c := range l.headers {
		l.headers[c] = append(l.headers[c], l.layout.header(rules.Column(c)))
	}
}

func (l *ledger) name(at place) string {
	switch {
	case at == placeRow:
		return ""
	case at < placeBreakdown:
		return rules.Column(at - placeColumn).String()
	}
	return l.rules.Breakdowns[at-placeBreakdown].Name
}

// dataset returns what all files together brought.
func (l *ledger) dataset() *stats.Dataset {
	slices.SortFunc(l.findings, func(a, b stats.Finding) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Column, b.Column))
	})
	slices.SortFunc(l.unknown, func(a, b stats.UnknownValue) int {
		return cmp.Or(cmp.Compare(a.Column, b.Column), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	l.noticeUnread()
	l.notices = append(append(l.notices, l.loneDates()...), l.overview.gaps()...)
	l.notices = append(l.notices, l.derivedNotices()...)
	last, _ := l.overview.lastDay()
	last = max(last, 0)
	return &stats.Dataset{Derived: l.derivedAll(), Links: l.linkAccounts(), Cube: l.cube, Sources: l.sources,
		Findings: l.findings, Unknown: l.unknown, Notices: l.notices, LastDay: last, Empty: l.overview.empty,
		Origins: l.origins, LeftOut: l.leftOut, Columns: l.columns()}
}
