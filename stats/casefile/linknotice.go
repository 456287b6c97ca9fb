package casefile

import (
	"fmt"
	"slices"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// useLinks notes that a case counts.
func (l *ledger) useLinks(number []byte) {
	for _, k := range l.links {
		k.account.Cases++
		if row := k.rows[string(number)]; row != nil {
			row.used = true
		}
	}
}

// notLinked returns the sheets of a book that koppel does not name: those that it
// names are no exports.
func (l *ledger) notLinked(b grid.Book, in Input) []grid.Sheet {
	for _, k := range l.links {
		if of := l.sheetsOf(in.Name); k.account.Name == in.Name && !slices.Contains(of.linked, k.number) {
			of.linked = append(of.linked, k.number)
		}
	}
	kept := slices.DeleteFunc(b.Sheets(), func(s grid.Sheet) bool {
		return slices.ContainsFunc(l.links, func(k *linked) bool {
			return k.account.Name == in.Name &&
				k.number == s.Ref().Number
		})
	})
	if len(kept) == 0 || in.Sheet != "" {
		return b.Sheets()
	}
	return kept
}

// endLinks completes the accounts. A link that fits no case at all is refused:
// the key is another number, or is written in another way.
func (l *ledger) endLinks() error {
	for _, k := range l.links {
		a := &k.account
		for _, r := range k.rows {
			if !r.used {
				a.Loose += r.count
				k.loose = append(k.loose, r.row)
				continue
			}
			a.Used++
			a.Repeated += r.count - 1
		}
		slices.Sort(k.loose)
		if a.Used == 0 && a.Rows > 0 {
			return &Error{File: a.Name, Sheet: a.Sheet,
				What: fmt.Sprintf("koppel: van %d %s past er geen bij een zaaknummer in de export", a.Rows,
					plural(a.Rows, "rij", "rijen")),
				Hint: fmt.Sprintf("controleer of de kop %q het zaaknummer van de export heeft, op dezelfde manier "+
					"geschreven", k.rule.Key)}
		}
		l.notices = append(l.notices, k.notices()...)
		l.sources = append(l.sources,
			stats.Source{Name: a.Name, Sheet: a.Sheet, SHA256: k.sum, Rows: a.Rows, NotCase: a.Rows})
	}
	return nil
}

// notices tells what of a linked sheet or file does not count.
func (k *linked) notices() []stats.Notice {
	a := &k.account
	notice := func(id string, severity stats.Severity, column string, rows []int, text string) stats.Notice {
		return stats.Notice{ID: id, Severity: severity, File: a.Name, Sheet: a.Sheet, Column: column, Rows: rows,
			Text: text}
	}
	var notices []stats.Notice
	if a.Loose > 0 {
		notices = append(notices,
			notice(stats.NoticeLinkLoose, stats.Warning, "", k.loose[:min(len(k.loose), namedRows)],
				fmt.Sprintf("%d %s bij geen zaak die meetelt; controleer de sleutel", a.Loose,
					plural(a.Loose, "rij hoort", "rijen horen"))))
	}
	if n := a.NoKey + a.Broken; n > 0 {
		notices = append(notices, notice(stats.NoticeLinkLoose, stats.Warning, "", nil,
			fmt.Sprintf("%d %s geen sleutel of niet evenveel cellen als de kop, en %s niet mee", n,
				plural(n, "rij heeft", "rijen hebben"), plural(n, "telt", "tellen"))))
	}
	if k.several > 0 {
		which := "de eerste"
		if k.rule.Choose == rules.Last {
			which = "de laatste"
		}
		if k.order != absent {
			which += " op " + k.rule.Columns[k.order].Column.String()
		}
		notices = append(notices, notice(stats.NoticeLinkDouble, stats.Info, "", nil,
			fmt.Sprintf("%d %s hier meer dan één rij; %s telt", k.several,
				plural(k.several, "zaak heeft", "zaken hebben"), which)))
	}
	for i, u := range k.unread {
		if u.count > 0 {
			column := k.rule.Columns[i].Column
			notices = append(notices, notice(stats.NoticeLinkUnread, stats.Warning, column.String(), u.rows,
				fmt.Sprintf("in kolom %s %s %d %s niet te lezen; zo'n cel telt als leeg", column,
					plural(u.count, "is", "zijn"), u.count, plural(u.count, "cel", "cellen"))))
		}
	}
	return notices
}

// linkAccounts returns the account of each entry of koppel.
func (l *ledger) linkAccounts() []stats.Linked {
	var all []stats.Linked
	for _, k := range l.links {
		all = append(all, k.account)
	}
	return all
}
