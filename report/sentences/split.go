package sentences

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// The steps of the change of contact, as the figure names them.
const (
	PartMix  = "samenstelling"
	PartRate = "kans"
)

// partOf returns the cell of a part of the change of the report year, where it shows.
func (v *View) partOf(label string) (*stats.Cell, bool) {
	r, ok := v.row(label)
	if !ok || v.Cell(r).Status != stats.OK {
		return nil, false
	}
	return v.Cell(r), true
}

// GroupsUnknown says, without a full stop, that the shares of the cases of which
// the aanleiding is not known are so large, or moved so much, that a change of
// the aanleidingen may be one of what was filled in; empty where they are not.
func (v *View) GroupsUnknown() string {
	groups, ok := v.Figs.Table(v.Entry.Beside)
	if !ok || v.Before < 0 {
		return ""
	}
	r, ok := (&View{Table: groups}).row(rules.UnknownLabel)
	if !ok || !v.Cell(r).Change.Reasons.Has(stats.ReasonUnknown) {
		return ""
	}
	return fmt.Sprintf("van te veel zaken is de aanleiding niet bekend (%s in %d en %s in %d)",
		ShareText(r.Cells[v.Before].Share), v.Year-1, ShareText(v.Cell(r).Share), v.Year)
}

// splitOfChange tells what a change is made of: "Het verschil met 2020 in het
// aandeel zaken met contact is +4,0 procentpunt: +1,9 door een andere verdeling over
// de aanleidingen, en +2,1 doordat de kans op contact binnen de aanleidingen anders was."
func splitOfChange(v *View) string {
	all, ok1 := v.partOf("verandering")
	mix, ok2 := v.partOf(PartMix)
	rate, ok3 := v.partOf(PartRate)
	if !ok1 || !ok2 || !ok3 {
		return ""
	}
	points := func(c *stats.Cell) string { return nl.SignedDecimal(100*c.Points.Value, 1) }
	s := fmt.Sprintf("Het verschil met %d in het aandeel zaken met contact is %s procentpunt", v.Year-1, points(all))
	if reason := v.GroupsUnknown(); reason != "" {
		return s + ". Hoeveel daarvan komt door een andere verdeling over de aanleidingen, is niet te zeggen: " +
			reason +
			". In de tabel telt Onbekend mee als een aanleiding."
	}
	s += fmt.Sprintf(": %s door een andere verdeling over de aanleidingen, en %s doordat de kans op contact binnen de "+
		"aanleidingen anders was", points(mix), points(rate))
	if i := rate.Points.Interval; byChance(i) {
		return s + fmt.Sprintf(". Dat laatste deel kan toeval zijn (toevalsmarge %s).", MarginPoints(i))
	}
	return s + fmt.Sprintf(" (toevalsmarge %s).", MarginPoints(rate.Points.Interval))
}

// sameMix tells the share of the year had the groups been as large as a year before.
func sameMix(v *View) string {
	c, ok := v.partOf("bij gelijke samenstelling")
	if !ok || v.GroupsUnknown() != "" {
		return ""
	}
	return fmt.Sprintf("Waren de aanleidingen in %d verdeeld als in %d, dan was er in %s van de zaken contact.",
		v.Year, v.Year-1, nl.PercentOf(c.Estimate.Value, 0))
}

// byChance reports whether a part of a change can be chance.
func byChance(margin stats.Interval) bool { return margin.Low <= 0 && margin.High >= 0 }

// SplitMargin tells under the chart of a change how sure its parts are; empty
// where they do not show.
func (v *View) SplitMargin() string {
	rate, ok := v.partOf(PartRate)
	if !ok {
		return ""
	}
	margin := MarginPoints(rate.Points.Interval)
	if byChance(rate.Points.Interval) {
		return fmt.Sprintf("De stap door een andere kans kan toeval zijn: de toevalsmarge is %s procentpunt.", margin)
	}
	return fmt.Sprintf("De toevalsmarge van de stap door een andere kans is %s procentpunt.", margin)
}

// splitFinding tells a clear change of contact, and that it changed within the
// groups too where the margin of that part says so.
func (v *View) splitFinding() string {
	t, ok := v.Figs.Table(v.Entry.Chart.Whole)
	rate, known := v.partOf(PartRate)
	if !ok || !known {
		return ""
	}
	whole := NewView(v.Figs, t)
	finding := whole.Finding()
	if finding == "" || byChance(rate.Points.Interval) {
		return finding
	}
	if up := whole.Cell(&t.Rows[0]).Change.Direction == stats.Up; up != (rate.Points.Value > 0) {
		return finding
	}
	return finding + ", ook binnen de aanleidingen"
}
