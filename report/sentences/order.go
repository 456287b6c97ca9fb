package sentences

import (
	"cmp"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/rules"
)

// The kinds of rows that stand last, in their order: what was taken together,
// and what is not known.
const (
	named = iota
	taken
	unknown
)

// lastKind gives the kind of a row. On a list of ranks only Onbekend stands
// last.
func lastKind(t *stats.Table, r *stats.Row) int {
	if len(r.Labels) == 0 {
		return named
	}
	kind := lastLabel(r.Labels[len(r.Labels)-1])
	if kind == taken && t.Figure.Ranked {
		return named
	}
	return kind
}

func lastLabel(label string) int {
	folded := strings.ToLower(label)
	switch {
	case label == rules.UnknownLabel:
		return unknown
	case folded == "overig" || strings.HasPrefix(folded, "overig ") || strings.HasPrefix(folded, "overige "):
		return taken
	}
	return named
}

// IsRest reports whether a row holds what no other row of its figure holds, and
// so stands last.
func IsRest(t *stats.Table, r *stats.Row) bool { return lastKind(t, r) != named }

// IsRestLabel reports whether a label names what no other label does.
func IsRestLabel(label string) bool { return lastLabel(label) != named }

// InOrder gives a table with its rows in the order of every output for people:
// by size in the report year, the rest last. What is hidden counts as nothing,
// so that its place tells nothing; rows that are equal keep the order of the
// catalog, and so do figures with an order of their own, such as months.
func InOrder(figs *stats.Figures, t *stats.Table) *stats.Table {
	v := NewView(figs, t)
	if v.Now < 0 || len(t.Rows) < 2 || len(t.Figure.Breakdown) == 0 || v.Entry.Flow {
		return t
	}
	o := order{v, map[string]float64{}}
	switch v.shape() {
	case shapeParts, shapePartsWithin, shapeYesNoWithin:
	default:
		return t
	}
	for i := range t.Rows {
		o.weigh(&t.Rows[i])
	}
	sorted := *t
	sorted.Rows = slices.Clone(t.Rows)
	slices.SortStableFunc(sorted.Rows, o.compare)
	return &sorted
}

// order compares the rows of a table.
type order struct {
	*View
	groups map[string]float64 // the size of each group of rows
}

// groupOf is the group of a row; empty where a table has no groups.
func groupOf(r *stats.Row) string { return strings.Join(r.Labels[:len(r.Labels)-1], "\x00") }

// weigh adds a row to the size of its group: the share that the sentences
// follow where a group has a noemer of its own, else what the figure of the
// groups themselves counts, or the shown parts of the group together.
func (o order) weigh(r *stats.Row) {
	group := groupOf(r)
	switch {
	case group == "":
	case o.shape() == shapePartsWithin:
		if o.focused(r) {
			o.groups[group] = o.size(r)
		}
	default:
		if n, ok := o.groupCount(r.Labels[0]); ok {
			o.groups[group] = n
		} else {
			o.groups[group] += max(0, o.size(r))
		}
	}
}

// groupCount is the count of a group in the figure that counts the groups.
func (o order) groupCount(label string) (float64, bool) {
	for i := range o.Figs.Tables {
		f := &o.Figs.Tables[i].Figure
		if f.Kind != stats.KindParts || f.Within > 0 || len(f.Breakdown) != 1 ||
			f.Breakdown[0] != o.Table.Figure.Breakdown[0] {
			continue
		}
		for j := range o.Figs.Tables[i].Rows {
			if r := &o.Figs.Tables[i].Rows[j]; len(r.Labels) == 1 && r.Labels[0] == label && shown(o.Cell(r)) {
				return float64(o.Cell(r).Count.N), true
			}
		}
	}
	return 0, false
}

// size is what rows are compared by: the count of a part, the share of a group.
func (o order) size(r *stats.Row) float64 {
	switch c := o.Cell(r); {
	case !shown(c):
		return -1
	case o.Table.Figure.Within == 0:
		return float64(c.Count.N)
	case c.Share.Known:
		return c.Share.Value()
	}
	return -1
}

func (o order) compare(a, b stats.Row) int {
	if ga, gb := groupOf(&a), groupOf(&b); ga != gb {
		return before(lastLabel(a.Labels[0]), lastLabel(b.Labels[0]), o.groups[gb], o.groups[ga])
	}
	if o.shape() == shapePartsWithin {
		return 0 // the parts of a group stand as they do in every group
	}
	return before(lastKind(o.Table, &a), lastKind(o.Table, &b), o.size(&b), o.size(&a))
}

// before compares two rows by their kinds, then by a number, the smaller first.
func before(kindA, kindB int, a, b float64) int {
	return cmp.Or(cmp.Compare(kindA, kindB), cmp.Compare(a, b))
}
