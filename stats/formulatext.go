package stats

import (
	"slices"
	"strings"
)

// sheetWords are how a spreadsheet in a language writes a formula.
type sheetWords struct{ count, product, median, when, date, number, yes, separator, across string }

var (
	dutchSheet = sheetWords{"AANTALLEN.ALS", "SOMPRODUCT", "MEDIAAN", "ALS", "DATUM", "ISGETAL", "WAAR", ";",
		`\`}
	englishSheet = sheetWords{"COUNTIFS", "SUMPRODUCT", "MEDIAN", "IF", "DATE", "ISNUMBER", "TRUE", ",", ","}
)

// written writes a condition as a formula.
func written(where []clause, w sheetWords) string {
	var text strings.Builder
	text.WriteString("=")
	n := 0
	for _, whole := range where {
		for _, c := range whole.flat() {
			switch {
			case c.minus:
				text.WriteString("-")
			case n > 0:
				text.WriteString("+")
			}
			text.WriteString(c.written(w))
			n++
		}
	}
	return text.String()
}

// flat takes a clause with more than two lists apart: a spreadsheet multiplies two.
func (c clause) flat() []clause {
	lists := 0
	for i := range c.criteria {
		if len(c.criteria[i].values) < 2 {
			continue
		}
		if lists++; lists > 2 {
			var parts []clause
			for _, value := range c.criteria[i].values {
				part := clause{slices.Clone(c.criteria), c.minus}
				part.criteria[i].values = []string{value}
				parts = append(parts, part.flat()...)
			}
			return parts
		}
	}
	return []clause{c}
}

func (c clause) written(w sheetWords) string {
	var args []string
	lists := 0
	for i := range c.criteria {
		x := &c.criteria[i]
		text := x.written(w, lists > 0)
		if len(x.values) > 1 {
			lists++
		}
		args = append(args, x.name, text)
	}
	term := w.count + "(" + strings.Join(args, w.separator) + ")"
	if lists > 0 {
		term = w.product + "(" + term + ")"
	}
	return term
}

// wildcards writes a text so that a spreadsheet takes none of it for a wildcard.
var wildcards = strings.NewReplacer("~", "~~", "*", "~*", "?", "~?")

// written writes what a cell must hold. Of two lists the second lies across the first.
func (x *criterion) written(w sheetWords, across bool) string {
	value := func(s string) string {
		switch {
		case s == TrueCell && x.op == "":
			return w.yes
		case x.wild:
			return quotedText(s)
		}
		return quotedText(wildcards.Replace(s))
	}
	switch {
	case x.op == ">0":
		return `">0"`
	case x.op == "<>" && len(x.values) == 0:
		return `"<>"`
	case x.op == "<>":
		return value("<>" + x.values[0])
	case x.op != "":
		return `"` + x.op + `"&` + w.day(x.date)
	case len(x.values) == 0:
		return `""`
	case len(x.values) == 1:
		return value(x.values[0])
	}
	var list []string
	for _, s := range x.values {
		list = append(list, value(s))
	}
	between := ";"
	if across {
		between = w.across
	}
	return "{" + strings.Join(list, between) + "}"
}
