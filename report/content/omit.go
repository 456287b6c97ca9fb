package content

import (
	"fmt"
	"slices"

	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// withoutOmitted gives a table without the rows that stay out of its chart, and
// those rows. A table keeps at least one row. What folds the values of which
// nothing shows is no group beside the groups, and is not told to be left out.
func withoutOmitted(figs *stats.Figures, t *stats.Table) (*stats.Table, []stats.Row) {
	if t.Figure.Kind == stats.KindSplit {
		return t, nil // the parts of a change say something together only
	}
	choice := figs.Presentation.Chart(t.Figure.ID)
	kept := *t
	var omitted []stats.Row
	kept.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r stats.Row) bool {
		if len(r.Labels) > 1 && r.Folds() {
			return true
		}
		out := sentences.Omits(figs, t, &r) || sentences.HasLabel(&r, choice.Omit)
		if out {
			omitted = append(omitted, r)
		}
		return out
	})
	if len(kept.Rows) == len(t.Rows) || len(kept.Rows) == 0 {
		return t, nil
	}
	return &kept, omitted
}

// omittedNote names under a chart what the user left out of it.
func (s *chartSource) omittedNote(omitted []stats.Row) []string {
	if len(omitted) == 0 {
		return nil
	}
	newest := s.years()[0]
	var names []string
	for _, r := range omitted {
		name := s.label(r)
		if v := s.value(r.Cells[newest], false); v.Label != "" && v.Label != nl.Unknown {
			name += " (" + v.Label + ")"
		}
		names = append(names, name)
	}
	return []string{"Niet in de grafiek: " + nl.List(names) + "."}
}

// CheckPresentation gives a warning in Dutch for each category that herstel.yaml
// leaves out and that no figure has.
func CheckPresentation(figs *stats.Figures) []string {
	var warnings []string
	check := func(section string, labels []string, in func(*stats.Table) bool) {
		for _, label := range labels {
			found := slices.ContainsFunc(figs.Tables, func(t stats.Table) bool {
				return in(&t) && slices.ContainsFunc(t.Rows,
					func(r stats.Row) bool { return sentences.HasLabel(&r, []string{label}) })
			})
			if !found {
				warnings = append(warnings,
					section+" noemt "+sentences.Quoted(label)+" onder weglaten, en die waarde komt niet voor")
			}
		}
	}
	for i := range figs.Merges {
		for _, value := range figs.Merges[i].Unseen {
			warnings = append(warnings, fmt.Sprintf("samenvoegen noemt een waarde van %s die niet voorkomt: %s",
				figs.Merges[i].Dimension.ID, sentences.Quoted(value)))
		}
	}
	for _, c := range figs.Presentation.Charts {
		check("grafieken, "+c.Figure+",", c.Omit, func(t *stats.Table) bool { return t.Figure.ID == c.Figure })
	}
	for i := range figs.Tables {
		t := &figs.Tables[i]
		if f := &t.Figure; f.Breaks > 0 && f.Within == 0 {
			name := f.Breakdown[0].ID
			check("uitsplitsing "+name, figs.Presentation.Omitted(name),
				func(o *stats.Table) bool { return o.Figure.ID == f.ID })
		}
	}
	return warnings
}
