package main

import (
	"fmt"
	"strings"

	"herstel/stats"
	"herstel/stats/casefile"
	"herstel/stats/nl"
)

// checkedDerived is what became of one entry of afleiden.
type checkedDerived struct {
	Column   string           `json:"kolom"`
	Header   string           `json:"uit"`
	Yes      *int             `json:"ja,omitempty"`
	No       *int             `json:"nee,omitempty"`
	Filled   *int             `json:"gevuld,omitempty"`
	Empty    int              `json:"leeg"`
	Unnamed  []checkedUnnamed `json:"niet_genoemd,omitempty"`
	Withheld int              `json:"niet_genoemd_verzwegen,omitempty"` // values that may be names of people
}

type checkedUnnamed struct {
	Value string `json:"waarde"`
	Count int    `json:"aantal"`
}

// addDerived adds the columns that follow from others.
func (c *checked) addDerived(all []stats.Derived, showValues bool) {
	for i := range all {
		d := &all[i]
		made := checkedDerived{Column: d.Column.String(), Header: d.Header, Empty: d.Empty}
		if d.Column.IsAnswer() {
			made.Yes, made.No = &d.Yes, &d.No
		}
		if d.Filled > 0 || !d.Column.IsAnswer() {
			made.Filled = &d.Filled
		}
		shown, rare := casefile.CommonUnnamed(d, showValues)
		for _, v := range shown {
			made.Unnamed = append(made.Unnamed, checkedUnnamed{v.Value, v.Count})
		}
		made.Withheld = rare.Distinct
		c.Derived = append(c.Derived, made)
	}
}

// writeDerived says what became of each column that follows from another. What
// the file says is shown here, because the user has to name it.
func (c *checked) writeDerived(b *strings.Builder) {
	if len(c.Derived) == 0 {
		return
	}
	b.WriteString("\nAfgeleide kolommen\n")
	for _, d := range c.Derived {
		fmt.Fprintf(b, "  %s uit kolom %s: %s\n", d.Column, quote(d.Header), d.counts())
		if words := d.unnamed(); len(words) > 0 {
			fmt.Fprintf(b, "    niet genoemd: %s\n", strings.Join(words, ", "))
		}
	}
}

func (d *checkedDerived) counts() string {
	var words []string
	for _, part := range []struct {
		n    *int
		word string
	}{{d.Yes, "ja"}, {d.No, "nee"}, {d.Filled, "gevuld"}, {&d.Empty, "leeg"}} {
		if part.n != nil {
			words = append(words, nl.Int(*part.n)+" "+part.word)
		}
	}
	return strings.Join(words, ", ")
}

// unnamed lists the values that the entry does not name.
func (d *checkedDerived) unnamed() []string {
	var words []string
	for _, v := range d.Unnamed {
		words = append(words, fmt.Sprintf("%s (%s)", quote(v.Value), nl.Int(v.Count)))
	}
	if d.Withheld > 0 {
		words = append(words, fmt.Sprintf("%s die zelden voorkomen of op een naam lijken; toon ze met --toon-waarden",
			nl.Count(d.Withheld, "waarde", "waarden")))
	}
	return words
}
