package stats

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"herstel/stats/nl"
	"herstel/stats/rules"
)

// What a formula knows of the columns of the export itself: how they are called,
// and how they write what the figures ask for.

// refuse notes why a formula cannot be written.
func (m *formulaMaker) refuse(format string, args ...any) {
	if *m.why == "" {
		*m.why = fmt.Sprintf(format, args...)
	}
}

// aside notes what of the export a formula does not hold.
func (m *formulaMaker) aside(text string) {
	if !slices.Contains(*m.asides, text) {
		*m.asides = append(*m.asides, text)
	}
}

// name is how a spreadsheet calls a column after its own header.
func (m *formulaMaker) name(c rules.Column) string {
	own := &m.c.data.Columns[c]
	header := own.header()
	if d := m.derivation(c); d != nil {
		return rangeName(d.Header)
	}
	if header == "" {
		if len(own.Headers) > 0 && m.has.Has(c) {
			m.refuse("de kolom %s komt uit een ander blad of bestand (koppel)", c)
		}
		return rangeName(c.String())
	}
	if other := own.differing(m.c.data.Sources); len(other) > 0 {
		m.aside(fmt.Sprintf("de kolom %s heet ook %s", header, nl.List(other)))
	}
	return rangeName(header)
}

// rangeName is the name that a spreadsheet makes of a header.
func rangeName(header string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.' {
			return r
		}
		return '_'
	}, strings.TrimSpace(header))
	if first := []rune(name); len(first) > 0 && !unicode.IsLetter(first[0]) && first[0] != '_' {
		return "_" + name
	}
	return name
}

// derivation is the entry of afleiden that a column follows from; nil where it
// stands in the export itself.
func (m *formulaMaker) derivation(c rules.Column) *rules.Derivation {
	for i := range m.c.rules.Derived {
		if d := &m.c.rules.Derived[i]; d.Column == c {
			return d
		}
	}
	return nil
}

// shared reports whether another entry of afleiden uses the same column: then a
// value that is there may be meant for that one.
func (m *formulaMaker) shared(d *rules.Derivation) bool {
	return slices.ContainsFunc(m.c.rules.Derived,
		func(o rules.Derivation) bool {
			return o.Column != d.Column && rules.Fold(o.Header) == rules.Fold(d.Header)
		})
}

// mayHold reports whether a formula may hold the values that an entry of afleiden
// names. They may be values of the export, which no report shows.
func (m *formulaMaker) mayHold(d *rules.Derivation) bool {
	if m.raw == nil {
		m.refuse("de kolom %s volgt uit de kolom %s (afleiden in herstel.yaml)", d.Column, d.Header)
	}
	return m.raw != nil
}

// yes is the condition that a column says yes.
func (m *formulaMaker) yes(c rules.Column) []clause {
	is := criterion{name: m.name(c), values: m.c.data.Columns[c].Yes}
	if d := m.derivation(c); d != nil && !d.IsPlain() && m.mayHold(d) {
		is.values, is.wild = d.Values, d.Prefix != ""
		if is.wild {
			is.values = []string{wildcards.Replace(d.Prefix) + "*"}
		}
	}
	if len(is.values) == 0 {
		is.values = []string{"ja"}
	}
	return one(is)
}

// notYes is the opposite of yes.
func (m *formulaMaker) notYes(c rules.Column) []clause { return without(always(), m.yes(c)) }

// noDay is the condition that a cell holds no date: it is empty, or a word stands in it.
func (m *formulaMaker) noDay(c rules.Column) []clause {
	m.datesOnly(c)
	if len(m.c.data.Columns[c].Nothing) == 0 && !m.unreadable(c) {
		return one(criterion{name: m.name(c)})
	}
	return without(always(), one(criterion{name: m.name(c), op: ">0"}))
}

// datesOnly refuses a column of dates that are made of a part of a cell.
func (m *formulaMaker) datesOnly(c rules.Column) {
	if d := m.derivation(c); d != nil && !d.IsPlain() {
		m.refuse("de kolom %s volgt uit een deel van de kolom %s (afleiden)", c, d.Header)
	}
}

// unreadable reports whether a date of the column could not be read.
func (m *formulaMaker) unreadable(c rules.Column) bool {
	return slices.ContainsFunc(m.c.data.Findings,
		func(f Finding) bool { return f.Rule == RuleDate && f.Column == c.String() })
}

// filledIn is the condition that a column of texts has a value.
func (m *formulaMaker) filledIn(c rules.Column) []clause {
	name := m.name(c)
	if d := m.derivation(c); d != nil {
		switch {
		case !m.mayHold(d):
		case d.Prefix != "":
			return one(criterion{name: name,
				values: []string{wildcards.Replace(strings.TrimRight(d.Prefix, " ")) + "*?"},
				wild:   true})
		case m.shared(d):
			return m.anyKnown(c, name)
		}
	}
	list := []criterion{{name: name, op: "<>"}}
	for _, word := range m.c.data.Columns[c].Nothing {
		list = append(list, criterion{name: name, op: "<>", values: []string{word}})
	}
	return one(list...)
}

// anyKnown is the condition that a column has one of the values that cases have there.
func (m *formulaMaker) anyKnown(c rules.Column, name string) []clause {
	values := m.raw.all(c)
	if len(values) == 0 {
		m.refuse("in de kolom %s staat geen waarde", c)
		return always()
	}
	return one(criterion{name: name, values: values})
}

// rawValues are the values that the cases have in the columns of categories.
type rawValues struct {
	data *Dataset
	of   map[rules.Column]map[string]string // as folded -> as it is written first
}

// rawValuesOf gathers the values of a Dataset that has its Origins; nil without them.
func rawValuesOf(data *Dataset) *rawValues {
	if data.Origins == nil {
		return nil
	}
	raw := &rawValues{data: data, of: map[rules.Column]map[string]string{}}
	for _, c := range rules.CategoryColumns {
		raw.of[c] = map[string]string{}
	}
	for i := range data.Origins {
		for _, c := range rules.CategoryColumns {
			text := data.Origins[i].Values[c]
			if _, seen := raw.of[c][rules.Fold(text)]; !seen && text != "" {
				raw.of[c][rules.Fold(text)] = text
			}
		}
	}
	return raw
}

// all lists the values of a column, in order.
func (r *rawValues) all(c rules.Column) []string {
	return r.that(c, func(string) bool { return true })
}

// that lists the values of a column of which the folded form fits, in order.
func (r *rawValues) that(c rules.Column, fits func(folded string) bool) []string {
	var list []string
	for folded, text := range r.of[c] {
		if fits(folded) {
			list = append(list, text)
		}
	}
	slices.Sort(list)
	return list
}
