package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/rules"
)

// derivedAll returns what became of each entry of afleiden.
func (l *ledger) derivedAll() []stats.Derived {
	var all []stats.Derived
	for i := range l.derived {
		total := &l.derived[i]
		total.Column, total.Header = l.rules.Derived[i].Column, l.rules.Derived[i].Header
		for _, v := range total.unnamed {
			total.Unnamed = append(total.Unnamed, *v)
		}
		slices.SortFunc(total.Unnamed, func(a, b stats.UnnamedValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		all = append(all, total.Derived)
	}
	return all
}

// CommonUnnamed returns the unnamed values of an entry of afleiden that may be
// shown, and how many may not: those that are rare or look like names, unless
// showAll asks for them.
func CommonUnnamed(d *stats.Derived, showAll bool) ([]stats.UnnamedValue, Rare) {
	if showAll {
		return d.Unnamed, Rare{}
	}
	var found []Suggestion
	for _, v := range d.Unnamed {
		found = append(found, Suggestion{Column: d.Column, Value: v.Value, Count: v.Count})
	}
	common, rare := keepCommon(found)
	var shown []stats.UnnamedValue
	for _, s := range common {
		shown = append(shown, stats.UnnamedValue{Value: s.Value, Count: s.Count})
	}
	return shown, rare[d.Column]
}

// derivedNotices tells of names in afleiden that no row has, and of values that
// no entry names.
func (l *ledger) derivedNotices() []stats.Notice {
	var notices []stats.Notice
	var headers []string
	for i := range l.derived {
		d, total := &l.rules.Derived[i], &l.derived[i]
		if n, ok := unseen(d, total); ok {
			notices = append(notices, n)
		}
		if !slices.Contains(headers, rules.Fold(d.Header)) {
			headers = append(headers, rules.Fold(d.Header))
		}
	}
	for _, header := range headers {
		if n, ok := l.unnamed(header); ok {
			notices = append(notices, n)
		}
	}
	return notices
}

// unseen tells which values of an entry no row has: one that is misspelt makes
// every row a no.
func unseen(d *rules.Derivation, total *derivedTotal) (stats.Notice, bool) {
	n := stats.Notice{ID: stats.NoticeUnseen, Severity: stats.Warning, Column: d.Column.String()}
	const remedy = "; neem de waarde over zoals hij in de export staat, of haal hem weg"
	var words []string
	for _, v := range d.Values {
		if !total.seen[rules.Fold(v)] {
			words = append(words, fmt.Sprintf("%q", v))
		}
	}
	switch {
	case len(words) > 0:
		n.Text = fmt.Sprintf("afleiden, %s: geen enkele zaak heeft in kolom %q de %s %s", d.Column, d.Header,
			plural(len(words), "waarde", "waarden"), strings.Join(words, ", ")) + remedy
	case d.Prefix != "" && total.Yes+total.Filled == 0:
		n.Text = fmt.Sprintf("afleiden, %s: geen enkele cel in kolom %q begint met %q", d.Column, d.Header, d.Prefix) +
			remedy
	default:
		return n, false
	}
	return n, true
}

// unnamed tells how many values of a column no entry names. The values
// themselves are for check alone.
func (l *ledger) unnamed(header string) (stats.Notice, bool) {
	left := map[string]bool{}
	name, first := "", true
	for i := range l.derived {
		d, total := &l.rules.Derived[i], &l.derived[i]
		switch {
		case rules.Fold(d.Header) != header:
			continue
		case total.passes:
			return stats.Notice{}, false
		}
		for folded := range left {
			if total.unnamed[folded] == nil {
				delete(left, folded)
			}
		}
		if first {
			for folded := range total.unnamed {
				left[folded] = true
			}
		}
		name, first = d.Header, false
	}
	if len(left) == 0 {
		return stats.Notice{}, false
	}
	return stats.Notice{ID: stats.NoticeUnnamed, Severity: stats.Info,
		Text: fmt.Sprintf("kolom %q heeft %d %s die onder afleiden nergens %s; `herstel check` toont ze", name,
			len(left),
			plural(len(left), "waarde", "waarden"), plural(len(left), "staat", "staan"))}, true
}
