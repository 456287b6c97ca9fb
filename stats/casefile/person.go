package casefile

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"herstel/stats/rules"
)

// personalWords are parts of the header of a column about a person, or of one
// in which anything may be written.
var personalWords = []string{"naam", "bsn", "burgerservice", "e-mail", "email", "mailadres", "telefoon", "mobiel",
	"adres", "postcode", "woonplaats",
	"geboorte", "toelichting", "opmerking", "notitie", "omschrijving", "bijzonderheden", "medewerker", "behandelaar",
	"contactpersoon"}

// isPersonal reports whether a header is that of a column about a person.
func isPersonal(header string) bool {
	folded := rules.Fold(header)
	return slices.ContainsFunc(personalWords, func(word string) bool { return strings.Contains(folded, word) })
}

// nameShape is what a name of a person looks like: words with a capital, with
// or without initials and a prefix between them.
var nameShape = regexp.MustCompile(`^(?:\p{Lu}\p{L}*\.?(?:[ -]\p{Lu}\p{L}*\.?)*)?,?\s*(?:\p{Lu}\.\s?)*(?:(?:van|de|der|den|het|ten|ter|te|el|al|bin|ben|'t|v\.|d\.)\s+)*\p{Lu}[\p{L}'-]+(?:,\s*(?:\p{Lu}\.?\s?)+)?$`)

// looksLikeName reports whether a value may be the name of a person. Many names of
// organisations look the same.
func looksLikeName(value string) bool {
	return strings.ContainsAny(value, " ,.") && nameShape.MatchString(strings.TrimSpace(value))
}

// organisationWords are in names of organisations, and in those of no person.
var organisationWords = map[string]bool{
	"stichting": true, "vereniging": true, "bureau": true, "kantoor": true, "centrum": true, "huis": true, "team": true,
	"wijkteam": true, "loket": true, "meldpunt": true,
	"politie": true, "eenheid": true, "parket": true, "rechtbank": true, "gerechtshof": true, "reclassering": true,
	"ministerie": true, "raad": true, "dienst": true,
	"gemeente": true, "provincie": true, "regio": true, "noord": true, "oost": true, "zuid": true, "west": true,
	"midden": true, "nederland": true,
	"jeugd": true, "zorg": true, "ggz": true, "kliniek": true, "ziekenhuis": true, "school": true, "college": true,
	"instelling": true, "organisatie": true,
	"advocaten": true, "advocatuur": true, "slachtofferhulp": true, "halt": true, "veiligheidshuis": true,
	"afdeling": true,
}

// mayBePerson reports whether a single value is better not shown: it looks like the
// name of a person, and nothing in it is that of an organisation.
func mayBePerson(value string) bool {
	words := strings.FieldsFunc(rules.Fold(value), func(r rune) bool { return !unicode.IsLetter(r) })
	return looksLikeName(value) &&
		!slices.ContainsFunc(words, func(word string) bool { return organisationWords[word] })
}

// NamesAmong reports whether most of the values look like names, and there are
// too many of them for a list of organisations.
func NamesAmong(values []string) bool {
	const few = 8
	n := 0
	for _, v := range values {
		if looksLikeName(v) {
			n++
		}
	}
	return n >= few && n*2 > len(values)
}

// persons reports whether a column that is no column of herstel may hold
// persons: it is never proposed and its values are never told.
func (p *profile) persons() bool {
	if p.values == nil || isPersonal(p.header) || len(p.values)*3 > p.filled && len(p.values) > 2 {
		return true
	}
	var values []string
	for _, v := range p.values {
		values = append(values, v.Value)
	}
	return NamesAmong(values) || len(values) > 2 && namesOnly(values)
}

// namesOnly reports whether every value looks like a name.
func namesOnly(values []string) bool {
	return !slices.ContainsFunc(values, func(v string) bool { return !looksLikeName(v) })
}

// rareCount is from how many cases a value is listed that resembles nothing:
// below it, it may be the name of a person.
const rareCount = 3

// Rare is what is told of values in place of the values themselves.
type Rare struct {
	Distinct int
	Rows     int
}

// keepCommon splits off the values that are rare and resemble nothing.
func keepCommon(found []Suggestion) (common []Suggestion, rare map[rules.Column]Rare) {
	rare = map[rules.Column]Rare{}
	strange := map[rules.Column][]string{}
	for _, s := range found {
		if s.Label == "" {
			strange[s.Column] = append(strange[s.Column], s.Value)
		}
	}
	for _, s := range found {
		if s.Label == "" && (s.Count < rareCount || mayBePerson(s.Value) || NamesAmong(strange[s.Column])) {
			r := rare[s.Column]
			rare[s.Column] = Rare{r.Distinct + 1, r.Rows + s.Count}
			continue
		}
		common = append(common, s)
	}
	return common, rare
}
