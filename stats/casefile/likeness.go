package casefile

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"herstel/stats/rules"
)

// likeness returns the known value that an unknown one most likely is, with a
// remark for the user. Without a label it tells the group at most; a value that
// may mean more than one thing has neither.
func likeness(c rules.Column, vocabulary *rules.Vocabulary, value string) (known rules.Value, note string) {
	if c == rules.ColOffence {
		if label, note, ok := article(value); ok {
			if code, known := vocabulary.Lookup(rules.Fold(label)); known {
				return vocabulary.Value(code), note
			}
		}
	}
	return Nearest(c, vocabulary, value), ""
}

// Nearest returns the known value of a column that value is a slip of, or that
// stands in it as whole words: Politie in "Politie eenheid Oost". Of a value that
// only tells a group it returns that alone.
func Nearest(c rules.Column, vocabulary *rules.Vocabulary, value string) rules.Value {
	names := vocabulary.Names()
	words := splitWords(value)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if names[name] != rules.Unknown && isSlip(words, splitWords(name)) {
			return vocabulary.Value(names[name])
		}
	}
	person := c == rules.ColReferrer || c == rules.ColInitiator
	turns := func(w textWord) bool { return denials[w.folded] || person && relatives[w.folded] }
	if slices.ContainsFunc(words, turns) {
		return rules.Value{}
	}
	return agreed(slices.Concat(namesAmong(words, vocabulary), told(words, c, vocabulary)))
}

