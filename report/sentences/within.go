package sentences

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// focus is the share that the sentences follow through the groups of a figure.
type focus struct {
	label   string // the part of each group; empty in a yes/no figure
	subject string
}

// The focus of the figures about the initiative, and of those about contact.
var (
	initiativeFocus = focus{victimInitiative,
		"het aandeel zaken waarin het slachtoffer of een nabestaande het initiatief nam,"}
	contactFocus = focus{subject: "het aandeel zaken met contact"}
)

func (v *View) focus() focus {
	if v.shape() == shapePartsWithin {
		return initiativeFocus
	}
	return contactFocus
}

// group is one group of cases with the share that the sentences follow.
type group struct {
	phrase string // "bij Zeden"
	row    *stats.Row
}

// groups are the groups of cases of a figure, in what may be said of them.
type groups struct {
	told    []group // with a share that may be told as a percentage
	small   bool    // some have too few cases for that
	hidden  bool    // the share of some is not there to be seen
	unknown bool    // there are cases of which the group is not known
}

// focused reports whether a row holds the share that the sentences follow.
func (v *View) focused(r *stats.Row) bool {
	label := v.focus().label
	return label == "" || r.Labels[len(r.Labels)-1] == label
}

func (v *View) groups() groups {
	var g groups
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		if !v.focused(r) {
			continue
		}
		c := v.Cell(r)
		switch {
		case c.Base.Known && c.Base.N == 0:
		case r.Labels[0] == rules.UnknownLabel:
			g.unknown = true
		case telling(c) && c.Share.Den >= stats.LeastGroup:
			g.told = append(g.told, group{v.groupPhrase(r.Labels[0]), r})
		case shown(c) && c.Share.Known:
			g.small = true
		default:
			g.hidden = true
		}
	}
	return g
}

// limits says which groups a sentence speaks of, "bekende groepen met minstens
// 10 zaken"; empty when it speaks of all.
func (g groups) limits(noun string) string {
	if !g.small && !g.hidden && !g.unknown {
		return ""
	}
	noun = known(g.unknown) + noun
	if g.small {
		noun += fmt.Sprintf(" met minstens %d zaken", stats.LeastGroup)
	}
	if g.hidden {
		noun += " die te zien zijn,"
	}
	return noun
}

// known limits a noun to the groups that are known, where some are not.
func known(limit bool) string {
	if limit {
		return "bekende "
	}
	return ""
}

// extremes tells in which group the share is largest and in which smallest.
func extremes(v *View) string {
	g := v.groups()
	f := v.focus()
	told := g.told
	switch {
	case len(told) == 0 && g.small && !g.hidden:
		return fmt.Sprintf("In %d telde geen enkele "+known(g.unknown)+
			"groep minstens %d zaken. Bij zulke kleine aantallen zegt een percentage weinig.", v.Year, stats.LeastGroup)
	case len(told) == 0:
		return ""
	case len(told) == 1:
		c := v.Cell(told[0].row)
		return nl.Sentence(fmt.Sprintf("%s was %s in %d %s (%s van de %s)", told[0].phrase, f.subject, v.Year,
			ShareText(c.Share), nl.IntText(c.Count.N), CaseNoun.Count(c.Base.N)))
	}
	slices.SortStableFunc(told, v.byShare)
	first, last := v.Cell(told[0].row).Share, v.Cell(told[len(told)-1].row).Share
	noun := groupNoun(v.Table.Figure.Breakdown[0].ID)
	limits := g.limits(noun)
	decimals, apart := decimalsApart(first, last)
	if !apart {
		if limits != "" {
			noun = limits
		}
		return nl.Sentence(fmt.Sprintf("%s was in %d bij alle %s %seven groot: %s",
			f.subject, v.Year, noun, vrijwel(compareShares(first, last) != 0), ShareText(first)))
	}
	if !v.toldApart(told) {
		return nl.Sentence("de verschillen tussen de " + cmp.Or(limits, noun) + " kunnen toeval zijn")
	}
	where := fmt.Sprintf("in %d het grootst %s (%s) en het kleinst %s (%s)", v.Year, v.atShare(told, first),
		shareWith(first, decimals),
		v.atShare(told, last), shareWith(last, decimals))
	if limits != "" {
		return fmt.Sprintf("Van de %s was %s %s.", limits, f.subject, where)
	}
	return nl.Sentence(fmt.Sprintf("%s was %s", f.subject, where))
}

// toldApart reports whether the groups differ by more than chance, and the first
// from the last.
func (v *View) toldApart(told []group) bool {
	shares := make([]stats.Share, len(told))
	for i, g := range told {
		shares[i] = v.Cell(g.row).Share
	}
	return stats.TellApart(shares, shares[0], shares[len(shares)-1])
}

// namesShare reports whether the sentence on the groups names the share.
func (v *View) namesShare(told []group) bool {
	if len(told) < 2 {
		return len(told) == 1
	}
	told = slices.Clone(told)
	slices.SortStableFunc(told, v.byShare)
	first, last := v.Cell(told[0].row).Share, v.Cell(told[len(told)-1].row).Share
	_, apart := decimalsApart(first, last)
	return !apart || v.toldApart(told)
}

// byShare puts the group with the largest share first.
func (v *View) byShare(a, b group) int {
	return compareShares(v.Cell(b.row).Share, v.Cell(a.row).Share)
}

// shareWith writes a share with decimals, and in whole per cents without
// calling a few none or nearly all all.
func shareWith(s stats.Share, decimals int) string {
	if decimals == 0 {
		return ShareText(s)
	}
	return percent(s, decimals)
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
func (v *View) atShare(told []group, s stats.Share) string {
	var names []string
	for _, g := range told {
		if compareShares(v.Cell(g.row).Share, s) == 0 {
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
// that there is none. What it says of all changes holds for every change that
// the table shows, also for groups that no sentence is about.
func groupMove(v *View) string {
	var best *group
	told := v.groups().told
	for i := range told {
		if !v.comparable(told[i].row) {
			continue
		}
		c := v.Cell(told[i].row).Change
		if c.Clear && (best == nil || math.Abs(c.Points) > math.Abs(v.Cell(best.row).Change.Points)) {
			best = &told[i]
		}
	}
	if best != nil {
		subject := "dat aandeel"
		if !v.namesShare(told) {
			subject = v.focus().subject
		}
		return v.shareChange(best.phrase, subject, best.row)
	}
	compared, unseen := 0, false
	var beyond []string
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		switch c := v.Cell(r); {
		case !v.focused(r):
		case !c.Change.PointsKnown:
			unseen = true
		default:
			compared++
			if c.Change.Clear {
				beyond = append(beyond, v.groupPhrase(r.Labels[0]))
			}
		}
	}
	if compared < 2 {
		return ""
	}
	differences := fmt.Sprintf("de verschillen met %d", v.Year-1)
	if v.namesShare(told) {
		differences += " in dat aandeel"
	}
	if unseen {
		differences += " die te zien zijn,"
	}
	switch len(beyond) {
	case 0:
		return nl.Sentence(differences + " kunnen toeval zijn")
	case 1:
		return nl.Sentence(fmt.Sprintf("van %s is alleen dat %s duidelijk", differences, beyond[0]))
	}
	return nl.Sentence(fmt.Sprintf("van %s zijn alleen die %s duidelijk", differences, nl.List(beyond)))
}
