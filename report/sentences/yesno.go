package sentences

import (
	"cmp"
	"fmt"
	"strings"

	"herstel/stats/nl"
)

// yesWords tells what holds in the counted cases of a yes/no figure.
type yesWords struct {
	base   noun   // the noemer; {jaar} is the year
	clause string // what holds, after the base: " was er contact"
}

var contactWords = yesWords{noun{"uitgezette zaak uit {jaar}", "uitgezette zaken uit {jaar}"}, " was er contact"}

func (v *View) yesWords() yesWords { return cmp.Or(v.Entry.yes, contactWords) }

// fill puts the year and the reference date into a phrase.
func (v *View) fill(phrase string) string {
	return strings.NewReplacer("{jaar}", nl.Year(v.Year), "{peildatum}", DayText(v.Figs.ReferenceDate)).Replace(phrase)
}

// yesShare tells a yes/no figure: "In 356 van de 1047 uitgezette zaken uit
// 2021 was er contact (34%)".
func yesShare(v *View) string {
	c := v.Cell(&v.Table.Rows[0])
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
	s := v.fill(fmt.Sprintf("In %s van de %s%s", nl.IntText(c.Count.N), words.base.Count(c.Base.N), words.clause))
	if c.Base.N < smallBase {
		return s + ". Bij zulke kleine aantallen zegt een percentage weinig."
	}
	return fmt.Sprintf("%s (%s).", s, ShareText(c.Share))
}

// yesChange tells the change of a yes/no figure, of which yesShare names the
// share.
func yesChange(v *View) string {
	r := &v.Table.Rows[0]
	if !v.comparable(r) {
		return ""
	}
	return v.shareChange("", "dat aandeel", r)
}

// openCases says that cases of the year are still under way, where the share
// depends on how they end.
func openCases(v *View) string {
	open := v.Figs.OpenCases
	if !v.tells() || !open.Known || open.N == 0 {
		return ""
	}
	run := "lopen"
	if open.N == 1 {
		run = "loopt"
	}
	what, are := "dit cijfer kan", "dit cijfer is"
	if len(v.Table.Rows) > 1 {
		what, are = "deze cijfers kunnen", "deze cijfers zijn"
	}
	if n := len(v.Figs.Provisional); n > 0 && v.Figs.Provisional[n-1] {
		return nl.Sentence(fmt.Sprintf("%s voorlopig: van de zaken uit %d %s er nog %s", are, v.Year, run,
			nl.IntText(open.N)))
	}
	return fmt.Sprintf("Van de zaken uit %d %s er nog %s: %s nog veranderen.", v.Year, run, nl.IntText(open.N), what)
}

// tells reports whether any share of the report year may be told.
func (v *View) tells() bool {
	for i := range v.Table.Rows {
		if c := v.Cell(&v.Table.Rows[i]); shown(c) && c.Base.Known && c.Base.N > 0 {
			return true
		}
	}
	return false
}
