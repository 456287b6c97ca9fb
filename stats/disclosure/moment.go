package disclosure

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Moment is a state of the cases: as they are now, or as an earlier publication
// counted them. No number crosses attributes of two moments, so an attacker
// knows nothing of who was counted in both but what Model.AtLeast says.
type Moment int

// present is the moment of NewModel.
const present Moment = 0

// order says that a number cannot be less than another.
type order struct{ later, earlier Cell }

// Moment adds another state of the cases, with its public total.
func (m *Model) Moment(total int) Moment {
	m.totals = append(m.totals, total)
	return Moment(len(m.totals) - 1)
}

// AttributeAt adds an attribute of the cases at a moment.
func (m *Model) AttributeAt(moment Moment) Attr {
	m.attrs = append(m.attrs, moment)
	return Attr(len(m.attrs) - 1)
}

// AtLeast states what a reader can know: that a number is not less than
// another one, which was counted earlier. The two may be of different moments.
func (m *Model) AtLeast(later, earlier Cell) {
	m.orders = append(m.orders, order{later, earlier})
}

// momentOf returns the one moment of attributes.
func (m *Model) momentOf(attrs []Attr) (Moment, error) {
	if len(attrs) == 0 {
		return present, nil
	}
	first := m.attrs[attrs[0]]
	if slices.ContainsFunc(attrs, func(a Attr) bool { return m.attrs[a] != first }) {
		return first, fmt.Errorf("%w: a number of two moments", ErrInconsistent)
	}
	return first, nil
}

// ordered says whether an attribute is in a number that has an order.
func (m *Model) ordered(a Attr) bool {
	return slices.ContainsFunc(m.orders, func(o order) bool {
		return slices.Contains(m.cells[o.later].key.attrs(), a) || slices.Contains(m.cells[o.earlier].key.attrs(), a)
	})
}

// addOrders adds for each order a variable of its own, which is not negative,
// and the row: later is the sum of earlier and this growth.
func (b *systemBuilder) addOrders() {
	for i, o := range b.model.orders {
		k := binary.BigEndian.AppendUint16(nil, math.MaxUint16) // no attribute has this number
		v := b.variable(key(binary.BigEndian.AppendUint32(k, uint32(i))))
		b.growths = append(b.growths, v)
		b.rows = append(b.rows, row{head: int32(o.later), parts: []int32{int32(o.earlier), v}})
	}
}
