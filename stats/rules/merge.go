package rules

import (
	"fmt"
	"slices"
	"strings"
)

// Merge is one entry of samenvoegen: values of a dimension that count as one.
type Merge struct {
	Dimension string
	Values    []string // as the rules spell them; those of an uitsplitsing as herstel.yaml does
	As        string   // the label of the values together
	Unknown   bool     // Onbekend is one of them
	Line      int
}

// has says whether a text is one of the values.
func (m *Merge) has(folded string) bool {
	return slices.ContainsFunc(m.Values, func(v string) bool { return Fold(v) == folded })
}

// MergedInto returns the label that a value of a dimension counts as since it was
// merged with others; false where it was not, and for that label itself.
func (r *Rules) MergedInto(dimension, value string) (string, bool) {
	folded := Fold(value)
	for i := range r.Merges {
		if m := &r.Merges[i]; m.Dimension == dimension && Fold(m.As) != folded && m.has(folded) {
			return m.As, true
		}
	}
	return "", false
}

// mergeColumns are the dimensions of the catalog of which values can be merged.
var mergeColumns = []struct {
	dimension Dimension
	column    Column
	groups    bool // its values are the groups of the column
}{
	{DimReason, ColReason, false},
	{DimReferrer, ColReferrer, false},
	{DimOffence, ColOffence, false},
	{DimInitiative, ColInitiator, true},
	{DimForm, ColForm, false},
}

type configMerge struct {
	Dimension string   `yaml:"dimensie" doc:"De indeling, zoals initiatief, afkeurreden of de naam van een uitsplitsing." required:"true"`
	Values    []string `yaml:"waarden" doc:"De waarden die samen één worden; Onbekend mag erbij." required:"true"`
	As        string   `yaml:"als" doc:"Hoe die samen heten." required:"true"`
	Line      int      `yaml:"-"`
}

// addMerges merges values of the rules; those of an uitsplitsing are merged where
// they are counted.
func (r *Rules) addMerges(file *configFile) error {
	return each(file.Merges, func(c configMerge) error {
		m := Merge{Dimension: strings.TrimSpace(c.Dimension), As: strings.TrimSpace(c.As), Line: c.Line}
		if err := r.checkMerge(&m, c.Values); err != nil {
			return err
		}
		if err := r.merge(&m); err != nil {
			return err
		}
		r.Merges = append(r.Merges, m)
		return nil
	})
}

// checkMerge takes over the values, and refuses what no dimension can mean.
func (r *Rules) checkMerge(m *Merge, values []string) error {
	fault := func(what, hint string) error {
		return &Error{Line: m.Line, What: "samenvoegen: " + what, Hint: hint}
	}
	for _, value := range values {
		folded := Fold(value)
		other := slices.IndexFunc(r.Merges, func(o Merge) bool { return o.Dimension == m.Dimension && o.has(folded) })
		switch {
		case folded == "":
			return fault("een waarde zonder naam", "een lege cel telt als Onbekend: noem die")
		case m.has(folded):
			return fault(fmt.Sprintf("%q staat er twee keer", value), "haal er één weg")
		case other >= 0:
			return fault(fmt.Sprintf("%q hoort al bij %q", value, r.Merges[other].As), "laat er één staan")
		}
		m.Unknown = m.Unknown || folded == Fold(UnknownLabel)
		m.Values = append(m.Values, strings.TrimSpace(value))
	}
	switch {
	case len(m.Values) < 2:
		return fault("er is maar één waarde", "noem er minstens twee")
	case m.As == "":
		return fault("de waarden samen hebben geen naam", "vul als in")
	case Fold(m.As) == Fold(UnknownLabel):
		return fault("samen kunnen ze niet Onbekend heten", "kies onder als een andere naam, zoals overig of onbekend")
	}
	return nil
}

func (r *Rules) merge(m *Merge) error {
	var known []string
	for _, of := range mergeColumns {
		known = append(known, of.dimension.ID)
		if of.dimension.ID != m.Dimension {
			continue
		}
		if of.groups {
			return r.vocabularies[of.column].mergeGroups(m)
		}
		return r.vocabularies[of.column].mergeValues(m)
	}
	for _, b := range r.Breakdowns {
		if known = append(known, b.Name); b.Name == m.Dimension {
			return nil
		}
	}
	if m.Dimension == DimOffenceGroup.ID || m.Dimension == DimReferrerGroup.ID {
		return &Error{Line: m.Line, What: "samenvoegen: de groepen van " + m.Dimension + " liggen vast",
			Hint: "geef een waarde onder waarden een andere groep"}
	}
	return UnknownName(m.Line, "samenvoegen: de dimensie", m.Dimension, known)
}

