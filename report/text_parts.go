package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// leads name the largest part of a figure.
var leads = map[string]string{
	"afkeurreden": "in {jaar} was {deel} de reden die het meest voorkwam",
	"aanmelder":   "bovenaan de lijst van aanmelders staat in {jaar} {deel}",
	"aanleiding":  "in {jaar} was {deel} de aanleiding die het meest voorkwam",
	"delict":      "in {jaar} was {deel} het delict dat het meest voorkwam",
	"initiatief":  "in {jaar} nam {deel} het vaakst het initiatief",
	"contactvorm": "in {jaar} was {deel} de vorm die het meest voorkwam",
}

// tiedLeads name several parts that share the first place.
var tiedLeads = map[string]string{
	"afkeurreden": "in {jaar} waren {deel} de redenen die het meest voorkwamen",
	"aanmelder":   "bovenaan de lijst van aanmelders staan in {jaar} {deel}",
	"aanleiding":  "in {jaar} waren {deel} de aanleidingen die het meest voorkwamen",
	"delict":      "in {jaar} waren {deel} de delicten die het meest voorkwamen",
	"initiatief":  "in {jaar} namen {deel} het vaakst het initiatief",
	"contactvorm": "in {jaar} waren {deel} de vormen die het meest voorkwamen",
}

// leadIn goes before the count of a lead that is about what happened in a case.
var leadIn = map[string]string{"initiatief": "in "}

const (
	anyLead     = "in {jaar} kwam {deel} het meest voor"
	anyTiedLead = "in {jaar} kwamen {deel} het meest voor"
)

// knownLeads turn a lead into one about the cases with a known value only: the
// words that go, and those that come.
var knownLeads = map[string][2]string{
	"aanmelder": {"lijst van aanmelders", "lijst van bekende aanmelders"},
}

// leadOf words the first place of a figure for the parts that hold it, among
// the known values where Onbekend is as large.
func (v *view) leadOf(names []string, amongKnown bool) string {
	forms, form := leads, anyLead
	if len(names) > 1 {
		forms, form = tiedLeads, anyTiedLead
	}
	if own, ok := forms[v.id()]; ok {
		form = own
	}
	if amongKnown {
		swap, ok := knownLeads[v.id()]
		if !ok {
			swap = [2]string{"in {jaar}", "van de " + v.caseNoun().many + " uit {jaar} waarvan dit bekend is,"}
		}
		form = strings.Replace(form, swap[0], swap[1], 1)
	}
	return strings.NewReplacer("{jaar}", nl.Year(v.year), "{deel}", nl.List(names)).Replace(form)
}

// bases names the noemer of a figure; assignedNoun stands for the others.
var bases = map[string]noun{
	"afkeurreden": {"afgekeurde aanmelding", "afgekeurde aanmeldingen"},
	"contactvorm": {"zaak met contact", "zaken met contact"},
}

var assignedNoun = noun{"uitgezette zaak", "uitgezette zaken"}

func (v *view) baseNoun() noun {
	if n, ok := bases[v.id()]; ok {
		return n
	}
	return assignedNoun
}

// spokenRow names a row by its last label.
func (v *view) spokenRow(r *stats.Row) string {
	last := len(r.Labels) - 1
	return v.spoken(last, r.Labels[last])
}

// isUnknown reports whether a row counts the cases without a known value.
func isUnknown(r *stats.Row) bool { return r.Labels[len(r.Labels)-1] == rules.UnknownLabel }

// bySize returns the shown rows above zero that no hidden part can exceed,
// largest first, without Onbekend.
func (v *view) bySize() []*stats.Row {
	limit := v.concealed(v.now)
	var rows []*stats.Row
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		if c := v.cell(r); shown(c) && c.Count.N > 0 && c.Count.N > limit && !isUnknown(r) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b *stats.Row) int { return cmp.Compare(v.cell(b).Count.N, v.cell(a).Count.N) })
	return rows
}

