package sentences

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

const (
	anyLead     = "in {jaar} kwam {deel} het meest voor"
	anyTiedLead = "in {jaar} kwamen {deel} het meest voor"

	apartLead     = "afgezien van {weg} kwam {deel} in {jaar} het meest voor"
	apartTiedLead = "afgezien van {weg} kwamen {deel} in {jaar} het meest voor"
)

// leadOf words the first place of a figure for the parts that hold it, among
// the known values where Onbekend is as large.
func (v *View) leadOf(names []string, amongKnown bool) string {
	lead := v.Entry.lead
	form := cmp.Or(lead.one, anyLead)
	if len(names) > 1 {
		form = cmp.Or(lead.tied, anyTiedLead)
	}
	apart := v.setApart()
	switch {
	case len(apart) > 0 && len(names) > 1:
		form = apartTiedLead
	case len(apart) > 0:
		form = apartLead
	}
	if amongKnown {
		swap := lead.known
		if swap[0] == "" {
			swap = [2]string{"in {jaar}", "van de " + v.caseNoun().many + " uit {jaar} waarvan dit bekend is,"}
		}
		form = strings.Replace(form, swap[0], swap[1], 1)
	}
	return strings.NewReplacer("{jaar}", nl.Year(v.Year), "{deel}", nl.List(names), "{weg}",
		nl.List(apart)).Replace(form)
}

// setApart names the parts of which the user wants no sentence.
func (v *View) setApart() []string {
	var names []string
	for i := range v.Table.Rows {
		if r := &v.Table.Rows[i]; Omits(v.Figs, v.Table, r) {
			names = append(names, v.spokenRow(r))
		}
	}
	return names
}

var assignedNoun = noun{"uitgezette zaak", "uitgezette zaken"}

func (v *View) baseNoun() noun { return cmp.Or(v.Entry.base, assignedNoun) }

// spokenRow names a row by its last label.
func (v *View) spokenRow(r *stats.Row) string {
	last := len(r.Labels) - 1
	return v.spoken(last, r.Labels[last])
}

// isUnknown reports whether a row counts the cases without a known value.
func isUnknown(r *stats.Row) bool { return r.Labels[len(r.Labels)-1] == rules.UnknownLabel }

// bySize returns the shown rows above zero that no hidden part can exceed,
// largest first, without Onbekend.
func (v *View) bySize() []*stats.Row {
	limit := v.concealed(v.Now)
	var rows []*stats.Row
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		if c := v.Cell(r); shown(c) && c.Count.N > 0 && c.Count.N > limit && !isUnknown(r) &&
			!Omits(v.Figs, v.Table, r) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b *stats.Row) int { return cmp.Compare(v.Cell(b).Count.N, v.Cell(a).Count.N) })
	return rows
}

// largestPart names the largest part with its share, and the parts after it.
func largestPart(v *View) string {
	base, known := v.Table.Base(v.Now)
	if known && base == 0 {
		return v.noCases()
	}
	rows := v.bySize()
	if !known || len(rows) == 0 {
		return ""
	}
	if base == 1 {
		return fmt.Sprintf("In %d was er maar 1 %s.", v.Year, v.baseNoun().one)
	}
	top := v.Cell(rows[0]).Count.N
	ties := 1
	for ties < len(rows) && v.Cell(rows[ties]).Count.N == top {
		ties++
	}
	var names []string
	for _, r := range rows[:ties] {
		names = append(names, v.spokenRow(r))
	}
	each := ""
	if ties > 1 {
		each = "elk "
	}
	unknown, ok := v.unknown()
	s := v.leadOf(names, ok && unknown.Count.N >= top)
	s += fmt.Sprintf(": %s%s%s van de %s", v.Entry.lead.in, each, nl.IntText(top), v.baseNoun().Count(base))
	if base < smallBase {
		return nl.Sentence(s + ". Bij zulke kleine aantallen zegt een percentage weinig")
	}
	return nl.Sentence(s + " (" + ShareText(stats.Share{Num: top, Den: base}) + ")" + v.followers(rows[ties:]))
}

// followers names the next three parts with their shares; one that holds the
// rest stands last, as in table and chart.
func (v *View) followers(rows []*stats.Row) string {
	var names, rest []string
	rows = rows[:min(3, len(rows))]
	for i, r := range rows {
		share := v.Cell(r).Share
		switch {
		case !share.Known:
		case IsRest(v.Table, r) && i < len(rows)-1:
			rest = append(rest, fmt.Sprintf("bij %s was dat %s", v.spokenRow(r), ShareText(share)))
		default:
			names = append(names, fmt.Sprintf("%s (%s)", v.spokenRow(r), ShareText(share)))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(append([]string{", gevolgd door " + nl.List(names)}, rest...), "; ")
}

// largestMove tells the largest change of a share in one direction, among the
// changes beyond the chance margin.
func largestMove(d stats.Direction) rule {
	return func(v *View) string {
		var best *stats.Row
		for i := range v.Table.Rows {
			r := &v.Table.Rows[i]
			if !v.comparable(r) || isUnknown(r) || Omits(v.Figs, v.Table, r) {
				continue
			}
			c := v.Cell(r).Change
			if !c.Clear || c.Direction != d {
				continue
			}
			if best == nil || float64(d)*c.Points > float64(d)*v.Cell(best).Change.Points {
				best = r
			}
		}
		if best == nil {
			return ""
		}
		return v.shareChange("", "het aandeel van "+v.spokenRow(best), best) + v.countFactor(best)
	}
}

// countFactor adds that the number of cases doubled or halved.
func (v *View) countFactor(r *stats.Row) string {
	is := v.Cell(r)
	if f := factor(is.Change.Previous, is.Count.N); f != "" && !is.Change.AmongKnown {
		return fmt.Sprintf(" Het aantal is %s.", f)
	}
	return ""
}

// CaseNoun is what most figures count.
var CaseNoun = noun{"zaak", "zaken"}

func (v *View) caseNoun() noun { return cmp.Or(v.Entry.cases, CaseNoun) }

// allWithinMargin says that no share that may be told changed beyond the
// chance margin.
func allWithinMargin(v *View) string {
	compared, visible := 0, ""
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		switch {
		case !v.comparable(r):
			visible = " die te zien zijn,"
		case v.Cell(r).Change.Clear:
			return ""
		default:
			compared++
		}
	}
	if compared < 2 {
		return ""
	}
	return fmt.Sprintf("De verschillen met %d%s kunnen toeval zijn.", v.Year-1, visible)
}

// notable is the share of Onbekend from which the other shares suffer.
const notable = 0.05

// unknown returns the cell of the cases without a known value, if it is shown.
func (v *View) unknown() (*stats.Cell, bool) {
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		if c := v.Cell(r); isUnknown(r) && shown(c) {
			return c, true
		}
	}
	return nil, false
}

// unknownFrom says how many cases have no known value, where that is at least
// a share of them.
func unknownFrom(least float64) rule {
	return func(v *View) string {
		c, ok := v.unknown()
		if !ok || c.Count.N == 0 || !c.Share.Known || c.Share.Value() < least {
			return ""
		}
		share := ""
		if telling(c) {
			share = " (" + ShareText(c.Share) + ")"
		}
		return nl.Sentence(fmt.Sprintf("bij %s%s is dit niet bekend", v.caseNoun().Count(c.Count.N), share))
	}
}

// changeOf tells the change of one part of a figure.
func changeOf(label, subject string) rule {
	return func(v *View) string {
		r, ok := v.row(label)
		if !ok || !v.comparable(r) {
			return ""
		}
		return v.shareChange("", subject, r)
	}
}