var (
	// denials make the opposite of the words around them.
	denials = setOf("geen niet zonder non nooit onbekend onbekende")
	// relatives make another person of the one beside them: the mother of a dader.
	relatives = setOf("ouder ouders vader moeder broer zus kind kinderen zoon dochter partner vriend vriendin " +
		"familie familielid naaste naasten buurman buurvrouw")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// agreed returns what all meanings have in common: a value, its group, or nothing.
func agreed(meanings []rules.Value) rules.Value {
	if len(meanings) == 0 {
		return rules.Value{}
	}
	common := meanings[0]
	for _, m := range meanings[1:] {
		if m.Group != common.Group {
			return rules.Value{}
		}
		if m.Label != common.Label {
			common.Label = ""
		}
	}
	return common
}

// namesAmong returns the values whose names stand in the words, without those that are
// part of a longer one.
func namesAmong(words []textWord, vocabulary *rules.Vocabulary) []rules.Value {
	type match struct {
		at, end int
		code    rules.Code
	}
	var matches []match
	for name, code := range vocabulary.Names() {
		if at, end := find(words, splitWords(name)); end > 0 {
			matches = append(matches, match{at, end, code})
		}
	}
	var values []rules.Value
	for _, m := range matches {
		if !slices.ContainsFunc(matches, func(o match) bool {
			return o.at <= m.at && m.end <= o.end && o.end-o.at > m.end-m.at
		}) {
			values = append(values, attempted(words[:m.at], words[m.end:], vocabulary.Value(m.code)))
		}
	}
	return values
}

// attempted leaves of a value its group alone where the words around it say that
// it was tried.
func attempted(before, after []textWord, v rules.Value) rules.Value {
	tried := func(w textWord) bool { return w.folded == "poging" }
	if slices.ContainsFunc(before, tried) || slices.ContainsFunc(after, tried) {
		v.Label = ""
	}
	return v
}

// telling are words that no value of the default rules has for a name, and that
// tell all the same what is meant, or of which group it is.
var telling = map[rules.Column][]struct{ words, label, group string }{
	rules.ColReferrer: {{"zichzelf", "zelf", "zelf"}},
	rules.ColOffence: {
		{"aanrijding met letsel", "Verkeersongeval met letsel", "Verkeer"}, {"aanrijding", "", "Verkeer"},
		{"verkeersdelict", "", "Verkeer"}, {"verkeersmisdrijf", "", "Verkeer"}, {"verkeersdelicten", "", "Verkeer"},
		{"verkeersmisdrijven", "", "Verkeer"}, {"wvw", "", "Verkeer"}, {"wegenverkeerswet", "", "Verkeer"},
		{"doorrijden", "", "Verkeer"}, {"seksueel", "", "Zeden"}, {"seksuele", "", "Zeden"},
		{"zedenmisdrijf", "", "Zeden"}, {"zedenmisdrijven", "", "Zeden"}, {"zedendelicten", "", "Zeden"},
		{"zedenzaak", "", "Zeden"}, {"sexting", "", "Zeden"}, {"grooming", "", "Zeden"},
		{"exhibitionisme", "", "Zeden"},
		{"geweldsdelict", "", "Geweld"}, {"geweldsmisdrijf", "", "Geweld"}, {"geweldpleging", "", "Geweld"},
		{"levensdelict", "", "Geweld"}, {"kindermishandeling", "", "Geweld"}, {"steekpartij", "", "Geweld"},
		{"steekincident", "", "Geweld"}, {"schietpartij", "", "Geweld"}, {"schietincident", "", "Geweld"},
		{"femicide", "", "Geweld"}, {"vermogensdelict", "", "Overig"}, {"winkeldiefstal", "", "Overig"},
		{"heling", "", "Overig"}, {"huisvredebreuk", "", "Overig"}, {"cybercrime", "", "Overig"},
	},
}

// told returns what telling words among the words mean.
func told(words []textWord, c rules.Column, vocabulary *rules.Vocabulary) []rules.Value {
	var values []rules.Value
	for _, t := range telling[c] {
		_, end := find(words, splitWords(t.words))
		switch {
		case end == 0:
		case t.label == "" && len(values) > 0 && values[len(values)-1].Group == t.group:
		case t.label != "" && vocabulary.Knows(t.label):
			code, _ := vocabulary.Lookup(rules.Fold(t.label))
			values = append(values, vocabulary.Value(code))
		default:
			values = append(values, rules.Value{Group: t.group})
		}
	}
	return values
}

// textWord is a run of letters and digits.
type textWord struct {
	folded   string
	capitals bool // written in capitals alone
}

// splitWords splits a text into its words. Letters that stand alone are one word: P.I.
func splitWords(text string) []textWord {
	var words []textWord
	single := false
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for _, w := range strings.FieldsFunc(text, between) {
		capitals := strings.ToUpper(w) == w && strings.ContainsFunc(w, unicode.IsLetter)
		alone := len([]rune(w)) == 1
		if last := len(words) - 1; alone && single {
			words[last].folded += rules.Fold(w)
			words[last].capitals = words[last].capitals && capitals
		} else {
			words = append(words, textWord{rules.Fold(w), capitals})
		}
		single = alone
	}
	return words
}

// find returns where a name stands among words, as whole words; end is 0 when it
// does not. An abbreviation of two or three letters counts in capitals alone: om is
// no Openbaar Ministerie, and in a text of capitals that cannot be seen.
func find(words, name []textWord) (at, end int) {
	const abbreviation = 3
	if len(name) == 0 {
		return 0, 0
	}
	short := len(name) == 1 && len(name[0].folded) <= abbreviation
	shouted := !slices.ContainsFunc(words, func(w textWord) bool { return !w.capitals })
	for at := 0; at+len(name) <= len(words); at++ {
		same := slices.EqualFunc(words[at:at+len(name)], name, func(a, b textWord) bool { return a.folded == b.folded })
		if same && (!short || words[at].capitals && (!shouted || len(words) == 1)) {
			return at, at + len(name)
		}
	}
	return 0, 0
}

// isSlip reports whether words are a name with a slip in one of its words, or with
// other marks and spaces between the same letters.
func isSlip(words, name []textWord) bool {
	if joinedWords(words) == joinedWords(name) {
		return len(words) > 0
	}
	if len(words) != len(name) {
		return false
	}
	slips := 0
	for i := range words {
		if words[i].folded == name[i].folded {
			continue
		}
		if slips++; slips > 1 || !isTypo(words[i].folded, name[i].folded) {
			return false
		}
	}
	return true
}

func joinedWords(words []textWord) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.folded)
	}
	return b.String()
}

// isTypo reports whether a word is another with one letter wrong, or two in a long
// one. The first letter is seldom wrong, and tells vader from dader.
func isTypo(a, b string) bool {
	const long, middle = 12, 5
	allowed := 0
	switch n := min(len(a), len(b)); {
	case n >= long:
		allowed = 2
	case n >= middle:
		allowed = 1
	}
	return allowed > 0 && a[0] == b[0] && rules.Distance(a, b, allowed+1) <= allowed
}
