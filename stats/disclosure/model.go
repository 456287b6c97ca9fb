package disclosure

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// ErrInconsistent is returned when the numbers of the tables cannot be those
// of one set of cases.
var ErrInconsistent = errors.New("tables contradict each other")

// Attr is an attribute of a case, made by Model.Attribute.
type Attr int

// Coord says that an attribute has a value. Values are small numbers of the
// caller's choosing.
type Coord struct {
	Attr  Attr
	Value int
}

// Cell is a number of a Model.
type Cell int

// key is a set of coordinates in canonical form: six bytes each, by attribute.
type key string

// Model describes the tables that count one set of cases of a known size, and
// what is known of them at other moments (see moment.go).
type Model struct {
	totals    []int // the number of cases at each Moment
	attrs     []Moment
	cells     []cell
	index     map[key]Cell
	relations []relation
	orders    []order
	plain     bool // no cells are exchanged
}

// cell is a number: the cases with all the coordinates of its key.
type cell struct {
	key       key
	value     int
	weight    int    // how much it matters that it is shown
	published bool   // stands in a table
	locked    bool   // is shown whatever happens
	kept      bool   // is hidden whatever the others need
	guarded   bool   // is never shown itself, but must not be worked out when small
	with      []Cell // hidden when one of these is small
}

// relation lists the combinations of attributes that can occur.
type relation struct {
	attrs []Attr
	rows  [][]int
}

// NewModel returns a model of total cases. The total is public.
func NewModel(total int) *Model {
	return &Model{totals: []int{total}, index: make(map[key]Cell)}
}

// Attribute adds an attribute. Every case has exactly one value of it.
func (m *Model) Attribute() Attr { return m.AttributeAt(present) }

// Publish adds a number that stands in a table. The same coordinates give the
// same Cell; its weight is the largest one given. Zeros are always shown.
func (m *Model) Publish(at []Coord, value, weight int) (Cell, error) {
	id, err := m.add(at, value)
	if err != nil {
		return 0, err
	}
	c := &m.cells[id]
	c.published = true
	c.weight = max(c.weight, weight)
	return id, nil
}

// Guard adds a number that is in no table but follows from two that are, such
// as the other side of a yes/no share. When small it must not be worked out.
func (m *Model) Guard(at []Coord, value int) (Cell, error) {
	id, err := m.add(at, value)
	if err != nil {
		return 0, err
	}
	m.cells[id].guarded = true
	return id, nil
}

// Lock makes a cell shown whatever happens: an exception, a total that is
// public, or a number that was published before.
func (m *Model) Lock(c Cell) { m.cells[c].locked = true }

// Hide makes a cell hidden whatever the others need, unless it is locked or
// zero: one that was hidden in an earlier publication.
func (m *Model) Hide(c Cell) { m.cells[c].kept = true }

// Plain leaves out the search for cells that can take the place of others at a
// lower loss: it costs more than the rest, and what is hidden is as safe without.
func (m *Model) Plain() { m.plain = true }

// HideWith hides a cell when other is small: the count of a share goes with its
// other side.
func (m *Model) HideWith(c, other Cell) { m.cells[c].with = append(m.cells[c].with, other) }

// Relate states that no other combination of the attributes occurs. It may
// only say what a reader can know: zeros that are shown, and implications.
func (m *Model) Relate(attrs []Attr, rows [][]int) {
	m.relations = append(m.relations, relation{slices.Clone(attrs), rows})
}

func (m *Model) add(at []Coord, value int) (Cell, error) {
	k := makeKey(at)
	if id, ok := m.index[k]; ok {
		if m.cells[id].value != value {
			return 0, fmt.Errorf("%w: one count has two values", ErrInconsistent)
		}
		return id, nil
	}
	moment, err := m.momentOf(k.attrs())
	if err != nil {
		return 0, err
	}
	if value < 0 || value > m.totals[moment] {
		return 0, fmt.Errorf("%w: a part is larger than the whole", ErrInconsistent)
	}
	id := Cell(len(m.cells))
	m.cells = append(m.cells, cell{key: k, value: value})
	m.index[k] = id
	return id, nil
}

const coordBytes = 6

func makeKey(at []Coord) key {
	sorted := slices.Clone(at)
	slices.SortFunc(sorted, func(a, b Coord) int { return cmp.Compare(a.Attr, b.Attr) })
	buf := make([]byte, 0, coordBytes*len(sorted))
	for _, c := range sorted {
		buf = appendCoord(buf, c)
	}
	return key(buf)
}

func appendCoord(buf []byte, c Coord) []byte {
	buf = binary.BigEndian.AppendUint16(buf, uint16(c.Attr))
	return binary.BigEndian.AppendUint32(buf, uint32(c.Value))
}

// coords returns the coordinates of a key, by attribute.
func (k key) coords() []Coord {
	at := make([]Coord, 0, len(k)/coordBytes)
	for i := 0; i < len(k); i += coordBytes {
		b := []byte(k[i : i+coordBytes])
		at = append(at, Coord{Attr(binary.BigEndian.Uint16(b)), int(binary.BigEndian.Uint32(b[2:]))})
	}
	return at
}

// attrs returns the attributes of a key, ascending.
func (k key) attrs() []Attr {
	set := make([]Attr, 0, len(k)/coordBytes)
	for _, c := range k.coords() {
		set = append(set, c.Attr)
	}
	return set
}

// shape is the attribute set of a key as a comparable value.
func (k key) shape() string {
	buf := make([]byte, 0, len(k)/3)
	for i := 0; i < len(k); i += coordBytes {
		buf = append(buf, k[i], k[i+1])
	}
	return string(buf)
}
