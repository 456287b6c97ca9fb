package rules

import (
	"fmt"
	"slices"
	"strings"
)

// Derivation says how a column that the export lacks follows from another one:
// one entry of afleiden.
//
// Values makes a yes/no column: yes for the cells that hold one of them. Prefix
// takes what stands behind a beginning; a yes/no column is yes for the cells
// that begin so. With neither, the cell is taken as it is.
type Derivation struct {
	Column Column
	Header string // kolom: in the export
	Values []string
	Prefix string
	Line   int
}

// configDerived is one entry of afleiden.
type configDerived struct {
	Column string   `yaml:",key"`
	Header string   `yaml:"kolom" doc:"De kop in de export waar de kolom uit volgt." required:"true"`
	Values []string `yaml:"waarden" doc:"Bij een ja/nee-kolom: de waarden die ja betekenen; alle andere betekenen nee."`
	Prefix string   `yaml:"begint_met" doc:"Alleen cellen die zo beginnen; de rest van de cel is de waarde."`
	Line   int      `yaml:"-"`
}

// IsAnswer reports whether a column holds yes or no.
func (c Column) IsAnswer() bool { return columns[c].Content == YesNo }

// Names reports whether one of the Values or the Prefix of d is met by a text
// that went through Fold.
func (d *Derivation) Names(folded string) bool {
	if d.Prefix != "" {
		return strings.HasPrefix(folded, Fold(d.Prefix))
	}
	return slices.ContainsFunc(d.Values, func(v string) bool { return Fold(v) == folded })
}

// Rest returns what stands behind the Prefix in a text.
func (d *Derivation) Rest(text string) (string, bool) {
	prefix := []rune(Fold(d.Prefix))
	whole := []rune(collapsed(text, func(r rune) rune { return r }))
	if len(whole) < len(prefix) || Fold(string(whole[:len(prefix)])) != string(prefix) {
		return "", false
	}
	return strings.TrimSpace(string(whole[len(prefix):])), true
}

// IsPlain reports whether d takes the cell as it is.
func (d *Derivation) IsPlain() bool { return d.Prefix == "" && len(d.Values) == 0 }

// Derives reports whether a header is the kolom of an entry of afleiden.
func (r *Rules) Derives(header string) bool {
	return len(r.Derived) > 0 && slices.ContainsFunc(r.Derived,
		func(d Derivation) bool { return Fold(d.Header) == Fold(header) })
}

func (r *Rules) addDerived(file *configFile) error {
	return each(file.Derived, func(d configDerived) error {
		c, ok := ColumnNamed(Fold(d.Column))
		if !ok {
			return UnknownName(d.Line, "de kolom", d.Column, columnNames[:])
		}
		what := "afleiden, " + c.String() + ": "
		switch {
		case c == ColCaseNumber || c == ColReceived:
			return &Error{d.Line, what + "deze kolom is niet af te leiden", "zet de kop van de export onder kolommen"}
		case slices.ContainsFunc(r.Derived, func(o Derivation) bool { return o.Column == c }):
			return &Error{d.Line, what + "de kolom staat er twee keer", "haal er één weg"}
		case slices.ContainsFunc(r.Named, func(n NamedHeader) bool { return n.Column == c }):
			return &Error{d.Line, what + "de kolom staat ook onder kolommen", "haal er één weg"}
		case Fold(d.Header) == "":
			return &Error{d.Line, what + "kolom is leeg", "schrijf de kop zoals hij in de export staat"}
		case len(d.Values) > 0 && d.Prefix != "":
			return &Error{d.Line, what + "waarden en begint_met kunnen niet samen", "kies er één"}
		case len(d.Values) > 0 && !c.IsAnswer():
			return &Error{d.Line, what + "waarden hoort alleen bij een kolom met ja en nee",
				"laat waarden weg: dan is de cel zelf de waarde; of gebruik begint_met"}
		}
		r.Derived = append(r.Derived, Derivation{Column: c, Header: d.Header, Values: d.Values,
			Prefix: strings.TrimLeft(d.Prefix, " "), Line: d.Line})
		for _, v := range d.Values {
			if Fold(v) == "" {
				return &Error{d.Line, what + "een lege waarde", fmt.Sprintf("een lege cel laat %s leeg", c)}
			}
		}
		return nil
	})
}
