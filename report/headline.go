package report

import (
	"cmp"
	"slices"

	"herstel/stats"
	"herstel/stats/rules"
)

// mostHeadlines is how many changes the year in short tells.
const mostHeadlines = 5

// headlines tell the year in short: what came in, then the clear changes with the
// most evidence first, then contact, and what is not final.
func headlines(figs *stats.Figures) []string {
	first, last := headlineOf(figs, true), headlineOf(figs, false)
	var told []string
	told = append(told, first...)
	told = append(append(told, clearHeadlines(figs)...), last...)
	for _, s := range []string{unfinished(figs), provisionalText(figs)} {
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
	for _, e := range register {
		t, ok := figs.Table(e.id)
		if !ok || !e.headline || e.opens != opening {
			continue
		}
		v := newView(figs, t)
		if v.silence() != "" || !v.tells() {
			continue
		}
		for i, s := range Sentences(figs, t) {
			if i == 0 || !opening && i == 1 && v.comparable(&t.Rows[0]) {
				told = append(told, s)
			}
		}
	}
	return told
}

// evidence is a clear change with how little it can be chance.
type evidence struct {
	view *view
	row  *stats.Row
}

// clearHeadlines tells the clear changes of shares, those with the most evidence
// first; of the two sides of one whole only one.
func clearHeadlines(figs *stats.Figures) []string {
	var found []evidence
	for i := range figs.Tables {
		v := newView(figs, &figs.Tables[i])
		if v.now < 0 || v.entry.flow || v.entry.headline && v.shape() == shapeYesNo {
			continue
		}
		for r := range v.table.Rows {
			row := &v.table.Rows[r]
			if len(row.Labels) == 0 || !v.comparable(row) || !v.cell(row).Change.Clear || isUnknown(row) || !v.mainSide(row) {
				continue
			}
			found = append(found, evidence{v, row})
		}
	}
	slices.SortStableFunc(found, func(a, b evidence) int {
		return cmp.Compare(a.view.cell(a.row).Change.P, b.view.cell(b.row).Change.P)
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
func (v *view) mainSide(r *stats.Row) bool {
	switch f := &v.table.Figure; {
	case f.Within > 0:
		return v.focused(r)
	case f.Breakdown[0] == rules.DimInitiative:
		return r.Labels[0] == victimInitiative
	}
	return len(v.table.Rows) != 2 || r == &v.table.Rows[0]
}

// headline tells one clear change with its level.
func (v *view) headline(r *stats.Row) string {
	switch {
	case v.table.Figure.Within > 0:
		return v.shareChange(v.groupPhrase(r.Labels[0]), v.focus().subject, r)
	case v.table.Figure.Breakdown[0] == rules.DimInitiative:
		return v.shareChange("", initiativeFocus.subject, r)
	}
	return v.shareChange("", "het aandeel van "+v.spokenRow(r), r)
}