// taken refuses a label for merged values that another value has.
func (m *Merge) taken(labels []string) error {
	for _, label := range labels {
		if folded := Fold(label); folded == Fold(m.As) && !m.has(folded) {
			return &Error{Line: m.Line, What: fmt.Sprintf("samenvoegen: %q is al een waarde", label),
				Hint: "zet die ook onder waarden, of kies onder als een andere naam"}
		}
	}
	return nil
}

// mergeGroups makes one group of some, in the place of the first.
func (v *Vocabulary) mergeGroups(m *Merge) error {
	if err := m.taken(v.groups); err != nil {
		return err
	}
	for i, value := range m.Values {
		if Fold(value) == Fold(UnknownLabel) {
			m.Values[i] = UnknownLabel
			continue
		}
		at := slices.IndexFunc(v.groups, func(g string) bool { return Fold(g) == Fold(value) })
		if at < 0 {
			return UnknownName(m.Line, "samenvoegen: de waarde", value, append(slices.Clone(v.groups), UnknownLabel))
		}
		m.Values[i] = v.groups[at]
	}
	var groups []string
	for _, group := range v.groups {
		switch {
		case !m.has(Fold(group)):
			groups = append(groups, group)
		case !slices.Contains(groups, m.As):
			groups = append(groups, m.As)
		}
	}
	v.groups = groups
	for i := range v.values {
		if m.has(Fold(v.values[i].Group)) {
			v.values[i].Group = m.As
		}
	}
	return nil
}

// mergeValues makes one value of some. The codes of the others stay without a label.
func (v *Vocabulary) mergeValues(m *Merge) error {
	labels := v.shownLabels()
	if err := m.taken(labels); err != nil {
		return err
	}
	var codes []Code
	for i, value := range m.Values {
		code, ok := v.labels[Fold(value)]
		if !ok {
			return UnknownName(m.Line, "samenvoegen: de waarde", value, append(labels, UnknownLabel))
		}
		m.Values[i] = v.values[code].Label
		if code != Unknown {
			codes = append(codes, code)
		}
	}
	if err := v.oneGroup(m, codes); err != nil {
		return err
	}
	slices.Sort(codes)
	first := codes[0]
	for name, code := range v.index {
		if slices.Contains(codes, code) {
			v.index[name] = first
		}
	}
	for _, code := range codes {
		delete(v.labels, Fold(v.values[code].Label))
		if code != first {
			v.values[code] = Value{}
		}
	}
	v.values[first].Label = m.As
	v.index[Fold(m.As)], v.labels[Fold(m.As)] = first, first
	if m.Unknown {
		v.unknown = first
		v.values[Empty].Label, v.values[Unknown].Label = m.As, m.As
	}
	return nil
}

// oneGroup refuses to merge values of different groups: their numbers stand inside those of the group.
func (v *Vocabulary) oneGroup(m *Merge, codes []Code) error {
	if v.groups == nil {
		return nil
	}
	if m.Unknown {
		return &Error{Line: m.Line, What: "samenvoegen: Onbekend heeft een groep van zichzelf",
			Hint: "laat Onbekend hier weg"}
	}
	for _, code := range codes {
		if group := v.values[code].Group; group != v.values[codes[0]].Group {
			return &Error{Line: m.Line, What: fmt.Sprintf("samenvoegen: %q hoort bij %s en %q bij %s",
				v.values[codes[0]].Label, v.values[codes[0]].Group, v.values[code].Label, group),
				Hint: "voeg alleen waarden van één groep samen"}
		}
	}
	return nil
}

// shownLabels lists the labels of the values, in order, without Onbekend.
func (v *Vocabulary) shownLabels() []string {
	var labels []string
	for code := Unknown + 1; int(code) < len(v.values); code++ {
		if label := v.values[code].Label; label != "" {
			labels = append(labels, label)
		}
	}
	return labels
}
