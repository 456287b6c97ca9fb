package stats

import (
	"slices"

	"herstel/stats/disclosure"
)

// relationBuilder collects which combinations of a figure's dimensions and
// facts occur: those of its cells that are not zero. Zeros are shown, so a
// reader knows the rest does not.
type relationBuilder struct {
	figure *Figure
	set    *caseSet
	attrs  []disclosure.Attr
	rows   [][]int
}

func newRelation(l *linker, f *Figure, set *caseSet) *relationBuilder {
	return &relationBuilder{figure: f, set: set}
}

// add notes a cell at the coordinates of its dimensions.
func (r *relationBuilder) add(at []disclosure.Coord, count, base int) {
	in := slices.Concat(at, r.set.holding(baseFacts(r.figure)))
	if r.figure.Kind != KindYesNo {
		if count > 0 {
			r.row(in)
		}
		return
	}
	fact := countFacts(r.figure)[0]
	if count > 0 {
		r.row(append(slices.Clone(in), r.set.fact(fact, yes)))
	}
	if base > 0 { // the other side may be zero, but no cell says so
		r.row(append(slices.Clone(in), r.set.fact(fact, no)))
	}
}

func (r *relationBuilder) row(at []disclosure.Coord) {
	if r.attrs == nil {
		for _, c := range at {
			r.attrs = append(r.attrs, c.Attr)
		}
	}
	var values []int
	for _, c := range at {
		values = append(values, c.Value)
	}
	r.rows = append(r.rows, values)
}

// close adds the cases outside the base, and hands the relation to the model.
func (r *relationBuilder) close() {
	if r.attrs == nil {
		return
	}
	facts := baseFacts(r.figure)
	if len(facts) > 0 {
		r.rows = append(r.rows, r.outside(facts)...)
	}
	r.set.model.Relate(r.attrs, r.rows)
}

// outside crosses everything that a case without the facts of the base can be.
// A dimension that only figures with these facts use has no value there.
func (r *relationBuilder) outside(facts []string) [][]int {
	rows := [][]int{nil}
	for _, a := range r.attrs {
		var options []int
		name := r.nameOf(a)
		switch {
		case slices.Contains(facts, name):
			options = []int{no}
		case name == factContact && slices.Contains(facts, factWilling):
			options = []int{no}
		case name == factContact || name == factWilling:
			options = []int{no, yes}
		case !r.set.free[name]:
			options = []int{r.set.values[name][outside]}
		default:
			for _, code := range r.set.values[name] {
				options = append(options, code)
			}
			slices.Sort(options)
		}
		var next [][]int
		for _, row := range rows {
			for _, o := range options {
				next = append(next, append(slices.Clone(row), o))
			}
		}
		rows = next
	}
	return rows
}

func (r *relationBuilder) nameOf(a disclosure.Attr) string {
	for name, other := range r.set.attrs {
		if other == a {
			return name
		}
	}
	return ""
}
