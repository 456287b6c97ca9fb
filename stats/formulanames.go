package stats

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/nl"
	"herstel/stats/rules"
)

// names lists how a category is written: as the cases have it, or else, in a
// formula that is published, by its own labels and the synonyms of the default
// rules. Those of the user's may be values of the export, and stay inside.
func (m *formulaMaker) names(column rules.Column, d rules.Dimension, label string) []string {
	own := m.c.rules.Vocabulary(column)
	if own == nil {
		return nil
	}
	fits := func(v rules.Value) bool {
		if _, byValue := valueColumns[d.ID]; byValue {
			return v.Label == label
		}
		return v.Group == label
	}
	if fits(own.Value(rules.Unknown)) {
		return nil // what no value counts as cannot be listed
	}
	if m.raw != nil {
		return m.rawNames(column, fits)
	}
	if from := m.derivation(column); from != nil && !from.IsPlain() {
		m.mayHold(from)
		return []string{label}
	}
	var names []string
	seen, more := map[string]bool{}, 0
	add := func(text string) {
		if !seen[rules.Fold(text)] {
			seen[rules.Fold(text)] = true
			names = append(names, text)
		}
	}
	for code := rules.Unknown + 1; int(code) < own.Len(); code++ {
		if fits(own.Value(code)) {
			add(own.Value(code).Label)
			_, n := own.Spellings(code)
			more += n
		}
	}
	m.addSynonyms(column, fits, add)
	m.asideOfSpellings(column, label, more-m.ownLabels(column, fits))
	return names
}

// rawNames lists the values of the cases that count as a category. A value that no
// case has cannot be counted: its label stands for it.
func (m *formulaMaker) rawNames(column rules.Column, fits func(rules.Value) bool) []string {
	own := m.c.rules.Vocabulary(column)
	list := m.raw.that(column, func(folded string) bool {
		code, ok := own.Lookup(folded)
		return ok && code > rules.Unknown && fits(own.Value(code))
	})
	if d := m.derivation(column); d != nil && d.Prefix != "" {
		var whole []string
		for _, rest := range list {
			whole = append(whole, strings.TrimRight(d.Prefix, " ")+rest, strings.TrimRight(d.Prefix, " ")+" "+rest)
		}
		return whole
	}
	for code := rules.Unknown + 1; len(list) == 0 && int(code) < own.Len(); code++ {
		if fits(own.Value(code)) {
			list = append(list, own.Value(code).Label)
		}
	}
	return list
}

// addSynonyms adds the names by which the default rules know a category, in order.
func (m *formulaMaker) addSynonyms(column rules.Column, fits func(rules.Value) bool, add func(string)) {
	own := m.c.rules.Vocabulary(column)
	var synonyms []string
	for name := range m.defaults.Vocabulary(column).Names() {
		if code, ok := own.Lookup(name); ok && code > rules.Unknown && fits(own.Value(code)) {
			synonyms = append(synonyms, name)
		}
	}
	slices.Sort(synonyms)
	for _, name := range synonyms {
		add(name)
	}
}

// ownLabels counts the values of a category that herstel.yaml itself makes: their
// labels stand in the figures, and so in the formula.
func (m *formulaMaker) ownLabels(column rules.Column, fits func(rules.Value) bool) int {
	own, n := m.c.rules.Vocabulary(column), 0
	for code := rules.Unknown + 1; int(code) < own.Len(); code++ {
		if fits(own.Value(code)) && !m.defaults.Vocabulary(column).Knows(own.Value(code).Label) {
			n++
		}
	}
	return n
}

// asideOfSpellings says which spellings of herstel.yaml a published formula leaves out.
func (m *formulaMaker) asideOfSpellings(column rules.Column, label string, n int) {
	if n > 0 {
		m.aside(fmt.Sprintf("vul ook %s in die herstel.yaml onder waarden, %s bij %s noemt; herstel cases zet %s erin",
			nl.Count(n, "schrijfwijze", "schrijfwijzen"), column, label, nl.Plural(n, "haar", "ze")))
	}
}
