package stats

import (
	"fmt"
	"strings"

	"herstel/stats/day"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// probe is a condition on the way to a cell, as a figure of its own: whether a
// case meets it, its count tells.
type probe struct {
	text   string
	figure Figure
	labels []string
	base   bool // meets it in the noemer of the figure
	self   bool // the condition of the cell itself
}

func (p *probe) holds(one *computation, i int) bool {
	found := one.part(&p.figure, p.labels, i)
	if p.base {
		return found.base > 0
	}
	return found.count > 0
}

// probes lists the conditions of a cell in the order in which they narrow the
// cases; the last is the cell itself.
func (c *computation) probes(t *Trace, i int) []probe {
	f, labels := &t.Figure, t.labels()
	w := stepWords{year: c.years[i], on: c.dates[i], date: nl.Date(c.dates[i].Civil()),
		now: nl.Date(c.reference.Civil())}
	if f.Estimated() {
		return waitProbes(f, labels, w)
	}
	self := probe{text: w.last(f, labels), figure: *f, labels: labels, self: true}
	list := []probe{}
	switch f.Source {
	case fromCases, fromBreakdown, fromMonths:
		list = append(list, probe{text: w.received(c.dates[i]), figure: Figure{Source: fromCases}})
		list = append(list, conditionProbes(f.Base, w)...)
	case fromClosed:
		list = append(list, probe{text: fmt.Sprintf("uitgezet en afgesloten in %d", w.year), figure: *f, labels: labels,
			base: true})
	}
	if f.Source == fromCases && f.Breakdown != nil && f.Breakdown[0] != rules.DimStream || f.Source == fromBreakdown {
		list = append(list, dimensionProbes(f, labels)...)
	}
	if f.Source == fromCases && len(f.Breakdown) > 0 && f.Breakdown[0] == rules.DimStream &&
		labels[0] == streamLabels[0] {
		return list // the referrals themselves
	}
	return append(list, self)
}

// conditionProbes narrows by one condition after the other.
func conditionProbes(base Condition, w stepWords) []probe {
	var list []probe
	var sofar Condition
	add := func(text string) {
		list = append(list, probe{text: text, figure: Figure{Source: fromCases, Base: sofar}})
	}
	if sofar.Assigned = base.Assigned; base.Assigned {
		add("op " + w.date + " uitgezet")
	}
	if sofar.Rejected = base.Rejected; base.Rejected {
		add("op " + w.date + " afgekeurd")
	}
	if sofar.Willing = base.Willing; base.Willing {
		add(willingText)
	}
	if sofar.Contact = base.Contact; base.Contact {
		add(contactText)
	}
	return list
}

const (
	willingText = "beide partijen bereid"
	contactText = "met contact"
)

// dimensionProbes narrows by one dimension after the other, but for the last
// condition of the figure, which is the cell itself.
func dimensionProbes(f *Figure, labels []string) []probe {
	n := len(f.Breakdown)
	if f.Kind != KindYesNo {
		n--
	}
	var list []probe
	for k := range n {
		narrowed := *f
		narrowed.Kind, narrowed.Count, narrowed.Breakdown, narrowed.Within = KindParts, Condition{}, f.Breakdown[:k+1],
			0
		list = append(list, probe{text: dimensionText(f.Breakdown[k], labels[k]), figure: narrowed,
			labels: labels[:k+1]})
	}
	return list
}

func dimensionText(d rules.Dimension, label string) string {
	return strings.ToLower(d.Title) + " " + label
}

// stepWords are the year and the days that the steps name.
type stepWords struct {
	year      int
	on        day.Day
	date, now string
}

func (w stepWords) received(date day.Day) string {
	text := fmt.Sprintf("aangemeld in %d", w.year)
	if end, ok := day.Of(w.year, 12, 31); ok && date < end {
		text += ", tot en met " + w.date
	}
	return text
}

// last words the condition that makes a case count in the cell.
func (w stepWords) last(f *Figure, labels []string) string {
	switch f.Source {
	case fromSince:
		date := w.date
		if labels[1] == momentLabels[momentNow] {
			date = w.now
		}
		return fmt.Sprintf("aangemeld in %d en op %s: %s", w.year, date, labels[0])
	case fromLeadTimes:
		return fmt.Sprintf("%s, en de laatste stap in %d; datums in een mogelijke volgorde",
			strings.ReplaceAll(labels[0], "_", " "), w.year)
	case fromStock:
		return fmt.Sprintf(stockTexts[labels[0]], w.year) + "; datums in een mogelijke volgorde"
	case fromMediators:
		return fmt.Sprintf("uitgezet in %d, met een bemiddelaar", w.year)
	}
	switch {
	case f.Count.Contact:
		return contactText
	case f.Count.Willing:
		return willingText
	case len(f.Breakdown) == 0:
		return f.Title
	case f.Breakdown[0] == rules.DimStream:
		return "op " + w.date + " " + labels[0]
	}
	last := len(labels) - 1
	return dimensionText(f.Breakdown[last], labels[last])
}

// stockTexts say what each stand counts.
var stockTexts = map[string]string{
	"begin": "uitgezet voor %[1]d, en op 1 januari %[1]d nog niet afgesloten", "instroom": "uitgezet in %d",
	"uitstroom": "afgesloten in %d", "eind": "uitgezet, en aan het eind van %d nog niet afgesloten",
}
