package stats

import (
	"strings"

	"herstel/stats/rules"
)

// openList gives codes to the values of a column that has no vocabulary, in
// the order in which they are met. Empty is the empty value.
type openList struct {
	codes  map[string]rules.Code // folded value
	labels []string              // by Code - 1
	folded []string
}

// code returns the code of a folded value; a new value gets the label.
func (l *openList) code(folded, label string) rules.Code {
	if folded == "" {
		return rules.Empty
	}
	if code, ok := l.codes[folded]; ok {
		return code
	}
	if l.codes == nil {
		l.codes = map[string]rules.Code{}
	}
	folded = strings.Clone(folded)
	l.labels = append(l.labels, strings.Clone(label))
	l.folded = append(l.folded, folded)
	code := rules.Code(len(l.labels))
	l.codes[folded] = code
	return code
}

// translate returns, by code of other, the code in l.
func (l *openList) translate(other *openList) []rules.Code {
	codes := make([]rules.Code, len(other.labels)+1)
	for i := range other.labels {
		codes[i+1] = l.code(other.folded[i], other.labels[i])
	}
	return codes
}

// collapse trims a text and collapses its white space, but keeps its case.
func collapse(text string) string { return strings.Join(strings.Fields(text), " ") }
