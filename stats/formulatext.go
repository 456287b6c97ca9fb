package stats

import (
	"cmp"
	"strings"
)

// sheetWords are how a spreadsheet in a language writes a formula.
type sheetWords struct{ count, product, median, when, date, separator, across string }

var (
	dutchSheet   = sheetWords{"AANTALLEN.ALS", "SOMPRODUCT", "MEDIAAN", "ALS", "DATUM", ";", `\`}
	englishSheet = sheetWords{"COUNTIFS", "SUMPRODUCT", "MEDIAN", "IF", "DATE", ",", ","}
)

// written writes a condition as a formula.
func written(where []clause, w sheetWords) string {
	var terms []string
	for _, c := range where {
		var args []string
		lists := 0
		for _, x := range c {
			text := x.written(w, lists > 0)
			if len(x.values) > 1 {
				lists++
			}
			args = append(args, cmp.Or(x.own, x.column.String()), text)
		}
		term := w.count + "(" + strings.Join(args, w.separator) + ")"
		if lists > 0 {
			term = w.product + "(" + term + ")"
		}
		terms = append(terms, term)
	}
	return "=" + strings.Join(terms, "+")
}

// literally writes a text inside quotes, without wildcards.
var literally = strings.NewReplacer(`"`, `""`, "~", "~~", "*", "~*", "?", "~?")

// written writes what a cell must hold. Of two lists the second lies across the first.
func (x *criterion) written(w sheetWords, across bool) string {
	quoted := func(s string) string { return `"` + literally.Replace(s) + `"` }
	switch {
	case x.op == "<>" && len(x.values) == 0:
		return `"<>"`
	case x.op == "<>":
		return quoted("<>" + x.values[0])
	case x.op != "":
		return `"` + x.op + `"&` + w.day(x.date)
	case len(x.values) == 0:
		return `""`
	case len(x.values) == 1:
		return quoted(x.values[0])
	}
	var list []string
	for _, value := range x.values {
		list = append(list, quoted(value))
	}
	between := ";"
	if across {
		between = w.across
	}
	return "{" + strings.Join(list, between) + "}"
}
