package stats

import (
	"slices"

	"herstel/stats/rules"
)

// keepPublished takes out of a trace what the report does not show: a hidden
// noemer with its other cases, steps that are a hidden number of another figure
// or of none, and values of the export where they are finer than the figure or
// some stand for a few cases.
func (tr *Tracer) keepPublished(t *Trace, cell *Cell, i int) {
	if tr.figs.Threshold < 2 {
		return
	}
	if t.Base > 0 && !cell.Base.Known {
		t.Base, t.NoBase = 0, true
		t.Cases = slices.DeleteFunc(t.Cases, func(c TracedCase) bool { return !c.Counts })
	}
	probes := tr.c.probes(t, i)
	const before = 2 // rows read, and rows counted
	for n := range probes {
		if step := &t.Steps[before+n]; !tr.shows(t, &probes[n], cell, i) {
			step.Cases, step.Hidden = 0, true
		}
	}
	if len(t.Raw) > 0 && !tr.mayTellRaw(t) {
		t.Raw, t.NoRaw = nil, true
	}
}

// shows says whether the report shows how many cases meet a condition.
func (tr *Tracer) shows(t *Trace, p *probe, cell *Cell, i int) bool {
	f, year := &p.figure, tr.c.years[i]
	shown := func(c Cell) bool { return c.Status == OK && c.Count.Known }
	switch {
	case p.self:
		return true
	case p.base, len(p.labels) > 0 && len(p.labels) == t.Figure.Within:
		return cell.Base.Known
	case len(p.labels) == 0 && f.Base.Contact:
		return shown(tr.figs.single("contact", year))
	case len(p.labels) == 0 && f.Base.Willing:
		return shown(tr.figs.single("bereidheid", year))
	case len(p.labels) == 0:
		return true // instroom always shows
	}
	for n := range tr.figs.Tables {
		o := &tr.figs.Tables[n].Figure
		if o.Kind != KindParts || o.Source != f.Source || o.Breaks != f.Breaks || o.Base != f.Base ||
			o.Count != (Condition{}) || !slices.Equal(o.Breakdown, f.Breakdown) {
			continue
		}
		category := make([]Label, len(p.labels))
		for d, label := range p.labels {
			category[d] = Label{o.Breakdown[d].ID, label}
		}
		return shown(tr.figs.cellOf(o, category, year))
	}
	return false
}

// mayTellRaw says whether the values of the export tell no more than the figure
// does: spellings of its own values, none of which stands for a few cases.
func (tr *Tracer) mayTellRaw(t *Trace) bool {
	dimensions := t.Figure.Breakdown
	for _, d := range dimensions {
		_, own := valueColumns[d.ID]
		implied := d == rules.DimOffenceGroup && slices.Contains(dimensions, rules.DimOffence)
		if !own && !implied && t.Figure.Breaks == 0 {
			return false
		}
	}
	return !slices.ContainsFunc(t.Raw, func(v RawValue) bool { return v.Cases < tr.figs.Threshold })
}
