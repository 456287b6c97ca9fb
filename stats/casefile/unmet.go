package casefile

import (
	"errors"
	"fmt"
	"slices"

	"herstel/stats/rules"
)

// meet notes the headers of a file.
func (l *ledger) meet(headers []string) {
	for _, h := range headers {
		if folded := rules.Fold(h); folded != "" {
			l.met[folded] = h
		}
	}
}

// unmet returns an error for a header that herstel.yaml names and no file has:
// herstel would take another column for it, or none. Of the headers that the
// files do have, only one that is near is named: a header may hold a name.
func (l *ledger) unmet() error {
	var faults []error
	for _, n := range l.rules.Named {
		faults = append(faults, l.unmetHeader("kolommen", n.Header, n.Line))
	}
	for _, d := range l.rules.Derived {
		faults = append(faults, l.unmetHeader("afleiden", d.Header, d.Line))
	}
	for _, b := range l.rules.Breakdowns {
		faults = append(faults, l.unmetHeader("uitsplitsingen", b.Column, b.Line))
	}
	return errors.Join(faults...)
}

func (l *ledger) unmetHeader(section, header string, line int) error {
	if _, ok := l.met[rules.Fold(header)]; ok {
		return nil
	}
	e := &rules.Error{Line: line, What: fmt.Sprintf("%s: de kop %q staat in geen van de bestanden", section, header),
		Hint: "neem de kop over zoals hij in de export staat, of haal hem weg"}
	var known []string
	for folded := range l.met {
		known = append(known, folded)
	}
	slices.Sort(known)
	if near, ok := rules.Nearest(header, known); ok {
		e.Hint = fmt.Sprintf("bedoel je %q?", l.met[near])
	}
	return e
}
