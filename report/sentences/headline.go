package sentences

import (
	"cmp"
	"slices"

	"herstel/stats"
	"herstel/stats/rules"
)

// mostHeadlines is how many changes the year in short tells.
const mostHeadlines = 5

// Headlines tell the year in short: what came in, then the clear changes with the
// most evidence first, then contact, and what is not final.
func Headlines(figs *stats.Figures) []string {
	first, last := headlineOf(figs, true), headlineOf(figs, false)
	var told []string
	told = append(told, first...)
	told = append(append(told, clearHeadlines(figs)...), last...)
	for _, s := range []string{Unfinished(figs), provisionalText(figs)} {
		if s != "" {
			told = append(told, s)
		}
	}
	return told
}

// headlineOf gives the level, and the change beside it, of the figures that open
// and that close the year in short.
func headlineOf(figs *stats.Figures, opening bool) []string {
	var told []string
	for _, e := range Register {
		t, ok := figs.Table(e.ID)
		if !ok || !e.headline || e.opens != opening {
			continue
		}
		v := NewView(figs, t)
		if v.Silence() != "" || !v.tells() {
			continue
		}
		for i, s := range Of(figs, t) {
			if i == 0 || !opening && i == 1 && v.comparable(&t.Rows[0]) {
				told = append(told, s)
			}
		}
	}
	return told
}

// evidence is a clear change with how little it can be chance.
type evidence struct {
	view *View
	row  *stats.Row
}

// clearHeadlines tells the clear changes of shares, those with the most evidence
// first; of the two sides of one whole only one.
func clearHeadlines(figs *stats.Figures) []string {
	var found []evidence
	for i := range figs.Tables {
		v := NewView(figs, &figs.Tables[i])
		if v.Now < 0 || v.Entry.Flow || v.Entry.headline && v.shape() == shapeYesNo {
			continue
		}
		for r := range v.Table.Rows {
			row := &v.Table.Rows[r]
			if len(row.Labels) == 0 || !v.comparable(row) || !v.Cell(row).Change.Clear || isUnknown(row) ||
				!v.mainSide(row) {
				continue
			}
			found = append(found, evidence{v, row})
		}
	}
	slices.SortStableFunc(found, func(a, b evidence) int {
		return cmp.Compare(a.view.Cell(a.row).Change.P, b.view.Cell(b.row).Change.P)
	})
	var told []string
	for _, e := range found {
		if s := withPeriod(figs, e.view.headline(e.row)); len(told) < mostHeadlines && !slices.Contains(told, s) {
			told = append(told, s)
		}
	}
	return told
}

// mainSide reports whether a row is to be told: of two parts of a whole, and of the
// parts of a group, only the one that the sentences follow.
func (v *View) mainSide(r *stats.Row) bool {
	switch f := &v.Table.Figure; {
	case f.Within > 0:
		return v.focused(r)
	case f.Breakdown[0] == rules.DimInitiative:
		return r.Labels[0] == victimInitiative
	}
	return len(v.Table.Rows) != 2 || r == &v.Table.Rows[0]
}

// headline tells one clear change with its level.
func (v *View) headline(r *stats.Row) string {
	switch {
	case v.Table.Figure.Within > 0:
		return v.shareChange(v.groupPhrase(r.Labels[0]), v.focus().subject, r)
	case v.Table.Figure.Breakdown[0] == rules.DimInitiative:
		return v.shareChange("", initiativeFocus.subject, r)
	}
	return v.shareChange("", "het aandeel van "+v.spokenRow(r), r)
}
