package casefile

import (
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// memo numbers the distinct raw values of one column, so that each is folded
// and looked up once. A memo belongs to one goroutine; the entries it has
// handed out never change.
type memo struct {
	slots   []uint32 // index into entries plus one; 0 is free
	entries []memoEntry
	bytes   int // of the texts
	resolve func(c grid.Cell) (text string, code rules.Code, known bool)
}

// memoEntry is one raw value.
type memoEntry struct {
	words words // of raw
	raw   string
	text  string     // as the user sees it, trimmed; empty for a blank cell
	code  rules.Code // stats.Empty for a blank cell
	hash  uint32
	form  grid.Form
	known bool // the rules know the value, if only as one that means Onbekend
}

// Limits of the values of one column: beyond them it is no category.
const (
	maxMemoValues = 50_000
	maxMemoBytes  = 16 << 20
)

// full reports whether the column has more values than a category has.
func (m *memo) full() bool { return len(m.entries) > maxMemoValues || m.bytes > maxMemoBytes }

func newMemo(resolve func(c grid.Cell) (string, rules.Code, bool)) *memo {
	return &memo{slots: make([]uint32, 256), resolve: resolve}
}

// find returns the index in entries of a cell's content, adding it when new.
func (m *memo) find(c grid.Cell) int {
	length := len(c.Text)
	w := wordsOf(c.Text)
	hash := w.hash(length) ^ uint32(c.Form)
	mask := uint32(len(m.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := m.slots[i]
		if slot == 0 {
			return m.add(c, w, hash, i)
		}
		e := &m.entries[slot-1]
		if e.words == w && len(e.raw) == length && e.form == c.Form &&
			(length <= wordsLength || e.raw == string(c.Text)) {
			return int(slot - 1)
		}
	}
}

func (m *memo) add(c grid.Cell, w words, hash, free uint32) int {
	text, code, known := m.resolve(c)
	m.entries = append(m.entries, memoEntry{w, string(c.Text), text, code, hash, c.Form, known})
	m.bytes += len(c.Text)
	m.slots[free] = uint32(len(m.entries))
	if len(m.entries)*2 > len(m.slots) {
		m.grow()
	}
	return len(m.entries) - 1
}

func (m *memo) grow() {
	m.slots = make([]uint32, len(m.slots)*4)
	mask := uint32(len(m.slots) - 1)
	for index, e := range m.entries {
		i := e.hash & mask
		for m.slots[i] != 0 {
			i = (i + 1) & mask
		}
		m.slots[i] = uint32(index + 1)
	}
}
