package stats

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"herstel/stats/rules"
)

// CaseDiff is what changed between two exports, case by case, and what that does
// to the figures. It names cases, so it may reach the screen of `herstel diff` alone.
type CaseDiff struct {
	Added      []DiffCase // in the order of the new export
	Removed    []DiffCase // in the order of the old export
	Changed    []DiffCase // in the order of the new export
	Duplicates []Duplicate
	Nameless   [2]int // cases without a zaaknummer that have no equal in the other export, old and new

	effects map[effectCell][]CaseEffect
	within  map[string]int // by figure, how many dimensions narrow its noemer
}

// DiffCase is one case that is not the same in both exports.
type DiffCase struct {
	Number   string // zaaknummer as it is written; empty where it is missing
	Old, New *Place // nil where the export does not have it, or does not count it
	Fields   []FieldChange
	Reason   string // Dutch: why a row with this number does not count in the other export; empty when there is none
}

// Place is where a row stands.
type Place struct {
	File, Sheet string
	Row         int
}

// FieldChange is a fact of a case that changed. The values are labels of the
// rules, dates, or yes and no in Dutch; both are empty for a column whose values
// herstel does not tell.
type FieldChange struct {
	Column   string
	Old, New string
}

// Duplicate is a zaaknummer that stands in more rows of one export than in the other.
type Duplicate struct {
	Number   string
	Old, New []Place // the rows that do not count
}

// CaseEffect is what one case does to one number.
type CaseEffect struct {
	Number string
	Count  int // 1: it counts now, -1: it counts no more, 0: it counts in both, with other days
	Base   int // the same for the noemer
}

type effectCell struct {
	figure, labels string
	year           int
}

// Why two exports cannot be compared case by case.
var (
	ErrNoNumbers     = errors.New("geen enkele zaak heeft een zaaknummer")
	ErrNothingShared = errors.New("de twee exports hebben geen enkel zaaknummer gemeen")
)

// NoNumbersError says which export has no zaaknummers: false the old one.
type NoNumbersError struct{ New bool }

func (e *NoNumbersError) Error() string { return ErrNoNumbers.Error() }

// Unwrap gives ErrNoNumbers.
func (e *NoNumbersError) Unwrap() error { return ErrNoNumbers }

// numbered is an export by zaaknummer.
type numbered struct {
	tr       *Tracer
	cases    []Case
	has      []Presence
	byNumber map[string]int
}

func numberedOf(tr *Tracer) *numbered {
	n := &numbered{tr: tr, byNumber: map[string]int{}}
	for cs, has := range tr.c.cube.each {
		i := len(n.cases)
		n.cases, n.has = append(n.cases, *cs), append(n.has, has)
		if number := rules.Fold(tr.c.data.Origins[i].Number); number != "" {
			n.byNumber[number] = i
		}
	}
	return n
}

func (n *numbered) origin(i int) *Origin { return &n.tr.c.data.Origins[i] }

func (n *numbered) place(o *Origin) *Place {
	s := n.tr.c.data.Sources[o.Source]
	return &Place{s.Name, s.Sheet, o.Row}
}

// Figures returns the figures that a Tracer follows.
func (tr *Tracer) Figures() *Figures { return tr.figs }

// DiffCases compares two exports by zaaknummer, read by the same rules.
func DiffCases(ctx context.Context, before, after *Tracer) (*CaseDiff, error) {
	old, now := numberedOf(before), numberedOf(after)
	if err := mayCompare(old, now); err != nil {
		return nil, err
	}
	d := &CaseDiff{effects: map[effectCell][]CaseEffect{}, within: map[string]int{}}
	for i := range after.figs.Tables {
		d.within[after.figs.Tables[i].Figure.ID] = after.figs.Tables[i].Figure.Within
	}
	same := d.pair(old, now)
	d.Duplicates = duplicates(old, now)
	return d, d.follow(ctx, old, now, same)
}

func mayCompare(old, now *numbered) error {
	for i, n := range []*numbered{old, now} {
		if len(n.byNumber) == 0 {
			return &NoNumbersError{New: i == 1}
		}
	}
	for number := range old.byNumber {
		if _, ok := now.byNumber[number]; ok {
			return nil
		}
	}
	return ErrNothingShared
}

// pairs are the cases to follow: an index of -1 is no case.
type pairs [][2]int