// largestPart names the largest part with its share, and the parts after it.
func largestPart(v *view) string {
	base, known := v.base(v.now)
	if known && base == 0 {
		return v.noCases()
	}
	rows := v.bySize()
	if !known || len(rows) == 0 {
		return ""
	}
	if base == 1 {
		return fmt.Sprintf("In %d was er maar 1 %s.", v.year, v.baseNoun().one)
	}
	top := v.cell(rows[0]).Count.N
	ties := 1
	for ties < len(rows) && v.cell(rows[ties]).Count.N == top {
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
	s += fmt.Sprintf(": %s%s%s van de %s", leadIn[v.id()], each, nl.IntText(top), v.baseNoun().count(base))
	if base < smallBase {
		return nl.Sentence(s + ". Bij zulke kleine aantallen zegt een percentage weinig")
	}
	return nl.Sentence(s + " (" + shareText(stats.Share{Num: top, Den: base}) + ")" + v.followers(rows[ties:]))
}

// followers names the next three parts with their shares.
func (v *view) followers(rows []*stats.Row) string {
	var names []string
	for _, r := range rows[:min(3, len(rows))] {
		if share := v.cell(r).Share; share.Known {
			names = append(names, fmt.Sprintf("%s (%s)", v.spokenRow(r), shareText(share)))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return ", gevolgd door " + nl.List(names)
}

// largestMove tells the largest change of a share in one direction, among the
// changes beyond the chance margin.
func largestMove(d stats.Direction) rule {
	return func(v *view) string {
		var best *stats.Row
		for i := range v.table.Rows {
			r := &v.table.Rows[i]
			if !v.comparable(r) || isUnknown(r) {
				continue
			}
			c := v.cell(r).Change
			if !c.Clear || c.Direction != d {
				continue
			}
			if best == nil || float64(d)*c.Points > float64(d)*v.cell(best).Change.Points {
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
func (v *view) countFactor(r *stats.Row) string {
	is := v.cell(r)
	if f := factor(is.Change.Previous, is.Count.N); f != "" {
		return fmt.Sprintf(" Het aantal is %s: van %s naar %s.", f, nl.IntText(is.Change.Previous), v.caseNoun().count(is.Count.N))
	}
	return ""
}

var caseNoun = noun{"zaak", "zaken"}

func (v *view) caseNoun() noun {
	if v.id() == "afkeurreden" {
		return noun{"aanmelding", "aanmeldingen"}
	}
	return caseNoun
}

// allWithinMargin says that no share that may be told changed beyond the
// chance margin.
func allWithinMargin(v *view) string {
	compared, visible := 0, ""
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		switch {
		case !v.comparable(r):
			visible = " die te zien zijn,"
		case v.cell(r).Change.Clear:
			return ""
		default:
			compared++
		}
	}
	if compared < 2 {
		return ""
	}
	return fmt.Sprintf("De verschillen met %d%s kunnen toeval zijn.", v.year-1, visible)
}

// notable is the share of Onbekend from which the other shares suffer.
const notable = 0.05

// unknown returns the cell of the cases without a known value, if it is shown.
func (v *view) unknown() (*stats.Cell, bool) {
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		if c := v.cell(r); isUnknown(r) && shown(c) {
			return c, true
		}
	}
	return nil, false
}

// unknownFrom says how many cases have no known value, where that is at least
// a share of them.
func unknownFrom(least float64) rule {
	return func(v *view) string {
		c, ok := v.unknown()
		if !ok || c.Count.N == 0 || !c.Share.Known || c.Share.Value() < least {
			return ""
		}
		share := ""
		if telling(c) {
			share = " (" + shareText(c.Share) + ")"
		}
		return nl.Sentence(fmt.Sprintf("bij %s%s is dit niet bekend", v.caseNoun().count(c.Count.N), share))
	}
}

// changeOf tells the change of one part of a figure.
func changeOf(label, subject string) rule {
	return func(v *view) string {
		r, ok := v.row(label)
		if !ok || !v.comparable(r) {
			return ""
		}
		return v.shareChange("", subject, r)
	}
}
