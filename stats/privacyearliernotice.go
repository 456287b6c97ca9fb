package stats

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/day"
	"herstel/stats/nl"
)

// Earlier says in Dutch what the earlier publications do to what is hidden, a
// line for each thing. It is for the user of the export alone.
func (a *Audit) Earlier() []string { return a.earlier }

// tellEarlier words what the earlier publications do to what is hidden.
func (m *memory) tellEarlier(figs *Figures, years []*auditYear) []string {
	var list []string
	for _, e := range m.earlier {
		if !e.partial {
			list = append(list, m.tellThreshold(figs, e)...)
			list = append(list, tellBreakdowns(figs, e)...)
		}
		for i, y := range years {
			if n := len(y.links.recall.changed[e]); n > 0 {
				list = append(list, m.tellChanged(e, y, m.dates[i], n))
			}
			if near := y.links.recall.near[e]; len(near) > 0 {
				list = append(list, tellNear(figs, e, y.year, near))
			}
		}
	}
	return list
}

func (m *memory) tellThreshold(figs *Figures, e *Earlier) []string {
	shared := slices.ContainsFunc(figs.Years, func(y int) bool { _, ok := e.dates[y]; return ok })
	if !shared || e.threshold == figs.Threshold {
		return nil
	}
	text := fmt.Sprintf("%s had drempel %d, nu is die %d: ", e.Name, e.threshold, figs.Threshold)
	if e.threshold > figs.Threshold {
		return []string{text + "wat toen verborgen was, blijft verborgen"}
	}
	return []string{text + "kleine aantallen die toen te zien waren, kent de lezer al; ze zijn nu verborgen, maar er " +
		"kan meer bij verborgen zijn"}
}

// tellBreakdowns names the uitsplitsingen of an earlier publication that this
// one does not have: the proof does not know their numbers.
func tellBreakdowns(figs *Figures, e *Earlier) []string {
	const prefix = "uitsplitsing:"
	var gone []string
	for id := range e.figures {
		id, _, _ = strings.Cut(id, "\x00")
		if _, ok := figs.Table(id); !ok && strings.HasPrefix(id, prefix) {
			gone = append(gone, strings.TrimPrefix(id, prefix))
		}
	}
	slices.Sort(gone)
	if gone = slices.Compact(gone); len(gone) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s heeft %s %s, die nu niet in de cijfers %s: met die getallen is bij het verbergen "+
		"niet gerekend",
		e.Name, nl.Plural(len(gone), "de uitsplitsing", "de uitsplitsingen"), strings.Join(gone, ", "),
		nl.Plural(len(gone), "staat", "staan"))}
}

func (m *memory) tellChanged(e *Earlier, y *auditYear, now day.Day, n int) string {
	what := fmt.Sprintf("van %d %s %s anders dan in %s", y.year, nl.Plural(n, "is", "zijn"),
		nl.Count(n, "getal", "getallen"), e.Name)
	then, ok := e.dates[y.year]
	switch {
	case !ok || then == day.NoDay:
	case then != now:
		what += fmt.Sprintf(" (toen geteld op %s, nu op %s; met dezelfde dag van het jaar als peildatum blijven ze "+
			"gelijk)", nl.Date(then.Civil()), nl.Date(now.Civil()))
	default:
		what += " (de export of de indeling is veranderd)"
	}
	return what + "; een getal dat weinig verschilt, beschermt geen andere cel"
}

func tellNear(figs *Figures, e *Earlier, year int, near []string) string {
	const most = 3
	more := ""
	if len(near) > most {
		near, more = near[:most], fmt.Sprintf("; en nog %d", len(near)-most)
	}
	return fmt.Sprintf("wie dit verslag naast %s legt, ziet verschillen van 1 tot en met %d zaken over %d: %s%s",
		e.Name, figs.Threshold-1, year, strings.Join(near, "; "), more)
}