// pair matches the cases and returns what is to be followed: those that are not
// the same, and all of them when the two exports are counted on different days.
func (d *CaseDiff) pair(old, now *numbered) pairs {
	var follow pairs
	otherDay := old.tr.c.reference != now.tr.c.reference
	equals := d.namelessEqual(old, now)
	for i := range now.cases {
		number := rules.Fold(now.origin(i).Number)
		j, ok := old.byNumber[number]
		switch {
		case number == "" && equals[1][i]:
			if otherDay {
				follow = append(follow, [2]int{-1, i})
			}
		case number == "" || !ok:
			d.Added = append(d.Added,
				DiffCase{Number: now.origin(i).Number, New: now.place(now.origin(i)),
					Reason: leftOutBecause(old, number)})
			follow = append(follow, [2]int{-1, i})
		default:
			fields := fieldChanges(old, now, j, i)
			if len(fields) > 0 {
				d.Changed = append(d.Changed,
					DiffCase{Number: now.origin(i).Number, Old: old.place(old.origin(j)), New: now.place(now.origin(i)),
						Fields: fields})
			}
			if len(fields) > 0 || otherDay {
				follow = append(follow, [2]int{j, i})
			}
		}
	}
	for j := range old.cases {
		number := rules.Fold(old.origin(j).Number)
		if _, ok := now.byNumber[number]; ok && number != "" {
			continue
		}
		if number == "" && equals[0][j] {
			if otherDay {
				follow = append(follow, [2]int{j, -1})
			}
			continue
		}
		d.Removed = append(d.Removed,
			DiffCase{Number: old.origin(j).Number, Old: old.place(old.origin(j)), Reason: leftOutBecause(now, number)})
		follow = append(follow, [2]int{j, -1})
	}
	return follow
}

// namelessEqual marks the cases without a zaaknummer that stand in both exports
// with the same facts, as often in the one as in the other.
func (d *CaseDiff) namelessEqual(old, now *numbered) [2]map[int]bool {
	equal := [2]map[int]bool{{}, {}}
	places := map[string][]int{}
	for j := range old.cases {
		if old.origin(j).Number == "" {
			facts := old.facts(j)
			places[facts] = append(places[facts], j)
			d.Nameless[0]++
		}
	}
	for i := range now.cases {
		if now.origin(i).Number != "" {
			continue
		}
		facts := now.facts(i)
		if left := places[facts]; len(left) > 0 {
			equal[0][left[0]], equal[1][i] = true, true
			places[facts] = left[1:]
			d.Nameless[0]--
			continue
		}
		d.Nameless[1]++
	}
	return equal
}

// leftOutBecause says why a row with a number does not count in an export.
func leftOutBecause(n *numbered, number string) string {
	if number == "" {
		return ""
	}
	for i := range n.tr.c.data.LeftOut {
		if row := &n.tr.c.data.LeftOut[i]; row.Rule != RuleDuplicate && rules.Fold(row.Number) == number {
			return RowRules[row.Rule].Meaning
		}
	}
	return ""
}

// duplicates lists the numbers with more or fewer duplicate rows than before.
func duplicates(old, now *numbered) []Duplicate {
	found := map[string]*Duplicate{}
	of := func(number string) *Duplicate {
		folded := rules.Fold(number)
		if found[folded] == nil {
			found[folded] = &Duplicate{Number: number}
		}
		return found[folded]
	}
	for _, row := range old.tr.c.data.LeftOut {
		if row.Rule == RuleDuplicate {
			d := of(row.Number)
			d.Old = append(d.Old, *old.place(&row.Origin))
		}
	}
	for _, row := range now.tr.c.data.LeftOut {
		if row.Rule == RuleDuplicate {
			d := of(row.Number)
			d.New = append(d.New, *now.place(&row.Origin))
		}
	}
	var list []Duplicate
	for _, d := range found {
		if len(d.Old) != len(d.New) {
			list = append(list, *d)
		}
	}
	slices.SortFunc(list, func(a, b Duplicate) int { return cmp.Compare(rules.Fold(a.Number), rules.Fold(b.Number)) })
	return list
}

// Any reports whether the exports differ in a case that counts, or in a duplicate.
func (d *CaseDiff) Any() bool {
	return len(d.Added)+len(d.Removed)+len(d.Changed)+len(d.Duplicates) > 0
}
