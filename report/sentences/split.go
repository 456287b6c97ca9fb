package sentences

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// partOf returns the cell of a part of the change of the report year, where it shows.
func (v *View) partOf(label string) (*stats.Cell, bool) {
	r, ok := v.row(label)
	if !ok || v.Cell(r).Status != stats.OK {
		return nil, false
	}
	return v.Cell(r), true
}

// manyGroupsUnknown gives the shares of the cases of which the aanleiding is not
// known, and reports whether these are so large, or moved so much, that a change
// of the aanleidingen may be one of what was filled in.
func (v *View) manyGroupsUnknown() (was, is stats.Share, much bool) {
	groups, ok := v.Figs.Table(v.Entry.Beside)
	if !ok || v.Before < 0 {
		return was, is, false
	}
	r, ok := (&View{Table: groups}).row(rules.UnknownLabel)
	if !ok {
		return was, is, false
	}
	return r.Cells[v.Before].Share, v.Cell(r).Share, v.Cell(r).Change.Reasons.Has(stats.ReasonUnknown)
}

// splitOfChange tells what a change is made of: "Het verschil met 2020 in het
// aandeel zaken met contact is +4,0 procentpunt: +1,9 door een andere verdeling over
// de aanleidingen, en +2,1 doordat de kans op contact binnen de aanleidingen anders was."
func splitOfChange(v *View) string {
	all, ok1 := v.partOf("verandering")
	mix, ok2 := v.partOf("samenstelling")
	rate, ok3 := v.partOf("kans")
	if !ok1 || !ok2 || !ok3 {
		return ""
	}
	points := func(c *stats.Cell) string { return nl.SignedDecimal(100*c.Points.Value, 1) }
	s := fmt.Sprintf("Het verschil met %d in het aandeel zaken met contact is %s procentpunt", v.Year-1, points(all))
	if was, is, much := v.manyGroupsUnknown(); much {
		return s + fmt.Sprintf(". Hoeveel daarvan komt door een andere verdeling over de aanleidingen, is niet te "+
			"zeggen: van te veel zaken is de aanleiding niet bekend (%s in %d en %s in %d). In de tabel telt Onbekend "+
			"mee als een aanleiding.", ShareText(was), v.Year-1, ShareText(is), v.Year)
	}
	s += fmt.Sprintf(": %s door een andere verdeling over de aanleidingen, en %s doordat de kans op contact binnen de "+
		"aanleidingen anders was", points(mix), points(rate))
	if i := rate.Points.Interval; i.Low <= 0 && i.High >= 0 {
		return s + fmt.Sprintf(". Dat laatste deel kan toeval zijn (toevalsmarge %s).", MarginPoints(i))
	}
	return s + fmt.Sprintf(" (toevalsmarge %s).", MarginPoints(rate.Points.Interval))
}

// sameMix tells the share of the year had the groups been as large as a year before.
func sameMix(v *View) string {
	c, ok := v.partOf("bij gelijke samenstelling")
	if _, _, much := v.manyGroupsUnknown(); !ok || much {
		return ""
	}
	return fmt.Sprintf("Waren de aanleidingen in %d verdeeld als in %d, dan was er in %s van de zaken contact.",
		v.Year, v.Year-1, nl.PercentOf(c.Estimate.Value, 0))
}
