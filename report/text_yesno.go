package report

import (
	"cmp"
	"fmt"
	"strings"

	"herstel/stats/day"
	"herstel/stats/nl"
)

// yesWords tells what holds in the counted cases of a yes/no figure.
type yesWords struct {
	base   noun   // the noemer; {jaar} is the year
	clause string // what holds, after the base: " was er contact"
}

var contactWords = yesWords{noun{"uitgezette zaak uit {jaar}", "uitgezette zaken uit {jaar}"}, " was er contact"}

func (v *view) yesWords() yesWords { return cmp.Or(v.entry.yes, contactWords) }

// fill puts the year and the reference date into a phrase.
func (v *view) fill(phrase string) string {
	return strings.NewReplacer("{jaar}", nl.Year(v.year), "{peildatum}", dayText(v.figs.ReferenceDate)).Replace(phrase)
}

// dayText writes a day in full: "1 maart 2022".
func dayText(d day.Day) string {
	if d == day.NoDay {
		return nl.Unknown
	}
	return nl.Date(d.Civil())
}

// yesShare tells a yes/no figure: "In 356 van de 1047 uitgezette zaken uit
// 2021 was er contact (34%)".
func yesShare(v *view) string {
	c := v.cell(&v.table.Rows[0])
	words := v.yesWords()
	if c.Base.Known && c.Base.N == 0 {
		return nl.Sentence(v.fill("er waren geen " + words.base.many))
	}
	if !shown(c) || !c.Base.Known {
		return ""
	}
	if c.Base.N == 1 {
		return v.fill("Er was maar 1 " + words.base.one + ". Een percentage zegt dan niets.")
	}
	s := v.fill(fmt.Sprintf("In %s van de %s%s", nl.IntText(c.Count.N), words.base.count(c.Base.N), words.clause))
	if c.Base.N < smallBase {
		return s + ". Bij zulke kleine aantallen zegt een percentage weinig."
	}
	return fmt.Sprintf("%s (%s).", s, shareText(c.Share))
}

// yesChange tells the change of a yes/no figure, of which yesShare names the
// share.
func yesChange(v *view) string {
	r := &v.table.Rows[0]
	if !v.comparable(r) {
		return ""
	}
	return v.shareChange("", "dat aandeel", r)
}

// openCases says that cases of the year are still under way, where the share
// depends on how they end.
func openCases(v *view) string {
	open := v.figs.OpenCases
	if !v.tells() || !open.Known || open.N == 0 {
		return ""
	}
	run := "lopen"
	if open.N == 1 {
		run = "loopt"
	}
	what, are := "dit cijfer kan", "dit cijfer is"
	if len(v.table.Rows) > 1 {
		what, are = "deze cijfers kunnen", "deze cijfers zijn"
	}
	if n := len(v.figs.Provisional); n > 0 && v.figs.Provisional[n-1] {
		return nl.Sentence(fmt.Sprintf("%s voorlopig: van de zaken uit %d %s er nog %s", are, v.year, run, nl.IntText(open.N)))
	}
	return fmt.Sprintf("Van de zaken uit %d %s er nog %s: %s nog veranderen.", v.year, run, nl.IntText(open.N), what)
}

// tells reports whether any share of the report year may be told.
func (v *view) tells() bool {
	for i := range v.table.Rows {
		if c := v.cell(&v.table.Rows[i]); shown(c) && c.Base.Known && c.Base.N > 0 {
			return true
		}
	}
	return false
}
