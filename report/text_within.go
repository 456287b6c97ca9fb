package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"herstel/report/nl"
	"herstel/stats"
)

// focus is the share that the sentences follow through the groups of a figure.
type focus struct {
	label   string // the part of each group; empty in a yes/no figure
	subject string
}

// initiativeFocus is the focus of the figures about the initiative; another
// figure in groups follows its yes.
var initiativeFocus = focus{victimInitiative, "het aandeel zaken waarin het slachtoffer of een nabestaande het initiatief nam,"}

func (v *view) focus() focus {
	if v.shape() == shapePartsWithin {
		return initiativeFocus
	}
	return focus{subject: v.yesWords().subject}
}

// group is one group of cases with the share that the sentences follow.
type group struct {
	phrase string // "bij Zeden"
	row    *stats.Row
}

// groups returns the groups whose share may be told, and whether any group of
// cases had to stay out.
func (v *view) groups() (told []group, some bool) {
	f := v.focus()
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		if f.label != "" && r.Labels[len(r.Labels)-1] != f.label || r.Labels[0] == stats.UnknownLabel {
			continue
		}
		c := v.cell(r)
		switch {
		case telling(c):
			told = append(told, group{v.groupPhrase(r.Labels[0]), r})
		case !c.Base.Known || c.Base.N > 0:
			some = true
		}
	}
	return told, some
}

// extremes tells in which group the share is largest and in which smallest.
func extremes(v *view) string {
	told, some := v.groups()
	if len(told) == 0 {
		return ""
	}
	f := v.focus()
	if len(told) == 1 {
		c := v.cell(told[0].row)
		return nl.Sentence(fmt.Sprintf("%s was %s in %d %s (%s van de %s)", told[0].phrase, f.subject, v.year,
			shareText(c.Share), nl.IntText(c.Count.N), caseNoun.count(c.Base.N)))
	}
	slices.SortStableFunc(told, func(a, b group) int { return compareShares(v.cell(b.row).Share, v.cell(a.row).Share) })
	first, last := v.cell(told[0].row).Share, v.cell(told[len(told)-1].row).Share
	decimals, apart := decimalsApart(first, last)
	if !apart {
		return nl.Sentence(fmt.Sprintf("%s was in %d in alle groepen die te zien zijn %seven groot: %s",
			f.subject, v.year, vrijwel(compareShares(first, last) != 0), shareText(first)))
	}
	where := fmt.Sprintf("het grootst %s (%s) en het kleinst %s (%s)", v.atShare(told, first), nl.Percent(first.Num, first.Den, decimals),
		v.atShare(told, last), nl.Percent(last.Num, last.Den, decimals))
	if some {
		return fmt.Sprintf("Van de %s met minstens %d zaken en een zichtbaar aandeel was %s in %d %s.",
			groupNoun(v.table.Figure.Breakdown[0].ID), smallBase, f.subject, v.year, where)
	}
	return nl.Sentence(fmt.Sprintf("%s was in %d %s", f.subject, v.year, where))
}

// decimalsApart returns the fewest decimals, 0 or 1, with which two shares do
// not print alike.
func decimalsApart(a, b stats.Share) (int, bool) {
	for decimals := 0; decimals <= 1; decimals++ {
		if nl.Percent(a.Num, a.Den, decimals) != nl.Percent(b.Num, b.Den, decimals) {
			return decimals, true
		}
	}
	return 0, false
}

// vrijwel softens an equality that is not exact.
func vrijwel(soften bool) string {
	if soften {
		return "vrijwel "
	}
	return ""
}

// atShare names the groups that have exactly a share.
func (v *view) atShare(told []group, s stats.Share) string {
	var names []string
	for _, g := range told {
		if compareShares(v.cell(g.row).Share, s) == 0 {
			names = append(names, g.phrase)
		}
	}
	return nl.List(names)
}

// compareShares compares two exact ratios.
func compareShares(a, b stats.Share) int {
	return cmp.Compare(int64(a.Num)*int64(b.Den), int64(b.Num)*int64(a.Den))
}

// groupMove tells the largest change of the share beyond the chance margin, or
// that there is none.
func groupMove(v *view) string {
	told, some := v.groups()
	var best *group
	compared := 0
	for i := range told {
		if !v.comparable(told[i].row) {
			some = true
			continue
		}
		compared++
		c := v.cell(told[i].row).Change
		if !c.WithinMargin && (best == nil || math.Abs(c.Points) > math.Abs(v.cell(best.row).Change.Points)) {
			best = &told[i]
		}
	}
	switch {
	case best != nil:
		return v.shareChange(best.phrase, "dat aandeel", best.row)
	case compared < 2:
		return ""
	case some:
		return fmt.Sprintf("De verschillen met %d in dat aandeel die we kunnen vergelijken, liggen binnen de toevalsmarge.", v.year-1)
	}
	return fmt.Sprintf("De verschillen met %d in dat aandeel liggen binnen de toevalsmarge.", v.year-1)
}
