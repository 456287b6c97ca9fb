package casefile

import (
	"cmp"
	"slices"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// maxDistinct is how many different values a category column may have. Beyond
// it a column is taken for text about people, and its values are forgotten.
const maxDistinct = 200

// profile is what a column holds, in counts.
type profile struct {
	header  string
	filled  int
	dates   int
	answers int
	numbers int
	digits  int // values with a digit in them
	runes   int
	days    map[day.Day]bool
	values  map[string]*ValueCount // folded; nil once there are too many
	known   [rules.ColumnCount]int // cells whose value the rules of a category column know
	rules   *rules.Rules
}

func newProfile(header string, ruleset *rules.Rules) *profile {
	return &profile{header: header, rules: ruleset, values: map[string]*ValueCount{}, days: map[day.Day]bool{}}
}

// add takes one cell into account, and returns its date if it has one.
func (p *profile) add(c grid.Cell, ep grid.Epoch) (on day.Day) {
	on = day.NoDay
	if c.Blank() || isMissing(c) {
		return on
	}
	p.filled++
	if date, ok := grid.ParseDay(c, ep); ok && date != day.NoDay {
		p.dates++
		p.days[date] = true
		on = date
	}
	if _, ok := grid.ParseAnswer(c); ok {
		p.answers++
	}
	if grid.IsPlainNumber(c) {
		p.numbers++
	}
	text := grid.TextOf(c, ep)
	if slices.ContainsFunc([]byte(text), func(ch byte) bool { return ch-'0' <= 9 }) {
		p.digits++
	}
	p.runes += len(text)
	folded := rules.Fold(text)
	for _, category := range rules.CategoryColumns {
		if _, known := p.rules.Vocabulary(category).Lookup(folded); known {
			p.known[category]++
		}
	}
	p.count(folded, text)
	return on
}

func (p *profile) count(folded, text string) {
	if p.values == nil {
		return
	}
	if v, ok := p.values[folded]; ok {
		v.Count++
		return
	}
	if len(p.values) == maxDistinct {
		p.values = nil
		return
	}
	p.values[folded] = &ValueCount{Value: text, Count: 1}
}

// share returns n as a part of the filled cells.
func (p *profile) share(n int) float64 {
	if p.filled == 0 {
		return 0
	}
	return float64(n) / float64(p.filled)
}

// repeats reports whether the column has few values that come back: what a
// category does, and names and numbers of people do not.
func (p *profile) repeats() bool {
	const few, timesEach = 12, 3
	return p.values != nil && p.filled > 0 && (len(p.values) <= few && len(p.values)*2 <= max(p.filled, few) ||
		len(p.values)*timesEach <= p.filled)
}

// unique reports whether hardly any value comes back.
func (p *profile) unique() bool {
	return p.filled >= 5 && (p.values == nil || len(p.values)*10 >= p.filled*9)
}

// mostlyDistinct reports whether more than a third of n cells hold a value of their own, so
// that the values may well be names of people.
func mostlyDistinct(distinct, n int) bool {
	const few = 20
	return distinct > few && distinct*3 > n
}

// withheld reports whether the values of a category column may be names of
// people, either all of them or those that the rules do not know.
func (p *profile) withheld(c rules.Column) bool {
	if p.values == nil || mostlyDistinct(len(p.values), p.filled) {
		return true
	}
	vocabulary := p.rules.Vocabulary(c)
	unknown := 0
	for folded := range p.values {
		if _, known := vocabulary.Lookup(folded); !known {
			unknown++
		}
	}
	return mostlyDistinct(unknown, p.filled-p.known[c])
}

// sorted returns the values of a category column, most frequent first, each
// with the value of the rules that it is or is nearest to.
func (p *profile) sorted(c rules.Column) []ValueCount {
	vocabulary := p.rules.Vocabulary(c)
	var values []ValueCount
	for folded, v := range p.values {
		value := *v
		if code, known := vocabulary.Lookup(folded); known {
			value.Known = true
			value.Label, value.Group = vocabulary.Value(code).Label, vocabulary.Value(code).Group
		} else {
			near, note := likeness(c, vocabulary, v.Value)
			value.Label, value.Group, value.Note = near.Label, near.Group, note
		}
		values = append(values, value)
	}
	slices.SortFunc(values, func(a, b ValueCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return values
}
